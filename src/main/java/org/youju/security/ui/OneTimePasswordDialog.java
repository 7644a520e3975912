package org.youju.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.youju.security.account.Accounts;

/** Shows a one-time password, this once. */
class OneTimePasswordDialog extends Dialog {

    OneTimePasswordDialog(Accounts.Issued issued) {
        addClassName("yj-dialog");
        setHeaderTitle(getTranslation("security.one-time.title", issued.account().username()));
        setCloseOnOutsideClick(false);
        var password = new Span(issued.password());
        password.addClassName("yj-one-time");
        add(new Paragraph(getTranslation("security.one-time.words")), password);
        var seen = new Button(getTranslation("security.one-time.seen"), click -> close());
        seen.addClassName("yj-primary");
        seen.setAutofocus(true);
        getFooter().add(seen);
    }
}
