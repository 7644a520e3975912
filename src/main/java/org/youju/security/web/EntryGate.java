package org.youju.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.youju.base.ui.Routes;
import org.youju.security.CurrentAccount;
import org.youju.security.account.FirstSetUp;

/**
 * Leads whoever opens a page to the one page that comes first: the set-up while there is no account, the change of the
 * password for whoever must change it. What a page loads for itself passes.
 */
class EntryGate extends OncePerRequestFilter {

    private final FirstSetUp setUp;

    EntryGate(FirstSetUp setUp) {
        this.setUp = setUp;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var first = opensPage(request) ? first().filter(page -> !path.equals("/" + page)) : Optional.<String>empty();
        if (first.isPresent()) {
            response.sendRedirect(request.getContextPath() + "/" + first.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<String> first() {
        if (setUp.open()) {
            return Optional.of(Routes.SETUP);
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                && PasswordFirst.isDue(account) ? Optional.of(Routes.PASSWORD) : Optional.empty();
    }

    private static boolean opensPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getMethod().equals("GET") && request.getParameter("v-r") == null
                && accept != null && accept.contains("text/html");
    }
}
