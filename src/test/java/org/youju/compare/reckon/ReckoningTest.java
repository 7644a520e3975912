package org.youju.compare.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.youju.check.SampleStatements;
import org.youju.commitment.TargetLine;
import org.youju.compare.reckon.Outcome.Absent;
import org.youju.compare.reckon.Outcome.Hedge;
import org.youju.compare.reckon.Outcome.Reason;
import org.youju.compare.reckon.Outcome.Refused;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Outcome.Trend;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.observation.Cell;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReckoningTest {

    private static final Region HERE = CATALOGUE.region("310105");
    private static final Region THERE = new Region("310104", "徐汇区", "Xuhui District", "310000");

    private static Known known(int year, String value, String low, String high) {
        return new Known(Period.parse(Integer.toString(year)), new BigDecimal(value),
                Interval.closed(new BigDecimal(low), new BigDecimal(high)), Worth.STATED, null, null);
    }

    private static Line line(String indicator, Region region, Known... known) {
        var values = new TreeMap<Integer, Known>();
        for (var one : known) {
            values.put(one.period().year().orElseThrow(), one);
        }
        return Line.of(CATALOGUE.indicator(indicator), region, values);
    }

    private static Line printed(String indicator, int from, @Nullable String... printed) {
        var values = new TreeMap<Integer, Known>();
        for (int i = 0; i < printed.length; i++) {
            if (printed[i] != null) {
                int year = from + i;
                values.put(year, Known.of(Cell.of(List.of(SampleStatements.statement(indicator,
                        HERE.code(), Integer.toString(year), printed[i]))).getFirst()));
            }
        }
        return Line.of(CATALOGUE.indicator(indicator), HERE, values);
    }

    private static Outcome only(Line line, Transform transform, int year, Line... others) {
        return Reckoning.of(line, List.of(others), new Setting(transform, year, year, 2020, null, false)).get(year);
    }

    private static Result result(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Result.class);
        return (Result) outcome;
    }

    @Test
    void a_change_whose_interval_holds_zero_is_possible_and_not_proven() {
        var change = result(Reckoning.change(printed("DE_TAX", 2022, "约310亿元", "312亿元"), 2022, 2023, false));
        assertThat(change.trend()).isEqualTo(Trend.MAYBE_UP);
        assertThat(change.trend().isCertain()).isFalse();
        assertThat(result(Reckoning.change(printed("DE_TAX", 2022, "约310亿元", "316亿元"), 2022, 2023, false)).trend())
                .isEqualTo(Trend.UP);
        assertThat(result(Reckoning.change(printed("DE_TAX", 2022, "约310亿元", "约310亿元"), 2022, 2023, false)).trend())
                .isEqualTo(Trend.MAYBE_EQUAL);
    }

    @Test
    void nothing_certain_rests_on_an_end_that_is_convention() {
        var change = result(Reckoning.change(printed("DE_TAX", 2022, "超过310亿元", "330亿元"), 2022, 2023, false));
        assertThat(change.interval().low()).isPositive();
        assertThat(change.trend()).isEqualTo(Trend.MAYBE_UP);
    }

    @Test
    void a_base_of_zero_or_below_has_no_growth_index_or_average_but_a_change() {
        for (var base : List.of(known(2020, "0", "0", "0"), known(2020, "-5", "-6", "-4"), known(2020, "1", "-1", "3"))) {
            var line = line("DE_TAX", HERE, base, known(2021, "5", "5", "5"));
            for (var transform : List.of(Transform.GROWTH, Transform.INDEX, Transform.CAGR)) {
                assertThat(only(line, transform, 2021)).as(transform + " on " + base.value())
                        .isEqualTo(Refused.because(Reason.BASE_NOT_POSITIVE, 2020));
            }
            assertThat(only(line, Transform.CHANGE, 2021)).isInstanceOf(Result.class);
        }
    }

    @Test
    void an_end_below_zero_has_growth_but_no_average_rate() {
        var line = line("DE_TAX", HERE, known(2020, "10", "10", "10"), known(2022, "-5", "-5", "-5"));
        assertThat(result(Reckoning.growth(line, 2020, 2022, false)).value()).isEqualByComparingTo("-150");
        assertThat(Reckoning.average(line, 2020, 2022, false)).isEqualTo(Refused.because(Reason.END_NOT_POSITIVE, 2022));
    }

    @Test
    void a_single_point_has_a_level_and_nothing_to_be_compared_with() {
        var line = line("DE_TAX", HERE, known(2021, "5", "5", "5"));
        assertThat(only(line, Transform.LEVEL, 2021)).isInstanceOf(Result.class);
        assertThat(only(line, Transform.LEVEL, 2022)).isInstanceOf(Absent.class);
        assertThat(only(line, Transform.CHANGE, 2021)).isEqualTo(Refused.because(Reason.NO_BASE, 2020));
        assertThat(only(line, Transform.INDEX, 2021)).isEqualTo(Refused.because(Reason.NO_BASE, 2020));
        var stretch = Stretch.of(line, 2015, 2025, false).orElseThrow();
        assertThat(stretch.first()).isEqualTo(stretch.last()).isEqualTo(2021);
        assertThat(stretch.change()).isInstanceOf(Absent.class);
        assertThat(Stretch.of(line, 2022, 2025, false)).isEmpty();
    }

    @Test
    void an_average_rate_compounds_to_its_end() {
        var line = line("DE_TAX", HERE, known(2020, "100", "100", "100"), known(2023, "133.1", "133.1", "133.1"));
        assertThat(result(Reckoning.average(line, 2020, 2023, false)).value()).isEqualByComparingTo("10");
        assertThat(result(only(line, Transform.INDEX, 2023)).value()).isEqualByComparingTo("133.1");
        assertThat(result(only(line, Transform.INDEX, 2020)).interval()).isEqualTo(Interval.point(BigDecimal.valueOf(100)));
    }

    @Test
    void a_sum_stops_where_a_year_is_missing_and_names_it() {
        var line = line("DE_TAX", HERE, known(2020, "1", "1", "1"), known(2021, "2", "1", "3"),
                known(2023, "4", "4", "4"));
        var sums = Reckoning.of(line, List.of(), new Setting(Transform.CUMULATIVE, 2019, 2023, null, null, false));
        assertThat(sums.get(2019)).isInstanceOf(Absent.class);
        assertThat(result(sums.get(2021)).interval()).isEqualTo(Interval.closed(BigDecimal.TWO, BigDecimal.valueOf(4)));
        assertThat(sums.get(2022)).isInstanceOf(Absent.class);
        assertThat(sums.get(2023)).isEqualTo(Refused.because(Reason.GAP, 2022));
    }

    @Test
    void per_cents_change_by_points_and_have_no_growth_sum_or_share() {
        var line = printed("DE_TAX_SHARE", 2022, "55%", "58%");
        assertThat(result(Reckoning.change(line, 2022, 2023, false)).value()).isEqualByComparingTo("3");
        for (var transform : List.of(Transform.GROWTH, Transform.INDEX, Transform.CUMULATIVE)) {
            assertThat(only(line, transform, 2023)).isEqualTo(Refused.because(Reason.PER_CENT));
        }
    }

    @Test
    void levels_in_current_prices_are_not_divided_by_levels_in_constant_ones() {
        var gdp = CATALOGUE.indicator("EC_GDP");
        var constant = new Indicator("REAL", "实际", "Real", gdp.theme(), null, gdp.unit(), gdp.nature(), gdp.direction(),
                PriceBasis.CONSTANT, null, null, null, null, null, true, null);
        var values = new TreeMap<Integer, Known>();
        values.put(2023, known(2023, "5", "5", "5"));
        var real = Line.of(constant, HERE, values);
        var nominal = line("DE_TAX", HERE, known(2023, "1", "1", "1"));
        for (var transform : List.of(Transform.SHARE, Transform.PER)) {
            assertThat(Reckoning.of(nominal, List.of(real), new Setting(transform, 2023, 2023, null, "REAL", true)).get(2023))
                    .isEqualTo(Refused.because(Reason.PRICES));
        }
    }

    @Test
    void a_part_above_its_whole_is_refused_and_an_unknown_part_is_hedged() {
        var tax = line("DE_TAX", HERE, known(2023, "310", "305", "315"));
        var part = new Line(tax.indicator(), HERE, tax.values(), List.of(), List.of(), false, Set.of("FI_TAX_TOTAL"), List.of());
        var whole = line("FI_TAX_TOTAL", HERE, known(2023, "300", "299", "301"));
        var setting = new Setting(Transform.SHARE, 2023, 2023, null, "FI_TAX_TOTAL", false);
        assertThat(Reckoning.of(part, List.of(whole), setting).get(2023)).isEqualTo(Refused.because(Reason.OVER_WHOLE, 2023));
        assertThat(result(Reckoning.of(tax, List.of(whole), setting).get(2023)).hedges())
                .containsExactly(Hedge.NOT_KNOWN_PART);
        assertThat(Reckoning.of(tax, List.of(), setting).get(2023)).isEqualTo(Refused.because(Reason.NO_OTHER));
    }

    @Test
    void a_difference_to_a_target_takes_the_latest_promise_that_speaks_of_the_year() {
        var values = line("DE_TAX", HERE, known(2023, "310", "305", "315")).values();
        var line = new Line(CATALOGUE.indicator("DE_TAX"), HERE, values, List.of(),
                List.of(goal("C1", "300亿元", 2020, null), goal("C2", "320亿元", 2023, 2023)), false, Set.of(), List.of());
        var gap = result(only(line, Transform.TARGET, 2023));
        assertThat(gap.value()).isEqualByComparingTo("-10");
        assertThat(gap.trend()).isEqualTo(Trend.DOWN);
        assertThat(only(line("DE_TAX", HERE, known(2023, "1", "1", "1")), Transform.TARGET, 2023))
                .isEqualTo(Refused.because(Reason.NO_TARGET, 2023));
    }

    private static Goal goal(String code, String printed, int from, @Nullable Integer to) {
        var target = SampleStatements.read(printed, "DE_TAX");
        return new Goal(code, target, target.value(), false, from, to, true,
                new TargetLine(TargetLine.Shape.YEARLY, target.value(), from, to, null, null), 1, 1, true);
    }

    @Test
    void regions_whose_intervals_meet_share_the_places_between_them() {
        var here = line("DE_TAX", HERE, known(2023, "310", "305", "315"));
        var there = line("DE_TAX", THERE, known(2023, "312", "311", "313"));
        var rank = result(only(here, Transform.RANK, 2023, here, there));
        assertThat(rank.value()).isEqualByComparingTo("2");
        assertThat(rank.interval()).isEqualTo(Interval.closed(BigDecimal.ONE, BigDecimal.TWO));
        var far = line("DE_TAX", THERE, known(2023, "400", "399", "401"));
        assertThat(result(only(here, Transform.RANK, 2023, here, far)).interval()).isEqualTo(Interval.point(BigDecimal.TWO));
        assertThat(only(here, Transform.RANK, 2023, here, line("DE_TAX", THERE)))
                .isEqualTo(Refused.because(Reason.FEW_REGIONS, 2023));
    }

    @Test
    void a_city_has_no_place_among_its_districts_nor_these_beside_it() {
        var here = line("DE_TAX", HERE, known(2023, "310", "310", "310"));
        var there = line("DE_TAX", THERE, known(2023, "312", "312", "312"));
        var city = line("DE_TAX", CATALOGUE.region("310000"), known(2023, "4000", "4000", "4000"));
        assertThat(only(here, Transform.RANK, 2023, here, city)).isEqualTo(Refused.because(Reason.FEW_REGIONS, 2023));
        assertThat(only(city, Transform.RANK, 2023, here, there, city)).isEqualTo(Refused.because(Reason.FEW_REGIONS, 2023));
        assertThat(result(only(here, Transform.RANK, 2023, here, there, city)).value()).isEqualByComparingTo("2");
    }

    @Test
    void an_indicator_is_not_divided_by_itself_and_this_is_the_reason_given() {
        var tax = line("DE_TAX", HERE, known(2023, "310", "305", "315"));
        for (var transform : List.of(Transform.SHARE, Transform.PER)) {
            var setting = new Setting(transform, 2023, 2023, null, "DE_TAX", false);
            assertThat(Reckoning.of(tax, List.of(tax), setting).get(2023)).isEqualTo(Refused.because(Reason.OTHER_SELF));
        }
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void regions_that_lie_in_each_other_keep_nobody_waiting() {
        var one = new Region("1", "甲", "One", "2");
        var other = new Region("2", "乙", "Other", "1");
        var round = new Catalogue(CATALOGUE.indicators(), CATALOGUE.themes(), List.of(HERE, CATALOGUE.region("310000"), one, other), CATALOGUE.units(), List.of());
        assertThat(Adding.obstacle(List.of(line("DE_TAX", HERE), line("DE_TAX", one)), round))
                .contains(Adding.Obstacle.OVERLAP);
    }

    @Test
    void a_total_is_of_one_indicator_over_regions_that_do_not_overlap() {
        var here = line("DE_TAX", HERE, known(2022, "1", "1", "1"), known(2023, "310", "305", "315"));
        var there = line("DE_TAX", THERE, known(2023, "100", "99", "101"));
        var both = new Catalogue(CATALOGUE.indicators(), CATALOGUE.themes(),
                List.of(HERE, THERE, CATALOGUE.region("310000")), CATALOGUE.units(), List.of());
        assertThat(Adding.obstacle(List.of(here, there), both)).isEmpty();
        assertThat(Adding.total(List.of(here, there))).containsOnlyKeys(2023);
        assertThat(Adding.total(List.of(here, there)).get(2023).interval())
                .isEqualTo(Interval.closed(BigDecimal.valueOf(404), BigDecimal.valueOf(416)));
        assertThat(Adding.obstacle(List.of(here, line("DE_TAX", CATALOGUE.region("310000"))), both))
                .contains(Adding.Obstacle.OVERLAP);
        assertThat(Adding.obstacle(List.of(here, line("EC_GDP", THERE)), both))
                .contains(Adding.Obstacle.SEVERAL_INDICATORS);
        assertThat(Adding.obstacle(List.of(line("DE_TAX_SHARE", HERE), line("DE_TAX_SHARE", THERE)), both))
                .contains(Adding.Obstacle.NOT_ADDABLE);
        assertThat(Adding.obstacle(List.of(here), both)).contains(Adding.Obstacle.ALONE);
    }
}
