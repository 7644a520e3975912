package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.observation.CellDrafts.Grounds;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;

/** Each way into the store takes no new figure of a retired indicator, and lets those that are there be corrected. */
class RetiredIndicatorTest extends BothEnginesTest {

    private Ledger ledger;
    private CellDrafts cells;
    private Restorer restorer;
    private long source;

    @BeforeEach
    void open() {
        ledger = new Ledger(database);
        cells = ledger.services.get(CellDrafts.class);
        restorer = ledger.services.get(Restorer.class);
        source = ledger.source("REPLY", "2024-04-25");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void retire() {
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorKeeper.class).retire("TAX", 0);
            return null;
        });
    }

    private static void assertRefused(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo("indicator.retired"));
    }

    private Outcome write(@Nullable String printed, long seen, @Nullable Long restores) {
        return Ledger.clerk(() -> cells.write("310105", List.of(new Write(new CellKey("TAX", "310105", Period.parse("2023")),
                printed == null ? null : Ledger.figure(printed), seen, restores, Grounds.AS_BEFORE)))).getFirst();
    }

    private static void assertRefused(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo("indicator.retired"));
    }

    private long returned(long draft) {
        var submitted = ledger.submit(draft);
        return Ledger.approver(() -> ledger.observations.giveBack(List.of(submitted), "核对")).getFirst();
    }

    @Test
    void a_statement_is_not_drafted() {
        retire();
        assertRefused(() -> ledger.draft(ledger.states(source, "310亿元")));
    }

    @Test
    void what_was_returned_is_given_up_not_mended() {
        var returned = returned(ledger.draft(ledger.states(source, "310亿元")));
        retire();
        var mended = ledger.states(source, "311亿元");
        assertRefused(() -> Ledger.clerk(() -> ledger.observations.mend(returned, mended)));
        Ledger.clerk(() -> {
            ledger.observations.giveUp(List.of(returned));
            return null;
        });
    }

    @Test
    void a_cell_is_not_written_and_may_be_emptied() {
        var draft = ((Outcome.Kept) write("310亿元", 0, null)).id();
        retire();
        assertRefused(write("311亿元", draft, null));
        assertThat(write(null, draft, null)).isInstanceOf(Outcome.Emptied.class);
        assertRefused(write("310亿元", 0, draft));
    }

    @Test
    void what_was_returned_does_not_come_back_into_its_cell() {
        var returned = returned(ledger.draft(ledger.states(source, "310亿元")));
        var draft = ((Outcome.Kept) write("311亿元", returned, null)).id();
        retire();
        assertRefused(write("310亿元", draft, returned));
    }

    @Test
    void what_was_never_approved_is_not_restored() {
        var draft = ledger.draft(ledger.states(source, "310亿元"));
        Ledger.clerk(() -> {
            ledger.observations.giveUp(List.of(draft));
            return null;
        });
        retire();
        assertRefused(() -> Ledger.clerk(() -> restorer.restore(draft, "恢复")));
    }

    @Test
    void what_is_approved_is_corrected_mended_written_over_and_restored() {
        var first = ledger.approved(ledger.states(source, "310亿元"));
        retire();
        var corrected = Ledger.clerk(() -> ledger.observations.correct(first, ledger.states(source, "312亿元"), "笔误"));
        var written = ((Outcome.Kept) write("312.5亿元", corrected, null)).id();
        var returned = returned(written);
        var mended = Ledger.clerk(() -> ledger.observations.mend(returned, ledger.states(source, "313亿元")));
        var second = ledger.approve(ledger.submit(mended));
        ledger.approve(ledger.submit(Ledger.clerk(() -> restorer.restore(corrected, "恢复更正"))));
        var last = ledger.approve(ledger.submit(Ledger.clerk(() -> restorer.restore(second, "恢复"))));
        Ledger.approver(() -> {
            ledger.observations.revoke(last, "clerk", "误录");
            return null;
        });
        ledger.pass(1);
        ledger.approve(ledger.submit(Ledger.clerk(() -> restorer.restore(first, "恢复最初的数"))));
        assertThat(ledger.known()).extracting(Observation::stated).containsExactly("310亿元");
    }
}
