package org.youju.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

/** Two fields for a new password, which must agree, with the rules beside them. */
class NewPassword extends Composite<Div> {

    private final PasswordField first = new PasswordField();
    private final PasswordField again = new PasswordField();

    NewPassword() {
        getContent().addClassName("yj-entry-form");
        first.setLabel(getTranslation("security.password.new"));
        first.setHelperText(getTranslation("security.password.rules"));
        first.setAutocomplete(Autocomplete.NEW_PASSWORD);
        first.setRequiredIndicatorVisible(true);
        first.setManualValidation(true);
        again.setLabel(getTranslation("security.password.again"));
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setRequiredIndicatorVisible(true);
        again.setManualValidation(true);
        getContent().add(first, again);
    }

    /** Whether both fields say the same; if not, the second one says so. */
    boolean agrees() {
        first.setInvalid(false);
        var agree = first.getValue().equals(again.getValue());
        again.setErrorMessage(getTranslation("security.password.differs"));
        again.setInvalid(!agree);
        return agree;
    }

    String value() {
        return first.getValue();
    }

    /** Says at the field what is wrong with the password. */
    void complain(String sentence) {
        first.setErrorMessage(sentence);
        first.setInvalid(true);
        first.focus();
    }
}
