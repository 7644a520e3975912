package org.youju.workflow.chase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.APP_ACCOUNT;
import static org.youju.db.Tables.APP_ACCOUNT_DEPARTMENT;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;

import java.time.LocalDate;
import java.util.List;
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
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;

class ChasesTest extends BothEnginesTest {

    private static final CellKey CELL = new CellKey("TAX", "310105", Period.parse("2023"));

    private Ledger ledger;
    private Chases chases;
    private Notices notices;
    private LocalDate today;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        chases = ledger.services.get(Chases.class);
        notices = ledger.services.get(Notices.class);
        today = chases.today();
        for (var name : List.of("clerk", "colleague")) {
            dsl.insertInto(APP_ACCOUNT)
                    .set(APP_ACCOUNT.USERNAME, name)
                    .set(APP_ACCOUNT.DISPLAY_NAME, name)
                    .set(APP_ACCOUNT.PASSWORD_HASH, "-")
                    .set(APP_ACCOUNT.ROLE, Role.STATISTICIAN.name())
                    .execute();
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void ask(LocalDate due, String note) {
        Ledger.approver(() -> {
            chases.ask(CELL, null, due, note);
            return null;
        });
    }

    private Chase only() {
        return Ledger.approver(chases::all).getFirst();
    }

    private List<Notice.Kind> told(String username) {
        return TestServices.as(username, Role.STATISTICIAN, () -> notices.own(false)).stream().map(Notice::kind).toList();
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void those_who_enter_the_figure_are_told_that_it_is_asked_for() {
        ask(today.plusDays(7), "请补2023年数");
        assertThat(only().state()).isEqualTo(Chase.State.OPEN);
        assertThat(only().isOverdue(today.plusDays(7))).isFalse();
        assertThat(told("clerk")).containsExactly(Notice.Kind.CHASED);
        assertThat(told("colleague")).containsExactly(Notice.Kind.CHASED);
    }

    @Test
    void it_settles_itself_when_the_figure_comes_and_is_open_again_when_that_goes_back() {
        ask(today.plusDays(7), "请补2023年数");
        var submitted = ledger.submit(ledger.draft(ledger.states(ledger.source("REPLY", "2024-04-25"), "310亿元")));
        assertThat(only().state()).isEqualTo(Chase.State.SUBMITTED);
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "请核对")).getFirst();
        assertThat(only().state()).isEqualTo(Chase.State.OPEN);
        var again = ledger.submit(returned);
        assertThat(only().state()).isEqualTo(Chase.State.SUBMITTED);
        var recalled = Ledger.clerk(() -> ledger.observations.recall(List.of(again))).getFirst();
        assertThat(only().state()).isEqualTo(Chase.State.OPEN);
        ledger.approve(ledger.submit(recalled));
        assertThat(only().state()).isEqualTo(Chase.State.APPROVED);
        assertThat(only().endedAt()).isNotNull();
    }

