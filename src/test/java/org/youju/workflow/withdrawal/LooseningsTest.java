package org.youju.workflow.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.APP_ACCOUNT;

import java.math.BigDecimal;
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
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.observation.Ledger;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;

class LooseningsTest extends BothEnginesTest {

    private Ledger ledger;
    private Loosenings loosenings;
    private RuleService rules;
    private long important;

    @BeforeEach
    void a_rule_holds_figures_back() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        loosenings = ledger.services.get(Loosenings.class);
        rules = ledger.services.get(RuleService.class);
        important = Ledger.clerk(() -> rules.add(atMost("300", Importance.HIGH)));
        dsl.insertInto(APP_ACCOUNT)
                .set(APP_ACCOUNT.USERNAME, "approver")
                .set(APP_ACCOUNT.DISPLAY_NAME, "approver")
                .set(APP_ACCOUNT.PASSWORD_HASH, "-")
                .set(APP_ACCOUNT.ROLE, Role.APPROVER.name())
                .execute();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Rule atMost(String bound, Importance importance) {
        return Rule.of(new Condition.Range("TAX", null, new BigDecimal(bound)), importance);
    }

    private Rule rule() {
        return Ledger.clerk(() -> rules.rule(important));
    }

    /** The rule as it is, but with another bound and importance. */
    private Rule instead(String bound, Importance importance) {
        var seen = rule();
        return new Rule(seen.id(), atMost(bound, importance).condition(), seen.region(), importance, seen.missing(),
                seen.tolerance(), seen.instruction(), seen.active(), seen.version());
    }

    private void propose(@Nullable Rule instead, String reason) {
        clerk(() -> loosenings.propose(rule(), instead, reason));
    }

    private static void clerk(Runnable work) {
        as("clerk", Role.STATISTICIAN, work);
    }

    private static void approver(Runnable work) {
        as("approver", Role.APPROVER, work);
    }

    private static void as(String user, Role role, Runnable work) {
        TestServices.as(user, role, () -> {
            work.run();
            return null;
        });
    }

    private long open() {
        return Ledger.approver(loosenings::open).firstEntry().getKey().id();
    }

