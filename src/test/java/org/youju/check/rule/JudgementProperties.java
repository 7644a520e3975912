package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.youju.figure.End;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;

class JudgementProperties {

    private static final String WHOLE = "FI_TAX_TOTAL";
    private static final Period YEAR = new Period.Year(2023);
    private static final List<String> PARTS = List.of("DE_TAX", "IN_KEY33_TAX");

    /** A value and how far its ends lie from it, in tenths. */
    record Stated(int value, int below, int above) {

        Figure of(String indicator) {
            return new Figure(value + "/10", tenths(value), null, Qualifier.EXACT, CATALOGUE.indicator(indicator).unit(),
                    tenths(1), new Interval(tenths(value - below), End.CLOSED, tenths(value + above), End.CLOSED));
        }

        Stated wider(int by) {
            return new Stated(value, below + by, above + by);
        }
    }

    private static BigDecimal tenths(int number) {
        return BigDecimal.valueOf(number, 1);
    }

    @Provide
    static Arbitrary<Stated> figures() {
        return Combinators.combine(Arbitraries.integers().between(-50, 2000), Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(0, 20)).as(Stated::new);
    }

    @Provide
    static Arbitrary<Condition> conditions() {
        var number = Arbitraries.integers().between(-50, 2000);
        return Arbitraries.oneOf(
                Combinators.combine(number, number).as((a, b) ->
                        new Condition.Range(WHOLE, tenths(Math.min(a, b)), tenths(Math.max(a, b)))),
                number.filter(n -> n > 0).map(n -> new Condition.Jump(WHOLE, tenths(n))),
                Arbitraries.of(new Condition.Share(WHOLE), new Condition.Sum(WHOLE, PARTS),
                        new Condition.Monotone(WHOLE), new Condition.Roll(WHOLE, PARTS.getFirst())),
                Combinators.combine(number, number).as((a, b) -> new Condition.Ratio(WHOLE, PARTS.getFirst(),
                        tenths(Math.min(a, b)), tenths(Math.max(a, b)))),
                Combinators.combine(number, number).as((a, b) -> new Condition.UnitCost(WHOLE, PARTS.getFirst(),
                        tenths(Math.min(a, b)), tenths(Math.max(a, b)))));
    }

    private static Optional<Breach> judge(Condition condition, int tolerance, List<Stated> stated) {
        return judge(condition, tolerance, stated, new Period.Year(2022), YEAR);
    }

    private static Optional<Breach> judge(Condition condition, int tolerance, List<Stated> stated, Period before,
            Period place) {
        var known = new KnownFigures();
        known.put(WHOLE, before, Optional.of(stated.get(0).of(WHOLE)));
        var codes = List.of(WHOLE, "DE_TAX", "IN_KEY33_TAX");
        for (int i = 0; i < codes.size(); i++) {
            known.put(codes.get(i), place, Optional.of(stated.get(i + 1).of(codes.get(i))));
        }
        var rule = new Rule(1, condition, null, Importance.HIGH, Missing.SKIP, BigDecimal.valueOf(tolerance), "", true, 0);
        return Judgement.of(rule, place, CATALOGUE, CHANGNING, known);
    }

    @Property
    void knowing_less_of_a_figure_never_makes_a_breach(@ForAll("conditions") Condition condition,
            @ForAll @Size(4) List<@From("figures") Stated> stated, @ForAll @IntRange(max = 30) int by,
            @ForAll @IntRange(max = 3) int which) {
        if (judge(condition, 0, stated).isEmpty()) {
            var wider = IntStream.range(0, 4).mapToObj(i -> i == which ? stated.get(i).wider(by) : stated.get(i)).toList();
            assertThat(judge(condition, 0, wider)).isEmpty();
        }
    }

    @Property
    void tolerating_more_never_makes_a_breach(@ForAll("conditions") Condition condition,
            @ForAll @Size(4) List<@From("figures") Stated> stated, @ForAll @IntRange(max = 50) int tolerance,
            @ForAll @IntRange(max = 50) int more) {
        if (judge(condition, tolerance, stated).isEmpty()) {
            assertThat(judge(condition, tolerance + more, stated)).isEmpty();
        }
    }

    @Property
    void a_breach_names_the_figures_that_it_is_of(@ForAll("conditions") Condition condition,
            @ForAll @Size(4) List<@From("figures") Stated> stated) {
        judge(condition, 0, stated).ifPresent(breach -> {
            assertThat(breach.inputs()).isNotEmpty().allSatisfy(input -> {
                assertThat(condition.indicators()).contains(input.indicator());
                assertThat(input.year()).isBetween(condition.looksBack() ? 2022 : 2023, 2023);
                assertThat(breach.stated()).contains(input.figure().printed());
            });
            assertThat(breach.reason().key()).isEqualTo("check.rule.broken." + condition.kind());
        });
    }

