package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.youju.reply.ui.PaperText;

/** What a person has selected in the text, and what may be made of it. */
final class SelectionBar extends Div {

    private final Span words = new Span();
    private PaperText.@Nullable Span selected;

    /**
     * @param added    told the place of a figure that was missed
     * @param rejected told the place of what is no indicator
     */
    SelectionBar(Consumer<PaperText.Span> added, Consumer<PaperText.Span> rejected) {
        addClassName("yj-desk-selection");
        words.addClassName("yj-cand-title");
        words.getElement().setAttribute("role", "status");
        var add = new Button(getTranslation("desk.add"), click -> span().ifPresent(added));
        add.addClassNames("yj-button", "yj-small-button");
        var reject = new Button(getTranslation("desk.add.reject"), click -> span().ifPresent(rejected));
        reject.addClassNames("yj-button", "yj-small-button");
        add(words, add, reject);
        clear();
    }

    void show(PaperText.Span span, String text) {
        selected = span;
        words.setText(getTranslation("desk.selected", text.replaceAll("\\s+", " ")));
        setVisible(true);
    }

    void clear() {
        selected = null;
        setVisible(false);
    }

    Optional<PaperText.Span> span() {
        return Optional.ofNullable(selected);
    }
}
