package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.history.Version;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyQuery;
import org.youju.security.Role;

class CellDraftsTest extends BothEnginesTest {

    private Ledger ledger;
    private CellDrafts drafts;

    @BeforeEach
    void open() {
        ledger = new Ledger(database);
        drafts = ledger.services.get(CellDrafts.class);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_typed_figure_is_a_draft_of_the_regions_ledger_that_owes_its_source() {
        var draft = kept(write("2023", "310亿元", 0));
        assertThat(draft.reply().kind()).isEqualTo(ReplyKind.LEDGER);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.isSourced()).isFalse();
        assertThat(ledger.replies.search(new ReplyQuery(null, null, null, null, false), 0, 1)).isEmpty();
        assertRefused("observation.uncited", () -> ledger.submit(draft.id()));
        var excused = Ledger.clerk(() -> drafts.excuse(draft.id(), "内部报表"));
        ledger.approve(ledger.submit(excused.id()));
        assertThat(ledger.known()).singleElement().satisfies(o -> {
            assertThat(o.figure().printed()).isEqualTo("310亿元");
            assertThat(o.uncitedReason()).isEqualTo("内部报表");
        });
    }

    @Test
    void of_many_cells_each_is_answered_for_itself() {
        ledger.approved(ledger.states(ledger.source("REPLY", "2024-04-25"), "310亿元"));
        var outcomes = Ledger.clerk(() -> drafts.write("310105", List.of(typed("2021", "280亿元", 0),
                typed("2022", null, 0), typed("2023", "311亿元", 0), typed("2024", "320亿元", 4711))));
        assertThat(outcomes).satisfiesExactly(
                o -> assertThat(kept(o).figure().printed()).isEqualTo("280亿元"),
                o -> assertThat(o).isEqualTo(new Outcome.Same()),
                o -> assertThat(refusal(o)).isEqualTo("observation.cell.approved"),
                o -> assertThat(o).isEqualTo(new Outcome.Overtaken(null)));
    }

    @Test
    void who_comes_later_is_told_what_the_other_has_written() {
        var first = kept(write("2023", "310亿元", 0));
        assertThat(write("2023", "311亿元", 0)).isEqualTo(new Outcome.Overtaken(first));
        var second = kept(write("2023", "311亿元", first.id()));
        assertThat(write("2023", "312亿元", first.id())).isEqualTo(new Outcome.Overtaken(second));
        assertThat(write("2023", "311亿元", second.id())).isEqualTo(new Outcome.Same());
    }

    @Test
    void a_cell_is_emptied_and_its_figure_restored_with_its_reason_and_nothing_is_lost() {
        var typed = kept(write("2023", "310亿元", 0));
        var draft = Ledger.clerk(() -> drafts.excuse(typed.id(), "内部报表"));
        assertThat(write("2023", null, draft.id())).isEqualTo(new Outcome.Emptied(draft));
        ledger.pass(1);
        var restored = kept(Ledger.clerk(() -> drafts.write("310105", List.of(new Write(cell("2023"), draft.figure(),
                0, draft.id(), CellDrafts.Grounds.AS_BEFORE)))).getFirst());
        assertThat(restored.uncitedReason()).isEqualTo("内部报表");
        assertThat(Ledger.clerk(() -> drafts.trail(cell("2023")))).extracting(Observation::id)
                .containsExactly(restored.id(), draft.id(), typed.id());
        assertThat(Ledger.clerk(() -> drafts.trail(cell("2023"), 2))).extracting(Observation::id)
                .containsExactly(restored.id(), draft.id());
    }

