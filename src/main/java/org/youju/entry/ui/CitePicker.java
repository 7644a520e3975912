package org.youju.entry.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.entry.Quote;
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
 * A document and the words in it that state a figure: selected in its text, with a pointer or by keyboard, or written as
 * they stand there.
 */
final class CitePicker extends Div implements HasValidation {

    private static final int LONGEST = 1000;

    private final ReplyService replies;
    private final Runnable changed;
    private final ComboBox<Reply> document;
    private final TextField words;
    private final Div text = new Div();
    private @Nullable ReplyText shown;
    private String offered = "";
    private PaperText.@Nullable Span place;

    /** @param changed told after a person has chosen other words or another document */
    CitePicker(ReplyService replies, Runnable changed) {
        this.replies = replies;
        this.changed = changed;
        addClassName("yj-cite-picker");
        document = new ComboBox<>(getTranslation("entry.cite.document"));
        document.setItems(query -> replies.search(new ReplyQuery(query.getFilter().orElse(""), null, null, null,
                false), query.getOffset(), query.getLimit()).stream());
        document.setFilterTimeout(LookUp.PAUSE);
        document.setItemLabelGenerator(Reply::label);
        document.setManualValidation(true);
        document.addValueChangeListener(change -> {
            show(change.getValue());
            changed.run();
        });
        words = new TextField(getTranslation("entry.cite.words"));
        words.setHelperText(getTranslation("entry.cite.help"));
        words.setMaxLength(LONGEST);
        words.setManualValidation(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                place = null;
                words.setInvalid(false);
                changed.run();
            }
        });
        add(document, words, text);
    }

    /** Offers words to whoever chooses a document whose text has them; where nobody holds its text, nothing is offered. */
    CitePicker offering(String printed) {
        offered = printed;
        return this;
    }

    /** Writes words to begin with, in the place of what was chosen. */
    CitePicker written(String printed) {
        place = null;
        words.setValue(printed);
        return this;
    }

    /** Lets the focus begin at the document. */
    CitePicker first() {
        document.setAutofocus(true);
        return this;
    }

    /** Chooses a document and, where it still has such a place, words of it. */
    void choose(Reply reply, int start, int end) {
        document.setValue(reply);
        if (shown != null && 0 <= start && start < end && end <= shown.text().length()) {
            select(new PaperText.Span(start, end));
        }
    }

    /** The document that is chosen, empty for none. */
    Optional<Reply> document() {
        return Optional.ofNullable(document.getValue());
    }

    /** The place in its text, empty where words are written. */
    Optional<PaperText.Span> place() {
        return Optional.ofNullable(place);
    }

    /** What is quoted, empty where no document or no words are chosen. */
    Optional<Quote> quote() {
        return document().filter(chosen -> !words.getValue().isBlank() || place != null)
                .map(chosen -> shown != null && place != null ? new Quote.Place(shown, place.start(), place.end())
                        : new Quote.Written(chosen.id(), words.getValue()));
    }

    /** Says at the document that one has to be chosen, where none is. */
    boolean isComplete() {
        document.setInvalid(document.getValue() == null);
        document.setErrorMessage(getTranslation("entry.cite.document.missing"));
        if (document.getValue() == null) {
            document.focus();
        }
        return document.getValue() != null;
    }

    /** Says at the words what is wrong with them. */
    void refuse(RuleViolation violation) {
        words.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
        words.setInvalid(true);
        words.focus();
    }

    @Override
    public void setErrorMessage(String sentence) {
        words.setErrorMessage(sentence);
    }

    @Override
    public String getErrorMessage() {
        return words.getErrorMessage();
    }

    @Override
    public void setInvalid(boolean invalid) {
        words.setInvalid(invalid);
    }

    @Override
    public boolean isInvalid() {
        return words.isInvalid();
    }

    /** Whoever uses it says what is wrong; it never judges by itself. */
    @Override
    public void setManualValidation(boolean manual) {
        words.setManualValidation(manual);
    }

    /** Takes back what was said of the words and the document. */
    void clear() {
        document.setInvalid(false);
        words.setInvalid(false);
    }

    /** Shows the text of a document, to be selected in; of one whose text is not held, the words are written. */
    private void show(@Nullable Reply chosen) {
        text.removeAll();
        place = null;
        shown = chosen == null ? null : replies.textOf(chosen.id()).orElse(null);
        offer();
        if (chosen == null || shown == null) {
            return;
        }
        var paper = new PaperText(chosen, Layout.of(shown.text()), List.of(), pressed -> { });
        var box = new Div(paper, new PaperCaret(paper, span -> {
            select(span);
            changed.run();
        }));
        box.addClassName("yj-reader-scroll");
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement().setAttribute("aria-label", getTranslation("entry.cite.text"));
        var hint = new Paragraph(getTranslation("entry.cite.select"));
        hint.addClassName("yj-caption");
        text.add(hint, new MaskedNote(paper), box);
    }

    private void offer() {
        var has = shown != null && !offered.isEmpty() && shown.text().contains(offered);
        if (has && words.isEmpty()) {
            words.setValue(offered);
        } else if (!has && !offered.isEmpty() && words.getValue().equals(offered)) {
            words.clear();
        }
    }

    private void select(PaperText.Span span) {
        if (shown == null) {
            return;
        }
        var chosen = shown.text().substring(span.start(), span.end());
        words.setInvalid(false);
        if (!Contacts.mask(shown.text()).startsWith(chosen, span.start())) {
            words.setErrorMessage(getTranslation("entry.cite.masked"));
            words.setInvalid(true);
            return;
        }
        if (chosen.length() > LONGEST) {
            words.setErrorMessage(getTranslation("citation.long", chosen.length(), LONGEST));
            words.setInvalid(true);
            return;
        }
        place = span;
        words.setValue(chosen.replace("**", "").replaceAll("\\s+", " "));
    }
}
