package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.youju.extraction.review.ReviewCandidate;

/**
 * The drafts of an older text, whose words the newest does not have; each may be taken back, and those that are left go
 * with the others. Takes no room while there are none.
 */
final class EarlierDrafts extends Div {

    private final Phrases phrases;
    private final Consumer<ReviewCandidate> takeBack;

    /** @param takeBack gives up what is no longer wanted */
    EarlierDrafts(Phrases phrases, Consumer<ReviewCandidate> takeBack) {
        this.phrases = phrases;
        this.takeBack = takeBack;
        addClassName("yj-desk-earlier");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("desk.earlier"));
        setVisible(false);
    }

    void show(List<ReviewCandidate> earlier, boolean editable) {
        removeAll();
        setVisible(!earlier.isEmpty());
        if (earlier.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        earlier.forEach(candidate -> list.add(item(candidate, editable)));
        add(new Span(getTranslation("desk.earlier.sentence", earlier.size())), list);
    }

    private ListItem item(ReviewCandidate candidate, boolean editable) {
        var words = new Span(candidate.span());
        words.addClassName("yj-cand-title");
        words.getElement().setAttribute("lang", "zh-CN");
        var about = new Span(phrases.about(candidate) + " " + phrases.period(candidate.terms()));
        about.addClassName("yj-caption");
        var item = new ListItem(words, about, phrases.badge(candidate));
        if (editable) {
            var back = new Button(getTranslation("desk.earlier.undo"), click -> takeBack.accept(candidate));
            back.addClassNames("yj-button", "yj-small-button");
            back.setAriaLabel(getTranslation("desk.earlier.undo.of", candidate.span()));
            item.add(back);
        }
        return item;
    }
}
