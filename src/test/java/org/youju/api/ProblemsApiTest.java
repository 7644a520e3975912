package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsApiTest extends ApiTest {

    @ParameterizedTest
    @CsvSource({
        "/observations?asOf=2024-02-30,            asOf,         2024-02-30",
        "/observations?asOf=gestern,               asOf,         gestern",
        "/observations?asOf=%2B999999999-01-01,    asOf,         +999999999-01-01",
        "/observations?recordedAsOf=2024-04-25T08, recordedAsOf, 2024-04-25T08",
        "/observations?from=20x4,                  from,         20x4",
        "/observations?to=1776,                    to,           1776",
        "/observations?from=2025&to=2015,          from,         2015",
        "/observations?all=yes,                    all,          yes",
        "/observations?derived=1,                  derived,      1",
        "/observations?limit=0,                    limit,        0",
        "/observations?offset=-1,                  offset,       -1",
        "/observations?from=2015&from=2016,        from,         from",
        "/commitments?asOf=2024,                   asOf,         2024",
        "/replies?q=%00,                           q,            q",
        "/replies?docNo=a%00b,                     docNo,        docNo",
    })
    void a_parameter_that_cannot_be_read_is_named_with_what_was_given(String path, String field, String given) {
        var errors = problem(400, path, null).get("errors");
        assertEquals(field, errors.get(0).get("field").asString());
        assertThat(errors.get(0).get("message").asString()).contains(given).containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/indicators?them=A                       | them     | theme, q",
        "/observations?indicators=DE_TAX&limit=1  | indicators | indicator, region, from, to, asOf, recordedAsOf, all, derived, limit, offset",
        "/observations?asof=2024-04-25            | asof     | asOf",
        "/replies?docno=1                         | docno    | q, docNo, limit, offset",
        "/commitments?year=2024                   | year     | indicator, region, asOf",
        "/indicators/DE_TAX?region=310105         | region   | has none",
        "/observations/1/history?asOf=2024-01-01  | asOf     | has none",
        "/replies/1?text=false                    | text     | has none",
        "/replies/1/citations?limit=1             | limit    | has none",
    })
    void a_parameter_that_there_is_not_is_named_with_those_there_are(String path, String name, String known) {
        var error = problem(400, path, "en").get("errors").get(0);
        assertEquals(name, error.get("field").asString());
        assertThat(error.get("message").asString()).contains("no parameter " + name + ".", known);
        assertThat(problem(400, path, "zh").get("errors").get(0).get("message").asString()).contains("没有参数 " + name);
    }

    @Test
    void an_address_that_there_is_not_is_not_found_whatever_its_parameters() {
        problem(404, "/nothing?at=all", null);
    }

    @Test
    void every_bad_parameter_is_reported_at_once() {
        assertThat(texts(problem(400, "/observations?from=x&to=y&asOf=z", null).get("errors"), "field"))
                .containsExactlyInAnyOrder("from", "to", "asOf");
    }

    @ParameterizedTest
    @CsvSource({
        "/indicators/NO_SUCH,            indicator",
        "/indicators?theme=NO_SUCH,      theme",
        "/observations?indicator=NO_SUCH, indicator",
        "/observations?region=999999,    region",
        "/observations/999999/history,   observation",
        "/observations/abc/history,      observation",
        "/replies/999999,                reply",
        "/replies/abc,                   reply",
        "/replies/999999/citations,      reply",
        "/commitments?region=999999,     region",
        "/commitments?indicator=NO_SUCH, indicator",
    })
    void an_unknown_code_is_not_found(String path, String field) {
        var error = problem(404, path, null).get("errors").get(0);
        assertEquals(field, error.get("field").asString());
        assertThat(error.get("message").asString()).containsAnyOf("NO_SUCH", "999999", "abc");
    }

    @Test
    void an_unknown_call_is_a_problem_and_not_a_page() {
        assertThat(problem(404, "/nothing", "en").get("errors").get(0).get("message").asString())
                .contains("GET /api/v1/nothing");
    }

    @ParameterizedTest
    @CsvSource({"en, is not a date", "'en-GB,zh;q=0.5', is not a date", "'fr,en;q=0.8', is not a date",
        "zh-CN, 不是日期", "'zh-TW,en;q=0.5', 不是日期", "fr, 不是日期", "'%%,;', 不是日期"})
    void the_sentence_is_in_the_language_of_the_caller(String language, String words) {
        assertThat(problem(400, "/observations?asOf=x", language).get("detail").asString()).contains(words);
    }

    @Test
    void a_failure_has_a_reference_and_tells_nothing_of_its_cause() {
        var message = problem(500, "/test/failure", "en").get("errors").get(0).get("message").asString();
        assertThat(message).containsPattern("reference [0-9a-f]{8}\\.").doesNotContain("cause");
    }

    @Test
    void a_token_that_opens_nothing_is_refused() {
        assertEquals(401, call("/indicators", "wrong", null).getStatus());
    }

    @ParameterizedTest
    @CsvSource({"/replies?limit=1001, 1000", "/replies?limit=none, none", "/replies?offset=-1, -1"})
    void a_page_that_cannot_be_is_refused(String path, String named) {
        assertThat(problem(400, path, "en").get("detail").asString()).contains(named);
    }

    @ParameterizedTest
    @CsvSource({"en, valid token", "zh-CN, 有效的令牌", ", 有效的令牌"})
    void a_refused_token_is_told_in_the_language_of_the_caller(String language, String words) {
        var response = call("/indicators", "wrong", language);
        var problem = json(response);
        assertEquals(401, problem.get("status").asInt());
        assertEquals("/api/v1/indicators", problem.get("instance").asString());
        assertThat(problem.get("detail").asString()).contains(words);
        assertEquals("Authorization", problem.get("errors").get(0).get("field").asString());
        assertEquals(problem.get("detail"), problem.get("errors").get(0).get("message"));
        assertEquals(language != null && language.startsWith("en") ? "en" : "zh",
                response.getHeader("Content-Language"));
    }

    @ParameterizedTest
    @CsvSource({"en, Ask an approver", "zh, 审核"})
    void what_a_role_may_not_do_is_told_in_the_language_of_the_caller(String language, String words) {
        var problem = problem(403, "/test/denied", language);
        assertThat(problem.get("detail").asString()).contains(words).doesNotContain("security.denied");
    }
}
