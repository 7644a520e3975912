package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;

/** Asks why before something is done; what is refused is said at the reason, which stays as it was typed. */
public final class ReasonDialog extends Dialog {

    private final TextArea reason = new TextArea();

    /**
     * @param title what is about to be done, already translated
     * @param label what is asked, already translated
     * @param verb  the words of the button that does it, already translated
     * @param deed  does it, given the reason; refuses by {@link RuleViolation}
     */
    public ReasonDialog(String title, String label, String verb, Consumer<String> deed) {
        addClassName("yj-dialog");
        setHeaderTitle(title);
        reason.setLabel(label);
        reason.setHelperText(getTranslation("base.reason.help"));
        reason.setMaxLength(Reason.LONGEST);
        reason.setManualValidation(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setAutofocus(true);
        reason.setWidthFull();
        var keep = new Button(verb, click -> attempt(deed));
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(reason);
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        add(reason);
        getFooter().add(cancel, keep);
    }

    /** Says above the reason what whoever gives it has to know. */
    public ReasonDialog about(Component about) {
        addComponentAsFirst(about);
        return this;
    }

    private void attempt(Consumer<String> deed) {
        try {
            deed.accept(reason.getValue());
            close();
        } catch (RuleViolation violation) {
            refuse(getTranslation(violation.key(), violation.arguments()));
        } catch (AccessDeniedException denied) {
            refuse(getTranslation(String.valueOf(denied.getMessage())));
        }
    }

    private void refuse(String sentence) {
        reason.setErrorMessage(sentence);
        reason.setInvalid(true);
        reason.focus();
    }
}
