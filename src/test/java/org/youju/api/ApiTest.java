package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.youju.security.Permission;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API of a server that holds the sample, and reads its numbers as they are written. */
@SpringBootTest(properties = {
    "spring.datasource.url=jdbc:h2:mem:api;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(ApiTest.Failing.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ApiTest {

    /** A call with a fault in it, and one that nobody may make. */
    @RestController
    static class Failing {

        @GetMapping("/api/v1/test/failure")
        void fail() {
            throw new IllegalStateException("the cause");
        }

        @GetMapping("/api/v1/test/denied")
        void deny() {
            throw new AccessDeniedException(Permission.APPROVE.deniedKey());
        }
    }

    static final String DISTRICT = "310105";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Autowired
    private MockMvc mvc;

    /** What a caller without a token is answered. */
    JsonNode read(String path) {
        return read(path, null);
    }

    JsonNode read(String path, @Nullable String token) {
        var response = call(path, token, null);
        assertThat(response.getStatus()).as(path + " " + text(response)).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/json");
        return JSON.readTree(text(response));
    }

    MockHttpServletResponse call(String path, @Nullable String token, @Nullable String language) {
        var request = get(URI.create("/api/v1" + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (language != null) {
            request.header("Accept-Language", language);
        }
        try {
            return mvc.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    JsonNode problem(int status, String path, @Nullable String language) {
        var response = call(path, null, language);
        assertThat(response.getStatus()).as(path).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        var problem = json(response);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(text(response)).doesNotContain("Exception", "org.youju", "at java");
        return problem;
    }

    static JsonNode json(MockHttpServletResponse response) {
        return JSON.readTree(text(response));
    }

    static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return array.valueStream();
    }

    static List<String> texts(JsonNode array, String name) {
        return each(array).map(it -> it.get(name).isNull() ? "null" : it.get(name).asString()).toList();
    }

    /** The sample's reply to proposal 050. */
    long seed() {
        return read("/replies?docNo=%E9%95%BF%E5%8F%91%E6%94%B9%E3%80%942024%E3%80%9519%E5%8F%B7").get(0).get("id")
                .asLong();
    }
}
