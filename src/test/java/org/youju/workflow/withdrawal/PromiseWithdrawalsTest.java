package org.youju.workflow.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.APP_ACCOUNT;
import static org.youju.db.Tables.ASSUMPTION;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.commitment.Assumption;
import org.youju.commitment.Assumptions;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewAssumption;
import org.youju.commitment.NewCommitment;
import org.youju.figure.Period;
import org.youju.observation.Ledger;
import org.youju.observation.Recorded;
import org.youju.observation.approval.ApprovalCheck;
import org.youju.security.Role;
import org.youju.security.audit.StoreCheck;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;
import org.youju.workflow.withdrawal.Withdrawal.Kind;

class PromiseWithdrawalsTest extends BothEnginesTest {

    private Ledger ledger;
    private CommitmentService commitments;
    private Withdrawals withdrawals;
    private Assumptions assumptions;
    private NewCommitment promise;

    @BeforeEach
    void a_promise_is_approved() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        commitments = ledger.services.get(CommitmentService.class);
        withdrawals = ledger.services.get(Withdrawals.class);
        assumptions = ledger.services.get(Assumptions.class);
        var source = ledger.source("REPLY", "2024-04-25");
        var citation = Ledger.clerk(() -> ledger.replies.quote(source, "不少于320亿元"));
        promise = new NewCommitment("C001", citation.id(), "TAX", "310105", CommitmentKind.FLOOR_PER_PERIOD,
                Ledger.figure("不少于320亿元"), 2023, 2023, null);
        var submitted = Ledger.clerk(() -> commitments.submit(commitments.draft(List.of(promise))));
        Ledger.approver(() -> commitments.approve(submitted));
        ledger.pass(1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static void as(String user, Role role, Runnable work) {
        TestServices.as(user, role, () -> {
            work.run();
            return null;
        });
    }

    private void propose(String reason) {
        as("clerk", Role.STATISTICIAN, () -> withdrawals.propose(Kind.PROMISE, standing().id(), reason));
    }

    private Commitment standing() {
        return commitments.commitment("C001");
    }

    private long open() {
        return Ledger.approver(withdrawals::open).firstEntry().getKey().id();
    }

    private void release(long id) {
        as("approver", Role.APPROVER, () -> withdrawals.release(id));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_promise_stays_until_another_decides_and_is_then_listed_no_more_but_as_of_before() {
        propose("已废止");
        assertThat(commitments.all(null)).hasSize(1);
        assertThat(Ledger.approver(withdrawals::open).values()).extracting(Recorded::names)
                .containsExactly(List.of("C001"));
        assertThat(TestServices.within("310000", withdrawals::open)).isEmpty();
        var row = standing();
        ledger.pass(1);
        var before = ledger.services.now();
        ledger.pass(1);
        release(open());
        assertThat(commitments.all(null)).isEmpty();
        assertThat(Ledger.approver(withdrawals::open)).isEmpty();
        assertThat(TestServices.as("li", Role.VIEWER, () -> commitments.ledger(Set.of("310105"), null, before)))
                .hasSize(1);
        assertThat(commitments.history("C001")).hasSize(1);
        assertThat(TestServices.as("li", Role.VIEWER, () -> withdrawals.of(Kind.PROMISE, List.of(row))).get(row.id()))
                .satisfies(it -> {
                    assertThat(it.reason()).isEqualTo("已废止");
                    assertThat(it.by()).isEqualTo("clerk");
                    assertThat(it.decidedBy()).isEqualTo("approver");
                });
    }

    @Test
    void what_was_withdrawn_stays_known_and_is_restored_as_it_last_stood_by_two_people() {
        assertThat(withdrawn()).as("while it stands").isEmpty();
        assertRefused("commitment.restore.stands", () -> restore("C001", "误撤"));
        propose("已废止");
        release(open());
        assertThat(withdrawn()).singleElement().satisfies(it -> assertThat(it.code()).isEqualTo("C001"));
        assertRefused("commitment.restore.reason", () -> restore("C001", " "));
        assertThatThrownBy(() -> restore("C009", "误撤")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> Ledger.approver(() -> commitments.restore("C001", "误撤")))
                .isInstanceOf(AccessDeniedException.class);
        ledger.pass(1);
        restore("C001", "误撤");
        assertRefused("commitment.draft.exists", () -> restore("C001", "再来一次"));
        assertThat(commitments.all(null)).as("until another approves it").isEmpty();
        assertThat(withdrawn()).hasSize(1);
        var submitted = Ledger.clerk(() -> commitments.submit(
                List.of(commitments.inPreparation("C001").orElseThrow().id())));
        assertThatThrownBy(() -> TestServices.as("clerk", Role.APPROVER, () -> commitments.approve(submitted)))
                .isInstanceOf(RuleViolation.class);
        Ledger.approver(() -> commitments.approve(submitted));
        assertThat(withdrawn()).isEmpty();
        assertThat(standing()).satisfies(it -> {
            assertThat(it.target()).isEqualTo(promise.target());
            assertThat(it.from()).isEqualTo(2023);
            assertThat(it.reason()).isEqualTo("误撤");
        });
        assertThat(commitments.history("C001")).hasSize(2);
    }

    private List<Commitment> withdrawn() {
        return TestServices.as("li", Role.VIEWER, () -> commitments.withdrawn(Set.of("310105")));
    }

    private long restore(String code, String reason) {
        return Ledger.clerk(() -> commitments.restore(code, reason));
    }

    @Test
    void who_may_decide_is_told_and_who_proposed_it_learns_what_became_of_it() {
        people();
        propose("已废止");
        assertThat(told("approver", Role.APPROVER)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Notice.Kind.TO_WITHDRAW);
            assertThat(it.promise()).isEqualTo(new Notice.PromiseKey("310105", "C001"));
            assertThat(it.words()).isEqualTo("不少于320亿元 · 已废止");
        });
        release(open());
        assertThat(told("clerk", Role.STATISTICIAN).getFirst()).satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Notice.Kind.WITHDRAWN);
            assertThat(it.promise()).isEqualTo(new Notice.PromiseKey("310105", "C001"));
        });
    }

    private List<Notice> told(String user, Role role) {
        return TestServices.as(user, role, () -> ledger.services.get(Notices.class).own(false));
    }

    /** Notices reach those who have an account. */
    private void people() {
        dsl.insertInto(APP_ACCOUNT, APP_ACCOUNT.USERNAME, APP_ACCOUNT.DISPLAY_NAME,
                        APP_ACCOUNT.PASSWORD_HASH, APP_ACCOUNT.ROLE)
                .values("approver", "审核员", "x", Role.APPROVER.name())
                .execute();
    }

    @Test
    void it_needs_a_reason_is_proposed_once_and_not_while_a_change_is_on_its_way() {
        assertRefused("withdrawal.reason", () -> propose(" "));
        propose("已废止");
        assertRefused("withdrawal.proposed", () -> propose("又一次"));
        Ledger.clerk(() -> commitments.change(standing().id(), promise, "调整"));
        assertRefused("withdrawal.preparation", () -> release(open()));
    }

    @Test
    void who_proposed_it_does_not_decide_it_and_only_approvers_do() {
        propose("已废止");
        var id = open();
        assertRefused("commitment.step.revoke-own",
                () -> as("clerk", Role.APPROVER, () -> withdrawals.release(id)));
        assertThatThrownBy(() -> as("other", Role.STATISTICIAN, () -> withdrawals.release(id)))
                .isInstanceOf(AccessDeniedException.class);
        var row = standing().id();
        assertThatThrownBy(() -> as("li", Role.VIEWER, () -> withdrawals.propose(Kind.PROMISE, row, "x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(commitments.all(null)).hasSize(1);
    }

    @Test
    void it_is_turned_down_with_a_reason_or_taken_back_and_can_be_proposed_again() {
        propose("已废止");
        var first = open();
        as("approver", Role.APPROVER, () -> withdrawals.keep(first, "仍有效"));
        assertRefused("withdrawal.changed", () -> release(first));
        ledger.pass(1);
        propose("再提");
        as("clerk", Role.STATISTICIAN, () -> withdrawals.takeBack(open()));
        assertThat(Ledger.approver(withdrawals::open)).isEmpty();
        assertThat(commitments.all(null)).hasSize(1);
    }

    private NewAssumption assumption(String period, String grounds) {
        return new NewAssumption("C001", "TAX", Period.parse(period), BigDecimal.TEN, grounds);
    }

    private long proposed(String period) {
        return Ledger.clerk(() -> assumptions.propose(assumption(period, "尚未开征"), ""));
    }

    @Test
    void an_assumption_stands_once_another_has_approved_it() {
        var id = proposed("2022");
        assertThat(assumptions.standing(List.of("C001"))).isEmpty();
        assertRefused("commitment.assumption.waiting", () -> proposed("2022"));
        assertRefused("commitment.assumption.step.own",
                () -> as("clerk", Role.APPROVER, () -> assumptions.approve(List.of(id))));
        assertThatThrownBy(() -> as("other", Role.STATISTICIAN, () -> assumptions.approve(List.of(id))))
                .isInstanceOf(AccessDeniedException.class);
        Ledger.approver(() -> assumptions.approve(List.of(id)));
        assertThat(assumptions.standing(List.of("C001"))).singleElement().satisfies(it -> {
            assertThat(it.grounds()).isEqualTo("尚未开征");
            assertThat(it.submittedBy()).isEqualTo("clerk");
            assertThat(it.recordedBy()).isEqualTo("approver");
            assertThat(it.stated()).isEqualTo("C001 2022 ≤ 10亿元");
        });
        assertRefused("commitment.assumption.exists", () -> proposed("2022"));
    }

    @Test
    void an_assumption_is_withdrawn_and_restored_by_two_people_each_with_a_reason() {
        var id = proposed("2022");
        ledger.pass(1);
        var standing = Ledger.approver(() -> assumptions.approve(List.of(id))).getFirst();
        ledger.pass(1);
        Ledger.clerk(() -> {
            withdrawals.propose(Kind.ASSUMPTION, standing, "有了统计数");
            return null;
        });
        assertThat(assumptions.standing(List.of("C001"))).hasSize(1);
        assertRefused("commitment.assumption.step.revoke-own",
                () -> as("clerk", Role.APPROVER, () -> withdrawals.release(open())));
        release(open());
        assertThat(assumptions.standing(List.of("C001"))).isEmpty();
        var gone = assumptions.approved(List.of(standing));
        assertThat(TestServices.as("li", Role.VIEWER, () -> withdrawals.of(Kind.ASSUMPTION, gone)).get(standing))
                .satisfies(it -> assertThat(List.of(it.by(), it.decidedBy(), it.reason()))
                        .containsExactly("clerk", "approver", "有了统计数"));
        assertRefused("commitment.assumption.restore-reason", () -> proposed("2022"));
        ledger.pass(1);
        var again = Ledger.clerk(() -> assumptions.propose(assumption("2022", "尚未开征"), "统计数有误"));
        Ledger.approver(() -> assumptions.approve(List.of(again)));
        assertThat(assumptions.standing(List.of("C001"))).singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("统计数有误"));
        assertThat(TestServices.as("li", Role.VIEWER, () -> assumptions.history("C001"))).hasSize(2);
    }

    @Test
    void an_assumption_that_was_returned_is_put_right_and_proposed_anew() {
        var id = proposed("2022");
        ledger.pass(1);
        Ledger.approver(() -> assumptions.giveBack(List.of(id), "依据不足"));
        assertThat(Ledger.clerk(() -> assumptions.inPreparation("C001"))).singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("依据不足"));
        ledger.pass(1);
        var again = Ledger.clerk(() -> assumptions.propose(assumption("2022", "区税务局2022年函"), ""));
        assertRefused("commitment.assumption.step.own",
                () -> as("clerk", Role.APPROVER, () -> assumptions.approve(List.of(again))));
        Ledger.approver(() -> assumptions.approve(List.of(again)));
        assertThat(assumptions.standing(List.of("C001"))).extracting(Assumption::grounds)
                .containsExactly("区税务局2022年函");
    }

    @Test
    void an_assumption_needs_grounds_whole_years_and_a_period_outside_the_window() {
        assertRefused("commitment.assumption.grounds", () -> assumption("2022", " "));
        assertRefused("commitment.assumption.period", () -> proposed("2022-Q1"));
        assertRefused("commitment.assumption.within", () -> proposed("2023"));
        assertThatThrownBy(() -> as("li", Role.VIEWER, () -> assumptions.propose(assumption("2022", "x"), "")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_was_approved_of_an_assumption_is_kept_as_a_hash() {
        var id = proposed("2022");
        Ledger.approver(() -> assumptions.approve(List.of(id)));
        var check = ledger.services.get(ApprovalCheck.class);
        assertThat(check.check()).allMatch(StoreCheck.Line::whole);
        dsl.update(ASSUMPTION).set(ASSUMPTION.UPPER_BOUND, BigDecimal.ONE).execute();
        assertThat(check.check()).noneMatch(StoreCheck.Line::whole);
    }
}
