package org.youju.workflow.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;

/** Asks why something is sent back. */
final class ReturnDialog extends Dialog {

    /**
     * @param count    of how many items
     * @param returned told the reason
     */
    ReturnDialog(int count, Consumer<String> returned) {
        addClassName("yj-dialog");
        setHeaderTitle(getTranslation("todo.return.title", count));
        var reason = new TextArea(getTranslation("todo.return.reason"));
        reason.setHelperText(getTranslation("todo.return.help"));
        reason.setMaxLength(Reason.LONGEST);
        reason.setManualValidation(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setAutofocus(true);
        reason.setWidthFull();
        var give = new Button(getTranslation("todo.return"), click -> {
            try {
                var why = Reason.of(reason.getValue(), "todo.return.missing");
                close();
                returned.accept(why);
            } catch (RuleViolation refusal) {
                reason.setErrorMessage(getTranslation(refusal.key(), refusal.arguments()));
                reason.setInvalid(true);
                reason.focus();
            }
        });
        give.addClassName("yj-primary");
        give.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(reason);
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        add(reason);
        getFooter().add(cancel, give);
    }
}
