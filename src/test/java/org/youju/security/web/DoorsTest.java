package org.youju.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.youju.TestServices;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.Accounts;
import org.youju.security.account.ApiTokens;
import org.youju.security.account.DemoAccounts;

@SpringBootTest(properties = {
    "spring.datasource.url=jdbc:h2:mem:doors;DB_CLOSE_DELAY=-1;${youju.h2.options}"
})
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(DoorsTest.WhoAmI.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorsTest {

    /** Says whom the API takes a caller for. */
    @RestController
    static class WhoAmI {

        private final Access access;

        WhoAmI(Access access) {
            this.access = access;
        }

        @GetMapping("/api/v1/test/whoami")
        String read() {
            return access.current().username() + " " + access.current().role();
        }

        @PostMapping("/api/v1/test/whoami")
        String write() {
            return read();
        }
    }

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Accounts accounts;
    @Autowired
    private ApiTokens tokens;

    private static MockHttpServletRequestBuilder page(String path) {
        return get(path).accept(MediaType.TEXT_HTML);
    }

    private static MockHttpServletRequestBuilder logIn(String name, String password) {
        return post("/login").param("username", name).param("password", password);
    }

    @ParameterizedTest
    @CsvSource({"demo-viewer,leader VIEWER", "demo-analyst,analyst ANALYST",
        "demo-statistician,statistician STATISTICIAN", "demo-approver,approver APPROVER"})
    void a_token_acts_as_its_account_without_a_session(String token, String who) throws Exception {
        var answer = mvc.perform(get("/api/v1/test/whoami").header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(content().string(who))
                .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
    }

    @Test
    void without_a_token_the_api_knows_nobody() throws Exception {
        mvc.perform(get("/api/v1/test/whoami")).andExpect(content().string("anonymous null"));
    }

    @Test
    void the_api_takes_no_session_for_a_token() throws Exception {
        var session = (MockHttpSession) mvc.perform(logIn("leader", DemoAccounts.PASSWORD)).andReturn().getRequest()
                .getSession();
        mvc.perform(get("/api/v1/test/whoami").session(session)).andExpect(content().string("anonymous null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic bGVhZGVyOng=", "demo-viewer"})
    void a_token_that_opens_nothing_is_refused_as_a_problem(String header) throws Exception {
        mvc.perform(get("/api/v1/test/whoami").header("Authorization", header))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(header().string("WWW-Authenticate", containsString("Bearer")))
                .andExpect(content().string(containsString("\"status\":401")));
    }

    @Test
    void a_token_that_an_administrator_issued_opens_the_api_until_it_is_revoked() throws Exception {
        var issued = TestServices.as("admin", Role.ADMIN, () -> accounts.list().stream()
                .filter(it -> it.username().equals("analyst")).findFirst()
                .map(analyst -> tokens.issue(analyst, "report", ApiTokens.Life.MONTH)).orElseThrow());
        var call = get("/api/v1/test/whoami").header("Authorization", "Bearer " + issued.secret());
        mvc.perform(call).andExpect(status().isOk()).andExpect(content().string("analyst ANALYST"));
        TestServices.as("admin", Role.ADMIN, () -> {
            tokens.revoke(issued.token());
            return null;
        });
        mvc.perform(call).andExpect(status().isUnauthorized());
    }

    @Test
    void the_api_needs_no_csrf_token() throws Exception {
        mvc.perform(post("/api/v1/test/whoami").header("Authorization", "Bearer demo-statistician"))
                .andExpect(status().isOk());
    }

    @Test
    void a_page_asks_for_a_log_in_and_is_opened_after_it() throws Exception {
        var session = (MockHttpSession) mvc.perform(page("/accounts"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", matchesPattern("(http://localhost)?/login")))
                .andReturn().getRequest().getSession();
        mvc.perform(logIn("admin", DemoAccounts.PASSWORD).session(session))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", containsString("/accounts")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?region=310105&year=2021&asOf=2024-04-25", "/indicators?region=310105",
        "/indicators/DE_TAX?region=310105&asOf=2024-04-25", "/replies", "/replies/1?cite=2"})
    void whoever_is_not_logged_in_is_led_to_the_log_in_and_then_to_the_very_address(String address) throws Exception {
        var session = (MockHttpSession) mvc.perform(page(address))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", matchesPattern("(http://localhost)?/login")))
                .andReturn().getRequest().getSession();
        var location = mvc.perform(logIn("leader", DemoAccounts.PASSWORD).session(session))
                .andExpect(status().is3xxRedirection())
                .andReturn().getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        assertThat(location.replaceFirst("^http://localhost", "").replaceFirst("[?&]continue$", ""))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leader", "nobody-of-this-name"})
    void a_wrong_password_and_an_unknown_name_lead_to_the_same_sentence(String name) throws Exception {
        mvc.perform(logIn(name, "wrong")).andExpect(redirectedUrl("/login?error"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "no-such-approver"})
    void five_failures_lead_to_a_wait(String name) throws Exception {
        for (int at = 1; at < 5; at++) {
            mvc.perform(logIn(name, "wrong")).andExpect(redirectedUrl("/login?error"));
        }
        mvc.perform(logIn(name, "wrong")).andExpect(redirectedUrl("/login?wait=30"));
    }

    @Test
    void whoever_must_change_their_password_is_led_there_first() throws Exception {
        var must = authentication(Access.authentication(new CurrentAccount("li", "李", null, Scope.ALL)));
        mvc.perform(page("/accounts").with(must)).andExpect(redirectedUrl("/password"));
    }

    @Test
    void a_change_through_a_page_needs_a_csrf_token() throws Exception {
        mvc.perform(post("/accounts").with(authentication(Access.authentication(
                new CurrentAccount("li", "李", Role.ADMIN, Scope.ALL)))))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/api/v1/test/whoami", "/no/such/page"})
    void every_response_tells_the_browser_what_it_may_do(String path) throws Exception {
        mvc.perform(page(path))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("Content-Security-Policy",
                        matchesPattern(".*script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'unsafe-eval';.*")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Permissions-Policy", containsString("camera=()")));
    }

    @Test
    void no_two_responses_share_a_nonce() throws Exception {
        var first = mvc.perform(page("/login")).andReturn().getResponse().getHeader("Content-Security-Policy");
        mvc.perform(page("/login")).andExpect(header().string("Content-Security-Policy", not(first)));
    }
}