    private List<Notice> told(String user, Role role) {
        return TestServices.as(user, role, () -> ledger.services.get(Notices.class).own(false));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_rule_stays_until_an_approver_switches_it_off_as_it_was_proposed() {
        propose(null, "口径已改，界限待定");
        assertThat(rule().holdsBack()).isTrue();
        assertThat(told("approver", Role.APPROVER)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.TO_LOOSEN);
            assertThat(notice.rule()).isEqualTo(important);
            assertThat(notice.words()).isEqualTo("口径已改，界限待定");
        });
        assertThat(Ledger.clerk(loosenings::wishes).get(important)).satisfies(wish -> {
            assertThat(wish.instead()).isNull();
            assertThat(wish.by()).isEqualTo("clerk");
        });
        approver(() -> loosenings.release(open()));
        assertThat(rule().active()).isFalse();
        assertThat(Ledger.approver(loosenings::open)).isEmpty();
        assertThat(told("clerk", Role.STATISTICIAN)).singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.LOOSENED));
    }

    @Test
    void a_rule_says_what_was_proposed_once_an_approver_agrees_and_what_was_proposed_is_no_rule_before() {
        propose(instead("500", Importance.HIGH), "产业园并入");
        assertThat(Ledger.clerk(rules::rules)).hasSize(1);
        assertThat(rule().condition()).isEqualTo(atMost("300", Importance.HIGH).condition());
        assertThat(Ledger.approver(loosenings::open).firstEntry().getValue().instead().condition())
                .isEqualTo(atMost("500", Importance.HIGH).condition());
        approver(() -> loosenings.release(open()));
        assertThat(Ledger.clerk(rules::rules)).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo(important);
            assertThat(rule.condition()).isEqualTo(atMost("500", Importance.HIGH).condition());
            assertThat(rule.holdsBack()).isTrue();
        });
    }

    @Test
    void an_approver_declines_with_a_reason_and_who_proposed_is_told() {
        propose(null, "误报太多");
        var id = open();
        assertRefused("withdrawal.reason", () -> approver(() -> loosenings.keep(id, " ")));
        approver(() -> loosenings.keep(id, "请逐条说明"));
        assertThat(rule().holdsBack()).isTrue();
        assertThat(told("clerk", Role.STATISTICIAN)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.NOT_LOOSENED);
            assertThat(notice.words()).isEqualTo("请逐条说明");
        });
        assertRefused("withdrawal.changed", () -> approver(() -> loosenings.release(id)));
        propose(null, "已逐条说明");
        assertThat(Ledger.approver(loosenings::open)).hasSize(1);
    }

    @Test
    void what_was_proposed_can_be_taken_back() {
        propose(null, "误报太多");
        var id = open();
        assertThatThrownBy(() -> approver(() -> loosenings.takeBack(id))).isInstanceOf(AccessDeniedException.class);
        clerk(() -> loosenings.takeBack(id));
        assertRefused("withdrawal.changed", () -> approver(() -> loosenings.release(id)));
        assertThat(rule().holdsBack()).isTrue();
    }

    @Test
    void one_proposal_at_a_time_with_a_reason_and_only_where_it_takes_an_approver() {
        assertRefused("check.rule.ask.reason", () -> propose(null, " "));
        assertRefused("check.rule.ask.needless", () -> propose(instead("300", Importance.HIGH), "不变"));
        assertThatThrownBy(() -> approver(() -> loosenings.propose(rule(), null, "误报太多")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> TestServices.as("wu", Role.STATISTICIAN, new Scope(Set.of("310105"), Set.of()), () -> {
            loosenings.propose(rule(), null, "误报太多");
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        propose(null, "误报太多");
        assertRefused("check.rule.ask.already", () -> propose(instead("500", Importance.HIGH), "产业园并入"));
        var minor = Ledger.clerk(() -> rules.rule(rules.add(atMost("200", Importance.MEDIUM))));
        assertRefused("check.rule.ask.needless", () -> clerk(() -> loosenings.propose(minor, null, "误报太多")));
    }

    @Test
    void nobody_decides_about_their_own_or_outside_their_scope() {
        propose(null, "误报太多");
        var id = open();
        assertRefused("withdrawal.loosening.own", () -> as("clerk", Role.APPROVER, () -> loosenings.release(id)));
        var elsewhere = new Scope(Set.of("310105"), Set.of());
        assertThat(TestServices.as("sun", Role.APPROVER, elsewhere, loosenings::open)).isEmpty();
        assertThatThrownBy(() -> TestServices.as("sun", Role.APPROVER, elsewhere, () -> {
            loosenings.release(id);
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Ledger.clerk(() -> {
            loosenings.release(id);
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> approver(() -> ledger.services.get(Withdrawals.class).release(id)))
                .as("it is no withdrawal").isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_rule_that_is_changed_meanwhile_ends_what_was_proposed_of_it() {
        propose(instead("500", Importance.HIGH), "产业园并入");
        var id = open();
        clerk(() -> rules.change(instead("300", Importance.HIGH)));
        assertThat(Ledger.approver(loosenings::open)).isEmpty();
        assertRefused("withdrawal.changed", () -> approver(() -> loosenings.release(id)));
        assertThat(told("clerk", Role.STATISTICIAN)).as("nobody is told what they did themselves").isEmpty();
        ledger.pass(1);
        propose(null, "误报太多");
        clerk(() -> rules.change(instead("300", Importance.HIGH)));
        assertThat(Ledger.approver(loosenings::open)).as("it can still be switched off").hasSize(1);
        approver(() -> rules.switchOff(rule(), "口径已改"));
        assertThat(Ledger.approver(loosenings::open)).isEmpty();
        assertThat(told("clerk", Role.STATISTICIAN)).singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.RULE_CHANGED));
        clerk(() -> rules.change(rule().active(true)));
        assertThat(Ledger.approver(loosenings::open)).as("what was ended stays so").isEmpty();
    }

    @Test
    void what_was_seen_before_somebody_changed_the_rule_is_not_proposed() {
        var seen = rule();
        clerk(() -> rules.change(instead("300", Importance.HIGH)));
        assertThatThrownBy(() -> clerk(() -> loosenings.propose(seen, null, "误报太多"))).isInstanceOf(LostRace.class);
    }
}
