package org.youju.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.SHANGHAI;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.base.ui.Translations;
import org.youju.check.SampleStatements;
import org.youju.compare.reckon.Lines;
import org.youju.compare.reckon.Transform;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/** What is said of two lines beside each other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescriptionTest {

    private static final String BUDGET = "FI_BUDGET_REVENUE";
    private static final Translations WORDS = new Translations();

    private static List<String> said(Selection selection, List<Observation> statements) {
        var regions = selection.regions().stream().map(CATALOGUE::region).toList();
        var lines = Lines.of(CATALOGUE, List.of(CATALOGUE.indicator(BUDGET)), regions, Cell.of(statements), List.of(), false);
        var others = Lines.of(CATALOGUE, selection.other().stream().map(CATALOGUE::indicator).toList(), regions,
                Cell.of(statements), List.of(), false);
        return Description.of(Comparison.of(selection, CATALOGUE, lines, others, List.of()), Locale.CHINESE,
                (key, arguments) -> WORDS.getTranslation(key, Locale.CHINESE, arguments));
    }

    /** The last sentence of a district from 100 to one value and a city from 1000 to another. */
    private static String lastOf(String district, String city) {
        return said(Selection.NONE.withIndicators(List.of(BUDGET)).withRegions(List.of(CHANGNING, SHANGHAI)),
                Stream.of(new String[] {CHANGNING, "2022", "100亿元"}, new String[] {CHANGNING, "2023", district},
                        new String[] {SHANGHAI, "2022", "1000亿元"}, new String[] {SHANGHAI, "2023", city})
                .map(it -> SampleStatements.statement(BUDGET, it[0], it[1], it[2])).toList()).getLast();
    }

    @Test
    void what_is_reckoned_is_told_with_its_unit() {
        var here = Selection.NONE.withIndicators(List.of(BUDGET)).withRegions(List.of(CHANGNING));
        var statements = List.of(SampleStatements.statement(BUDGET, CHANGNING, "2023", "168.5亿元"),
                SampleStatements.statement("PP_RESIDENT", CHANGNING, "2023", "70万人"),
                SampleStatements.statement("EC_GDP", CHANGNING, "2023", "2286.2亿元"));
        assertThat(said(here.withTransform(Transform.CUMULATIVE), statements).getFirst()).endsWith("168.5亿元。");
        assertThat(said(here.withTransform(Transform.PER).withOther(Optional.of("PP_RESIDENT")), statements).getFirst())
                .endsWith("元/人。");
        assertThat(said(here.withTransform(Transform.PER).withOther(Optional.of("EC_GDP")), statements).getFirst())
                .endsWith("0.07370。");
    }

    @Test
    void of_two_that_rose_the_faster_is_named_and_hedged_where_this_is_not_proven() {
        assertThat(lastOf("150亿元", "1200亿元")).isEqualTo("同期长宁区一般公共预算收入增得比上海市一般公共预算收入快。");
        assertThat(lastOf("121亿元", "1209亿元"))
                .isEqualTo("同期长宁区一般公共预算收入可能比上海市一般公共预算收入增得快，区间相容，未能证明。");
    }

    @Test
    void of_two_that_fell_none_is_said_to_have_grown() {
        assertThat(lastOf("80亿元", "900亿元")).isEqualTo("同期上海市一般公共预算收入减得比长宁区一般公共预算收入少。");
        assertThat(lastOf("90亿元", "899亿元")).contains("看不出差别").doesNotContain("增得");
    }

    @Test
    void of_two_that_changed_alike_none_is_said_to_be_ahead() {
        assertThat(lastOf("120亿元", "1200亿元")).isEqualTo("同期长宁区一般公共预算收入与上海市一般公共预算收入的增减区间相容，看不出差别。");
    }

    @Test
    void where_one_rose_and_the_other_fell_this_is_told_of_each_and_no_more() {
        assertThat(lastOf("150亿元", "900亿元")).isEqualTo("上海市一般公共预算收入2023年900亿元，比2022年（1000亿元）减少10.0%。");
    }
}
