package org.youju.security.web;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.account.AccountChanged;

/** The sessions of people: ended when their rights or passwords change, renewed for whoever changed their own. */
@Component
public class Sessions {

    private final SessionRegistry registry;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(SessionRegistry registry) {
        this.registry = registry;
    }

    /** Ends every session of an account whose rights or password have changed. */
    @EventListener
    void end(AccountChanged change) {
        registry.getAllPrincipals().stream()
                .filter(it -> it instanceof CurrentAccount account && account.username().equals(change.username()))
                .flatMap(it -> registry.getAllSessions(it, false).stream())
                .forEach(SessionInformation::expireNow);
    }

    /** Goes on in the current session as {@code account}, which the person has just proved to be. */
    public void renew(CurrentAccount account) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var response = VaadinServletResponse.getCurrent().getHttpServletResponse();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Access.authentication(account));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        var session = request.getSession().getId();
        registry.removeSessionInformation(session);
        registry.registerNewSession(session, account);
    }
}
