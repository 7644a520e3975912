package org.youju.base.ui.error;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.ui.MainLayout;

/** A page could not be opened because of a bug, or because a service refused what the page asked of it. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailureView extends ErrorPage implements HasErrorParameter<Exception> {

    FailureView() {
        super("error.failure.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (parameter.getCaughtException() instanceof AccessDeniedException
                || parameter.getException() instanceof AccessDeniedException) {
            header().title(getTranslation("error.denied.title"));
            say("error.denied.sentence");
            return HttpServletResponse.SC_FORBIDDEN;
        }
        say("error.failure.sentence", Failures.log(parameter.getCaughtException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
