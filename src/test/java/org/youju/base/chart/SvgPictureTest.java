package org.youju.base.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.youju.base.chart.ChartSpec.Frame;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SvgPictureTest {

    private static final Picture PICTURE = new Picture("x", List.of("DE_TAX <口径> & \"出处\""));

    private static Point at(int value, Point.Mark mark) {
        return new Point(BigDecimal.valueOf(value), null, mark, Point.Label.NONE, Integer.toString(value), List.of(),
                value + "" + mark);
    }

    private static Document drawn(ChartSpec spec) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(SvgPicture.of(spec, PICTURE))));
    }

    private static ChartSpec line(Set<Integer> cuts, Point... points) {
        return ChartSpec.of("税收", "亿元", "税收逐年。", List.of("2020", "2021", "2022", "2023").subList(0, points.length),
                List.of(new Series("税收", Series.Kind.LINE, Arrays.asList(points), cuts)));
    }

    private static int segments(Document svg) {
        int count = 0;
        var lines = svg.getElementsByTagName("line");
        for (int i = 0; i < lines.getLength(); i++) {
            count += lines.item(i).getAttributes().getNamedItem("stroke").getNodeValue().equals("#1A5A8E") ? 1 : 0;
        }
        return count;
    }

    @Test
    void its_texts_can_hold_anything_and_stand_in_it() throws Exception {
        assertThat(drawn(line(Set.of(), at(1, Point.Mark.STATED))).getDocumentElement().getTextContent())
                .contains("税收", "DE_TAX <口径> & \"出处\"");
    }

    @Test
    void a_line_joins_neighbours_and_stops_at_gaps_cuts_and_what_can_not_be_relied_upon() throws Exception {
        var stated = Point.Mark.STATED;
        assertThat(segments(drawn(line(Set.of(), at(1, stated), at(2, stated), at(3, stated))))).isEqualTo(2);
        assertThat(segments(drawn(line(Set.of(), at(1, stated), null, at(3, stated))))).isZero();
        assertThat(segments(drawn(line(Set.of(2), at(1, stated), at(2, stated), at(3, stated))))).isEqualTo(1);
        assertThat(segments(drawn(line(Set.of(), at(1, stated), at(2, Point.Mark.UNVALIDATED), at(3, stated))))).isZero();
    }

    @Test
    void a_value_that_was_computed_is_hollow() throws Exception {
        var circles = drawn(line(Set.of(), at(1, Point.Mark.STATED), at(2, Point.Mark.COMPUTED))).getElementsByTagName("circle");
        assertThat(circles.item(0).getAttributes().getNamedItem("fill").getNodeValue()).isEqualTo("#1A5A8E");
        assertThat(circles.item(1).getAttributes().getNamedItem("fill").getNodeValue()).isEqualTo("#FFFFFF");
    }

    @Test
    void bars_stand_beside_each_other_or_on_each_other() throws Exception {
        var series = List.of(new Series("a", Series.Kind.BAR, List.of(at(10, Point.Mark.STATED))),
                new Series("b", Series.Kind.BAR, List.of(at(20, Point.Mark.STATED))));
        var beside = ChartSpec.of("t", "u", "s", List.of("2020"), series);
        assertThat(places(drawn(beside))).doesNotHaveDuplicates();
        assertThat(places(drawn(beside.in(new Frame(true, null, null, null))))).hasSize(2).containsOnly(
                places(drawn(beside.in(new Frame(true, null, null, null)))).getFirst());
    }

    /** The left edges of the bars; the paper and the legend stand elsewhere. */
    private static List<String> places(Document svg) {
        var places = new ArrayList<String>();
        var rects = svg.getElementsByTagName("rect");
        for (int i = 0; i < rects.getLength(); i++) {
            var width = rects.item(i).getAttributes().getNamedItem("width").getNodeValue();
            if (!width.equals("100%") && !width.equals("12")) {
                places.add(rects.item(i).getAttributes().getNamedItem("x").getNodeValue());
            }
        }
        return places;
    }

    @Test
    void a_break_that_is_looked_across_is_marked_while_the_line_goes_on() throws Exception {
        var stated = Point.Mark.STATED;
        var chart = line(Set.of(), at(1, stated), at(2, stated));
        var asked = drawn(chart.annotated(List.of(new Annotation.Crossing("2021", "普查修订"))));
        assertThat(asked.getDocumentElement().getTextContent()).contains("// 普查修订");
        assertThat(segments(asked)).isEqualTo(1);
        assertThat(segments(drawn(chart.annotated(List.of(new Annotation.Break("2021", "普查修订", false)))))).isZero();
    }

    @Test
    void a_legend_that_is_wider_than_the_paper_goes_on_in_a_further_row() throws Exception {
        var name = "名".repeat(30);
        var series = List.of("a", "b", "c").stream().map(it -> new Series(it + name, Series.Kind.BAR,
                List.of(at(it.charAt(0), Point.Mark.STATED)))).toList();
        var texts = drawn(ChartSpec.of("t", "u", "s", List.of("2020"), series)).getElementsByTagName("text");
        var rows = new TreeSet<String>();
        for (int i = 0; i < texts.getLength(); i++) {
            if (texts.item(i).getTextContent().contains(name)) {
                var x = Double.parseDouble(texts.item(i).getAttributes().getNamedItem("x").getNodeValue());
                assertThat(x + 13 * 31).isLessThan(960);
                rows.add(texts.item(i).getAttributes().getNamedItem("y").getNodeValue());
            }
        }
        assertThat(rows).hasSize(2);
    }

    @Test
    void places_are_whole_and_the_first_stands_on_top() throws Exception {
        var places = line(Set.of(), at(2, Point.Mark.STATED), at(1, Point.Mark.STATED)).along(ChartSpec.Axis.PLACES);
        var circles = drawn(places).getElementsByTagName("circle");
        assertThat(Double.parseDouble(circles.item(1).getAttributes().getNamedItem("cy").getNodeValue()))
                .isLessThan(Double.parseDouble(circles.item(0).getAttributes().getNamedItem("cy").getNodeValue()));
        assertThat(drawn(places).getDocumentElement().getTextContent()).doesNotContain("0.5", "1.5", "2.5");
        assertThat(new ChartConfiguration(places, (key, arguments) -> key).toJson())
                .contains("\"reverse\":true", "\"precision\":0", "\"suggestedMin\":1");
    }

    @Test
    void the_names_of_lines_that_end_close_to_each_other_stand_apart() throws Exception {
        var stated = Point.Mark.STATED;
        var series = List.of(new Series("甲", Series.Kind.LINE, List.of(at(50, stated), at(100, stated))),
                new Series("乙", Series.Kind.LINE, List.of(at(0, stated), at(101, stated))),
                new Series("丙", Series.Kind.LINE, List.of(at(20, stated), at(102, stated))));
        var texts = drawn(ChartSpec.of("t", "u", "s", List.of("2020", "2021"), series)).getElementsByTagName("text");
        var heights = new ArrayList<Double>();
        for (int i = 0; i < texts.getLength(); i++) {
            var attributes = texts.item(i).getAttributes();
            if (List.of("甲", "乙", "丙").contains(texts.item(i).getTextContent())
                    && attributes.getNamedItem("font-size").getNodeValue().equals("12")) {
                heights.add(Double.valueOf(attributes.getNamedItem("y").getNodeValue()));
            }
        }
        assertThat(heights).hasSize(3);
        heights.sort(null);
        assertThat(heights.get(1) - heights.get(0)).isGreaterThanOrEqualTo(15);
        assertThat(heights.get(2) - heights.get(1)).isGreaterThanOrEqualTo(15);
    }
}