    @Test
    void two_who_ask_at_once_ask_once() throws Exception {
        var second = new CompletableFuture<Void>();
        new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class)).executeWithoutResult(work -> {
            ask(today.plusDays(7), "请补2023年数");
            second.completeAsync(() -> {
                ask(today.plusDays(8), "也请补2023年数");
                return null;
            });
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThatThrownBy(() -> second.get(20, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo("chase.asked.already"));
        assertThat(Ledger.approver(chases::all)).hasSize(1);
    }

    @Test
    void what_waits_for_the_approver_is_not_asked_for_until_it_goes_back() {
        var submitted = ledger.submit(ledger.draft(ledger.states(ledger.source("REPLY", "2024-04-25"), "310亿元")));
        assertRefused("chase.submitted", () -> ask(today.plusDays(7), "请补2023年数"));
        assertThat(told("clerk")).isEmpty();
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "请核对")).getFirst();
        ask(today.plusDays(7), "请补2023年数");
        ledger.submit(returned);
        assertThat(only().state()).isEqualTo(Chase.State.SUBMITTED);
    }

    @Test
    void what_was_asked_for_before_and_is_with_the_approver_is_asked_for_anew_by_its_return_alone() {
        ask(today.plusDays(7), "请补2023年数");
        var submitted = ledger.submit(ledger.draft(ledger.states(ledger.source("REPLY", "2024-04-25"), "310亿元")));
        assertRefused("chase.submitted", () -> ask(today.plusDays(9), "请另补2023年数"));
        Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "请核对"));
        assertThat(Ledger.approver(chases::all)).singleElement()
                .satisfies(chase -> assertThat(chase.state()).isEqualTo(Chase.State.OPEN));
        assertRefused("chase.asked.already", () -> ask(today.plusDays(9), "请另补2023年数"));
    }

    @Test
    void open_ones_are_counted_and_of_the_others_the_newest_are_listed() {
        for (int n = 1; n <= 3; n++) {
            ask(today.plusDays(n), n + "");
            ledger.pass(1);
            Ledger.approver(() -> {
                chases.cancel(only().id());
                return null;
            });
        }
        ask(today, "请补2023年数");
        assertThat(Ledger.approver(() -> chases.list(2))).extracting(Chase::note)
                .containsExactly("请补2023年数", "3", "2");
        assertThat(Ledger.approver(() -> chases.list(0))).hasSize(1);
        assertThat(Ledger.approver(chases::count)).isEqualTo(new Chases.Count(1, 0));
        ledger.pass(48);
        int before = ledger.services.reads();
        assertThat(Ledger.approver(chases::count)).isEqualTo(new Chases.Count(1, 1));
        assertThat(ledger.services.reads() - before).isEqualTo(1);
        var elsewhere = new Scope(Set.of("310000"), Set.of());
        assertThat(TestServices.as("li", Role.STATISTICIAN, elsewhere, chases::count)).isEqualTo(new Chases.Count(0, 0));
        var other = new Scope(Set.of("310105"), Set.of("FGW"));
        assertThat(TestServices.as("li", Role.STATISTICIAN, other, () -> chases.list(9))).isEmpty();
    }

    @Test
    void who_asks_and_who_enters_are_told_once_that_it_is_overdue() {
        ask(today, "请补2023年数");
        chases.tellOverdue();
        assertThat(told("clerk")).containsExactly(Notice.Kind.CHASED);
        ledger.pass(24);
        chases.tellOverdue();
        chases.tellOverdue();
        assertThat(told("clerk")).containsExactly(Notice.Kind.OVERDUE, Notice.Kind.CHASED);
        assertThat(TestServices.as("approver", Role.APPROVER, () -> notices.own(true)))
                .extracting(Notice::kind).containsExactly(Notice.Kind.OVERDUE);
        assertThat(only().isOverdue(chases.today())).isTrue();
    }

    @Test
    void what_cannot_be_asked_is_refused_with_the_reason() {
        assertRefused("chase.note.empty", () -> ask(today, " "));
        assertRefused("words.markup", () -> ask(today, "<b>请报</b>"));
        assertRefused("chase.note.long", () -> ask(today, "长".repeat(1001)));
        assertRefused("chase.due.over", () -> ask(today.minusDays(1), "请补"));
        ask(today, "请补2023年数");
        assertRefused("chase.asked.already", () -> ask(today, "再催一次"));
        Ledger.approver(() -> {
            chases.cancel(only().id());
            return null;
        });
        assertRefused("chase.changed", () -> Ledger.approver(() -> {
            chases.cancel(only().id());
            return null;
        }));
        ledger.approved(ledger.states(ledger.source("REPLY", "2024-04-25"), "310亿元"));
        assertRefused("chase.stated", () -> ask(today, "请补2023年数"));
    }

    @Test
    void whoever_asks_names_the_department_where_none_answers_for_the_indicator() {
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorService.class).addDepartments(List.of(
                    new Department("FGW", "区发展改革委", "Development and Reform"), new Department("CZJ", "区财政局", "Finance")));
            return null;
        });
        dsl.insertInto(APP_ACCOUNT_DEPARTMENT)
                .select(select(APP_ACCOUNT.ID, DEPARTMENT.ID).from(APP_ACCOUNT).crossJoin(DEPARTMENT)
                        .where(APP_ACCOUNT.USERNAME.eq("colleague")).and(DEPARTMENT.CODE.eq("CZJ")))
                .execute();
        ask(today, "请补2023年数");
        assertThat(only().department()).as("nobody is named").isNull();
        assertThat(told("colleague")).isEmpty();
        Ledger.approver(() -> {
            chases.cancel(only().id());
            return null;
        });
        assertRefused("chase.department.gone", () -> askOf("NOBODY"));
        askOf("CZJ");
        var open = Ledger.approver(chases::all).getFirst();
        assertThat(open.department()).isEqualTo("CZJ");
        assertThat(told("colleague")).containsExactly(Notice.Kind.CHASED);
        var finance = new Scope(Set.of(), Set.of("CZJ"));
        assertThat(TestServices.as("colleague", Role.STATISTICIAN, finance, chases::all)).extracting(Chase::id)
                .containsExactly(open.id());
        assertThat(TestServices.as("wu", Role.STATISTICIAN, new Scope(Set.of(), Set.of("FGW")), chases::all)).isEmpty();
        TestServices.as("colleague", Role.STATISTICIAN, finance, () -> {
            chases.cancel(open.id());
            return null;
        });
        assertThat(Ledger.approver(chases::all)).allMatch(it -> it.state() == Chase.State.CANCELLED);
    }

    @Test
    void another_department_than_the_one_that_answers_for_the_indicator_is_not_asked() {
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorService.class).addDepartments(List.of(
                    new Department("FGW", "区发展改革委", "Development and Reform"), new Department("CZJ", "区财政局", "Finance")));
            return null;
        });
        askOf("CZJ");
        dsl.update(INDICATOR).set(INDICATOR.DEPARTMENT_ID,
                dsl.select(DEPARTMENT.ID).from(DEPARTMENT).where(DEPARTMENT.CODE.eq("FGW")).fetchSingle().value1()).execute();
        assertThat(only().department()).as("who answers for it is asked from now on").isEqualTo("FGW");
    }

    private void askOf(String department) {
        Ledger.approver(() -> {
            chases.ask(CELL, department, today, "请补2023年数");
            return null;
        });
    }

    @Test
    void only_those_who_prepare_and_approve_ask_and_only_within_their_scope() {
        for (var role : Set.of(Role.VIEWER, Role.ANALYST, Role.ADMIN)) {
            assertThatThrownBy(() -> TestServices.as("li", role, () -> {
                chases.ask(CELL, null, today, "请补");
                return null;
            })).isInstanceOf(AccessDeniedException.class);
        }
        var elsewhere = new Scope(Set.of("310000"), Set.of());
        assertThatThrownBy(() -> TestServices.as("li", Role.STATISTICIAN, elsewhere, () -> {
            chases.ask(CELL, null, today, "请补");
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        ask(today, "请补2023年数");
        assertThat(TestServices.as("li", Role.STATISTICIAN, elsewhere, chases::all)).isEmpty();
    }
}
