package org.youju.base.ui.error;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.youju.base.ui.MainLayout;

/** No page has this address. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnknownAddressView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    UnknownAddressView() {
        super("error.not-found.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say("error.not-found.address", event.getLocation().getPath());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
