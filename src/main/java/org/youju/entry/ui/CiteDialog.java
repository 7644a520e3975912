package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Function;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.entry.Quote;
import org.youju.reply.ReplyService;

/**
 * The document and the words that state a figure; where they state another, the reason why the figure is kept all the
 * same.
 */
final class CiteDialog extends Dialog {

    /** Keeps a source. */
    interface Cite {

        /**
         * Keeps the words; refuses by {@link RuleViolation}.
         *
         * @param departure why the figure differs from them, blank for no reason
         */
        void of(Quote quote, String departure);
    }

    private final CitePicker picker;
    private final Function<Quote, Optional<RuleViolation>> differs;
    private final TextField why;

    /**
     * @param words     what the figure is printed as, to begin with where the document's text has it
     * @param departure in what the figure differs from words that are chosen
     * @param cite      keeps it, or refuses by {@link RuleViolation}
     * @param cited     told once it is kept
     */
    CiteDialog(ReplyService replies, String words, Function<Quote, Optional<RuleViolation>> departure, Cite cite,
            Runnable cited) {
        addClassNames("yj-dialog", "yj-cite-dialog");
        setHeaderTitle(getTranslation("entry.cite"));
        picker = new CitePicker(replies, this::look).offering(words).first();
        differs = departure;
        why = new TextField(getTranslation("entry.departure"));
        why.setMaxLength(Reason.LONGEST);
        why.setManualValidation(true);
        why.setVisible(false);
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        var keep = new Button(getTranslation("entry.cite.keep"), click -> keep(cite, cited));
        keep.addClassName("yj-primary");
        add(picker, why);
        getFooter().add(cancel, keep);
    }

    /** Says in what the figure differs from the words that are chosen now, and asks why. */
    private void look() {
        var due = picker.quote().flatMap(differs);
        why.setInvalid(false);
        why.setVisible(due.isPresent());
        due.ifPresent(it -> why.setHelperText(getTranslation(it.key(), it.arguments())));
    }

    private void keep(Cite cite, Runnable cited) {
        if (!picker.isComplete()) {
            return;
        }
        try {
            cite.of(picker.quote().orElseThrow(() -> new RuleViolation("entry.cite.absent",
                    picker.document().orElseThrow().label())), why.getValue());
            close();
            cited.run();
        } catch (RuleViolation violation) {
            if (violation.key().startsWith("observation.departure")) {
                why.setVisible(true);
                why.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
                why.setInvalid(true);
                why.focus();
            } else {
                picker.refuse(violation);
            }
        }
    }
}
