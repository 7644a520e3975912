package org.youju.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.check.Agreement;
import org.youju.figure.Period;
import org.youju.observation.Ledger;
import org.youju.observation.Narrowing;
import org.youju.observation.NewObservation;
import org.youju.observation.State;
import org.youju.security.Role;
import org.youju.security.Scope;

class ToDoTest extends BothEnginesTest {

    private Ledger ledger;
    private ToDo toDo;
    private long source;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        toDo = ledger.services.get(ToDo.class);
        source = ledger.source("REPLY", "2024-04-25");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<Item> submitted() {
        return Ledger.approver(toDo::submitted);
    }

    private static <T> T within(Scope scope, Role role, Supplier<T> work) {
        return TestServices.as("limited", role, scope, work);
    }

    private long another(String key) {
        return ledger.submit(ledger.draft(ledger.states(ledger.source(key, "2024-05-01"), "326亿元")));
    }

    @Test
    void what_was_submitted_waits_for_the_approver_with_what_is_known_of_its_cell() {
        ledger.approved(ledger.states(source, "约310亿元"));
        another("LATER");
        assertThat(submitted()).singleElement().isInstanceOfSatisfying(Item.Statement.class, item -> {
            assertThat(item.figure().printed()).isEqualTo("326亿元");
            assertThat(item.by()).isEqualTo("clerk");
            assertThat(item.comparisons()).singleElement()
                    .satisfies(it -> assertThat(it.agreement()).isEqualTo(Agreement.REVISION));
        });
    }

    @Test
    void items_are_approved_together() {
        another("ONE");
        another("TWO");
        var items = submitted();
        Ledger.approver(() -> {
            toDo.approve(items);
            return null;
        });
        assertThat(ledger.known()).hasSize(2);
        assertThat(submitted()).isEmpty();
    }

    @Test
    void where_one_is_refused_none_is_approved() {
        another("ONE");
        var second = another("TWO");
        var items = submitted();
        Ledger.approver(() -> ledger.observations.giveBack(List.of(second), "请核对"));
        assertThatThrownBy(() -> Ledger.approver(() -> {
            toDo.approve(items);
            return null;
        })).isInstanceOf(RuleViolation.class);
        assertThat(ledger.known()).isEmpty();
    }

    @Test
    void what_is_sent_back_waits_for_those_who_enter_with_the_reason() {
        another("ONE");
        var items = submitted();
        Ledger.approver(() -> {
            toDo.giveBack(items, "请核对单位");
            return null;
        });
        assertThat(submitted()).isEmpty();
        assertThat(Ledger.clerk(toDo::unfinished)).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(State.RETURNED);
            assertThat(item.reason()).isEqualTo("请核对单位");
        });
    }

    @Test
    void what_is_recalled_waits_for_no_approver_and_for_those_who_enter_again() {
        another("ONE");
        var items = Ledger.clerk(toDo::submitted);
        assertThat(items).allMatch(item -> Ledger.clerk(() -> toDo.mayRecall(item)))
                .noneMatch(item -> TestServices.as("colleague", Role.STATISTICIAN, () -> toDo.mayRecall(item)))
                .noneMatch(item -> Ledger.approver(() -> toDo.mayRecall(item)));
        Ledger.clerk(() -> {
            toDo.recall(items);
            return null;
        });
        assertThat(submitted()).isEmpty();
        assertThat(Ledger.clerk(toDo::unfinished)).singleElement()
                .satisfies(item -> assertThat(item.state()).isEqualTo(State.DRAFT));
    }

    @Test
    void another_scopes_items_are_neither_seen_nor_decided_about() {
        another("ONE");
        var items = submitted();
        var elsewhere = new Scope(Set.of("310000"), Set.of());
        assertThat(within(elsewhere, Role.APPROVER, toDo::submitted)).isEmpty();
        assertThat(within(new Scope(Set.of("310105"), Set.of()), Role.APPROVER, toDo::submitted)).hasSize(1);
        assertThatThrownBy(() -> within(elsewhere, Role.APPROVER, () -> {
            toDo.approve(items);
            return null;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> within(elsewhere, Role.APPROVER, () -> {
            toDo.giveBack(items, "请核对");
            return null;
        })).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void those_who_read_only_what_is_approved_are_refused() {
        assertThatThrownBy(() -> within(Scope.ALL, Role.VIEWER, toDo::submitted))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void what_is_asked_for_is_found_however_much_waits_before_it() {
        var of = ledger.states(source, "326亿元");
        var drafts = Ledger.clerk(() -> ledger.observations.draft(IntStream.rangeClosed(1, ToDo.MOST)
                .mapToObj(month -> in(of, Period.parse("%04d-%02d".formatted(1960 + month / 12, month % 12 + 1))))
                .toList()));
        Ledger.clerk(() -> ledger.observations.submit(drafts));
        ledger.pass(1);
        ledger.submit(ledger.draft(in(of, Period.parse("2023"))));
        assertThat(submitted()).hasSize(ToDo.MOST).extracting(Item::since).doesNotContain(ledger.services.now());
        assertThat(wanted(new Narrowing(null, null, "2023", null))).singleElement()
                .satisfies(item -> assertThat(item.figure().printed()).isEqualTo("326亿元"));
        assertThat(wanted(new Narrowing(Set.of("TAX"), null, null, source))).hasSize(ToDo.MOST);
        assertThat(wanted(new Narrowing(Set.of(), null, null, null))).isEmpty();
        assertThat(wanted(new Narrowing(null, "FGW", null, null))).isEmpty();
        assertThat(wanted(new Narrowing(null, null, null, source + 1))).isEmpty();
        assertThat(Ledger.approver(toDo::choices)).satisfies(choices -> {
            assertThat(choices.indicators()).containsExactly("TAX");
            assertThat(choices.periods()).hasSize(ToDo.MOST + 1).contains("2023");
        });
    }

    private List<Item> wanted(Narrowing narrowing) {
        return Ledger.approver(() -> toDo.submittedOf(narrowing));
    }

    private static NewObservation in(NewObservation of, Period period) {
        return new NewObservation(of.indicator(), of.region(), period, null, of.replyId(), of.figure(), of.status(), null,
                null, null, of.citationIds());
    }
}
