package org.youju.observation.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.observation.Cell;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.Observation;
import org.youju.observation.StatementQuery;
import org.youju.security.Role;
import org.youju.security.Scope;

class RulingsTest extends BothEnginesTest {

    private Ledger ledger;
    private Rulings rulings;
    private long early;
    private long late;

    @BeforeEach
    void two_sources_contradict_each_other() {
        ledger = new Ledger(database);
        rulings = ledger.services.get(Rulings.class);
        early = ledger.approved(ledger.states(ledger.source("EARLY", "2024-04-25"), "310亿元"));
        late = ledger.approved(ledger.states(ledger.source("LATE", "2024-05-25"), "326亿元"));
        ledger.pass(1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Cell cell() {
        return Cell.of(ledger.known()).getFirst();
    }

    private void rule(long observation, String reason) {
        Ledger.approver(() -> {
            rulings.rule(observation, reason);
            return null;
        });
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_ruling_wins_over_the_usual_rule_and_is_told_with_the_statement() {
        assertThat(cell().representing().id()).isEqualTo(late);
        rule(early, "口径一致");
        assertThat(cell().representing().id()).isEqualTo(early);
        assertThat(cell().ruling()).hasValueSatisfying(ruling -> {
            assertThat(ruling.reason()).isEqualTo("口径一致");
            assertThat(ruling.by()).isEqualTo("approver");
        });
        assertThat(cell().isSettled()).isTrue();
    }

    @Test
    void our_records_of_an_earlier_moment_know_nothing_of_it() {
        var before = ledger.services.now();
        ledger.pass(1);
        rule(early, "口径一致");
        var after = ledger.services.now();
        ledger.pass(1);
        Ledger.approver(() -> {
            rulings.withdraw(cell().key(), "来函更正");
            return null;
        });
        assertThat(at(before).representing().id()).isEqualTo(late);
        assertThat(at(after).representing().id()).isEqualTo(early);
        assertThat(cell().representing().id()).isEqualTo(late);
        assertThat(TestServices.as("li", Role.VIEWER, () -> rulings.of(cell().key()))).singleElement()
                .satisfies(ruling -> {
                    assertThat(ruling.holds()).isFalse();
                    assertThat(ruling.endedBy()).isEqualTo("approver");
                    assertThat(ruling.endedReason()).isEqualTo("来函更正");
                });
    }

    private Cell at(Instant moment) {
        return Cell.of(ledger.observations.statements(
                new StatementQuery(Set.of("TAX"), Set.of("310105"), null, null, null, moment))).getFirst();
    }

    @Test
    void as_of_a_day_before_its_source_the_usual_rule_decides() {
        rule(late, "以决算为准");
        var then = Cell.of(ledger.observations.statements(StatementQuery.of(Set.of("TAX"), "310105",
                LocalDate.parse("2024-05-01")))).getFirst();
        assertThat(then.representing().id()).isEqualTo(early);
        assertThat(then.ruling()).isEmpty();
    }

    @Test
    void another_ruling_takes_the_place_of_the_one_before() {
        rule(early, "口径一致");
        rule(late, "以决算为准");
        assertThat(cell().representing().id()).isEqualTo(late);
        assertThat(Ledger.approver(() -> rulings.of(cell().key()))).extracting(it -> it.holds())
                .containsExactly(true, false);
    }

    @Test
    void it_holds_for_what_its_source_states_after_a_correction() {
        rule(early, "口径一致");
        var source = ledger.replies.withSourceKey("EARLY").orElseThrow().id();
        var corrected = Ledger.clerk(() -> ledger.observations.correct(early, ledger.states(source, "312亿元"), "笔误"));
        ledger.pass(1);
        ledger.approve(ledger.submit(corrected));
        assertThat(cell().representing().figure().printed()).isEqualTo("312亿元");
        assertThat(cell().isSettled()).as("somebody looks at it again").isFalse();
    }

    @Test
    void a_ruling_needs_a_reason_and_something_to_choose_between() {
        assertRefused("ruling.reason", () -> rule(early, "  "));
        assertRefused("reason.long", () -> rule(early, "长".repeat(1001)));
        assertRefused("words.markup", () -> rule(early, "<script>alert(1)</script>"));
        var alone = ledger.states(ledger.source("ALONE", "2024-06-25"), "88亿元");
        var single = ledger.approved(new NewObservation("TAX", "310105",
                Period.parse("2019"), null, alone.replyId(), alone.figure(), alone.status(), null, null,
                null, alone.citationIds()));
        assertRefused("ruling.single", () -> rule(single, "只有它"));
    }

    @Test
    void what_is_not_approved_any_more_cannot_be_chosen() {
        var source = ledger.replies.withSourceKey("EARLY").orElseThrow().id();
        ledger.approve(ledger.submit(Ledger.clerk(
                () -> ledger.observations.correct(early, ledger.states(source, "312亿元"), "笔误"))));
        assertRefused("ruling.changed", () -> rule(early, "口径一致"));
    }

    @Test
    void what_is_withdrawn_meanwhile_is_no_more_chosen_from() {
        var ruled = new CompletableFuture<Void>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            Ledger.approver(() -> {
                ledger.observations.revoke(late, "clerk", "误录");
                return null;
            });
            ruled.completeAsync(() -> {
                rule(early, "口径一致");
                return null;
            });
            assertThatThrownBy(() -> ruled.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThatThrownBy(() -> ruled.get(20, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo("ruling.single"));
        assertThat(cell().ruling()).isEmpty();
    }

    @Test
    void nobody_rules_for_what_they_entered_themselves() {
        assertRefused("ruling.own", () -> TestServices.as("clerk", Role.APPROVER, () -> {
            rulings.rule(early, "口径一致");
            return null;
        }));
    }

    @Test
    void only_approvers_rule_and_only_within_their_scope() {
        for (var role : Set.of(Role.VIEWER, Role.ANALYST, Role.STATISTICIAN, Role.ADMIN)) {
            assertThatThrownBy(() -> TestServices.as("li", role, () -> {
                rulings.rule(early, "口径一致");
                return null;
            })).isInstanceOf(AccessDeniedException.class);
        }
        var elsewhere = new Scope(Set.of("310000"), Set.of());
        assertThatThrownBy(() -> TestServices.as("li", Role.APPROVER, elsewhere, () -> {
            rulings.rule(early, "口径一致");
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        assertThat(cell().representing()).extracting(Observation::id).isEqualTo(late);
    }
}
