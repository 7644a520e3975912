package org.youju.security.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;
import org.youju.base.ui.Routes;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;

/** Leads whoever must change the password to that page from within a page too, where no request opens another. */
@Component
class PasswordFirst implements VaadinServiceInitListener {

    private final Access access;

    PasswordFirst(Access access) {
        this.access = access;
    }

    /** Whether somebody is logged in who may do nothing before the password is changed. */
    static boolean isDue(CurrentAccount account) {
        return !account.equals(CurrentAccount.ANONYMOUS) && account.role() == null;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(enter -> {
            if (!enter.getLocation().getPath().equals(Routes.PASSWORD) && isDue(access.current())) {
                enter.forwardTo(Routes.PASSWORD);
            }
        }));
    }
}
