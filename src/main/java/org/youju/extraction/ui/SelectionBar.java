package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.youju.reply.ui.PaperText;

/** What a person has selected in the text, or looks at of what the reading passed over, and what may be made of it. */
final class SelectionBar extends Div {

    private final Span words = new Span();
    private final Button add = new Button();
    private final Button reject = new Button();
    private PaperText.@Nullable Span selected;

    /**
     * @param editable whether anything may be made of it; else it is shown alone
     * @param added    told the place of a figure that was missed
     * @param rejected told the place of what is no indicator
     */
    SelectionBar(boolean editable, Consumer<PaperText.Span> added, Consumer<PaperText.Span> rejected) {
        addClassName("yj-desk-selection");
        words.addClassName("yj-cand-title");
        words.getElement().setAttribute("role", "status");
        add.addClickListener(click -> span().ifPresent(added));
        add.addClassNames("yj-button", "yj-small-button");
        reject.setText(getTranslation("desk.add.reject"));
        reject.addClickListener(click -> span().ifPresent(rejected));
        reject.addClassNames("yj-button", "yj-small-button");
        add(words);
        if (editable) {
            add(add, reject);
        }
        clear();
    }

    /** Shows what a person has selected. */
    void show(PaperText.Span span, String text) {
        offer(span, getTranslation("desk.selected", plain(text)), "desk.add");
        reject.setVisible(true);
    }

    /** Shows what the reading has passed over, and why. */
    void show(PaperText.Span span, String text, String why) {
        offer(span, getTranslation("desk.passed.selected", plain(text), why), "desk.passed.add");
        reject.setVisible(false);
    }

    private void offer(PaperText.Span span, String sentence, String addKey) {
        selected = span;
        words.setText(sentence);
        add.setText(getTranslation(addKey));
        setVisible(true);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }

    void clear() {
        selected = null;
        setVisible(false);
    }

    Optional<PaperText.Span> span() {
        return Optional.ofNullable(selected);
    }
}
