package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.commitment.Verdict.Kind;
import org.youju.observation.Ledger;
import org.youju.security.Role;
import org.youju.security.Scope;

/** The clock starts on 1 March 2025, eight o'clock in Shanghai. */
class VerdictOverridesTest extends BothEnginesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final int DAY = 24;

    private Ledger ledger;
    private CommitmentService commitments;
    private VerdictOverrides overrides;
    private long source;

    @BeforeEach
    void a_promise_is_missed() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment");
        commitments = ledger.services.get(CommitmentService.class);
        overrides = ledger.services.get(VerdictOverrides.class);
        source = ledger.source("REPLY", "2024-04-25");
        promise("C001", "不少于320亿元");
        ledger.approved(ledger.states(source, "310亿元"));
        ledger.pass(1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private NewCommitment of(String code, String printed) {
        var citation = Ledger.clerk(() -> ledger.replies.quote(source, printed));
        return new NewCommitment(code, citation.id(), "TAX", "310105", CommitmentKind.FLOOR_PER_PERIOD,
                Ledger.figure(printed), 2023, 2023, null);
    }

    private void promise(String code, String printed) {
        var submitted = Ledger.clerk(() -> commitments.submit(commitments.draft(List.of(of(code, printed)))));
        Ledger.approver(() -> commitments.approve(submitted));
    }

    private Judged judged() {
        return judged(null, null);
    }

    private Judged judged(@Nullable LocalDate asOf, @Nullable Instant recorded) {
        return TestServices.as("li", Role.VIEWER, () -> commitments.ledger(Set.of("310105"), asOf, recorded)).getFirst();
    }

    private long decide(Kind verdict, String reason, LocalDate until, @Nullable Long seen) {
        return Ledger.approver(() -> overrides.decide(new NewOverride("C001", verdict, reason, until), seen));
    }

    private List<VerdictOverride> history() {
        return TestServices.as("li", Role.VIEWER, () -> overrides.of("C001"));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void what_a_person_decided_holds_until_its_last_day_and_what_the_rules_say_stays_beside_it() {
        assertThat(judged().kind()).isEqualTo(Kind.NOT_MET);
        decide(Kind.MET, "决算数未入账", TODAY.plusDays(2), null);
        assertThat(judged()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.MET);
            assertThat(it.verdict().kind()).isEqualTo(Kind.NOT_MET);
            assertThat(it.override()).isNotNull().satisfies(row -> {
                assertThat(row.reason()).isEqualTo("决算数未入账");
                assertThat(row.by()).isEqualTo("approver");
            });
        });
        ledger.pass(2 * DAY);
        assertThat(judged().kind()).as("on its last day").isEqualTo(Kind.MET);
        ledger.pass(DAY);
        assertThat(judged().kind()).as("on the day after").isEqualTo(Kind.NOT_MET);
        assertThat(judged().override()).isNull();
        assertThat(history()).as("it stays in the history").singleElement()
                .satisfies(it -> assertThat(it.isOpen()).isTrue());
    }

    @Test
    void as_of_a_moment_it_holds_only_if_it_was_recorded_then() {
        var before = ledger.services.now();
        ledger.pass(1);
        var id = decide(Kind.MET, "理由", TODAY.plusDays(30), null);
        var then = ledger.services.now();
        ledger.pass(2 * DAY);
        Ledger.approver(() -> {
            overrides.end("C001", id, "数已入账");
            return null;
        });
        assertThat(judged(null, before).kind()).isEqualTo(Kind.NOT_MET);
        assertThat(judged(null, then).kind()).isEqualTo(Kind.MET);
        assertThat(judged().kind()).isEqualTo(Kind.NOT_MET);
        assertThat(history()).singleElement().satisfies(it -> {
            assertThat(it.endedBy()).isEqualTo("approver");
            assertThat(it.endedReason()).isEqualTo("数已入账");
        });
    }

    @Test
    void it_says_nothing_of_days_before_it_was_decided() {
        decide(Kind.MET, "理由", TODAY.plusDays(30), null);
        assertThat(judged(TODAY.minusDays(1), null).kind()).isEqualTo(Kind.NOT_MET);
        assertThat(judged(TODAY, null).kind()).isEqualTo(Kind.MET);
    }

    @Test
    void it_needs_a_reason_a_day_to_come_that_is_not_too_far_off_and_another_verdict() {
        assertRefused("commitment.override.reason", () -> decide(Kind.MET, " ", TODAY.plusDays(1), null));
        assertRefused("commitment.override.past", () -> decide(Kind.MET, "理由", TODAY, null));
        assertRefused("commitment.override.far",
                () -> decide(Kind.MET, "理由", TODAY.plusDays(VerdictOverrides.MOST_DAYS + 1), null));
        assertRefused("commitment.override.same", () -> decide(Kind.NOT_MET, "理由", TODAY.plusDays(1), null));
        assertRefused("commitment.override.verdict", () -> decide(Kind.ON_PACE, "理由", TODAY.plusDays(1), null));
        assertRefused("commitment.override.verdict", () -> decide(Kind.NO_DATA, "理由", TODAY.plusDays(1), null));
        assertThat(history()).isEmpty();
    }

    @Test
    void only_who_approves_decides_within_the_scope_and_not_of_what_they_entered() {
        var override = new NewOverride("C001", Kind.MET, "理由", TODAY.plusDays(1));
        for (var role : List.of(Role.VIEWER, Role.ANALYST, Role.STATISTICIAN, Role.ADMIN)) {
            assertThatThrownBy(() -> TestServices.as("somebody", role, () -> overrides.decide(override, null)))
                    .as(role.name()).isInstanceOf(AccessDeniedException.class);
        }
        assertRefused("commitment.override.own",
                () -> TestServices.as("clerk", Role.APPROVER, () -> overrides.decide(override, null)));
        assertThatThrownBy(() -> TestServices.as("far", Role.APPROVER, new Scope(Set.of("310000"), Set.of()),
                () -> overrides.decide(override, null))).hasMessage("security.denied.scope");
    }

    @Test
    void whoever_comes_second_is_told_and_may_decide_over_the_other() {
        var first = decide(Kind.MET, "先到", TODAY.plusDays(5), null);
        assertThatThrownBy(() -> decide(Kind.NOT_PROVABLE, "后到", TODAY.plusDays(9), null)).isInstanceOf(LostRace.class);
        ledger.pass(1);
        decide(Kind.NOT_PROVABLE, "后到", TODAY.plusDays(9), first);
        assertThat(judged().kind()).isEqualTo(Kind.NOT_PROVABLE);
        assertThat(history()).extracting(VerdictOverride::reason).containsExactly("后到", "先到");
        assertThat(history().getLast().recordedTo()).isEqualTo(history().getFirst().recordedFrom());
        assertThatThrownBy(() -> Ledger.approver(() -> {
            overrides.end("C001", first, "撤");
            return null;
        })).isInstanceOfSatisfying(RuleViolation.class,
                it -> assertThat(it.key()).isEqualTo("commitment.override.over"));
    }

    @Test
    void after_one_has_expired_another_is_decided_as_if_there_were_none() {
        decide(Kind.MET, "一次", TODAY.plusDays(1), null);
        ledger.pass(3 * DAY);
        decide(Kind.NOT_PROVABLE, "二次", TODAY.plusDays(9), null);
        assertThat(judged().kind()).isEqualTo(Kind.NOT_PROVABLE);
        assertThat(history()).hasSize(2);
    }

    @Test
    void a_changed_promise_is_judged_by_the_rules_again() {
        decide(Kind.MET, "理由", TODAY.plusDays(30), null);
        ledger.pass(1);
        var changed = Ledger.clerk(() -> commitments.submit(List.of(commitments.change(
                commitments.commitment("C001").id(), of("C001", "不少于330亿元"), "区政府调整"))));
        Ledger.approver(() -> commitments.approve(changed));
        assertThat(judged().override()).isNull();
        assertThat(judged().kind()).isEqualTo(Kind.NOT_MET);
        assertThat(history()).hasSize(1);
    }

    @Test
    void a_verdict_follows_the_figure_as_it_changes_and_as_of_any_moment() {
        var then = ledger.services.now();
        ledger.pass(1);
        ledger.approved(ledger.states(ledger.source("LATER", "2024-05-01"), "330亿元"));
        assertThat(judged().kind()).isEqualTo(Kind.MET);
        assertThat(judged(null, then).kind()).as("by our records of then").isEqualTo(Kind.NOT_MET);
        assertThat(judged(LocalDate.of(2024, 4, 30), null).kind()).as("by the sources of then").isEqualTo(Kind.NOT_MET);
    }

    @Test
    void the_ledger_asks_the_store_a_few_times_however_many_promises_there_are() {
        judged();
        var before = ledger.services.reads();
        judged();
        var few = ledger.services.reads() - before;
        for (int i = 2; i < 30; i++) {
            promise("C%03d".formatted(i), "不少于3%02d亿元".formatted(i));
        }
        before = ledger.services.reads();
        assertThat(TestServices.as("li", Role.VIEWER, () -> commitments.ledger(Set.of("310105"), null, null)))
                .hasSize(29);
        assertThat(ledger.services.reads() - before).isEqualTo(few).isLessThan(12);
    }
}
