package org.youju.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Unit;
import org.youju.indicator.Definition;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/** Something in a series that a reader must know or a person should mend (需关注). */
public sealed interface Finding {

    /** Code of the indicator. */
    String indicator();

    /** Code of the region. */
    String region();

    /** The statements that it rests on, in the order in which they are named; empty where nothing is stated at all. */
    List<Observation> inputs();

    /** Why, without the name of the indicator. */
    Explanation reason();

    /** Sources of equal worth contradict each other. */
    record SourcesConflict(Cell cell, List<Comparison> conflicts) implements Finding {
        public SourcesConflict {
            conflicts = List.copyOf(conflicts);
        }

        /** Whether a side of every conflict is unvalidated. */
        public boolean isMinor() {
            return conflicts.stream().allMatch(Comparison::minor);
        }

        @Override
        public String indicator() {
            return cell.key().indicator();
        }

        @Override
        public String region() {
            return cell.key().region();
        }

        @Override
        public List<Observation> inputs() {
            return Stream.concat(Stream.of(cell.representing()),
                    conflicts.stream().map(c -> c.other(cell.representing()))).toList();
        }

        @Override
        public Explanation reason() {
            return Explanation.of("check.finding.conflict", cell.key().period(), cell.representing().figure(),
                    conflicts.getFirst().other(cell.representing()).figure());
        }
    }

    /**
     * Independent routes to one quantity lead apart.
     *
     * @param unit of the indicator
     */
    record RoutesApart(Consistency consistency, Unit unit) implements Finding {
        @Override
        public String indicator() {
            return consistency.cell().indicator();
        }

        @Override
        public String region() {
            return consistency.cell().region();
        }

        @Override
        public List<Observation> inputs() {
            return consistency.routes().stream().flatMap(r -> r.inputs().stream()).distinct().toList();
        }

        @Override
        public Explanation reason() {
            var apart = consistency.explanation(unit).arguments();
            return Explanation.of("check.finding.routes", consistency.cell().period(), apart.get(0), apart.get(1),
                    apart.get(2), apart.get(3));
        }
    }

    /**
     * Figures that do not go together by what somebody has written down that they keep to, such as parts that do not add
     * up to their whole, a share above 100 %, or a sum over the years that falls.
     *
     * @param indicator the one that the rule is of
     * @param reason    why, with the figures and their years
     * @param inputs    the statements that were held against the rule
     */
    record RuleBroken(String indicator, String region, Explanation reason, List<Observation> inputs)
            implements Finding {
        public RuleBroken {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Years without a value of their own.
     *
     * @param years   ascending, at least one
     * @param promise the printed words of the promise that speaks of them, null where they lie between known years
     * @param yearly  whether that promise speaks of several years, each of which is to be judged
     */
    record MissingYears(String indicator, String region, List<Integer> years, @Nullable String promise, boolean yearly,
            List<Observation> inputs) implements Finding {
        public MissingYears {
            years = List.copyOf(years);
            inputs = List.copyOf(inputs);
        }

        @Override
        public Explanation reason() {
            return promise == null ? Explanation.of("check.finding.missing", Explanation.years(years))
                    : Explanation.of(yearly ? "check.finding.promised" : "check.finding.promised.one",
                            Explanation.years(years), promise);
        }
    }

    /**
     * A promise that was not kept, or less of which is done than the time that has passed.
     *
     * @param code    of the promise
     * @param promise which it is and that it is not kept, without the name of the indicator
     * @param reason  why it is so
     * @param pace    how far it is behind in percentage points, negative; null where its time is over
     */
    record PromiseUnkept(String indicator, String region, String code, Explanation promise, Explanation reason,
            @Nullable BigDecimal pace, List<Observation> inputs) implements Finding {
        public PromiseUnkept {
            inputs = List.copyOf(inputs);
        }
    }

    /** The source gives a floor and no value: 超过, 以上. */
    record FloorOnly(Observation statement) implements Finding {
        @Override
        public String indicator() {
            return statement.indicator();
        }

        @Override
        public String region() {
            return statement.region();
        }

        @Override
        public List<Observation> inputs() {
            return List.of(statement);
        }

        @Override
        public Explanation reason() {
            return Explanation.of("check.finding.floor", statement.period(), statement.figure());
        }
    }

    /** The source doesn't say what time its figure speaks of, or since when it adds up. */
    record PeriodNotStated(Observation statement) implements Finding {
        @Override
        public String indicator() {
            return statement.indicator();
        }

        @Override
        public String region() {
            return statement.region();
        }

        @Override
        public List<Observation> inputs() {
            return List.of(statement);
        }

        @Override
        public Explanation reason() {
            return Explanation.of(statement.period().end() == null ? "check.finding.period.unknown"
                    : "check.finding.period.since", statement.figure(), statement.period());
        }
    }

    /**
     * Two parts of a series that must not be joined.
     *
     * @param before the last statement before the break
     * @param after  the first one after it
     */
    record SeriesBreak(Definition definition, Observation before, Observation after) implements Finding {
        @Override
        public String indicator() {
            return after.indicator();
        }

        @Override
        public String region() {
            return after.region();
        }

        @Override
        public List<Observation> inputs() {
            return List.of(before, after);
        }

        @Override
        public Explanation reason() {
            return definition.reason() == null
                    ? Explanation.of("check.finding.break", before.period(), after.period())
                    : Explanation.of("check.finding.break.note", before.period(), after.period(), definition.reason());
        }
    }

    /**
     * The growth is stated and the level is not, nor does it follow from anything.
     *
     * @param indicator code of the level
     * @param inputs    the growth rates, the latest period first; at least one
     */
    record LevelUnknown(String indicator, String region, List<Observation> inputs) implements Finding {
        public LevelUnknown {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Explanation reason() {
            return Explanation.of("check.finding.level", inputs.getFirst().period(), inputs.getFirst().figure());
        }
    }
}
