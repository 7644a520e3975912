package org.youju.security.web;

import java.time.Duration;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.youju.security.Access;
import org.youju.security.account.LogIn;

/** Lets Spring Security's log-in form ask {@link LogIn}. */
@Component
class PasswordLogIn implements AuthenticationProvider {

    private final LogIn logIn;

    PasswordLogIn(LogIn logIn) {
        this.logIn = logIn;
    }

    /** Too many attempts failed; the next one may be made after {@link #waiting}. */
    static final class TooManyAttempts extends LockedException {

        private final Duration wait;

        TooManyAttempts(Duration wait) {
            super("wait " + wait);
            this.wait = wait;
        }

        Duration waiting() {
            return wait;
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var address = asked.getDetails() instanceof WebAuthenticationDetails web
                ? Objects.requireNonNullElse(web.getRemoteAddress(), "")
                : "";
        var password = Objects.toString(asked.getCredentials(), "");
        return switch (logIn.attempt(asked.getName(), password, address)) {
            case LogIn.Outcome.Welcome welcome -> Access.authentication(welcome.account());
            case LogIn.Outcome.Wrong() -> throw new BadCredentialsException("wrong");
            case LogIn.Outcome.Closed() -> throw new DisabledException("closed");
            case LogIn.Outcome.Wait wait -> throw new TooManyAttempts(wait.duration());
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
