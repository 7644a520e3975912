package org.youju.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.AUDIT_EVENT;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.Named;
import org.youju.base.RuleViolation;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.figure.Period;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.State;
import org.youju.security.Role;

class DecisionsTest extends BothEnginesTest {

    private Ledger ledger;
    private ToDo toDo;
    private Decisions decisions;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow", "org.youju.security.audit");
        toDo = ledger.services.get(ToDo.class);
        decisions = ledger.services.get(Decisions.class);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private long submitted(String key) {
        return ledger.submit(ledger.draft(ledger.states(ledger.source(key, "2024-05-01"), "326亿元")));
    }

    private List<Item> waiting() {
        return Ledger.approver(toDo::submitted);
    }

    @Test
    void a_whole_batch_goes_together() {
        submitted("ONE");
        submitted("TWO");
        var answer = Ledger.approver(() -> decisions.approve(waiting()));
        assertThat(answer.done()).isEqualTo(2);
        assertThat(answer.left()).isEmpty();
        assertThat(ledger.known()).hasSize(2);
    }

    /** How often the database is read for a batch of some rows. */
    private int reads(int rows, Function<List<Item>, Decisions.Answer> deed) {
        for (int i = 0; i < rows; i++) {
            submitted("B" + rows + "-" + i);
        }
        var items = waiting();
        assertThat(items).hasSize(rows);
        var before = ledger.services.reads();
        assertThat(Ledger.approver(() -> deed.apply(items)).done()).isEqualTo(rows);
        return ledger.services.reads() - before;
    }

    @Test
    void a_large_batch_is_approved_reading_as_often_as_a_small_one() {
        assertThat(reads(20, decisions::approve)).isEqualTo(reads(2, decisions::approve));
    }

    @Test
    void a_large_batch_is_sent_back_reading_as_often_as_a_small_one() {
        assertThat(reads(20, items -> decisions.giveBack(items, "请核对")))
                .isEqualTo(reads(2, items -> decisions.giveBack(items, "请核对")));
    }

    @Test
    void one_that_is_refused_among_many_does_not_make_each_of_them_be_read_anew() {
        for (int i = 0; i < 32; i++) {
            submitted("M" + i);
        }
        var items = waiting();
        var before = ledger.services.reads();
        var all = Ledger.approver(() -> decisions.approve(items.subList(0, 1)));
        assertThat(all.done()).isEqualTo(1);
        var alone = ledger.services.reads() - before;
        before = ledger.services.reads();
        var answer = Ledger.approver(() -> decisions.approve(items));
        assertThat(answer.left()).hasSize(1);
        assertThat(answer.done()).isEqualTo(31);
        assertThat(ledger.services.reads() - before).isLessThan(14 * alone);
    }

    /** How often the database is read until all of some figures, which an important rule forbids, are refused. */
    private int readsOfRefused(int years) {
        var source = ledger.source("R" + years, "2024-05-01");
        var row = ledger.states(source, "326亿元");
        var ids = IntStream.range(0, years).mapToLong(i -> ledger.submit(ledger.draft(new NewObservation(
                row.indicator(), row.region(), Period.parse(Integer.toString(1990 + i)), null, source,
                row.figure(), row.status(), null, null, null, row.citationIds())))).boxed().collect(Collectors.toSet());
        var items = waiting().stream().filter(item -> ids.contains(item.id())).toList();
        var before = ledger.services.reads();
        var answer = Ledger.approver(() -> decisions.approve(items));
        var reads = ledger.services.reads() - before;
        assertThat(answer.done()).isZero();
        assertThat(answer.left()).hasSize(years).allSatisfy((item, why) -> {
            assertThat(why.key()).isEqualTo("check.rule.open");
            assertThat(((Named) why.arguments()[1]).name(Locale.ENGLISH))
                    .isEqualTo(((Item.Statement) item).row().period().code());
        });
        return reads;
    }

