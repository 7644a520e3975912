package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** Every figure of the sample's reply, from the span that states it to the value that is recorded. */
class CitationsApiTest extends ApiTest {

    /** Where each figure lies, by its ordinal: {@code ~} is a soft end. */
    private static final Map<String, String> INTERVALS = Map.ofEntries(
            Map.entry("9", "[6100, 6200~"), Map.entry("11", "[305, 315]"), Map.entry("12", "[17.5, 18.5]"),
            Map.entry("13", "[54.5, 55.5]"), Map.entry("14", "(2600, 2700~"), Map.entry("15", "[57, 63]"),
            Map.entry("17", "[32.5, 33.5)"), Map.entry("19", "[29, 29]"), Map.entry("24", "[12, 12]"),
            Map.entry("25", "[2, 2]"), Map.entry("29", "[10, 20~"), Map.entry("52", "[3, 3]"),
            Map.entry("54", "[100, ∞)"), Map.entry("56", "[773.5, 774.5)"), Map.entry("64", "[20, 30~"),
            Map.entry("72", "[100, 200~"), Map.entry("74", "[14, 14]"), Map.entry("75", "[1900, 2000~"),
            Map.entry("76", "[7000, 8000~"), Map.entry("77", "[1600, 1600]"), Map.entry("78", "[24, 24]"),
            Map.entry("80", "[1.85, 1.95)"), Map.entry("81", "[12000, 13000~"), Map.entry("82", "[12, 12]"),
            Map.entry("83", "[4.5, 4.5]"), Map.entry("84", "[510, 520~"), Map.entry("85", "[100, 200~"));

    @Test
    void all_27_figures_of_the_reply_are_reached_from_its_citations() throws IOException {
        var reply = seed();
        var text = read("/replies/" + reply).get("text").asString();
        var citations = read("/replies/" + reply + "/citations");
        var statements = byId(read("/observations?all=true&region=" + DISTRICT));
        var promises = byId(read("/commitments?region=" + DISTRICT));
        var rows = figures();
        assertThat(rows).hasSize(27);
        assertEquals(27, citations.size());
        assertEquals(26, each(citations).mapToInt(c -> c.get("observations").size()).sum());
        assertEquals(1, each(citations).mapToInt(c -> c.get("commitments").size()).sum());
        var checks = new ArrayList<Executable>();
        for (var row : rows) {
            checks.add(() -> {
                var citation = each(citations).filter(c -> c.get("start").asInt() == number(row, "start"))
                        .findFirst().orElseThrow(() -> new AssertionError("No citation for " + row));
                assertSpan(row, citation, text);
                if ("COMMITMENT".equals(row.getField("role"))) {
                    assertPromise(row, promises.get(citation.get("commitments").get(0).asString()));
                } else {
                    assertStatement(row, citation, statements.get(citation.get("observations").get(0).asString()));
                }
            });
        }
        assertAll(checks);
    }

    private static void assertSpan(NamedCsvRecord row, JsonNode citation, String text) {
        var start = number(row, "start");
        var end = number(row, "end");
        assertEquals(row.getField("span"), citation.get("exact").asString());
        assertEquals(end, citation.get("end").asInt());
        assertEquals(row.getField("span"), text.substring(start, end));
        assertThat(text.substring(0, start)).endsWith(citation.get("prefix").asString());
        assertThat(text.substring(end)).startsWith(citation.get("suffix").asString());
        assertEquals("ANCHORED", citation.get("state").asString());
    }

    private static void assertStatement(NamedCsvRecord row, JsonNode citation, @Nullable JsonNode statement) {
        assertThat(statement).as(row.toString()).isNotNull();
        assertEquals(row.getField("indicator"), statement.get("indicator").asString());
        assertEquals(row.getField("region"), statement.get("region").asString());
        assertEquals(row.getField("period"), statement.get("period").get("code").asString());
        assertEquals(row.getField("period_kind"), statement.get("period").get("kind").asString());
        assertThat(statement.get("value").decimalValue()).isEqualByComparingTo(new BigDecimal(row.getField("value")));
        assertEquals(row.getField("unit"), statement.get("unit").asString());
        assertEquals(row.getField("qualifier"), statement.get("qualifier").asString());
        assertEquals(row.getField("span"), statement.get("printed").asString());
        assertEquals(INTERVALS.get(row.getField("ordinal")), interval(statement), row.toString());
        assertEquals(1, statement.get("citations").size());
        var own = statement.get("citations").get(0);
        assertEquals(citation.get("id"), own.get("id"));
        assertEquals("长发改〔2024〕19号", own.get("docNo").asString());
        assertEquals(row.getField("span").length(), own.get("end").asInt() - own.get("start").asInt());
    }

    private static void assertPromise(NamedCsvRecord row, @Nullable JsonNode promise) {
        assertThat(promise).as(row.toString()).isNotNull();
        assertEquals(row.getField("commitment"), promise.get("id").asString());
        assertEquals(row.getField("indicator"), promise.get("indicator").asString());
        assertThat(promise.get("value").decimalValue()).isEqualByComparingTo(new BigDecimal(row.getField("value")));
        assertEquals(row.getField("unit"), promise.get("unit").asString());
        assertEquals(row.getField("qualifier"), promise.get("qualifier").asString());
        assertEquals(2018, promise.get("from").asInt());
        assertThat(promise.get("to").isNull()).isTrue();
        assertEquals(row.getField("span"), promise.get("citation").get("exact").asString());
    }

    private static String interval(JsonNode it) {
        var low = switch (it.get("lowEnd").asString()) {
            case "CLOSED" -> "[" + it.get("low").decimalValue().toPlainString();
            case "OPEN" -> "(" + it.get("low").decimalValue().toPlainString();
            case "SOFT" -> "~" + it.get("low").decimalValue().toPlainString();
            default -> "(∞";
        };
        var high = switch (it.get("highEnd").asString()) {
            case "CLOSED" -> it.get("high").decimalValue().toPlainString() + "]";
            case "OPEN" -> it.get("high").decimalValue().toPlainString() + ")";
            case "SOFT" -> it.get("high").decimalValue().toPlainString() + "~";
            default -> "∞)";
        };
        return low + ", " + high;
    }

    @Test
    void a_span_whose_text_is_not_held_has_no_place_and_its_print() {
        var report = each(read("/replies?q=2025%E5%B9%B4%E6%94%BF%E5%BA%9C%E5%B7%A5%E4%BD%9C%E6%8A%A5%E5%91%8A"))
                .filter(r -> "2025-01-08".equals(r.get("issuedOn").asString())).findFirst().orElseThrow();
        assertThat(report.get("text").isNull()).isTrue();
        var citations = read("/replies/" + report.get("id").asLong() + "/citations");
        assertThat(citations.size()).isPositive();
        assertThat(each(citations)).allSatisfy(c -> {
            assertEquals("QUOTE_ONLY", c.get("state").asString());
            assertThat(c.get("start").isNull() && c.get("end").isNull()).isTrue();
            assertThat(c.get("exact").asString()).isNotBlank();
        });
    }

    private static Map<String, JsonNode> byId(JsonNode answer) {
        var all = new HashMap<String, JsonNode>();
        each(answer.isArray() ? answer : answer.get("items")).forEach(it -> all.put(it.get("id").asString(), it));
        return all;
    }

    private static int number(NamedCsvRecord row, String name) {
        return Integer.parseInt(row.getField(name));
    }

    private static List<NamedCsvRecord> figures() throws IOException {
        try (var in = CitationsApiTest.class.getResourceAsStream("/db/sample/figures.csv");
                var csv = CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }
}
