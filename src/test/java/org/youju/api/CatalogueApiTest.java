package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.api.Answers.BaseAnswer;
import org.youju.commitment.Base;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Contacts;
import org.youju.reply.ReplyService;
import tools.jackson.databind.JsonNode;

/** Indicators, replies and promises. */
class CatalogueApiTest extends ApiTest {

    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ReplyService replies;
    @Autowired
    private Mapper mapper;

    @Test
    void indicators_are_found_by_theme_and_words() {
        assertEquals(indicators.catalogue().indicators().stream().filter(Indicator::isPublic).count(),
                read("/indicators").size());
        assertThat(texts(read("/indicators?theme=DIGITAL_ECONOMY"), "theme")).isNotEmpty()
                .containsOnly("DIGITAL_ECONOMY");
        assertThat(texts(read("/indicators?q=de_tax"), "code")).contains("DE_TAX", "DE_TAX_GROWTH");
        assertThat(texts(read("/indicators?q=%E7%B2%BE%E5%93%81%E5%B0%8F%E5%8C%BA"), "code"))
                .contains("UR_REFINED_AREA");
        var tax = each(read("/indicators?q=DE_TAX")).filter(i -> "DE_TAX".equals(i.get("code").asString()))
                .findFirst().orElseThrow();
        assertEquals("亿元", tax.get("unit").asString());
        assertEquals("FLOW", tax.get("nature").asString());
        assertEquals("UP", tax.get("direction").asString());
        assertThat(tax.get("headline").isBoolean()).isTrue();
        assertThat(tax.get("definition").isNull()).isTrue();
    }

    @Test
    void an_indicator_comes_with_its_definitions_its_latest_value_and_its_promises() {
        var area = read("/indicators/UR_REFINED_AREA");
        assertThat(texts(area.get("commitments"), "id")).contains("C001", "C002", "C003");
        var tax = read("/indicators/DE_TAX");
        assertEquals("2023", tax.get("latest").get(0).get("period").get("code").asString());
        assertThat(tax.get("latest").get(0).get("value").decimalValue()).isEqualByComparingTo("310");
        assertThat(tax.get("definitions").isArray()).isTrue();
    }

    @Test
    void a_reply_is_found_by_its_number_with_what_it_answers() {
        var reply = read("/replies/" + seed());
        assertEquals("长发改〔2024〕19号", reply.get("docNo").asString());
        assertEquals("2024-04-25", reply.get("issuedOn").asString());
        assertEquals("上海市长宁区发展和改革委员会", reply.get("issuer").asString());
        assertEquals("叶鹏举", reply.get("signatory").asString());
        assertEquals("区政协十五届三次会议", reply.get("session").asString());
        assertEquals("050", reply.get("proposalNo").asString());
        assertEquals(3, reply.get("proposers").size());
        assertEquals("解决或采纳", reply.get("result").asString());
        assertEquals("PUBLIC", reply.get("publicity").asString());
        assertThat(reply.get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(texts(read("/replies"), "docNo")).contains("长发改〔2024〕19号");
        assertEquals(0, read("/replies?q=nothing-has-this-title").size());
    }

    @Test
    void contacts_are_hidden_unit_for_unit_from_callers_without_a_token() {
        var path = "/replies/" + seed();
        var original = replies.textOf(seed()).orElseThrow().text();
        var anonymous = read(path).get("text").asString();
        assertThat(anonymous).hasSameSizeAs(original).isEqualTo(Contacts.mask(original)).contains("＊")
                .isNotEqualTo(original);
        assertEquals(anonymous, listed(null).get("text").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-viewer", "demo-analyst", "demo-statistician", "demo-approver"})
    void every_token_reads_the_text_as_it_is_printed(String token) {
        var original = replies.textOf(seed()).orElseThrow().text();
        assertEquals(original, read("/replies/" + seed(), token).get("text").asString());
        assertEquals(original, listed(token).get("text").asString());
    }

    private JsonNode listed(@Nullable String token) {
        return each(read("/replies", token)).filter(r -> r.get("id").asLong() == seed()).findFirst().orElseThrow();
    }

    @Test
    void the_promise_of_a_million_square_metres_a_year_is_met_on_the_total() {
        var promise = promise(read("/commitments?indicator=UR_REFINED_AREA&region=310105&asOf=2024-04-25"), "C001");
        assertEquals("MET_ON_TOTAL", promise.get("verdict").asString());
        assertEquals("STATED", promise.get("basis").asString());
        assertEquals("FLOOR_PER_PERIOD", promise.get("kind").asString());
        assertEquals("AT_LEAST", promise.get("qualifier").asString());
        assertThat(promise.get("actual").decimalValue()).isEqualByComparingTo("774");
        assertThat(promise.get("explanation").asString()).contains("774").containsPattern("\\p{IsHan}");
        assertThat(promise.get("sentence").asString()).contains("每年不少于100万平方米");
    }

    @Test
    void a_promise_tells_the_last_day_of_its_window_and_the_base_that_a_person_has_set() {
        var promises = read("/commitments?indicator=UR_REFINED_AREA&region=310105");
        assertEquals("2022-12-31", promise(promises, "C002").get("endsOn").asString());
        assertThat(promise(promises, "C001").get("endsOn").isNull()).as("no end is printed").isTrue();
        var row = SampleCommitments.promise("DE_TAX", CommitmentKind.LEVEL_BY, "400亿元", 2024, 2027);
        var answer = mapper.commitment(new Judged(new Commitment(row.id(), row.code(), row.reply(), row.citation(),
                row.indicator(), row.region(), row.kind(), row.target(), row.from(), row.to(), LocalDate.of(2027, 6, 30),
                new Base(2022, new BigDecimal("262.50")), null, row.state(), null, row.recordedBy(), row.recordedFrom(),
                row.recordedTo()), SampleCommitments.judged(List.of(row), true, LocalDate.of(2026, 11, 24)).getFirst()
                .verdict(), null), null, Locale.ENGLISH);
        assertThat(answer.endsOn()).isEqualTo("2027-06-30");
        assertThat(answer.base()).isEqualTo(new BaseAnswer(2022, new BigDecimal("262.5")));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, \\p{IsHan}{3}", "en, [a-z]{3} [a-z]"})
    void the_explanation_is_in_the_language_of_the_caller(String language, String words) {
        assertThat(text(call("/commitments?indicator=UR_REFINED_AREA&region=310105", null, language)))
                .containsPattern("\"explanation\":\"[^\"]*" + words)
                .doesNotContain("commitment.", "{0}");
    }

    @ParameterizedTest
    @CsvSource({"demo-viewer", "demo-analyst", "demo-statistician", "demo-approver"})
    void every_account_reads_what_is_approved(String token) {
        var query = "/observations?all=true&indicator=EC_GDP";
        assertThat(texts(read(query, token).get("items"), "id")).isNotEmpty()
                .isEqualTo(texts(read(query).get("items"), "id"));
    }

    private static JsonNode promise(JsonNode promises, String code) {
        return each(promises).filter(p -> code.equals(p.get("id").asString())).findFirst().orElseThrow();
    }
}
