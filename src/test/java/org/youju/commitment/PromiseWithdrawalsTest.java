package org.youju.commitment;

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
import org.youju.commitment.PromiseWithdrawal.Outcome;
import org.youju.observation.Ledger;
import org.youju.security.Role;

class PromiseWithdrawalsTest extends BothEnginesTest {

    private Ledger ledger;
    private CommitmentService commitments;
    private PromiseWithdrawals withdrawals;
    private NewCommitment promise;

    @BeforeEach
    void a_promise_is_approved() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment");
        commitments = ledger.services.get(CommitmentService.class);
        withdrawals = ledger.services.get(PromiseWithdrawals.class);
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
        as("clerk", Role.STATISTICIAN, () -> withdrawals.propose("C001", reason));
    }

    private List<PromiseWithdrawal> all() {
        return Ledger.approver(() -> withdrawals.of("C001"));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_promise_stays_until_another_decides_and_is_then_listed_no_more_but_as_of_before() {
        propose("已废止");
        assertThat(commitments.all(null)).hasSize(1);
        assertThat(Ledger.approver(withdrawals::waiting)).extracting(Commitment::code).containsExactly("C001");
        assertThat(TestServices.within("310000", withdrawals::waiting)).isEmpty();
        ledger.pass(1);
        var before = ledger.services.now();
        ledger.pass(1);
        as("approver", Role.APPROVER, () -> withdrawals.release("C001", all().getFirst().id()));
        assertThat(commitments.all(null)).isEmpty();
        assertThat(Ledger.approver(withdrawals::waiting)).isEmpty();
        assertThat(TestServices.as("li", Role.VIEWER, () -> commitments.ledger(Set.of("310105"), null, before)))
                .hasSize(1);
        assertThat(commitments.history("C001")).hasSize(1);
        assertThat(all()).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.WITHDRAWN);
            assertThat(it.decidedBy()).isEqualTo("approver");
        });
    }

    @Test
    void it_needs_a_reason_is_proposed_once_and_not_while_a_change_is_on_its_way() {
        assertRefused("withdrawal.reason", () -> propose(" "));
        propose("已废止");
        assertRefused("commitment.withdrawal.proposed", () -> propose("又一次"));
        Ledger.clerk(() -> commitments.change(commitments.commitment("C001").id(), promise, "调整"));
        assertRefused("commitment.withdrawal.preparation", () -> as("approver", Role.APPROVER,
                () -> withdrawals.release("C001", all().getFirst().id())));
    }

    @Test
    void who_proposed_it_does_not_decide_it_and_only_approvers_do() {
        propose("已废止");
        var id = all().getFirst().id();
        assertRefused("commitment.step.revoke-own",
                () -> as("clerk", Role.APPROVER, () -> withdrawals.release("C001", id)));
        assertThatThrownBy(() -> as("other", Role.STATISTICIAN, () -> withdrawals.release("C001", id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as("li", Role.VIEWER, () -> withdrawals.propose("C001", "x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(commitments.all(null)).hasSize(1);
    }

    @Test
    void it_is_turned_down_with_a_reason_or_taken_back_and_can_be_proposed_again() {
        propose("已废止");
        var first = all().getFirst().id();
        as("approver", Role.APPROVER, () -> withdrawals.keep("C001", first, "仍有效"));
        assertRefused("commitment.withdrawal.changed",
                () -> as("approver", Role.APPROVER, () -> withdrawals.release("C001", first)));
        ledger.pass(1);
        propose("再提");
        as("clerk", Role.STATISTICIAN, () -> withdrawals.takeBack("C001", all().getFirst().id()));
        assertThat(all()).extracting(PromiseWithdrawal::outcome).containsExactly(Outcome.TAKEN_BACK, Outcome.KEPT);
        assertThat(commitments.all(null)).hasSize(1);
    }
}
