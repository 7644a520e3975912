package org.youju.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.youju.base.ui.Translations;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.account.ApiTokens;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts as the account of {@code Authorization: Bearer …}, for this request only. A token that opens nothing is refused,
 * never taken for nobody: whoever sends one would otherwise read less than they believe.
 */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String HEADER = "Authorization";

    private final ApiTokens tokens;
    private final Translations translations;
    private final JsonMapper json;

    BearerFilter(ApiTokens tokens, Translations translations, JsonMapper json) {
        this.tokens = tokens;
        this.translations = translations;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HEADER);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        var account = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.find(header.substring(SCHEME.length()).strip())
                : Optional.<CurrentAccount>empty();
        if (account.isEmpty()) {
            refuse(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Access.authentication(account.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** As the API answers every other problem (RFC 9457), in the caller's language. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var locale = Translations.accepted(request.getHeader("Accept-Language"));
        var sentence = translations.getTranslation("security.api.token", locale);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", "Unauthorized");
        problem.put("status", HttpServletResponse.SC_UNAUTHORIZED);
        problem.put("detail", sentence);
        problem.put("instance", request.getRequestURI());
        problem.put("errors", List.of(Map.of("field", HEADER, "message", sentence)));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", locale.getLanguage());
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
