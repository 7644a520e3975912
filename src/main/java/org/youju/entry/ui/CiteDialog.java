package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.reply.Contacts;
import org.youju.reply.Layout;
import org.youju.reply.Reply;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;
import org.youju.reply.ui.MaskedNote;
import org.youju.reply.ui.PaperCaret;
import org.youju.reply.ui.PaperText;

/**
 * The document and the words that state a figure: selected in its text, with a pointer or by keyboard, or written as they
 * stand there.
 */
final class CiteDialog extends Dialog {

    private static final int LONGEST = 1000;

    /** Keeps a source. */
    interface Cite {

        /** Keeps words of a document; refuses by {@link RuleViolation}. */
        void words(long replyId, String words);

        /** Keeps the place in a document's text that was selected; refuses by {@link RuleViolation}. */
        void place(ReplyText text, PaperText.Span place);
    }

    private final ReplyService replies;
    private final ComboBox<Reply> document;
    private final TextField quote;
    private final Div text = new Div();
    private @Nullable ReplyText shown;
    private PaperText.@Nullable Span place;

    /**
     * @param words what the figure is printed as, to begin with
     * @param cite  keeps it, or refuses by {@link RuleViolation}
     * @param cited told once it is kept
     */
    CiteDialog(ReplyService replies, String words, Cite cite, Runnable cited) {
        this.replies = replies;
        addClassNames("yj-dialog", "yj-cite-dialog");
        setHeaderTitle(getTranslation("entry.cite"));
        document = new ComboBox<>(getTranslation("entry.cite.document"));
        document.setItems(query -> replies.search(new ReplyQuery(query.getFilter().orElse(""), null, null, null,
                false), query.getOffset(), query.getLimit()).stream());
        document.setItemLabelGenerator(Reply::label);
        document.setAutofocus(true);
        document.addValueChangeListener(change -> show(change.getValue()));
        quote = new TextField(getTranslation("entry.cite.words"));
        quote.setHelperText(getTranslation("entry.cite.help"));
        quote.setValue(words);
        quote.setMaxLength(LONGEST);
        quote.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                place = null;
            }
        });
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        var keep = new Button(getTranslation("entry.cite.keep"), click -> keep(cite, cited));
        keep.addClassName("yj-primary");
        add(document, quote, text);
        getFooter().add(cancel, keep);
    }

    private void keep(Cite cite, Runnable cited) {
        document.setInvalid(document.getValue() == null);
        if (document.getValue() == null) {
            document.setErrorMessage(getTranslation("entry.cite.document.missing"));
            return;
        }
        try {
            if (shown != null && place != null) {
                cite.place(shown, place);
            } else {
                cite.words(document.getValue().id(), quote.getValue());
            }
            close();
            cited.run();
        } catch (RuleViolation violation) {
            quote.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
            quote.setInvalid(true);
        }
    }

    /** Shows the text of a document, to be selected in; of one whose text is not held, the words are written. */
    private void show(@Nullable Reply chosen) {
        text.removeAll();
        place = null;
        shown = chosen == null ? null : replies.textOf(chosen.id()).orElse(null);
        if (chosen == null || shown == null) {
            return;
        }
        var paper = new PaperText(chosen, Layout.of(shown.text()), List.of(), pressed -> { });
        var box = new Div(paper, new PaperCaret(paper, this::select));
        box.addClassName("yj-reader-scroll");
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement().setAttribute("aria-label", getTranslation("entry.cite.text"));
        var hint = new Paragraph(getTranslation("entry.cite.select"));
        hint.addClassName("yj-caption");
        text.add(hint, new MaskedNote(paper), box);
    }

    private void select(PaperText.Span span) {
        if (shown == null) {
            return;
        }
        var words = shown.text().substring(span.start(), span.end());
        quote.setInvalid(false);
        if (!Contacts.mask(shown.text()).startsWith(words, span.start())) {
            quote.setErrorMessage(getTranslation("entry.cite.masked"));
            quote.setInvalid(true);
            return;
        }
        if (words.length() > LONGEST) {
            quote.setErrorMessage(getTranslation("citation.long", words.length(), LONGEST));
            quote.setInvalid(true);
            return;
        }
        place = span;
        quote.setValue(words.replace("**", "").replaceAll("\\s+", " "));
    }
}
