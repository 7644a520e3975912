package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.cells;
import static org.youju.check.SampleStatements.source;
import static org.youju.check.SampleStatements.statement;
import static org.youju.commitment.SampleCommitments.ASSUMPTIONS;
import static org.youju.commitment.SampleCommitments.promise;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.youju.check.Derivation;
import org.youju.check.Implied;
import org.youju.commitment.Verdict.Kind;
import org.youju.figure.End;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Qualifier;
import org.youju.observation.Cell;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;

class JudgeProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<Kind> WORST_FIRST = List.of(Kind.NOT_MET, Kind.NOT_PROVABLE, Kind.MET_ON_TOTAL, Kind.MET);

    /** An actual in tenths: what it is, how far its ends lie from it, and what they are worth. */
    record Actual(int value, int below, int above, End lowEnd, End highEnd, Qualifier qualifier) {

        Actual raised(int by) {
            return new Actual(value + by, below, above, lowEnd, highEnd, qualifier);
        }

        Actual widened(int down, int up) {
            return new Actual(value, below + down, above + up, lowEnd, highEnd, qualifier);
        }

        Observation in(String indicator, String period) {
            var unit = CATALOGUE.indicator(indicator).unit();
            var interval = new Interval(tenths(value - below), lowEnd, tenths(value + above), highEnd);
            return statement(indicator, CHANGNING, period,
                    new Figure(value + "/10", tenths(value), null, qualifier, unit, BigDecimal.valueOf(1, 1), interval),
                    ObsStatus.A, null, source("SEED"));
        }
    }

    @Property
    void a_higher_actual_never_makes_a_floor_or_a_level_worse(@ForAll("actuals") Actual actual,
            @ForAll @IntRange(min = 0, max = 300) int more, @ForAll("floors") CommitmentKind kind) {
        var promise = promise("UR_REFINED_AREA", kind, "不少于100万平方米", 2023, 2023);
        assertThat(rank(judge(promise, actual.raised(more).in("UR_REFINED_AREA", "2023"))))
                .isGreaterThanOrEqualTo(rank(judge(promise, actual.in("UR_REFINED_AREA", "2023"))));
    }

    @Property
    void a_higher_sum_never_makes_a_floor_for_every_year_worse(@ForAll("actuals") Actual actual,
            @ForAll @IntRange(min = 0, max = 300) int more) {
        var promise = promise("UR_REFINED_AREA", CommitmentKind.FLOOR_PER_PERIOD, "不少于50万平方米", 2022, 2023);
        assertThat(rank(judge(promise, actual.raised(more).in("UR_REFINED_AREA_CUM", "2022/2023"))))
                .isGreaterThanOrEqualTo(rank(judge(promise, actual.in("UR_REFINED_AREA_CUM", "2022/2023"))));
    }

    @Property
    void a_higher_actual_never_makes_a_ceiling_better(@ForAll("actuals") Actual actual,
            @ForAll @IntRange(min = 0, max = 300) int more) {
        var promise = promise("UR_REFINED_AREA", CommitmentKind.CEILING, "不超过100万平方米", 2023, 2023);
        assertThat(rank(judge(promise, actual.raised(more).in("UR_REFINED_AREA", "2023"))))
                .isLessThanOrEqualTo(rank(judge(promise, actual.in("UR_REFINED_AREA", "2023"))));
    }

    @Property
    void a_wider_interval_never_turns_not_provable_into_met(@ForAll("actuals") Actual actual,
            @ForAll @IntRange(min = 0, max = 300) int down, @ForAll @IntRange(min = 0, max = 300) int up,
            @ForAll CommitmentKind kind) {
        var promise = promise("UR_REFINED_AREA", kind, "100万平方米", 2023, 2023);
        if (judge(promise, actual.in("UR_REFINED_AREA", "2023")) == Kind.NOT_PROVABLE) {
            assertThat(judge(promise, actual.widened(down, up).in("UR_REFINED_AREA", "2023")))
                    .isEqualTo(Kind.NOT_PROVABLE);
        }
    }

    @Property
    void a_wider_sum_never_turns_not_provable_into_met_on_total(@ForAll("actuals") Actual actual,
            @ForAll @IntRange(min = 0, max = 300) int down, @ForAll @IntRange(min = 0, max = 300) int up) {
        var promise = promise("UR_REFINED_AREA", CommitmentKind.FLOOR_PER_PERIOD, "不少于50万平方米", 2022, 2023);
        if (judge(promise, actual.in("UR_REFINED_AREA_CUM", "2022/2023")) == Kind.NOT_PROVABLE) {
            assertThat(judge(promise, actual.widened(down, up).in("UR_REFINED_AREA_CUM", "2022/2023")))
                    .isEqualTo(Kind.NOT_PROVABLE);
        }
    }

    @Property(tries = 20)
    void the_order_of_facts_does_not_matter(@ForAll long seed) {
        var shuffled = new ArrayList<>(cells());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(SampleCommitments.ALL).allSatisfy(promise -> assertThat(
                Judge.judge(promise, shuffled, ASSUMPTIONS, CATALOGUE, TODAY))
                .isEqualTo(Judge.judge(promise, cells(), ASSUMPTIONS, CATALOGUE, TODAY)));
    }

    @Property
    void an_implied_interval_holds_its_point(@ForAll @IntRange(min = 0, max = 99999) int level,
            @ForAll @IntRange(min = -990, max = 3000) int growth, @ForAll @IntRange(min = 1, max = 1000) int share,
            @ForAll("prefixes") String limit) {
        var cells = Cell.of(List.of(
                statement("DE_TAX", CHANGNING, "2023", limit + tenths(level) + "亿元"),
                statement("DE_TAX_GROWTH", CHANGNING, "2023", limit + tenths(growth) + "%"),
                statement("DE_TAX_SHARE", CHANGNING, "2023", tenths(share) + "%")));
        assertThat(Implied.of(CATALOGUE, cells)).isNotEmpty().allSatisfy(JudgeProperties::holdsItsPoint);
    }

    /** The ends are those of the inputs: a point on an open or soft end is where an input's own point lies. */
    private static void holdsItsPoint(Derivation implied) {
        var interval = implied.interval();
        assertThat(interval.low() == null || interval.low().compareTo(implied.value()) <= 0).isTrue();
        assertThat(interval.high() == null || interval.high().compareTo(implied.value()) >= 0).isTrue();
    }

    @Provide
    Arbitrary<String> prefixes() {
        return Arbitraries.of("", "约", "不少于");
    }

    @Provide
    Arbitrary<CommitmentKind> floors() {
        return Arbitraries.of(CommitmentKind.FLOOR_PER_PERIOD, CommitmentKind.LEVEL_BY, CommitmentKind.CUMULATIVE_BY,
                CommitmentKind.GROWTH_ABOUT, CommitmentKind.MILESTONE);
    }

    @Provide
    Arbitrary<Actual> actuals() {
        var ends = Arbitraries.of(End.CLOSED, End.OPEN, End.SOFT);
        return Combinators.combine(Arbitraries.integers().between(500, 1500), Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(1, 200), ends, ends,
                        Arbitraries.of(Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AND_MORE))
                .as(Actual::new);
    }

    private static Kind judge(Commitment promise, Observation fact) {
        return Judge.judge(promise, Cell.of(List.of(fact)), List.of(), CATALOGUE, TODAY).kind();
    }

    private static int rank(Kind kind) {
        return WORST_FIRST.indexOf(kind);
    }

    private static BigDecimal tenths(int number) {
        return BigDecimal.valueOf(number, 1);
    }
}
