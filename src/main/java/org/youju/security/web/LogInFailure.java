package org.youju.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.youju.base.ui.Routes;

/** Leads back to the log-in page and lets its address say why: {@code ?error}, {@code ?closed} or {@code ?wait=30}. */
class LogInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failure) throws IOException {
        response.sendRedirect(request.getContextPath() + "/" + Routes.LOGIN + "?" + reason(failure));
    }

    private static String reason(AuthenticationException failure) {
        if (failure instanceof PasswordLogIn.TooManyAttempts tooMany) {
            return "wait=" + Math.max(1, tooMany.waiting().plusMillis(999).toSeconds());
        }
        return failure instanceof DisabledException ? "closed" : "error";
    }
}
