package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.reply.Citation;
import org.youju.reply.CitationUses.Use;

/** The figures of a document in its order: the words, and what each is recorded as. */
final class CitationList extends OrderedList {

    private static final String SHOW = """
            const box = this.parentElement;
            if (box.scrollHeight > box.clientHeight) {
              box.scrollTop = this.offsetTop - box.offsetTop - (box.clientHeight - this.offsetHeight) / 2;
            }""";

    private final Map<Long, ListItem> items = new LinkedHashMap<>();
    private final Map<Long, String> passages;

    /**
     * @param notes    what else is said of a figure, by the number of its citation
     * @param passages what rests on words that are no figure is called, by the number of their citation
     */
    CitationList(List<Citation> citations, Map<Long, List<Use>> uses, Map<Long, List<Component>> notes,
            Map<Long, String> passages, LongConsumer pressed) {
        this.passages = passages;
        addClassName("yj-cites");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("aria-label", getTranslation("reply.figures"));
        for (var citation : citations) {
            var item = item(items.size() + 1, citation, uses.getOrDefault(citation.id(), List.of()), pressed);
            if (notes.containsKey(citation.id())) {
                var more = new Div(notes.get(citation.id()).toArray(Component[]::new));
                more.addClassName("yj-cite-notes");
                item.add(more);
            }
            items.put(citation.id(), item);
            add(item);
        }
        if (citations.isEmpty()) {
            var empty = new ListItem(getTranslation("reply.figures.none"));
            empty.addClassName("yj-empty");
            add(empty);
        }
    }

    private ListItem item(int number, Citation citation, List<Use> uses, LongConsumer pressed) {
        var ordinal = new Span(Integer.toString(number));
        ordinal.addClassName("yj-cite-number");
        var words = new Span(citation.exact().replace("**", ""));
        words.addClassName("yj-cite-words");
        words.getElement().setAttribute("lang", "zh-CN");
        var button = new NativeButton();
        button.add(ordinal, words);
        if (citation.page() != null) {
            var page = new Span(getTranslation("reply.citation.page", citation.page()));
            page.addClassName("yj-cite-page");
            button.add(page);
        }
        button.addClassName("yj-cite");
        button.addClickListener(click -> pressed.accept(citation.id()));
        var item = new ListItem(button);
        var recorded = new Div();
        recorded.addClassName("yj-cite-uses");
        uses.forEach(use -> recorded.add(use(use)));
        item.add(recorded, state(citation, uses));
        return item;
    }

    private Component use(Use use) {
        var link = new Anchor(Routes.indicator(use.indicator()), use.name());
        var details = new Span(getTranslation("reply.recorded-as", use.figure(), use.period()));
        details.addClassName("yj-caption");
        var recorded = new Div(link, details);
        if (use.department() != null) {
            var department = new Span(getTranslation("reply.answered-for", use.department()));
            department.addClassName("yj-caption");
            recorded.add(department);
        }
        if (use.departure() != null) {
            recorded.add(new StateBadge(Tone.WARN, Glyph.BEHIND,
                    getTranslation("observation.departure.said", use.departure())));
        }
        return recorded;
    }

    private StateBadge state(Citation citation, List<Use> uses) {
        if (citation.state() == Citation.State.ORPHANED) {
            return new StateBadge(Tone.WARN, Glyph.NOT_PROVABLE, getTranslation("reply.citation.ORPHANED"));
        }
        if (uses.isEmpty() && passages.containsKey(citation.id())) {
            return new StateBadge(Tone.INFO, Glyph.INFORMATION,
                    getTranslation("reply.used.event", passages.get(citation.id())));
        }
        if (uses.isEmpty()) {
            return new StateBadge(Tone.NONE, Glyph.NO_DATA, getTranslation("reply.unused"));
        }
        return uses.stream().allMatch(Use::promise)
                ? new StateBadge(Tone.INFO, Glyph.COMMITMENTS, getTranslation("reply.used.promise"))
                : new StateBadge(Tone.OK, Glyph.MET, getTranslation("reply.used"));
    }

    /** Marks the item of a citation and brings it into view where the list scrolls by itself. */
    void choose(long citation) {
        items.values().forEach(item -> item.getElement().removeAttribute("aria-current"));
        var item = items.get(citation);
        item.getElement().setAttribute("aria-current", "true");
        item.getElement().executeJs(SHOW);
    }
}
