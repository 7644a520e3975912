package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.OBSERVATION;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jooq.Record;
import org.youju.Engine;
import org.youju.base.RuleViolation;

/**
 * Whatever people do in whatever order, the rows of one key never overlap in recorded time, and what a row said stays as
 * it was.
 */
class RecordedTimeProperties {

    @Property(tries = 12)
    void rows_of_a_key_never_overlap(@ForAll Engine engine,
            @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> acts) {
        try (var database = engine.fresh(); var ledger = new Ledger(database)) {
            var source = ledger.source("REPLY", "2024-04-25");
            var rows = Set.<Record>of();
            for (int act : acts) {
                try {
                    act(act, ledger, source, database.dsl().fetchCount(OBSERVATION));
                } catch (RuleViolation refused) {
                    assertThat(refused.key()).startsWith("observation.");
                }
                var now = Set.<Record>copyOf(database.dsl().select(OBSERVATION.ID, OBSERVATION.PRINTED, OBSERVATION.STATE,
                        OBSERVATION.RECORDED_BY, OBSERVATION.RECORDED_FROM).from(OBSERVATION).fetch());
                assertThat(now).containsAll(rows);
                rows = now;
            }
            for (var approved : List.of(true, false)) {
                var spans = database.dsl().select(OBSERVATION.RECORDED_FROM, OBSERVATION.RECORDED_TO)
                        .from(OBSERVATION).where(OBSERVATION.APPROVED.eq(approved))
                        .orderBy(OBSERVATION.RECORDED_FROM).fetch();
                for (int i = 1; i < spans.size(); i++) {
                    assertThat(spans.get(i).value1()).isAfterOrEqualTo(spans.get(i - 1).value2());
                }
            }
        }
    }

    private static void act(int act, Ledger ledger, long source, int rows) {
        var printed = 300 + rows + "亿元";
        switch (act) {
            case 0 -> ledger.draft(ledger.states(source, printed));
            case 1 -> prepared(ledger, source).ifPresent(o -> ledger.submit(o.id()));
            case 2, 3 -> prepared(ledger, source).ifPresent(o -> ledger.approve(o.id()));
            case 4 -> prepared(ledger, source).ifPresent(o -> Ledger.approver(
                    () -> ledger.observations.giveBack(List.of(o.id()), "核对")));
            case 5 -> prepared(ledger, source).ifPresent(o -> Ledger.clerk(() -> {
                ledger.observations.giveUp(List.of(o.id()));
                return null;
            }));
            default -> ledger.known().forEach(o -> Ledger.clerk(
                    () -> ledger.observations.correct(o.id(), ledger.states(source, printed), "更正")));
        }
    }

    private static java.util.Optional<Observation> prepared(Ledger ledger, long source) {
        return Ledger.clerk(() -> ledger.observations.inPreparation(
                new CellKey("TAX", "310105", org.youju.figure.Period.parse("2023")), source));
    }
}
