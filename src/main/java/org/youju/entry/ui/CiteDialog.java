package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import org.youju.base.RuleViolation;
import org.youju.reply.Reply;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;

/** The document and the words that state a figure. */
final class CiteDialog extends Dialog {

    private static final int LONGEST = 1000;

    /** Keeps the words of a document as the source. */
    interface Cite {

        void of(long replyId, String words);
    }

    /**
     * @param words what the figure is printed as, to begin with
     * @param cite  keeps it, or refuses by {@link RuleViolation}
     * @param cited told once it is kept
     */
    CiteDialog(ReplyService replies, String words, Cite cite, Runnable cited) {
        addClassName("yj-dialog");
        setHeaderTitle(getTranslation("entry.cite"));
        var document = new ComboBox<Reply>(getTranslation("entry.cite.document"));
        document.setItems(query -> replies.search(new ReplyQuery(query.getFilter().orElse(""), null, null, null,
                false), query.getOffset(), query.getLimit()).stream());
        document.setItemLabelGenerator(Reply::label);
        document.setAutofocus(true);
        var quote = new TextField(getTranslation("entry.cite.words"));
        quote.setHelperText(getTranslation("entry.cite.help"));
        quote.setValue(words);
        quote.setMaxLength(LONGEST);
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        var keep = new Button(getTranslation("entry.cite.keep"), click -> {
            document.setInvalid(document.getValue() == null);
            if (document.getValue() == null) {
                document.setErrorMessage(getTranslation("entry.cite.document.missing"));
                return;
            }
            try {
                cite.of(document.getValue().id(), quote.getValue());
                close();
                cited.run();
            } catch (RuleViolation violation) {
                quote.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
                quote.setInvalid(true);
            }
        });
        keep.addClassName("yj-primary");
        add(document, quote);
        getFooter().add(cancel, keep);
    }
}
