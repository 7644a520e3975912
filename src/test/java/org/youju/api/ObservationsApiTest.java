package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObservationsApiTest extends ApiTest {

    private JsonNode items(String query) {
        return read("/observations?" + query).get("items");
    }

    @Test
    void as_of_a_day_nothing_published_later_and_nothing_undated_is_known() {
        var page = read("/observations?asOf=2024-04-25&all=true");
        assertEquals("2024-04-25", page.get("asOf").asString());
        var known = page.get("items");
        assertThat(known.size()).isGreaterThan(26);
        assertThat(texts(known, "publishedOn")).doesNotContain("null").allMatch(day -> day.compareTo("2024-04-25") <= 0);
        var all = items("all=true");
        assertThat(all.size()).isGreaterThan(known.size());
        assertThat(texts(all, "publishedOn")).contains("null", "2025-09-05");
    }

    @Test
    void a_source_dated_by_its_month_is_known_from_the_last_day_of_it() {
        var of = "all=true&region=310000&indicator=EC_GDP_GROWTH&asOf=";
        assertThat(texts(items(of + "2025-01-30"), "publishedOn")).doesNotContain("2025-01");
        assertThat(texts(items(of + "2025-01-31"), "publishedOn")).allMatch(day -> day.compareTo("2025-01-31") <= 0);
    }

    @Test
    void the_gdp_of_2024_has_its_later_figure_beside_the_forecast() {
        var query = "indicator=EC_GDP&region=310105&from=2024&to=2024";
        var statements = items(query + "&all=true");
        assertThat(each(statements).map(s -> s.get("value").decimalValue().toString()))
                .contains("2500", "2789.31", "2789");
        var forecast = each(statements).filter(s -> "E".equals(s.get("status").asString())).findFirst().orElseThrow();
        assertEquals("AT_LEAST", forecast.get("qualifier").asString());
        assertEquals("FORECAST", forecast.get("vintage").asString());
        assertEquals(1, each(statements).filter(s -> s.get("represents").asBoolean()).count());
        assertThat(each(statements)).allSatisfy(s ->
                assertEquals(s.get("represents").asBoolean(), s.get("class").isNull()));
        assertThat(texts(statements, "class")).contains("COMPATIBLE");

        var today = items(query);
        assertEquals(1, today.size());
        assertThat(today.get(0).get("value").decimalValue()).isIn(new BigDecimal("2789"), new BigDecimal("2789.31"));
        var before = items(query + "&asOf=2025-01-31");
        assertEquals(1, before.size());
        assertThat(before.get(0).get("value").decimalValue()).isEqualByComparingTo("2500");
    }

    @Test
    void the_tax_of_2022_follows_from_that_of_2023_and_its_growth() {
        var derived = each(items("indicator=DE_TAX&region=310105&from=2022&to=2022&derived=true"))
                .filter(o -> o.get("derived").asBoolean()).toList();
        assertEquals(1, derived.size());
        var tax = derived.getFirst();
        assertThat(tax.get("id").isNull()).isTrue();
        assertThat(tax.get("value").decimalValue()).isBetween(new BigDecimal("262.71"), new BigDecimal("262.72"));
        assertThat(tax.get("low").decimalValue()).isBetween(new BigDecimal("257.3"), new BigDecimal("257.4"));
        assertThat(tax.get("high").decimalValue()).isBetween(new BigDecimal("268.0"), new BigDecimal("268.1"));
        assertEquals("IMPLIED_PREVIOUS", tax.get("rule").asString());
        assertEquals("310 ÷ 1.18", tax.get("formula").asString());
        assertEquals("2022", tax.get("period").get("code").asString());
        var inputs = each(tax.get("inputs")).map(JsonNode::asLong).toList();
        var stated = each(items("indicator=DE_TAX,DE_TAX_GROWTH&region=310105&from=2023&to=2023"))
                .map(o -> o.get("id").asLong()).toList();
        assertThat(inputs).containsExactlyInAnyOrderElementsOf(stated);
    }

    @Test
    void nothing_is_derived_unless_it_is_asked_for() {
        assertThat(texts(items("indicator=DE_TAX"), "derived")).containsOnly("false");
    }

    @Test
    void years_select_the_periods_that_overlap_and_leave_the_unknown_out() {
        var indicators = "region=310105&indicator=UR_REFINED_AREA_CUM,SC_PLATFORM_FUNDED";
        var codes = periods(items(indicators));
        assertThat(codes).contains("2017/2023", "unknown");
        assertThat(periods(items(indicators + "&from=2019&to=2020"))).contains("2017/2023").doesNotContain("unknown");
        assertThat(periods(items(indicators + "&from=2030"))).isEmpty();
        assertThat(periods(items(indicators + "&to=2016"))).isEmpty();
    }

    private static List<String> periods(JsonNode items) {
        return each(items).map(o -> o.get("period").get("code").asString()).toList();
    }

    @Test
    void pages_follow_each_other_without_a_gap() {
        var whole = texts(items("all=true&region=310105&indicator=EC_GDP"), "id");
        var paged = new ArrayList<String>();
        var path = "/observations?all=true&region=310105&indicator=EC_GDP&limit=2";
        for (var page = read(path);; page = read(path)) {
            assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
            paged.addAll(texts(page.get("items"), "id"));
            if (page.get("next").isNull()) {
                break;
            }
            assertThat(page.get("next").asString()).startsWith("/api/v1/observations?");
            path = page.get("next").asString().substring("/api/v1".length());
        }
        assertThat(paged).hasSizeGreaterThan(3).isEqualTo(whole);
    }

    @Test
    void pages_of_everything_hold_what_one_answer_holds() {
        for (var query : List.of("derived=true", "all=true&derived=true", "all=true&asOf=2024-04-25")) {
            var whole = items(query + "&limit=10000");
            var paged = new ArrayList<JsonNode>();
            var path = "/observations?limit=37&" + query;
            for (var page = read(path);; page = read(path)) {
                each(page.get("items")).forEach(paged::add);
                if (page.get("next").isNull()) {
                    break;
                }
                path = page.get("next").asString().substring("/api/v1".length());
            }
            assertThat(paged).as(query).hasSizeGreaterThan(37).isEqualTo(each(whole).toList());
        }
    }

    @Test
    void numbers_are_written_plain() {
        assertThat(text(call("/observations?indicator=UR_REFINED_AREA_CUM&region=310105&from=2017&to=2023", null, null)))
                .contains("\"value\":774,");
        assertThat(text(call("/observations?all=true&derived=true", null, null)))
                .doesNotContainPattern("\"(value|low|high)\":[-0-9.]*(E|\\.[0-9]*0[,}])");
    }

    @Test
    void before_anything_was_recorded_our_records_were_empty() {
        assertEquals(0, items("recordedAsOf=2001-01-01").size());
        assertThat(items("recordedAsOf=2001-01-01T00:00:00%2B08:00").size()).isZero();
    }

    @Test
    void the_history_of_a_statement_holds_its_versions() {
        var gdp = items("indicator=EC_GDP&region=310105&from=2024&to=2024").get(0);
        var history = read("/observations/" + gdp.get("id").asLong() + "/history");
        assertEquals(1, history.size());
        assertEquals(gdp, history.get(0));
        assertThat(history.get(0).get("recordedTo").isNull()).isTrue();
    }
}
