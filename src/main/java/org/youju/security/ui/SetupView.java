package org.youju.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Routes;
import org.youju.security.account.FirstSetUp;

/** Makes the first administrator; the page exists only while there is no account. */
@Route(value = Routes.SETUP, autoLayout = false)
@AnonymousAllowed
class SetupView extends EntryPage implements BeforeEnterObserver {

    private final FirstSetUp setUp;
    private final PasswordField token = new PasswordField();
    private final TextField username = new TextField();
    private final TextField displayName = new TextField();
    private final NewPassword password = new NewPassword();

    SetupView(FirstSetUp setUp) {
        super("security.setup.title");
        this.setUp = setUp;
        token.setLabel(getTranslation("security.setup.token"));
        token.setHelperText(getTranslation("security.setup.token.help"));
        token.setAutocomplete(Autocomplete.OFF);
        token.setAutofocus(true);
        username.setLabel(getTranslation("security.username"));
        username.setAutocomplete(Autocomplete.USERNAME);
        displayName.setLabel(getTranslation("security.display-name"));
        displayName.setAutocomplete(Autocomplete.NAME);
        var complete = new Button(getTranslation("security.setup.complete"), click -> complete());
        complete.addClassNames("yj-primary", "yj-entry-submit");
        complete.addClickShortcut(Key.ENTER);
        var form = new Div(token, username, displayName, password, complete);
        form.addClassName("yj-entry-form");
        for (var field : new TextField[] {username, displayName}) {
            field.setManualValidation(true);
            field.setRequiredIndicatorVisible(true);
        }
        token.setManualValidation(true);
        token.setRequiredIndicatorVisible(true);
        lay(new Paragraph(getTranslation("security.setup.words")), form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!setUp.open()) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void complete() {
        token.setInvalid(false);
        username.setInvalid(false);
        displayName.setInvalid(false);
        calm();
        if (!password.agrees()) {
            return;
        }
        try {
            setUp.complete(token.getValue(), username.getValue(), displayName.getValue(), password.value());
            getUI().ifPresent(ui -> ui.navigate(Routes.LOGIN, QueryParameters.of("ready", "")));
        } catch (RuleViolation violation) {
            complainAtField(violation);
        }
    }

    private void complainAtField(RuleViolation violation) {
        var sentence = getTranslation(violation.key(), violation.arguments());
        if (violation.key().startsWith("security.rule.token")) {
            token.setErrorMessage(sentence);
            token.setInvalid(true);
            token.focus();
        } else if (violation.key().startsWith("security.rule.username")) {
            username.setErrorMessage(sentence);
            username.setInvalid(true);
            username.focus();
        } else if (violation.key().startsWith("security.rule.display-name")) {
            displayName.setErrorMessage(sentence);
            displayName.setInvalid(true);
            displayName.focus();
        } else if (violation.key().startsWith("security.rule.password")) {
            password.complain(sentence);
        } else {
            complain(violation);
        }
    }
}
