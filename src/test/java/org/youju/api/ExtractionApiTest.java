package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.youju.db.Tables.CANDIDATE;
import static org.youju.db.Tables.REPLY;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.youju.reply.SampleReply;
import tools.jackson.databind.JsonNode;

class ExtractionApiTest extends ApiTest {

    private static final String CALL = "/api/v1/extractions";
    private static final String TEXT = "2023年，数字经济完成综合税收约310亿元，同比增长约18%。\n";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private DSLContext db;

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, @Nullable String token)
            throws Exception {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse plain(byte[] body, @Nullable String type) throws Exception {
        var request = post(CALL).content(body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return send(request, "demo-statistician");
    }

    private MockHttpServletResponse file(String part, String name, byte[] bytes) throws Exception {
        return send(multipart(CALL).file(new MockMultipartFile(part, name, null, bytes)), "demo-statistician");
    }

    private static JsonNode refused(int status, MockHttpServletResponse response) {
        assertEquals(status, response.getStatus(), text(response));
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(text(response)).doesNotContain("Exception", "org.youju");
        return json(response).get("errors").get(0);
    }

    @Test
    void a_text_is_answered_with_its_figures_their_places_and_their_likely_indicators() throws Exception {
        var answer = json(plain(TEXT.getBytes(StandardCharsets.UTF_8), "text/plain"));
        var tax = answer.get("figures").get(0);
        assertEquals("约310亿元", tax.get("span").asString());
        assertEquals(TEXT.indexOf("约310"), tax.get("start").asInt());
        assertEquals("31000000000", tax.get("baseValue").toString());
        assertEquals("DE_TAX", tax.get("indicator").asString());
        assertEquals("DE_TAX_GROWTH", answer.get("figures").get(1).get("indicator").asString());
        assertThat(answer.has("text")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"text/plain;charset=GB18030, GB18030", "text/plain, GB18030", "text/plain;charset=UTF-16LE, UTF-16LE",
        "text/markdown;charset=UTF-8, "})
    void a_text_is_read_in_the_encoding_that_it_names_or_has(String type, @Nullable String charset) throws Exception {
        var response = plain(SampleReply.text().getBytes(charset == null ? "UTF-8" : charset), type);
        if (charset == null) {
            assertEquals("Content-Type", refused(415, response).get("field").asString());
        } else {
            assertThat(texts(json(response).get("figures"), "span")).contains("约 310 亿元", "6100 余家");
            assertEquals("长发改〔2024〕19号", json(response).get("document").get("docNo").asString());
        }
    }

    @Test
    void a_file_is_answered_with_the_text_that_its_places_count_in() throws Exception {
        var page = "<!DOCTYPE html><html><body><h1>答复</h1><p>2023年，数字经济完成综合税收约310亿元。</p></body></html>";
        var answer = json(file("file", "reply.html", page.getBytes(StandardCharsets.UTF_8)));
        var figure = answer.get("figures").get(0);
        assertThat(answer.get("text").asString()).doesNotContain("<p>");
        assertEquals("约310亿元", answer.get("text").asString()
                .substring(figure.get("start").asInt(), figure.get("end").asInt()));
        var plain = json(file("file", "答复.txt", TEXT.getBytes(Charset.forName("GB18030"))));
        assertEquals(TEXT, plain.get("text").asString());
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_sentence() throws Exception {
        assertThat(refused(400, file("file", "a.xlsx", new byte[] {'P', 'K', 3, 4})).get("message").asString())
                .contains("a.xlsx");
        assertThat(refused(400, file("file", "a.txt", new byte[0])).get("message").asString()).contains("没有文字");
        assertEquals("file", refused(400, file("other", "a.txt", TEXT.getBytes(StandardCharsets.UTF_8))).get("field")
                .asString());
        assertThat(refused(400, plain(new byte[0], "text/plain")).get("message").asString()).contains("没有文字");
        assertEquals("Content-Type", refused(415, plain(new byte[] {1}, null)).get("field").asString());
        assertEquals("Content-Type", refused(415, plain(new byte[] {1}, "nonsense")).get("field").asString());
    }

    @Test
    void more_than_20_MB_is_refused_by_its_size() throws Exception {
        var big = new byte[20 * 1024 * 1024 + 1];
        Arrays.fill(big, (byte) 'a');
        assertThat(refused(413, plain(big, "text/plain")).get("message").asString()).contains("20.1MB", "20MB");
        var larger = Arrays.copyOf(big, 23 * 1024 * 1024);
        assertThat(refused(413, file("file", "a.txt", larger)).get("message").asString()).contains("23MB", "20MB");
    }

    @Test
    void a_parameter_or_a_part_that_there_is_not_is_named_with_those_there_are() throws Exception {
        var text = TEXT.getBytes(StandardCharsets.UTF_8);
        var asked = post(CALL + "?format=xml").content(text).header("Content-Type", "text/plain");
        assertThat(refused(400, send(asked, "demo-statistician")).get("message").asString())
                .contains("没有参数 format", "没有参数。");
        var sent = multipart(CALL).file(new MockMultipartFile("file", "a.txt", null, text)).param("language", "zh");
        var part = refused(400, send(sent, "demo-statistician"));
        assertEquals("language", part.get("field").asString());
        assertThat(part.get("message").asString()).contains("没有参数 language", "参数有 file");
    }

    @Test
    void nothing_is_stored() throws Exception {
        var replies = db.fetchCount(REPLY);
        plain(TEXT.getBytes(StandardCharsets.UTF_8), "text/plain");
        assertThat(db.fetchCount(CANDIDATE)).isZero();
        assertThat(db.fetchCount(REPLY)).isEqualTo(replies);
    }

    @ParameterizedTest
    @CsvSource({"demo-viewer, 403", "demo-analyst, 403", ", 403", "demo-approver, 200", "wrong, 401"})
    void only_those_who_may_see_candidates_are_answered(@Nullable String token, int status) throws Exception {
        var response = send(post(CALL).content(TEXT).header("Content-Type", "text/plain;charset=UTF-8"), token);
        assertEquals(status, response.getStatus());
        if (status != 200) {
            assertThat(response.getContentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void a_hostile_text_is_answered_like_any_other() throws Exception {
        var hostile = "\0\uFFFE数字经济\0税收310亿元，".repeat(50).chars().mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        assertEquals(200, plain(hostile.getBytes(StandardCharsets.UTF_8), "text/plain").getStatus());
    }
}
