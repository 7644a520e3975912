package org.youju.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.account.ApiTokens;

/**
 * Acts as the account of {@code Authorization: Bearer …}, for this request only. A token that opens nothing is refused,
 * never taken for nobody: whoever sends one would otherwise read less than they believe.
 */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Unauthorized","status":401,\
            "detail":"The Authorization header must be \\"Bearer\\" and a valid token. Leave it out to read what is \
            public.","errors":[]}""";

    private final ApiTokens tokens;

    BearerFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        var account = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.find(header.substring(SCHEME.length()).strip())
                : Optional.<CurrentAccount>empty();
        if (account.isEmpty()) {
            refuse(response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Access.authentication(account.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PROBLEM);
    }
}
