package org.youju.extraction.match;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.extraction.Extractor;
import org.youju.reply.SampleReply;

/** Holds the matching to what it reaches on the sample reply, whose figures a clerk has matched. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleMatchTest {

    @Test
    void the_right_indicator_comes_first_for_most_figures() {
        var text = SampleReply.text();
        var figures = Extractor.read(text).figures();
        var matcher = new Matcher(SampleStatements.CATALOGUE, Map.of(), Map.of());
        var ranked = matcher.rank(text, figures.stream().map(Stated::of).toList());
        var expected = expected();
        var first = 0;
        var offered = 0;
        var all = 0;
        var wrongAndLikely = 0;
        var report = new ArrayList<String>();
        for (var i = 0; i < figures.size(); i++) {
            var right = expected.get(figures.get(i).start());
            if (right == null) {
                report.add("? " + figures.get(i).clause() + " " + ranked.get(i));
                continue;
            }
            all++;
            var best = ranked.get(i).firstEntry();
            var hit = best != null && best.getKey().equals(right);
            first += hit ? 1 : 0;
            offered += ranked.get(i).containsKey(right) ? 1 : 0;
            wrongAndLikely += !hit && best != null && best.getValue() >= Matcher.LIKELY ? 1 : 0;
            report.add((hit ? "  " : "x ") + right + " " + figures.get(i).clause() + " " + ranked.get(i));
        }
        System.out.println(String.join("\n", report) + "\n" + first + " " + offered + " " + wrongAndLikely + " of " + all);
        assertThat(first).as(String.join("\n", report)).isGreaterThanOrEqualTo(20);
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
