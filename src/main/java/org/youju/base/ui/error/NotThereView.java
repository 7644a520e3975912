package org.youju.base.ui.error;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.youju.base.NotFoundException;
import org.youju.base.ui.MainLayout;

/** The page exists, but what its address names is not there. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotThereView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    NotThereView() {
        super("error.not-found.title");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(parameter.getException().key(), parameter.getException().arguments());
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
