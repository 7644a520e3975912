package org.youju.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Routes;
import org.youju.security.Access;
import org.youju.security.account.Accounts;
import org.youju.security.web.Sessions;

/** Changes the password of whoever is logged in; who logged in with a one-time password gets no further without. */
@Route(value = Routes.PASSWORD, autoLayout = false)
@PermitAll
class PasswordView extends EntryPage {

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordField present = new PasswordField();
    private final NewPassword next = new NewPassword();

    PasswordView(Accounts accounts, Sessions sessions, Access access) {
        super("security.password.title");
        this.accounts = accounts;
        this.sessions = sessions;
        present.setLabel(getTranslation("security.password.present"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.setManualValidation(true);
        present.setRequiredIndicatorVisible(true);
        present.setAutofocus(true);
        var change = new Button(getTranslation("security.password.change"), click -> change());
        change.addClassNames("yj-primary", "yj-entry-submit");
        change.addClickShortcut(Key.ENTER);
        var form = new Div(present, next, change);
        form.addClassName("yj-entry-form");
        lay(form);
        if (access.current().role() == null) {
            tell("security.password.must");
        } else {
            lay(new Anchor(Routes.DASHBOARD, getTranslation("error.home")));
        }
    }

    private void change() {
        present.setInvalid(false);
        if (!next.agrees()) {
            return;
        }
        try {
            sessions.renew(accounts.changeOwnPassword(present.getValue(), next.value()));
            getUI().ifPresent(ui -> ui.navigate(Routes.DASHBOARD));
        } catch (RuleViolation violation) {
            complainAtField(violation);
        }
    }

    private void complainAtField(RuleViolation violation) {
        var sentence = getTranslation(violation.key(), violation.arguments());
        if (violation.key().equals("security.rule.password.present")) {
            present.setErrorMessage(sentence);
            present.setInvalid(true);
            present.focus();
        } else if (violation.key().startsWith("security.rule.password")) {
            next.complain(sentence);
        } else {
            complain(violation);
        }
    }
}
