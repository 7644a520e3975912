package org.youju.extraction.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;

/** Asks why something is no figure to be kept: one of the usual reasons, each by its digit, or own words. */
final class RejectDialog extends Dialog {

    private static final List<String> REASONS = List.of("not-indicator", "name", "practice", "number", "norm", "vague");

    /**
     * @param written  a reason in own words, to begin with; empty for none
     * @param rejected told the reason, in the words of the page
     */
    RejectDialog(String words, String written, Consumer<String> rejected) {
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation("desk.reject.title", words));
        var choices = new Div();
        choices.addClassName("yj-desk-choices");
        for (int i = 0; i < REASONS.size(); i++) {
            var reason = getTranslation("desk.reject." + REASONS.get(i));
            var key = new Element("kbd").setText(Integer.toString(i + 1));
            key.setAttribute("aria-hidden", "true");
            var choice = new NativeButton(reason);
            choice.getElement().appendChild(key);
            choice.getElement().setAttribute("aria-keyshortcuts", Integer.toString(i + 1));
            choice.addClassName("yj-desk-choice");
            choice.addClickListener(click -> finish(reason, rejected));
            choice.addClickShortcut(Key.of(Integer.toString(i + 1))).listenOn(choices);
            choices.add(choice);
        }
        ((NativeButton) choices.getComponentAt(0)).getElement().setAttribute("autofocus", true);
        var own = new TextField(getTranslation("desk.reject.own"));
        own.setMaxLength(200);
        own.setValue(written);
        own.setManualValidation(true);
        var keep = new Button(getTranslation("desk.verb.REJECT"), click -> {
            if (own.getValue().isBlank()) {
                own.setErrorMessage(getTranslation("desk.reject.missing"));
                own.setInvalid(true);
            } else {
                finish(own.getValue().strip(), rejected);
            }
        });
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER).listenOn(own);
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        add(choices, own);
        getFooter().add(cancel, keep);
        addOpenedChangeListener(change -> {
            if (change.isOpened() && !written.isEmpty()) {
                own.focus();
            } else if (change.isOpened()) {
                ((NativeButton) choices.getComponentAt(0)).focus();
            }
        });
    }

    private void finish(String reason, Consumer<String> rejected) {
        close();
        rejected.accept(reason);
    }
}
