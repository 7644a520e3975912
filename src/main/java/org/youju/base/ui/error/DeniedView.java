package org.youju.base.ui.error;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.youju.base.ui.MainLayout;

/** The page is closed to the role of whoever is logged in. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class DeniedView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    DeniedView() {
        super("error.denied.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        say("error.denied.sentence");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
