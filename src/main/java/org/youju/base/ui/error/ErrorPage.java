package org.youju.base.ui.error;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;

/** One sentence that says what is wrong, and a way out; inside the layout, so that the menu stays. */
abstract class ErrorPage extends Div implements PageHeader.Owner, HasDynamicTitle {

    private final PageHeader header;

    ErrorPage(String titleKey) {
        header = new PageHeader(getTranslation(titleKey));
        addClassName("yj-error-page");
    }

    /** Writes the sentence and the way out. */
    void say(String key, Object... arguments) {
        removeAll();
        add(new Paragraph(getTranslation(key, arguments)), new Anchor(Routes.DASHBOARD, getTranslation("error.home")));
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return header.title();
    }
}
