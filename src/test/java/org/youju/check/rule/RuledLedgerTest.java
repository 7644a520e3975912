package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.youju.BothEnginesTest;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.observation.Observation;

/** Figures of one indicator, and rules that they are held against, on each engine. */
abstract class RuledLedgerTest extends BothEnginesTest {

    Ledger ledger;
    RuleService rules;
    CellDrafts drafts;

    @BeforeEach
    void openLedger() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check");
        rules = ledger.services.get(RuleService.class);
        drafts = ledger.services.get(CellDrafts.class);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    static CellKey cell(String period) {
        return new CellKey("TAX", "310105", Period.parse(period));
    }

    long add(Rule rule) {
        return Ledger.clerk(() -> rules.add(rule));
    }

    /** Types a figure into a cell that has none. */
    Observation write(String period, String printed) {
        return write(period, printed, 0);
    }

    /** @param seen number of the draft that it is typed over, 0 for none */
    Observation write(String period, String printed, long seen) {
        var outcome = Ledger.clerk(() -> drafts.write("310105", List.of(new Write(cell(period), Ledger.figure(printed), seen))))
                .getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        return ledger.kept(outcome);
    }
}
