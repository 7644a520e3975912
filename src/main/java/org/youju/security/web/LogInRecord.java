package org.youju.security.web;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.youju.security.account.AccountData;
import org.youju.security.audit.Audited;

/** Tells the audit trail who came, who was turned away and who left. */
@Component
class LogInRecord {

    private static final String ENTITY = "account";

    private final ApplicationEventPublisher events;

    LogInRecord(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void came(AuthenticationSuccessEvent event) {
        var username = event.getAuthentication().getName();
        events.publishEvent(Audited.did("log-in", ENTITY, username).by(username));
    }

    /** The name is what was typed, and may be nobody's; it is not a person's deed. */
    @EventListener
    void wasTurnedAway(AbstractAuthenticationFailureEvent event) {
        events.publishEvent(Audited.did("log-in-failed", ENTITY,
                AccountData.normal(event.getAuthentication().getName())));
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        var username = event.getAuthentication().getName();
        events.publishEvent(Audited.did("log-out", ENTITY, username).by(username));
    }
}
