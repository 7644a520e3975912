package org.youju.extraction.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;

/** Asks why something is decided as it is: one of the usual reasons, each by its digit, or own words. */
final class ReasonDialog extends Dialog {

    private static final List<String> REJECTING = List.of("desk.reject.not-indicator", "desk.reject.name",
            "desk.reject.practice", "desk.reject.number", "desk.reject.norm", "desk.reject.vague");
    private static final List<String> DIFFERING = List.of("desk.differs.misread", "desk.differs.typo",
            "desk.differs.context");

    /**
     * Why some words are no figure to be kept.
     *
     * @param written a reason in own words, to begin with; empty for none
     * @param told    told the reason, in the words of the page
     */
    static ReasonDialog rejecting(String words, String written, Consumer<String> told) {
        return new ReasonDialog("desk.reject.title", words, REJECTING, Verb.REJECT, written, told);
    }

    /**
     * Why a figure is accepted that says something else than its words.
     *
     * @param departure the sentence that says what differs
     * @param told      told the reason, in the words of the page
     */
    static ReasonDialog differing(String departure, Consumer<String> told) {
        var dialog = new ReasonDialog("desk.differs.title", "", DIFFERING, Verb.ACCEPT, "", told);
        dialog.addComponentAsFirst(new Paragraph(departure));
        return dialog;
    }

    private ReasonDialog(String titleKey, String words, List<String> reasons, Verb verb, String written,
            Consumer<String> told) {
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation(titleKey, words));
        var choices = new Div();
        choices.addClassName("yj-desk-choices");
        for (int i = 0; i < reasons.size(); i++) {
            var reason = getTranslation(reasons.get(i));
            var key = new Element("kbd").setText(Integer.toString(i + 1));
            key.setAttribute("aria-hidden", "true");
            var choice = new NativeButton(reason);
            choice.getElement().appendChild(key);
            choice.getElement().setAttribute("aria-keyshortcuts", Integer.toString(i + 1));
            choice.addClassName("yj-desk-choice");
            choice.addClickListener(click -> finish(reason, told));
            choice.addClickShortcut(Key.of(Integer.toString(i + 1))).listenOn(choices);
            choices.add(choice);
        }
        ((NativeButton) choices.getComponentAt(0)).getElement().setAttribute("autofocus", true);
        var own = new TextField(getTranslation("desk.reject.own"));
        own.setMaxLength(200);
        own.setValue(written);
        own.setManualValidation(true);
        var keep = new Button(getTranslation("desk.verb." + verb), click -> {
            try {
                finish(Reason.of(own.getValue(), "desk.reject.missing"), told);
            } catch (RuleViolation refusal) {
                own.setErrorMessage(getTranslation(refusal.key(), refusal.arguments()));
                own.setInvalid(true);
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

    private void finish(String reason, Consumer<String> told) {
        close();
        told.accept(reason);
    }
}
