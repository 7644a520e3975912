package org.youju.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Shows a secret, this once: a one-time password or an API token. */
class ShownOnceDialog extends Dialog {

    /** @param words what to do with it */
    ShownOnceDialog(String title, String words, String secret) {
        addClassName("yj-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        var shown = new Span(secret);
        shown.addClassName("yj-one-time");
        add(new Paragraph(words), shown);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                removeAll();
            }
        });
        var seen = new Button(getTranslation("security.one-time.seen"), click -> close());
        seen.addClassName("yj-primary");
        seen.setAutofocus(true);
        getFooter().add(seen);
    }
}
