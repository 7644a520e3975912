package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.base.RuleViolation;
import org.youju.check.Sentences;
import org.youju.figure.Period;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgementTest {

    private static final String CUMULATIVE = "UR_REFINED_AREA_CUM";
    private static final String TAX = "DE_TAX";
    private static final String ALL_TAX = "FI_TAX_TOTAL";
    private static final String SHARE = "DE_TAX_SHARE";
    private static final String FUNDS = "TL_RENT_SUBSIDY_FUNDS";
    private static final String PERSONS = "TL_RENT_SUBSIDY_PERSONS";

    private final KnownFigures stated = new KnownFigures();

    @Test
    void what_adds_up_does_not_fall() {
        var rule = Rule.of(new Condition.Monotone(CUMULATIVE), Importance.HIGH);
        given(CUMULATIVE, 2022, "842万平方米");
        given(CUMULATIVE, 2023, "774万平方米");
        assertThat(said(rule, 2023)).isEqualTo("累计值不得下降：2022年 842万平方米 大于 2023年 774万平方米");
        given(CUMULATIVE, 2022, "642万平方米");
        assertKept(rule, 2023);
        given(CUMULATIVE, 2022, "约770万平方米");
        assertKept(rule, 2023);
    }

    @Test
    void what_adds_up_over_a_span_does_not_fall_either() {
        var rule = Rule.of(new Condition.Monotone(CUMULATIVE), Importance.HIGH);
        given(CUMULATIVE, "2017/2023", "774万平方米");
        given(CUMULATIVE, "2017/2022", "842万平方米");
        assertThat(said(rule, "2017/2023"))
                .isEqualTo("累计值不得下降：2017–2022年 842万平方米 大于 2017–2023年 774万平方米");
        given(CUMULATIVE, "2017/2022", "642万平方米");
        assertKept(rule, "2017/2023");
        given(CUMULATIVE, "2017/2024", "700万平方米");
        assertThat(said(rule, "2017/2024")).contains("2017–2023年 774万平方米 大于 2017–2024年 700万平方米");
        given(CUMULATIVE, "2017/2024", null);
        given(CUMULATIVE, "2024", "700万平方米");
        assertThat(said(rule, "2024")).contains("2017–2023年 774万平方米 大于 2024年 700万平方米");
        given(CUMULATIVE, "2024", null);
        given(CUMULATIVE, "2020/2024", "300万平方米");
        assertKept(rule, "2020/2024");
        given(CUMULATIVE, "2017/2026-06", "700万平方米");
        assertThat(said(rule, "2017/2026-06")).contains("2017–2023年");
    }

    @Test
    void equal_spans_are_held_together() {
        var cost = Rule.of(new Condition.UnitCost(FUNDS, PERSONS, null, new BigDecimal(38_400)), Importance.HIGH);
        given(PERSONS, "2021/2023", "1.2万余人");
        given(FUNDS, "2021/2023", "1.9亿元");
        assertKept(cost, "2021/2023");
        given(FUNDS, "2021/2023", "19亿元");
        assertThat(said(cost, "2021/2023")).contains("158333").contains("≤38400");
        assertThat(judge(cost, "2021-01/2023-12")).isPresent();
        given(PERSONS, "2021/2023", null);
        given(PERSONS, "2021/2024", "1.2万余人");
        assertKept(cost, "2021/2023");
        var pair = Rule.of(new Condition.Pair(FUNDS, PERSONS), Importance.MEDIUM);
        assertThat(said(pair, "2021/2023")).isEqualTo("2021–2023年填了人才租房补贴资金，也要填人才租房补贴惠及人数");
    }

    @Test
    void a_part_of_a_year_is_at_most_the_year_and_no_leap_in_itself() {
        var rule = Rule.of(new Condition.Jump(TAX, new BigDecimal(50)), Importance.MEDIUM);
        given(TAX, "2025-Q1", "4000亿元");
        assertKept(rule, "2025-Q1");
        given(TAX, "2024", "320亿元");
        assertThat(said(rule, "2025-Q1")).isEqualTo(
                "2025年一季度 4000亿元，只是一段就比2024年全年 320亿元 多，变动超过 50%");
        given(TAX, "2025-Q1", "100亿元");
        assertKept(rule, "2025-Q1");
        given(TAX, "2025", "90亿元");
        assertThat(said(rule, "2025-Q1")).contains("2025年 90亿元");
        given(TAX, "2025", "约100亿元");
        assertKept(rule, "2025-Q1");
        given(TAX, "2024-Q1", "50亿元");
        assertThat(said(rule, "2025-Q1")).contains("+100%");
        var range = Rule.of(new Condition.Range(TAX, new BigDecimal(200), new BigDecimal(400)), Importance.MEDIUM);
        assertKept(range, "2025-Q1");
        given(TAX, "2025-Q1", "500亿元");
        assertThat(said(range, "2025-Q1")).contains("500亿元 不在 ≤400");
    }

    @Test
    void what_stands_at_the_end_of_a_year_is_what_stood_a_year_before_and_what_came() {
        var rule = Rule.of(new Condition.Roll("HQ_MNC_STOCK", "HQ_MNC_NEW"), Importance.MEDIUM);
        given("HQ_MNC_STOCK", 2022, "891家");
        given("HQ_MNC_STOCK", 2023, "976家");
        assertKept(rule, 2023);
        given("HQ_MNC_NEW", 2023, "65家");
        assertThat(said(rule, 2023)).isEqualTo("2023年末 976家 与2022年末 891家 加当年新增 65家 不等");
        assertKept(with(rule, Missing.SKIP, "3"), 2023);
        given("HQ_MNC_STOCK", 2023, "956家");
        assertKept(rule, 2023);
        assertRefused("check.rule.twice", () -> new Condition.Roll("HQ_MNC_STOCK", "HQ_MNC_STOCK"));
    }

    @Test
    void a_figure_keeps_within_its_range_if_any_value_that_it_can_mean_does() {
        var rule = Rule.of(new Condition.Range(TAX, new BigDecimal(100), new BigDecimal(308)), Importance.MEDIUM);
        given(TAX, 2023, "约310亿元");
        assertKept(rule, 2023);
        given(TAX, 2023, "310亿元");
        assertThat(said(rule, 2023)).isEqualTo("2023年 310亿元 不在 100亿元–308亿元 之间");
        var tolerant = with(rule, Missing.SKIP, "1");
        assertKept(tolerant, 2023);
        var atLeast = Rule.of(new Condition.Range(TAX, new BigDecimal(400), null), Importance.MEDIUM);
        assertThat(said(atLeast, 2023)).contains("≥400");
    }

    @Test
    void a_leap_from_the_year_before_is_told_with_its_size_but_not_across_a_break() {
        var rule = Rule.of(new Condition.Jump(TAX, new BigDecimal(50)), Importance.MEDIUM);
        given(TAX, 2022, "100亿元");
        given(TAX, 2023, "160亿元");
        assertThat(said(rule, 2023)).isEqualTo("2022年 100亿元，2023年 160亿元，变动 +60%，超过 50%");
        given(TAX, 2023, "140亿元");
        assertKept(rule, 2023);
        given(TAX, 2023, "40亿元");
        assertThat(said(rule, 2023)).contains("−60%");
        // the sample's definition of GDP changes in 2024
        given("EC_GDP", 2023, "100亿元");
        given("EC_GDP", 2024, "900亿元");
        assertThat(CATALOGUE.breakBetween("EC_GDP", CHANGNING, 2023, 2024)).isTrue();
        assertKept(Rule.of(new Condition.Jump("EC_GDP", new BigDecimal(50)), Importance.MEDIUM), 2024);
    }

    @Test
    void a_share_is_at_most_a_hundred_percent() {
        var rule = Rule.of(new Condition.Share(SHARE), Importance.HIGH);
        given(SHARE, 2023, "约55%");
        assertKept(rule, 2023);
        given(SHARE, 2023, "-3%");
        assertThat(said(rule, 2023)).contains("0 至 100%");
    }

    @Test
    void parts_add_up_to_the_whole_in_whatever_units() {
        var rule = Rule.of(new Condition.Sum(ALL_TAX, List.of(TAX, "IN_KEY33_TAX")), Importance.HIGH);
        given(ALL_TAX, 2023, "680亿元");
        given(TAX, 2023, "310亿元");
        assertKept(rule, 2023);
        assertThat(said(with(rule, Missing.REPORT, "0"), 2023)).startsWith("2023年没有");
        assertThat(said(with(rule, Missing.ZERO, "0"), 2023)).contains("309.5亿元–310.5亿元");
        given("IN_KEY33_TAX", 2023, "370亿元");
        assertKept(rule, 2023);
        given("IN_KEY33_TAX", 2023, "360亿元");
        assertThat(said(rule, 2023)).isEqualTo("2023年 680亿元 与各部分之和 669亿元–671亿元 不等");
        assertKept(with(rule, Missing.SKIP, "2"), 2023);
    }

    @Test
    void a_ratio_and_the_cost_of_one_lie_between_bounds() {
        given(TAX, 2023, "310亿元");
        given(ALL_TAX, 2023, "500亿元");
        var ratio = Rule.of(new Condition.Ratio(TAX, ALL_TAX, null, new BigDecimal("0.6")), Importance.MEDIUM);
        assertThat(said(ratio, 2023)).contains("0.62").contains("≤0.6");
        given(ALL_TAX, 2023, "520亿元");
        assertKept(ratio, 2023);
        given(FUNDS, 2023, "1.9亿元");
        given(PERSONS, 2023, "1.2万人");
        var cost = Rule.of(new Condition.UnitCost(FUNDS, PERSONS, null, new BigDecimal(10_000)), Importance.MEDIUM);
        assertThat(said(cost, 2023)).contains("15833").contains("≤10000");
        given(PERSONS, 2023, "0人");
        assertKept(cost, 2023);
    }

    @Test
    void one_of_a_pair_does_not_stand_without_the_other() {
        var rule = Rule.of(new Condition.Pair(FUNDS, PERSONS), Importance.HIGH);
        assertKept(rule, 2023);
        given(PERSONS, 2023, "1.2万人");
        assertKept(rule, 2023);
        given(PERSONS, 2023, null);
        given(FUNDS, 2023, "1.9亿元");
        assertThat(said(rule, 2023)).isEqualTo("2023年填了人才租房补贴资金，也要填人才租房补贴惠及人数");
    }

    @Test
    void a_rule_of_another_region_or_one_that_is_off_says_nothing() {
        given(SHARE, 2023, "-3%");
        var rule = Rule.of(new Condition.Share(SHARE), Importance.HIGH);
        assertThat(judge(rule, 2023)).isPresent();
        assertThat(judge(new Rule(0, rule.condition(), "310000", rule.importance(), rule.missing(), rule.tolerance(), "",
                true, 0), 2023)).isEmpty();
        assertThat(judge(new Rule(0, rule.condition(), null, rule.importance(), rule.missing(), rule.tolerance(), "",
                false, 0), 2023)).isEmpty();
    }

    @Test
    void a_sum_is_the_same_in_whatever_order_its_parts_are_named() {
        var sum = new Condition.Sum("WHOLE", List.of("B", "A"));
        assertThat(sum).isEqualTo(new Condition.Sum("WHOLE", List.of("A", "B"))).isNotEqualTo(
                new Condition.Sum("WHOLE", List.of("A", "C")));
        assertThat(sum.parts()).containsExactly("B", "A");
    }

    @Test
    void what_makes_no_rule_is_refused_in_words() {
        assertRefused("check.rule.bounds", () -> new Condition.Range(TAX, null, null));
        assertRefused("check.rule.bounds.reversed", () -> new Condition.Range(TAX, BigDecimal.TEN, BigDecimal.ONE));
        assertRefused("check.rule.percent", () -> new Condition.Jump(TAX, BigDecimal.ZERO));
        assertRefused("check.rule.parts", () -> new Condition.Sum(TAX, List.of()));
        assertRefused("check.rule.twice", () -> new Condition.Pair(TAX, TAX));
        assertRefused("check.rule.tolerance", () -> with(Rule.of(new Condition.Share(SHARE), Importance.LOW),
                Missing.SKIP, "-1"));
    }

    private void given(String indicator, int year, @Nullable String printed) {
        given(indicator, Integer.toString(year), printed);
    }

    private void given(String indicator, String period, @Nullable String printed) {
        stated.put(indicator, Places.of(Period.parse(period)).orElseThrow(),
                Optional.ofNullable(printed).map(it -> read(it, indicator)));
    }

    private Optional<Breach> judge(Rule rule, int year) {
        return judge(rule, Integer.toString(year));
    }

    private Optional<Breach> judge(Rule rule, String period) {
        return Judgement.of(rule, Places.of(Period.parse(period)).orElseThrow(), CATALOGUE, CHANGNING, stated);
    }

    private String said(Rule rule, int year) {
        return said(rule, Integer.toString(year));
    }

    private void assertKept(Rule rule, String period) {
        assertThat(judge(rule, period)).isEmpty();
    }

    private String said(Rule rule, String period) {
        return Sentences.write(judge(rule, period).orElseThrow().reason(), Locale.CHINESE);
    }

    private void assertKept(Rule rule, int year) {
        assertThat(judge(rule, year)).isEmpty();
    }

    private static Rule with(Rule rule, Missing missing, String tolerance) {
        return new Rule(rule.id(), rule.condition(), rule.region(), rule.importance(), missing,
                new BigDecimal(tolerance), rule.instruction(), rule.active(), rule.version());
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
