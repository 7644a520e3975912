package org.youju.observation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.observation.Ledger;

class PolicyEventsTest extends BothEnginesTest {

    private static final NewPolicyEvent PLAN = new NewPolicyEvent("310105", "2023", "三年行动方案发布", "A plan is published");

    private Ledger ledger;
    private PolicyEvents events;
    private long citation;

    @BeforeEach
    void a_document_tells_of_a_plan() {
        ledger = new Ledger(database);
        events = ledger.services.get(PolicyEvents.class);
        var source = ledger.source("REPLY", "2024-04-25");
        citation = Ledger.clerk(() -> ledger.replies.quote(source, "2023年发布三年行动方案")).id();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void add(NewPolicyEvent event) {
        Ledger.clerk(() -> {
            events.add(event, citation);
            return null;
        });
    }

    private List<PolicyEvent> all() {
        return Ledger.clerk(events::all);
    }

    @Test
    void an_event_is_told_with_the_words_that_tell_of_it() {
        add(PLAN);

        assertThat(all()).singleElement().satisfies(it -> {
            assertThat(it.nameZh()).isEqualTo("三年行动方案发布");
            assertThat(it.year()).isEqualTo(2023);
            assertThat(it.quote()).isEqualTo("2023年发布三年行动方案");
            assertThat(it.citation()).isEqualTo(citation);
            assertThat(it.reply().sourceKey()).isEqualTo("REPLY");
            assertThat(it.number()).isEqualTo(1);
        });
    }

    @Test
    void an_event_is_foreseen_for_the_next_year_at_most() {
        add(new NewPolicyEvent("310105", "2026-12", "规划", "Plan"));
        for (var late : List.of("2027", "2399")) {
            assertThatThrownBy(() -> add(new NewPolicyEvent("310105", late, "规划", "Plan")))
                    .isInstanceOfSatisfying(RuleViolation.class, refusal -> {
                        assertThat(refusal.key()).isEqualTo("event.happened.illegal");
                        assertThat(refusal.arguments()).containsExactly(late);
                    });
        }
        ledger.pass(366 * 24);
        add(new NewPolicyEvent("310105", "2027", "规划", "Plan"));
    }

    @Test
    void the_oldest_event_stands_first() {
        add(PLAN);
        add(new NewPolicyEvent("310105", "2017-01", "两大战略", "Two strategies"));

        assertThat(all()).extracting(PolicyEvent::year).containsExactly(2017, 2023);
        assertThat(all()).extracting(PolicyEvent::number).containsExactly(2, 1);
    }

    @Test
    void an_event_is_known_from_the_day_on_which_its_document_was_published() {
        add(PLAN);

        assertThat(of(LocalDate.parse("2024-04-24"), null)).isEmpty();
        assertThat(of(LocalDate.parse("2024-04-25"), null)).hasSize(1);
    }

    private List<PolicyEvent> of(LocalDate asOf, Instant moment) {
        return Ledger.clerk(() -> events.of(List.of("310105"), asOf, moment));
    }

    @Test
    void events_of_another_region_are_not_told() {
        add(PLAN);

        assertThat(Ledger.clerk(() -> events.of(List.of("310000"), null, null))).isEmpty();
    }

    @Test
    void a_correction_leaves_the_earlier_records_as_they_were() {
        add(PLAN);
        var seen = all().getFirst();
        ledger.pass(1);
        Ledger.clerk(() -> {
            events.correct(seen, new NewPolicyEvent("310105", "2023-05", "行动方案发布", "The plan is published"), citation,
                    "月份已查明");
            return null;
        });

        assertThat(all()).singleElement().satisfies(it -> {
            assertThat(it.happened().code()).isEqualTo("2023-05");
            assertThat(it.number()).isEqualTo(seen.number());
        });
        assertThat(of(null, seen.from())).singleElement().isEqualTo(seen);
    }

    @Test
    void whoever_corrects_what_has_changed_meanwhile_is_told() {
        add(PLAN);
        var seen = all().getFirst();
        withdraw(seen, "重复登记");

        assertThatThrownBy(() -> withdraw(seen, "重复登记")).isInstanceOf(LostRace.class);
        assertThat(all()).isEmpty();
        assertThat(of(null, seen.from())).hasSize(1);
    }

    private void withdraw(PolicyEvent event, String reason) {
        Ledger.clerk(() -> {
            events.withdraw(event, reason);
            return null;
        });
    }

    @Test
    void nothing_is_withdrawn_without_a_reason() {
        add(PLAN);

        assertThatThrownBy(() -> withdraw(all().getFirst(), " ")).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo("event.reason"));
        assertThat(all()).hasSize(1);
    }

    @Test
    void only_statisticians_of_the_region_keep_events() {
        assertThatThrownBy(() -> Ledger.approver(() -> {
            events.add(PLAN, citation);
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestServices.within("310000", () -> {
            events.add(PLAN, citation);
            return null;
        })).isInstanceOf(AccessDeniedException.class);
    }
}
