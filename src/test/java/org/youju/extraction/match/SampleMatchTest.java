package org.youju.extraction.match;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.check.SampleStatements;
import org.youju.extraction.Extractor;
import org.youju.reply.SampleReply;

/** Holds the matching to what it reaches on the sample reply, whose figures a clerk has matched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleMatchTest {

    private static final Map<Integer, String> EXPECTED = expected();
    /** How many of them are taken without a look, none of them wrong. */
    private static final int LIKELY = 25;

    private static final Matcher MATCHER = new Matcher(SampleStatements.CATALOGUE, Map.of(), Map.of());

    private static List<SequencedMap<String, Double>> ranked(String text) {
        return MATCHER.rank(text, Extractor.read(text).figures().stream().map(Stated::of).toList());
    }

    @Test
    void the_right_indicator_comes_first_for_every_figure() {
        var text = SampleReply.text();
        var figures = Extractor.read(text).figures();
        var ranked = ranked(text);
        var right = 0;
        var likely = 0;
        var report = new ArrayList<String>();
        for (var i = 0; i < figures.size(); i++) {
            var expected = EXPECTED.get(figures.get(i).start());
            var best = ranked.get(i).isEmpty() ? null : ranked.get(i).firstEntry().getKey();
            report.add(expected + " " + figures.get(i).clause() + " " + ranked.get(i));
            if (expected != null && expected.equals(best)) {
                right++;
            }
            var taken = Matcher.likely(ranked.get(i));
            if (taken.isPresent()) {
                likely++;
                assertThat(taken).as("taken without a look\n" + report.getLast()).contains(String.valueOf(expected));
            }
        }
        assertThat(right).as(String.join("\n", report)).isEqualTo(EXPECTED.size());
        assertThat(likely).as("taken without a look").isGreaterThanOrEqualTo(LIKELY);
    }

    @ParameterizedTest
    @CsvSource({
        "'2024年，全县地区生产总值完成470.3亿元、增长6.1%，规模以上工业增加值增长9.5%，固定资产投资增长8.3%，社会消费品零售总额增长6.5%。',"
                + "EC_GDP EC_GDP_GROWTH - - TR_RETAIL_GROWTH",
        "'2023年农村居民人均可支配收入为6023元，同比增长8.5%。', LV_INCOME LV_INCOME_GROWTH",
        "'一般公共预算收入180亿元，其中税收收入154亿元，占比85%。', FI_BUDGET_REVENUE FI_TAX_REVENUE_OWN -",
        "'新建农村公路120公里，惠及35个行政村。', - -",
        "'城镇调查失业率为5.1%，新增就业1.2万人。', JB_SURVEY_UNEMP JB_NEW_EMPLOYED",
    })
    void what_a_text_of_another_place_names_is_taken_and_nothing_else(String text, String expected) {
        var taken = ranked(text).stream().map(it -> Matcher.likely(it).orElse("-")).toList();
        assertThat(String.join(" ", taken)).as(ranked(text).toString()).isEqualTo(expected);
    }

    private static Map<Integer, String> expected() {
        try (var in = SampleMatchTest.class.getResourceAsStream("/db/sample/figures.csv");
                var csv = CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            var indicators = new HashMap<Integer, String>();
            csv.forEach(row -> indicators.put(Integer.valueOf(row.getField("start")), row.getField("indicator")));
            return indicators;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
