package org.youju.observation.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.Restorer;
import org.youju.observation.State;
import org.youju.security.Role;
import org.youju.security.Scope;

class CellHistoryTest extends BothEnginesTest {

    private static final CellKey CELL = new CellKey("TAX", "310105", Period.parse("2023"));

    private Ledger ledger;
    private CellHistory history;
    private Restorer restorer;
    private long source;
    private long first;

    @BeforeEach
    void a_figure_is_approved() {
        ledger = new Ledger(database);
        history = ledger.services.get(CellHistory.class);
        restorer = ledger.services.get(Restorer.class);
        source = ledger.source("REPLY", "2024-04-25");
        first = ledger.approved(ledger.states(source, "约310亿元"));
        ledger.pass(1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private long correct(String printed) {
        return Ledger.clerk(() -> ledger.observations.correct(first, ledger.states(source, printed), "笔误"));
    }

    private List<Version> versions() {
        return Ledger.clerk(() -> history.versions(CELL));
    }

    private long restore(long row, String reason) {
        return Ledger.clerk(() -> restorer.restore(row, reason));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void every_version_is_told_with_what_differs_from_the_one_before() {
        ledger.approve(ledger.submit(correct("312亿元")));
        assertThat(versions()).extracting(version -> version.row().state()).containsExactly(State.APPROVED,
                State.SUBMITTED, State.DRAFT, State.APPROVED, State.SUBMITTED, State.DRAFT);
        assertThat(versions().getFirst().changed())
                .containsExactly(Aspect.VALUE, Aspect.QUALIFIER, Aspect.INTERVAL, Aspect.QUOTE);
        assertThat(versions().getFirst().before().id()).isEqualTo(first);
        assertThat(versions().get(2)).satisfies(draft -> {
            assertThat(draft.before().id()).isEqualTo(first);
            assertThat(draft.row().reason()).isEqualTo("笔误");
            assertThat(draft.changed()).contains(Aspect.VALUE);
        });
        assertThat(versions().get(1).changed()).isEmpty();
        assertThat(versions().getLast().before()).isNull();
    }

    @Test
    void the_newest_versions_know_what_came_before_them_though_that_is_not_listed() {
        ledger.approve(ledger.submit(correct("312亿元")));
        assertThat(Ledger.clerk(() -> history.versions(CELL, 1))).singleElement()
                .satisfies(version -> assertThat(version.before().id()).isEqualTo(first));
        assertThat(TestServices.as("li", Role.VIEWER, () -> history.versions(CELL, 1)))
                .extracting(version -> version.row().figure().printed()).containsExactly("312亿元");
    }

    @Test
    void a_draft_that_was_given_up_is_told_as_the_last_of_its_line() {
        var draft = correct("312亿元");
        ledger.pass(1);
        Ledger.clerk(() -> {
            ledger.observations.giveUp(List.of(draft));
            return null;
        });
        assertThat(versions().getFirst().last()).isTrue();
        assertThat(versions().get(1).last()).isFalse();
    }

    @Test
    void who_may_not_see_drafts_sees_what_was_approved() {
        correct("312亿元");
        assertThat(TestServices.as("li", Role.VIEWER, () -> history.versions(CELL)))
                .extracting(version -> version.row().state()).containsExactly(State.APPROVED);
        assertThat(TestServices.as("li", Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()),
                () -> history.versions(CELL))).hasSize(1);
    }

    @Test
    void a_cell_is_shown_as_our_records_showed_it_at_a_moment() {
        var before = ledger.services.now();
        ledger.pass(1);
        ledger.approve(ledger.submit(correct("312亿元")));
        ledger.pass(1);
        assertThat(Ledger.clerk(() -> history.at(CELL, before)).orElseThrow().representing().stated())
                .isEqualTo("约310亿元");
        assertThat(Ledger.clerk(() -> history.at(CELL, ledger.services.now())).orElseThrow().representing().stated())
                .isEqualTo("312亿元");
        assertThat(Ledger.clerk(() -> history.at(CELL, TestServices.START.minusSeconds(1)))).isEmpty();
    }

    @Test
    void an_old_value_is_brought_back_as_a_draft_with_its_reason_while_the_approved_one_stays() {
        ledger.approve(ledger.submit(correct("312亿元")));
        ledger.pass(1);
        var restored = restore(first, "更正有误");
        assertThat(Ledger.clerk(() -> ledger.observations.observation(restored))).satisfies(row -> {
            assertThat(row.state()).isEqualTo(State.DRAFT);
            assertThat(row.stated()).isEqualTo("约310亿元");
            assertThat(row.reason()).isEqualTo("更正有误");
            assertThat(row.citations()).hasSize(1);
        });
        assertThat(ledger.known()).extracting(Observation::stated).containsExactly("312亿元");
        ledger.approve(ledger.submit(restored));
        assertThat(ledger.known()).extracting(Observation::stated).containsExactly("约310亿元");
    }

    @Test
    void an_old_value_takes_the_place_of_a_draft() {
        var draft = correct("312亿元");
        restore(first, "更正有误");
        assertThat(Ledger.clerk(() -> ledger.observations.inPreparation(CELL))).singleElement()
                .satisfies(row -> assertThat(row.stated()).isEqualTo("约310亿元"));
        assertThat(Ledger.clerk(() -> ledger.observations.observation(draft)).isCurrent()).isFalse();
    }

    @Test
    void nothing_is_brought_back_without_a_reason_or_without_a_difference() {
        assertRefused("history.restore.reason", () -> restore(first, " "));
        assertRefused("history.restore.same", () -> restore(first, "再来一次"));
        ledger.submit(correct("312亿元"));
        assertRefused("observation.cell.submitted", () -> restore(first, "更正有误"));
    }

    @Test
    void only_those_who_enter_figures_bring_one_back_and_only_within_their_scope() {
        ledger.approve(ledger.submit(correct("312亿元")));
        for (var role : Set.of(Role.VIEWER, Role.ANALYST, Role.APPROVER, Role.ADMIN)) {
            assertThatThrownBy(() -> TestServices.as("li", role, () -> restorer.restore(first, "更正有误")))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> TestServices.as("li", Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()),
                () -> restorer.restore(first, "更正有误"))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_correction_keeps_its_reason_though_it_was_returned_in_between() {
        var ledgerOf = Ledger.clerk(() -> ledger.replies.openLedger("310105", "长宁区"));
        var drafts = ledger.services.get(CellDrafts.class);
        var figure = Ledger.figure("88亿元");
        var cell = new CellKey("TAX", "310105", Period.parse("2019"));
        var approved = ledger.approved(new NewObservation("TAX", "310105", cell.period(), null, ledgerOf, figure,
                ObsStatus.A, null, null, "内部报表", List.of()));
        var correction = Ledger.clerk(() -> ledger.observations.correct(approved, new NewObservation("TAX", "310105",
                cell.period(), null, ledgerOf, Ledger.figure("89亿元"), ObsStatus.A, null, null,
                "内部报表", List.of()), "漏了一项"));
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(ledger.submit(correction)), "请核对"))
                .getFirst();
        Ledger.clerk(() -> drafts.write("310105",
                List.of(new CellDrafts.Write(cell, Ledger.figure("90亿元"), returned))));
        assertThat(Ledger.clerk(() -> ledger.observations.inPreparation(cell))).singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("漏了一项"));
    }
}
