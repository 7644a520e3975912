package org.youju.observation.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.APPROVAL;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.security.audit.StoreCheck;

class ApprovalCheckTest extends BothEnginesTest {

    private Ledger ledger;
    private long approved;

    @BeforeEach
    void somebody_approves_a_figure() {
        ledger = new Ledger(database);
        approved = ledger.approved(ledger.states(ledger.source("REPLY", "2024-04-25"), "约310亿元"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private StoreCheck.Line check() {
        return new ApprovalCheck(new ApprovalRepository(dsl)).check().getFirst();
    }

    private boolean isWhole() {
        return new ApprovalCheck(new ApprovalRepository(dsl)).isWhole(approved);
    }

    private void assertChanged() {
        assertThat(check()).satisfies(line -> {
            assertThat(line.whole()).isFalse();
            assertThat(line.key()).isEqualTo("approval.changed");
            assertThat(line.arguments()).containsExactly(1L, "[310105, TAX, 2023]");
        });
    }

    @Test
    void an_approval_is_written_down_with_a_hash_and_whoever_gave_it() {
        assertThat(new ApprovalRepository(dsl).of(ApprovalRepository.Entity.OBSERVATION, approved))
                .hasValueSatisfying(approval -> {
                    assertThat(approval.hash()).matches("[0-9a-f]{64}");
                    assertThat(approval.by()).isEqualTo("approver");
                    assertThat(approval.at()).isEqualTo(ledger.known().getFirst().recordedFrom());
                });
        assertThat(check()).isEqualTo(new StoreCheck.Line(true, "approval.intact", List.of(1L, 0L)));
    }

    @Test
    void what_still_says_what_was_approved_is_whole() {
        assertThat(isWhole()).isTrue();
    }

    @Test
    void what_was_not_approved_has_no_approval() {
        var draft = ledger.draft(ledger.states(ledger.source("OTHER", "2024-05-01"), "326亿元"));
        assertThat(new ApprovalRepository(dsl).of(ApprovalRepository.Entity.OBSERVATION, draft)).isEmpty();
    }

    @Test
    void a_value_that_was_changed_past_the_product_is_found() {
        dsl.update(OBSERVATION).set(OBSERVATION.OBS_VALUE, BigDecimal.valueOf(311)).where(OBSERVATION.ID.eq(approved))
                .execute();
        assertChanged();
        assertThat(isWhole()).isFalse();
    }

    private long departing(String remark, @Nullable String departure) {
        var row = ledger.states(ledger.source("DEPARTS", "2024-05-01"), "326亿元");
        return ledger.approved(new NewObservation(row.indicator(), row.region(), row.period(), null, row.replyId(),
                row.figure(), row.status(), null, remark, departure, null, row.citationIds()));
    }

    private void store(long id, String remark, @Nullable String departure) {
        dsl.update(OBSERVATION).set(OBSERVATION.COMMENT_TEXT, remark).set(OBSERVATION.DEPARTURE_TEXT, departure)
                .where(OBSERVATION.ID.eq(id)).execute();
    }

    @Test
    void a_reason_that_was_moved_into_the_remark_past_the_product_is_found() {
        var departing = departing("见附表", "原文笔误");
        assertThat(check().whole()).isTrue();
        store(departing, "见附表\n与引文不一致：原文笔误", null);
        assertThat(check().whole()).isFalse();
        dsl.update(APPROVAL).set(APPROVAL.DEPARTURE_JOINED, true).where(APPROVAL.ROW_ID.eq(departing)).execute();
        assertThat(check().whole()).as("said to be of before").isFalse();
    }

    @Test
    void a_reason_that_was_approved_as_the_end_of_a_remark_is_whole_in_its_own_column_and_its_change_is_found() {
        var departing = departing("见附表\n与引文不一致：原文笔误", null);
        dsl.update(APPROVAL).set(APPROVAL.DEPARTURE_JOINED, true).where(APPROVAL.ROW_ID.eq(departing)).execute();
        store(departing, "见附表", "原文笔误");
        assertThat(check().whole()).as("as the upgrade has left it").isTrue();
        store(departing, "见附表\n与引文不一致：原文笔误", null);
        assertThat(check().whole()).as("moved back").isFalse();
        store(departing, "见附表", "另有说法");
        assertThat(check().whole()).isFalse();
    }

    @Test
    void a_quotation_that_was_changed_past_the_product_is_found() {
        dsl.update(CITATION).set(CITATION.EXACT_TEXT, "约311亿元").execute();
        assertChanged();
    }

    @Test
    void a_row_that_was_put_in_as_approved_is_found() {
        dsl.deleteFrom(APPROVAL).execute();
        assertChanged();
    }

    @Test
    void an_approved_row_that_was_deleted_past_the_product_is_found() {
        dsl.deleteFrom(OBSERVATION_CITATION).where(OBSERVATION_CITATION.OBSERVATION_ID.eq(approved)).execute();
        dsl.deleteFrom(OBSERVATION).where(OBSERVATION.ID.eq(approved)).execute();
        assertLost("observation " + approved);
    }

    @Test
    void an_approved_row_whose_approval_was_taken_away_past_the_product_is_found() {
        dsl.update(OBSERVATION).set(OBSERVATION.APPROVED, false).set(OBSERVATION.STATE, "DRAFT")
                .where(OBSERVATION.ID.eq(approved)).execute();
        assertLost("[310105, TAX, 2023]");
    }

    private void assertLost(String name) {
        assertThat(new ApprovalCheck(new ApprovalRepository(dsl)).check()).containsExactly(
                new StoreCheck.Line(true, "approval.intact", List.of(0L, 0L)),
                new StoreCheck.Line(false, "approval.lost", List.of(1L, name)));
    }

    @Test
    void what_was_approved_before_hashes_were_kept_is_counted_apart() {
        dsl.update(APPROVAL).setNull(APPROVAL.CONTENT_HASH).execute();
        assertThat(check()).isEqualTo(new StoreCheck.Line(true, "approval.intact", List.of(1L, 1L)));
    }

    @Test
    void a_correction_that_is_approved_again_is_whole() {
        var corrected = Ledger.clerk(() -> ledger.observations.correct(approved,
                ledger.states(ledger.replies.withSourceKey("REPLY").orElseThrow().id(), "约312亿元"), "笔误"));
        ledger.approve(ledger.submit(corrected));
        assertThat(check()).isEqualTo(new StoreCheck.Line(true, "approval.intact", List.of(2L, 0L)));
    }
}