    @Test
    void many_that_break_a_rule_are_refused_reading_as_often_as_for_few() {
        forbidMoreThan("300");
        readsOfRefused(1);
        assertThat(readsOfRefused(24)).isEqualTo(readsOfRefused(2));
    }

    @Test
    void what_a_rule_keeps_back_is_taken_out_at_once_and_the_others_go() {
        forbidMoreThan("300");
        submitted("HIGH");
        var low = ledger.submit(ledger.draft(ledger.states(ledger.source("LOW", "2024-05-01"), "88亿元")));
        var answer = Ledger.approver(() -> decisions.approve(waiting()));
        assertThat(answer.done()).as("each by its own figure, though both are of one cell").isEqualTo(1);
        assertThat(answer.left().sequencedValues()).extracting(RuleViolation::key).containsExactly("check.rule.open");
        assertThat(waiting()).extracting(Item::id).hasSize(1).doesNotContain(low);
    }

    private void forbidMoreThan(String bound) {
        Ledger.clerk(() -> ledger.services.get(RuleService.class).add(
                Rule.of(new Condition.Range("TAX", null, new BigDecimal(bound)), Importance.HIGH)));
    }

    @Test
    void what_was_decided_meanwhile_is_left_with_the_reason_and_the_others_go() {
        submitted("ONE");
        var second = submitted("TWO");
        submitted("THREE");
        var items = waiting();
        Ledger.approver(() -> ledger.observations.giveBack(List.of(second), "请核对"));
        var answer = Ledger.approver(() -> decisions.approve(items));
        assertThat(answer.done()).isEqualTo(2);
        assertThat(answer.left().values()).extracting(RuleViolation::key).containsExactly("observation.step.changed");
        assertThat(ledger.known()).hasSize(2);
    }

    @Test
    void what_somebody_submitted_themselves_is_left_for_others() {
        submitted("ONE");
        var own = TestServices.as("approver", Role.STATISTICIAN, () -> ledger.observations.submit(
                ledger.observations.draft(List.of(ledger.states(ledger.source("OWN", "2024-05-01"), "88亿元")))));
        var answer = Ledger.approver(() -> decisions.approve(waiting()));
        assertThat(answer.done()).isEqualTo(1);
        assertThat(answer.left()).hasSize(1).allSatisfy((item, why) -> {
            assertThat(item.id()).isEqualTo(own.getFirst());
            assertThat(why.key()).isEqualTo("observation.step.own");
        });
    }

    @Test
    void the_audit_trail_tells_only_what_went() {
        submitted("ONE");
        var second = submitted("TWO");
        var items = waiting();
        Ledger.approver(() -> ledger.observations.giveBack(List.of(second), "请核对"));
        Ledger.approver(() -> decisions.approve(items));
        assertThat(dsl.fetchCount(AUDIT_EVENT, AUDIT_EVENT.ENTITY.eq("observation")
                .and(AUDIT_EVENT.ACTION.eq("approve")))).isEqualTo(1);
    }

    @Test
    void a_batch_is_sent_back_with_its_reason() {
        submitted("ONE");
        submitted("TWO");
        var answer = Ledger.approver(() -> decisions.giveBack(waiting(), "口径不对"));
        assertThat(answer.done()).isEqualTo(2);
        assertThat(Ledger.clerk(toDo::unfinished)).hasSize(2).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(State.RETURNED);
            assertThat(item.reason()).isEqualTo("口径不对");
        });
    }

    @Test
    void without_a_reason_nothing_is_sent_back() {
        submitted("ONE");
        var answer = Ledger.approver(() -> decisions.giveBack(waiting(), " "));
        assertThat(answer.done()).isZero();
        assertThat(answer.left().values()).extracting(RuleViolation::key)
                .containsExactly("observation.step.return-reason");
        assertThat(Ledger.approver(() -> decisions.giveBack(waiting(), "<script>alert(1)</script>")).left().values())
                .extracting(RuleViolation::key).containsExactly("words.markup");
        assertThat(waiting()).hasSize(1);
    }
}