    @Test
    void what_waits_for_approval_is_locked_and_what_was_returned_is_written_anew() {
        var source = ledger.source("REPLY", "2024-04-25");
        var submitted = ledger.submit(ledger.draft(ledger.states(source, "310亿元")));
        assertThat(refusal(write("2023", "311亿元", submitted))).isEqualTo("observation.cell.submitted");
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "核对单位")).getFirst();
        var draft = kept(write("2023", "311亿元", returned));
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.citations()).hasSize(1);
        assertThat(draft.reply().sourceKey()).isEqualTo("REPLY");
        assertThat(refusal(write("2023", null, draft.id()))).isEqualTo("observation.cell.cited");
        ledger.approve(ledger.submit(draft.id()));
    }

    @Test
    void what_was_returned_and_is_written_over_stands_returned_again_once_that_is_taken_back() {
        var source = ledger.source("REPLY", "2024-04-25");
        var submitted = ledger.submit(ledger.draft(ledger.states(source, "310亿元")));
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "核对单位")).getFirst();
        var row = Ledger.clerk(() -> ledger.observations.observation(returned));
        for (var text : List.of("311亿元", "310亿元")) {
            var before = Ledger.clerk(() -> drafts.current(List.of(cell("2023")))).getFirst();
            var draft = kept(write("2023", text, before.id()));
            assertThat(draft.state()).isEqualTo(State.DRAFT);
            ledger.pass(1);
            assertThat(restore(row, before.id())).as("somebody else has written since").isInstanceOf(Outcome.Overtaken.class);
            assertThat(kept(restore(row, draft.id()))).satisfies(it -> {
                assertThat(it.state()).isEqualTo(State.RETURNED);
                assertThat(it.reason()).isEqualTo("核对单位");
                assertThat(it.citations()).isEqualTo(row.citations());
                assertThat(it.figure().printed()).isEqualTo("310亿元");
            });
        }
        var again = kept(write("2023", "312亿元", Ledger.clerk(() -> drafts.current(List.of(cell("2023")))).getFirst().id()));
        var handed = ledger.submit(again.id());
        var anew = Ledger.approver(() -> ledger.observations.giveBack(List.of(handed), "再核对")).getFirst();
        var last = kept(write("2023", "313亿元", anew));
        assertThat(kept(restore(row, last.id())).state()).as("it was handed over since").isEqualTo(State.DRAFT);
    }

    @Test
    void what_was_returned_and_is_emptied_stands_returned_again_once_that_is_taken_back() {
        var draft = kept(write("2023", "310亿元", 0));
        var excused = Ledger.clerk(() -> drafts.excuse(draft.id(), "内部报表"));
        var submitted = ledger.submit(excused.id());
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "核对单位")).getFirst();
        var row = Ledger.clerk(() -> ledger.observations.observation(returned));
        assertThat(write("2023", null, returned)).isInstanceOf(Outcome.Emptied.class);
        ledger.pass(1);
        assertThat(kept(restore(row, 0))).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.RETURNED);
            assertThat(it.reason()).isEqualTo("核对单位");
            assertThat(it.uncitedReason()).isEqualTo("内部报表");
        });
    }

    @Test
    void what_is_said_about_a_returned_figure_leaves_it_returned_and_makes_an_author_of_whoever_says_it() {
        var draft = kept(write("2023", "310亿元", 0));
        var excused = Ledger.clerk(() -> drafts.excuse(draft.id(), "内部报表"));
        var submitted = ledger.submit(excused.id());
        var returned = Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "核对单位")).getFirst();
        ledger.pass(1);
        var anew = TestServices.as("wu", Role.STATISTICIAN, () -> drafts.excuse(returned, "月报"));
        assertThat(anew.state()).isEqualTo(State.RETURNED);
        assertThat(anew.reason()).isEqualTo("核对单位");
        assertThat(anew.uncitedReason()).isEqualTo("月报");
        ledger.pass(1);
        var source = ledger.source("REPLY", "2024-04-25");
        var quote = Ledger.clerk(() -> ledger.replies.quote(source, "310亿元"));
        var cited = Ledger.clerk(() -> drafts.cite(anew.id(), quote.id(), null));
        assertThat(cited.state()).isEqualTo(State.RETURNED);
        ledger.pass(1);
        assertThat(Version.of(Ledger.clerk(() -> drafts.trail(cell("2023"))))).extracting(Version::why)
                .containsExactly(null, null, "核对单位", null, null, null);
        var handed = ledger.submit(cited.id());
        assertThat(Ledger.clerk(() -> ledger.observations.observation(handed)).reason()).isNull();
        assertThatThrownBy(() -> TestServices.as("wu", Role.APPROVER, () -> ledger.observations.approve(List.of(handed))))
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.key()).isEqualTo("observation.step.own"));
        ledger.approve(handed);
    }

    private Outcome restore(Observation row, long seen) {
        return Ledger.clerk(() -> drafts.write("310105", List.of(new Write(row.cell(), row.figure(), seen, row.id(),
                CellDrafts.Grounds.AS_BEFORE)))).getFirst();
    }

    @Test
    void a_citation_makes_the_draft_a_statement_of_its_document() {
        var draft = kept(write("2023", "310亿元", 0));
        var source = ledger.source("REPLY", "2024-04-25");
        var citation = Ledger.clerk(() -> ledger.replies.quote(source, "310亿元"));
        var cited = Ledger.clerk(() -> drafts.cite(draft.id(), citation.id(), null));
        assertThat(cited.reply().id()).isEqualTo(source);
        assertThat(cited.citations()).extracting(c -> c.id()).containsExactly(citation.id());
        assertThat(Ledger.clerk(() -> drafts.inPreparation("310105", List.of("TAX"), 2023, 2023)))
                .extracting(Observation::id).containsExactly(cited.id());
        ledger.approve(ledger.submit(cited.id()));
        var other = kept(write("2022", "262亿元", 0));
        assertRefused("observation.step.changed", () -> Ledger.clerk(() -> drafts.cite(draft.id(), citation.id(), null)));
        assertRefused("observation.cell.stated", () -> {
            var again = Ledger.clerk(() -> drafts.cite(other.id(), citation.id(), null));
            Ledger.clerk(() -> drafts.excuse(again.id(), "内部报表"));
        });
    }

    @Test
    void who_may_not_edit_writes_nothing_and_who_is_of_another_region_neither() {
        assertThatThrownBy(() -> Ledger.approver(() -> drafts.write("310105", List.of(typed("2023", "1亿元", 0)))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(ledger.known()).isEmpty();
    }

    @Test
    void of_people_who_write_the_same_cells_at_once_one_wins_each() throws Exception {
        var years = IntStream.rangeClosed(2001, 2020).mapToObj(Integer::toString).toList();
        write("2000", "1亿元", 0);
        try (var people = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4).<Callable<List<Outcome>>>mapToObj(who -> () ->
                    TestServices.as("clerk" + who, Role.STATISTICIAN, () -> drafts.write("310105",
                            years.stream().map(year -> typed(year, who + 1 + "亿元", 0)).toList()))).toList();
            var outcomes = people.invokeAll(all).stream().map(future -> future.resultNow()).toList();
            for (int at = 0; at < years.size(); at++) {
                int year = at;
                assertThat(outcomes.stream().filter(o -> o.get(year) instanceof Outcome.Kept)).hasSize(1);
                assertThat(outcomes.stream().filter(o -> o.get(year) instanceof Outcome.Overtaken)).hasSize(3);
            }
        }
    }

    private Outcome write(String period, @Nullable String text, long seen) {
        return Ledger.clerk(() -> drafts.write("310105", List.of(typed(period, text, seen)))).getFirst();
    }

    private static Write typed(String period, @Nullable String text, long seen) {
        return new Write(cell(period), text == null ? null : Ledger.figure(text), seen);
    }

    private static CellKey cell(String period) {
        return new CellKey("TAX", "310105", Period.parse(period));
    }

    private Observation kept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return ledger.kept(outcome);
    }

    private static String refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).why().key();
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
