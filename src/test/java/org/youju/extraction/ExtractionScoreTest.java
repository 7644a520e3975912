package org.youju.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.bench.ExpectedFigure;
import org.youju.bench.Score;

/** The annotated documents hold the reading to what it has reached. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtractionScoreTest {

    @Test
    void the_sample_reply_is_read_right() throws Exception {
        var score = score("reply");
        assertThat(score.spanAndValue()).as("span, value and unit\n" + report(score)).isGreaterThanOrEqualTo(0.98);
        assertThat(score.qualifier()).as("qualifier").isGreaterThanOrEqualTo(0.98);
        assertThat(score.kind()).as("kind\n" + report(score)).isGreaterThanOrEqualTo(0.95);
        assertThat(score.period()).as("period\n" + report(score)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void replies_of_other_places_are_read_right() throws Exception {
        var score = new Score();
        for (var name : List.of("county-01", "county-02", "county-03", "county-04", "county-05", "county-06", "hard-01",
                "hard-02")) {
            score.add(score(name));
        }
        assertThat(score.spanAndValue()).as("span, value and unit\n" + report(score)).isGreaterThanOrEqualTo(0.97);
        assertThat(score.qualifier()).as("qualifier").isGreaterThanOrEqualTo(0.98);
        assertThat(score.kind()).as("kind\n" + report(score)).isGreaterThanOrEqualTo(0.96);
        assertThat(score.period()).as("period\n" + report(score)).isGreaterThanOrEqualTo(0.96);
        assertThat(score.confidentAndWrong()).as("confident and wrong\n" + report(score)).isLessThanOrEqualTo(0.01);
    }

    @Test
    void documents_of_other_kinds_are_read_right() throws Exception {
        var score = new Score();
        for (var name : List.of("agri-04", "edu-01", "house-06", "road-05", "stat-03", "work-02")) {
            score.add(score("unseen/" + name));
        }
        assertThat(score.spanAndValue()).as("span, value and unit\n" + report(score)).isGreaterThanOrEqualTo(0.98);
        assertThat(score.qualifier()).as("qualifier").isGreaterThanOrEqualTo(0.98);
        assertThat(score.kind()).as("kind\n" + report(score)).isGreaterThanOrEqualTo(0.97);
        assertThat(score.period()).as("period\n" + report(score)).isGreaterThanOrEqualTo(0.97);
        assertThat(score.confidentAndWrong()).as("confident and wrong\n" + report(score)).isLessThanOrEqualTo(0.01);
    }

    /** Nobody looked at these while the grammar was made; the bounds are what they then reached, less a little. */
    @Test
    void documents_kept_aside_are_read_nearly_as_well() throws Exception {
        var score = new Score();
        for (var name : List.of("budget-08", "env-10", "health-07", "labor-12", "stat-09", "water-11")) {
            score.add(score("unseen/held-out/" + name));
        }
        assertThat(score.spanAndValue()).as("span, value and unit\n" + report(score)).isGreaterThanOrEqualTo(0.97);
        assertThat(score.qualifier()).as("qualifier").isGreaterThanOrEqualTo(0.98);
        assertThat(score.kind()).as("kind\n" + report(score)).isGreaterThanOrEqualTo(0.95);
        assertThat(score.period()).as("period\n" + report(score)).isGreaterThanOrEqualTo(0.92);
    }

    private static String report(Score score) {
        return String.join("\n", score.remarks());
    }

    private static Score score(String name) throws IOException, URISyntaxException {
        var text = Files.readString(resource(name.equals("reply") ? "/db/sample/reply.txt" : "/extraction/" + name
                + ".txt"));
        return Score.of(name, ExpectedFigure.read(resource("/extraction/" + name + "-expected.tsv")),
                Extractor.read(text).figures());
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(ExtractionScoreTest.class.getResource(name).toURI());
    }
}
