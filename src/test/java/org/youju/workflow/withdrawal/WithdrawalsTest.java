package org.youju.workflow.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.observation.Change;
import org.youju.observation.Ledger;
import org.youju.observation.Moments;
import org.youju.observation.Observation;
import org.youju.observation.Restorer;
import org.youju.observation.StatementQuery;
import org.youju.observation.history.CellHistory;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;
import org.youju.workflow.release.Releases;

class WithdrawalsTest extends BothEnginesTest {

    private Ledger ledger;
    private Withdrawals withdrawals;
    private long row;

    @BeforeEach
    void a_figure_is_approved() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        withdrawals = ledger.services.get(Withdrawals.class);
        row = ledger.approved(ledger.states(ledger.source("REPLY", "2024-04-25"), "约310亿元"));
        ledger.pass(1);
    }

    @AfterEach
    void close() {
        ledger.close();
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

    private void propose(String reason) {
        clerk(() -> withdrawals.propose(Withdrawal.Kind.STATEMENT, row, reason));
    }

    private long open() {
        return Ledger.approver(withdrawals::open).firstEntry().getKey().id();
    }

    private List<Notice> told(String user, Role role) {
        return TestServices.as(user, role, () -> ledger.services.get(Notices.class).own(false));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_figure_stays_until_another_decides_and_is_then_counted_no_more() {
        propose("文件已废止");
        assertThat(ledger.known()).extracting(Observation::id).containsExactly(row);
        ledger.pass(1);
        var before = ledger.services.now();
        ledger.pass(1);
        approver(() -> withdrawals.release(open()));
        assertThat(ledger.known()).isEmpty();
        assertThat(at(before)).as("as it was known before").extracting(Observation::id).containsExactly(row);
        assertThat(at(ledger.services.now())).isEmpty();
        assertThat(Ledger.approver(withdrawals::open)).isEmpty();
        var gone = Ledger.clerk(() -> ledger.observations.observation(row));
        assertThat(TestServices.as("li", Role.VIEWER, () -> ledger.services.get(CellHistory.class)
                .versions(gone.cell()))).singleElement().satisfies(version -> assertThat(version.last()).isTrue());
        assertThat(TestServices.as("li", Role.VIEWER, () -> withdrawals.of(Withdrawal.Kind.STATEMENT, List.of(gone))).get(row))
                .satisfies(it -> {
                    assertThat(it.reason()).isEqualTo("文件已废止");
                    assertThat(it.by()).isEqualTo("clerk");
                    assertThat(it.decidedBy()).isEqualTo("approver");
                });
        assertThat(told("clerk", Role.STATISTICIAN).getFirst()).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.WITHDRAWN);
            assertThat(notice.words()).isEqualTo("约310亿元 · 文件已废止");
        });
    }

    private List<Observation> at(Instant moment) {
        return ledger.observations.statements(
                new StatementQuery(Set.of("TAX"), Set.of("310105"), null, null, null, moment));
    }

    @Test
    void the_next_release_says_that_it_was_withdrawn_and_why() {
        var releases = ledger.services.get(Releases.class);
        approver(() -> releases.make("第一版", ""));
        propose("文件已废止");
        ledger.pass(1);
        approver(() -> withdrawals.release(open()));
        ledger.pass(1);
        approver(() -> releases.make("第二版", ""));
        assertThat(Ledger.approver(() -> releases.changes(releases.all().getFirst()))).singleElement()
                .satisfies(delta -> {
                    assertThat(delta.change().kind()).isEqualTo(Change.Kind.WITHDRAWN);
                    assertThat(delta.reason()).isEqualTo("文件已废止");
                });
    }

    @Test
    void what_was_withdrawn_comes_back_only_as_a_draft_that_is_approved_anew() {
        propose("误撤");
        approver(() -> withdrawals.release(open()));
        ledger.pass(1);
        var draft = Ledger.clerk(() -> ledger.services.get(Restorer.class).restore(row, "文件仍有效"));
        assertThat(ledger.known()).isEmpty();
        ledger.approve(ledger.submit(draft));
        assertThat(ledger.known()).extracting(Observation::stated).containsExactly("约310亿元");
    }

    @Test
    void who_proposed_it_does_not_decide_although_the_role_has_changed() {
        propose("文件已废止");
        assertRefused("observation.step.revoke-own",
                () -> as("clerk", Role.APPROVER, () -> withdrawals.release(open())));
        assertThat(ledger.known()).hasSize(1);
    }

    @Test
    void a_proposal_that_is_turned_down_needs_a_reason_and_leaves_the_figure() {
        propose("文件已废止");
        var id = open();
        assertRefused("withdrawal.reason", () -> approver(() -> withdrawals.keep(id, " ")));
        approver(() -> withdrawals.keep(id, "文件仍有效"));
        assertThat(ledger.known()).hasSize(1);
        assertRefused("withdrawal.changed", () -> approver(() -> withdrawals.release(id)));
        assertThat(told("clerk", Role.STATISTICIAN).getFirst()).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.KEPT);
            assertThat(notice.words()).isEqualTo("约310亿元 · 文件仍有效");
        });
        ledger.pass(1);
        propose("另有依据");
        assertThat(open()).isNotEqualTo(id);
    }

    @Test
    void a_proposal_that_was_taken_back_is_decided_by_nobody() {
        propose("文件已废止");
        var id = open();
        clerk(() -> withdrawals.takeBack(id));
        assertRefused("withdrawal.changed", () -> approver(() -> withdrawals.release(id)));
        assertThat(Ledger.approver(withdrawals::open)).isEmpty();
    }

    @Test
    void a_reason_is_compulsory_and_a_figure_is_proposed_once() {
        assertRefused("withdrawal.reason", () -> propose(" \n"));
        assertRefused("reason.long", () -> propose("长".repeat(1001)));
        assertRefused("words.markup", () -> propose("<img src=x onerror=alert(1)>"));
        propose("文件已废止");
        assertRefused("withdrawal.proposed", () -> propose("又一次"));
        assertThat(Ledger.approver(withdrawals::open)).hasSize(1);
    }

    @Test
    void a_correction_on_its_way_is_decided_first() {
        var source = ledger.replies.withSourceKey("REPLY").orElseThrow().id();
        propose("文件已废止");
        var correction = Ledger.clerk(() -> ledger.observations.correct(row, ledger.states(source, "312亿元"), "笔误"));
        assertRefused("withdrawal.preparation", () -> approver(() -> withdrawals.release(open())));
        ledger.pass(1);
        ledger.approve(ledger.submit(correction));
        assertThat(Ledger.approver(withdrawals::open)).as("what it spoke of stands no more").isEmpty();
        assertRefused("withdrawal.changed", () -> propose("旧的一版"));
    }

    @Test
    void a_correction_that_is_drafted_at_the_same_time_is_decided_first() {
        var source = ledger.replies.withSourceKey("REPLY").orElseThrow().id();
        var corrected = ledger.states(source, "312亿元");
        propose("文件已废止");
        var id = open();
        assertThatThrownBy(() -> releasedDuring(id,
                () -> clerk(() -> ledger.observations.correct(row, corrected, "笔误"))).get(20, TimeUnit.SECONDS))
                .cause().isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("withdrawal.preparation"));
        assertThat(ledger.known()).extracting(Observation::id).containsExactly(row);
    }

    @Test
    void whoever_publishes_and_then_turns_a_proposal_down_never_waits_for_one_who_decides_it() {
        propose("文件已废止");
        var id = open();
        assertThatThrownBy(() -> releasedDuring(id, () -> ledger.services.get(Moments.class).hold(),
                () -> approver(() -> withdrawals.keep(id, "文件仍有效"))).get(20, TimeUnit.SECONDS))
                .cause().isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("withdrawal.changed"));
        assertThat(ledger.known()).hasSize(1);
    }

    /** Decides a proposal after the first of some acts and before the transaction that does them all is over. */
    private CompletableFuture<Void> releasedDuring(long id, Runnable first, Runnable... others) {
        var released = new CompletableFuture<Void>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            first.run();
            released.completeAsync(() -> {
                approver(() -> withdrawals.release(id));
                return null;
            });
            assertThatThrownBy(() -> released.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            List.of(others).forEach(Runnable::run);
        });
        return released;
    }

    @Test
    void a_draft_is_not_withdrawn_this_way() {
        var draft = ledger.draft(ledger.states(ledger.source("OTHER", "2024-05-25"), "326亿元"));
        assertRefused("withdrawal.changed", () -> clerk(() -> withdrawals.propose(Withdrawal.Kind.STATEMENT, draft, "不要了")));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "STATISTICIAN", mode = EnumSource.Mode.EXCLUDE)
    void only_those_who_enter_figures_propose(Role role) {
        assertThatThrownBy(() -> as("li", role, () -> withdrawals.propose(Withdrawal.Kind.STATEMENT, row, "文件已废止")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void only_approvers_decide_each_within_the_own_scope() {
        propose("文件已废止");
        var id = open();
        assertThatThrownBy(() -> as("li", Role.STATISTICIAN, () -> withdrawals.release(id)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as("li", Role.STATISTICIAN, () -> withdrawals.keep(id, "不撤")))
                .isInstanceOf(AccessDeniedException.class);
        var elsewhere = new Scope(Set.of("310000"), Set.of());
        TestServices.as("qian", Role.APPROVER, elsewhere, () -> {
            assertThat(withdrawals.open()).isEmpty();
            assertThatThrownBy(() -> withdrawals.release(id)).isInstanceOf(AccessDeniedException.class);
            return null;
        });
        assertThat(ledger.known()).hasSize(1);
    }
}
