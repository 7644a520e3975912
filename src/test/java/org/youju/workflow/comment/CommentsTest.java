package org.youju.workflow.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.select;
import static org.youju.db.Tables.APP_ACCOUNT;
import static org.youju.db.Tables.APP_ACCOUNT_REGION;
import static org.youju.db.Tables.REGION;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.observation.ruling.Rulings;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.workflow.comment.Comment.FollowUp;
import org.youju.workflow.notice.Colleague;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;

class CommentsTest extends BothEnginesTest {

    private static final CellKey CELL = new CellKey("TAX", "310105", Period.parse("2023"));

    private Ledger ledger;
    private Comments comments;
    private Notices notices;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        comments = ledger.services.get(Comments.class);
        notices = ledger.services.get(Notices.class);
        account("wang", Role.APPROVER);
        account("leader", Role.VIEWER);
    }

    private void account(String name, Role role) {
        dsl.insertInto(APP_ACCOUNT)
                .set(APP_ACCOUNT.USERNAME, name)
                .set(APP_ACCOUNT.DISPLAY_NAME, name)
                .set(APP_ACCOUNT.PASSWORD_HASH, "-")
                .set(APP_ACCOUNT.ROLE, role.name())
                .execute();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Comments.Named write(String body, boolean followUp) {
        return Ledger.clerk(() -> comments.write(CELL, body, followUp));
    }

    private List<Comment> said() {
        return Ledger.clerk(() -> comments.of(CELL));
    }

    private List<Notice> told(String username, Role role) {
        return TestServices.as(username, role, () -> notices.own(false));
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void who_is_named_is_told_if_they_may_read_it() {
        var named = write("请@wang 和@leader 看看，邮箱 a@nobody", false);
        assertThat(named.told()).containsExactly("wang");
        assertThat(named.untold()).containsExactly("leader", "nobody");
        assertThat(told("wang", Role.APPROVER)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.MENTIONED);
            assertThat(notice.cell()).isEqualTo(CELL);
            assertThat(notice.words()).contains("看看");
            assertThat(notice.by()).isEqualTo("clerk");
        });
        assertThat(told("leader", Role.VIEWER)).isEmpty();
    }

    @Test
    void only_those_within_whose_scope_the_cell_lies_are_offered_and_told() {
        account("zhang", Role.STATISTICIAN);
        account("far", Role.STATISTICIAN);
        dsl.insertInto(REGION).set(REGION.CODE, "310000").set(REGION.NAME_ZH, "上海").set(REGION.NAME_EN, "Shanghai")
                .execute();
        dsl.insertInto(APP_ACCOUNT_REGION)
                .set(APP_ACCOUNT_REGION.ACCOUNT_ID,
                        select(APP_ACCOUNT.ID).from(APP_ACCOUNT).where(APP_ACCOUNT.USERNAME.eq("far")))
                .set(APP_ACCOUNT_REGION.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq("310000")))
                .execute();
        assertThat(Ledger.clerk(() -> comments.colleagues(CELL))).extracting(Colleague::username)
                .containsExactly("wang", "zhang");
        assertThat(TestServices.as("wang", Role.APPROVER, () -> comments.colleagues(CELL)))
                .extracting(Colleague::username).containsExactly("zhang");
        assertThat(write("@zhang @far 看看", false).untold()).containsExactly("far");
        assertThat(told("far", Role.STATISTICIAN)).isEmpty();
    }

    @Test
    void those_who_approve_read_comments_and_write_none() {
        write("核对口径", true);
        TestServices.as("wang", Role.APPROVER, () -> {
            assertThat(comments.of(CELL)).hasSize(1);
            assertThatThrownBy(() -> comments.write(CELL, "好", false)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> comments.settle(comments.of(CELL).getFirst().id(), true))
                    .isInstanceOf(AccessDeniedException.class);
            return null;
        });
    }

    @Test
    void code_of_a_page_is_refused_and_a_comparison_is_not() {
        for (var code : List.of("看<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "</b>")) {
            assertThatThrownBy(() -> write(code, false)).isInstanceOfSatisfying(RuleViolation.class,
                    refused -> assertThat(refused.key()).isEqualTo("words.markup"));
        }
        assertThat(said()).isEmpty();
        write("2022<2023，a<b 且 c > d", false);
        assertThat(said()).hasSize(1);
        assertThat(Ledger.clerk(() -> comments.commented("310105", Set.of("TAX")))).containsExactly(CELL);
        assertThat(TestServices.within("310000", () -> comments.commented("310105", Set.of("TAX"))))
                .as("another scope sees no mark").isEmpty();
    }

    @Test
    void what_is_to_be_done_is_settled_and_opened_again() {
        write("核对口径", true);
        var id = said().getFirst().id();
        turn(id, true);
        assertThat(said().getFirst().followUp()).isEqualTo(FollowUp.SETTLED);
        assertThat(said().getFirst().settledBy()).isEqualTo("clerk");
        assertRefused("comment.changed", () -> turn(id, true));
        turn(id, false);
        assertThat(said().getFirst().followUp()).isEqualTo(FollowUp.OPEN);
        write("随便说说", false);
        assertRefused("comment.changed", () -> turn(said().getLast().id(), true));
    }

    private void turn(long id, boolean done) {
        Ledger.clerk(() -> {
            comments.settle(id, done);
            return null;
        });
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertRefused("comment.empty", () -> write("  ", false));
        assertRefused("comment.long", () -> write("长".repeat(2001), false));
        assertThat(said()).isEmpty();
    }

    @Test
    void others_neither_read_nor_write_them() {
        for (var role : Set.of(Role.VIEWER, Role.ANALYST, Role.ADMIN)) {
            assertThatThrownBy(() -> TestServices.as("li", role, () -> comments.of(CELL)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> TestServices.as("li", Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()),
                () -> comments.write(CELL, "好", false))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoever_entered_a_figure_is_told_what_was_decided_about_it() {
        var first = ledger.submit(ledger.draft(ledger.states(ledger.source("ONE", "2024-04-25"), "310亿元")));
        Ledger.approver(() -> ledger.observations.giveBack(List.of(first), "请核对口径"));
        ledger.approved(ledger.states(ledger.source("TWO", "2024-05-25"), "326亿元"));
        var third = ledger.approved(ledger.states(ledger.source("THREE", "2024-06-25"), "327亿元"));
        Ledger.approver(() -> {
            ledger.services.get(Rulings.class).rule(third, "以决算为准");
            return null;
        });
        assertThat(told("clerk", Role.STATISTICIAN)).extracting(Notice::kind).containsExactly(Notice.Kind.RULING,
                Notice.Kind.APPROVED, Notice.Kind.APPROVED, Notice.Kind.RETURNED);
        assertThat(told("clerk", Role.STATISTICIAN).getLast().words()).contains("310亿元", "请核对口径");
        assertThat(told("approver", Role.APPROVER)).isEmpty();
    }

    @Test
    void a_person_marks_only_their_own_notices() {
        write("请@wang 看看", false);
        var id = told("wang", Role.APPROVER).getFirst().id();
        mark("li", id, true);
        assertThat(TestServices.as("wang", Role.APPROVER, notices::unread)).isEqualTo(1);
        mark("wang", id, true);
        assertThat(TestServices.as("wang", Role.APPROVER, notices::unread)).isZero();
        assertThat(TestServices.as("wang", Role.APPROVER, () -> notices.own(true))).isEmpty();
        mark("wang", id, false);
        assertThat(TestServices.as("wang", Role.APPROVER, notices::unread)).isEqualTo(1);
        TestServices.as("wang", Role.APPROVER, () -> {
            notices.markAll();
            return null;
        });
        assertThat(TestServices.as("wang", Role.APPROVER, notices::unread)).isZero();
    }

    @Test
    void a_comment_is_read_with_the_names_of_those_whom_it_mentions() {
        UnaryOperator<String> names = account -> account.equals("wu.min") ? "吴敏" : account;
        assertThat(Comments.shown("@Wu.Min 请核对，抄＠li；a@b.cn", names)).isEqualTo("@吴敏 请核对，抄＠li；a@b.cn");
        assertThat(Comments.shown("@x", account -> "$1")).isEqualTo("@$1");
    }

    private void mark(String username, long id, boolean read) {
        TestServices.as(username, Role.APPROVER, () -> {
            notices.mark(List.of(id), read);
            return null;
        });
    }
}