    @Property
    void equal_periods_are_judged_as_years_are(@ForAll("conditions") Condition condition,
            @ForAll @Size(4) List<@From("figures") Stated> stated, @ForAll("places") String code) {
        Assume.that(condition instanceof Condition.Sum || condition instanceof Condition.Ratio
                || condition instanceof Condition.UnitCost || condition instanceof Condition.Share);
        assertThat(judge(condition, 0, stated, YEAR, Period.parse(code)).isPresent())
                .isEqualTo(judge(condition, 0, stated).isPresent());
    }

    @Provide
    static Arbitrary<String> places() {
        return Arbitraries.of("2021/2023", "2023-S1", "2023-Q2", "2023-07", "2023-01/2023-05", "2024-04-25", "2016/2024-06");
    }

    /** Places that one beginning has, in the order of their ends. */
    private static final List<String> SPANS = List.of("2017-01", "2017-Q1", "2017-S1", "2017-01/2017-10", "2017",
            "2017/2018-06", "2017/2018", "2017/2020", "2017/2024");

    @Property
    void what_adds_up_from_one_beginning_breaks_no_rule_unless_it_falls(
            @ForAll @Size(9) List<@IntRange(max = 500) Integer> added, @ForAll @IntRange(min = 1, max = 8) int where,
            @ForAll boolean falls) {
        var known = new KnownFigures();
        var rule = Rule.of(new Condition.Monotone(WHOLE), Importance.HIGH);
        var sum = 0;
        var places = SPANS.stream().map(code -> Places.of(Period.parse(code)).orElseThrow()).toList();
        for (int i = 0; i < places.size(); i++) {
            sum += added.get(i);
            var fallen = falls && i == where ? sum - added.get(i) - 1 : sum;
            known.put(WHOLE, places.get(i), Optional.of(new Stated(fallen, 0, 0).of(WHOLE)));
        }
        for (int i = 0; i < places.size(); i++) {
            var breach = Judgement.of(rule, places.get(i), CATALOGUE, CHANGNING, known);
            assertThat(breach.isPresent()).as(SPANS.get(i)).isEqualTo(falls && i == where);
            breach.ifPresent(it -> assertThat(known.touchedBy(rule, WHOLE, places.get(where - 1))).contains(it.period()));
        }
    }

    @Property
    void a_part_of_a_year_is_a_breach_just_where_it_is_more(@ForAll @IntRange(max = 2000) int part,
            @ForAll @IntRange(max = 2000) int whole, @ForAll("parts") String code) {
        var known = new KnownFigures();
        known.put(WHOLE, Period.parse(code), Optional.of(new Stated(part, 0, 0).of(WHOLE)));
        known.put(WHOLE, YEAR, Optional.of(new Stated(whole, 0, 0).of(WHOLE)));
        var rule = Rule.of(new Condition.Jump(WHOLE, BigDecimal.TEN), Importance.MEDIUM);
        assertThat(Judgement.of(rule, Period.parse(code), CATALOGUE, CHANGNING, known).isPresent()).isEqualTo(part > whole);
        assertThat(known.touchedBy(rule, WHOLE, YEAR)).contains(Period.parse(code));
    }

    @Provide
    static Arbitrary<String> parts() {
        return Arbitraries.of("2023-S2", "2023-Q1", "2023-11", "2023-01/2023-05");
    }

    @Property
    void parts_that_add_up_exactly_break_no_sum(@ForAll @IntRange(max = 2000) int one,
            @ForAll @IntRange(max = 2000) int other) {
        assertThat(judge(new Condition.Sum(WHOLE, PARTS), 0, List.of(new Stated(0, 0, 0),
                new Stated(one + other, 0, 0), new Stated(one, 0, 0), new Stated(other, 0, 0)))).isEmpty();
        assertThat(judge(new Condition.Sum(WHOLE, PARTS), 0, List.of(new Stated(0, 0, 0),
                new Stated(one + other + 1, 0, 0), new Stated(one, 0, 0), new Stated(other, 0, 0)))).isPresent();
    }

    @Property
    void how_far_off_a_number_is_does_not_depend_on_the_unit_or_the_order(
            @ForAll @Size(min = 5, max = 12) List<@IntRange(max = 1000) Integer> others, @ForAll @IntRange(max = 1000) int value,
            @ForAll @IntRange(min = 1, max = 50) int factor) {
        var z = Outlier.z(numbers(others, 1), BigDecimal.valueOf(value));
        var scaled = Outlier.z(numbers(others.reversed(), factor), BigDecimal.valueOf((long) value * factor));
        assertThat(scaled.isPresent()).isEqualTo(z.isPresent());
        z.ifPresent(of -> assertThat(scaled.getAsDouble()).isCloseTo(of, Offset.offset(1e-6)));
    }

    private static List<BigDecimal> numbers(List<Integer> of, int factor) {
        return of.stream().map(n -> BigDecimal.valueOf((long) n * factor)).toList();
    }
}
