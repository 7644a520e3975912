package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.reply.Citation;
import org.youju.reply.Contacts;
import org.youju.reply.Layout;
import org.youju.reply.LikelyPlace;
import org.youju.reply.ui.PaperCaret;
import org.youju.reply.ui.PaperText;

/**
 * One citation to place again: its words as they were, the newest text, and the places that it may have there. A place
 * is one of those, what is selected in the text, or where the words that a person types stand.
 */
final class PlaceDesk extends Div {

    private static final String CANDIDATE = "yj-candidate";
    private static final int AROUND = 12;
    private static final int MOST_FOUND = 5;
    private static final double HUNDRED = 100;

    private final Citation citation;
    private final String text;
    private final String shown;
    private final boolean mayPlace;
    private final Placing placing;
    private final Div scroller = new Div();
    private final OrderedList choices = new OrderedList();
    private final WarnBox note = new WarnBox("alert");
    private final List<Button> heres = new ArrayList<>();
    private List<LikelyPlace> places = List.of();
    private PaperText paper;

    /** Told where a person places the citation. */
    interface Placing {
        void at(int start, int end);
    }

    /**
     * @param text   the newest text of its reply
     * @param likely the places it may have there, the likeliest first
     * @param uses   what it is recorded as, in words
     */
    PlaceDesk(Citation citation, String text, List<LikelyPlace> likely, List<String> uses, boolean mayPlace,
            Placing placing) {
        this.citation = citation;
        this.text = text;
        this.shown = Contacts.mask(text);
        this.mayPlace = mayPlace;
        this.placing = placing;
        addClassName("yj-place");
        scroller.addClassName("yj-reader-scroll");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("orphan.text"));
        choices.addClassName("yj-place-choices");
        add(document(), old(uses));
        offer(likely);
    }

    /** Shows the place of that number, and makes Enter place the citation there. */
    void press(int number) {
        show(number);
        if (number <= heres.size()) {
            heres.get(number - 1).focus();
        }
    }

    private Component document() {
        var bar = new Div(new H2(getTranslation("orphan.text")));
        bar.addClassName("yj-reader-bar");
        if (mayPlace) {
            var select = new Button(getTranslation("orphan.place.selected"), click -> placeSelected());
            select.addClassNames("yj-button", "yj-small-button");
            bar.add(select);
        }
        var document = new Section(bar, scroller);
        document.addClassNames("yj-panel", "yj-reader-document");
        return document;
    }

    private Component old(List<String> uses) {
        var quote = new Element("blockquote");
        quote.getClassList().add("yj-quote");
        quote.setAttribute("lang", "zh-CN");
        var exact = new Element("mark").setText(citation.exact());
        exact.getClassList().add("yj-mark");
        quote.appendChild(Element.createText("\u2026" + citation.prefix()), exact,
                Element.createText(citation.suffix() + "\u2026"));
        var panel = new Section(new H2(getTranslation("orphan.old")));
        panel.addClassNames("yj-panel", "yj-place-side");
        panel.getElement().appendChild(quote);
        uses.forEach(use -> {
            var line = new Paragraph(use);
            line.addClassName("yj-caption");
            panel.add(line);
        });
        panel.add(new H2(getTranslation("orphan.places")), note, choices);
        if (mayPlace) {
            panel.add(search());
        } else {
            var only = new Paragraph(getTranslation("orphan.readonly"));
            only.addClassName("yj-caption");
            panel.add(only);
        }
        return panel;
    }

    private Component search() {
        var words = new TextField(getTranslation("orphan.search"));
        words.setManualValidation(true);
        words.setHelperText(getTranslation("orphan.search.help"));
        var find = new Button(getTranslation("orphan.search.find"), click -> find(words));
        find.addClassName("yj-button");
        find.addClickShortcut(Key.ENTER).listenOn(words);
        var search = new Div(words, find);
        search.addClassName("yj-place-search");
        return search;
    }

    private void find(TextField words) {
        var sought = words.getValue().strip();
        var found = new ArrayList<LikelyPlace>();
        for (int at = sought.isEmpty() ? -1 : text.indexOf(sought); at >= 0 && found.size() < MOST_FOUND;
                at = text.indexOf(sought, at + sought.length())) {
            found.add(new LikelyPlace(at, at + sought.length(), 1));
        }
        words.setInvalid(found.isEmpty());
        words.setErrorMessage(getTranslation("orphan.search.none"));
        if (!found.isEmpty()) {
            offer(found);
        }
    }

    private void offer(List<LikelyPlace> offered) {
        places = offered;
        choices.removeAll();
        heres.clear();
        note.clear();
        if (offered.isEmpty()) {
            note.say(getTranslation("orphan.places.none"));
        }
        IntStream.range(0, offered.size()).forEach(i -> choices.add(choice(i + 1, offered.get(i))));
        paper = new PaperText(null, Layout.of(text), IntStream.range(0, offered.size())
                .mapToObj(i -> new PaperText.Mark(i + 1L, offered.get(i).start(), offered.get(i).end(), CANDIDATE))
                .toList(), pressed -> show((int) pressed));
        scroller.removeAll();
        scroller.add(paper, new PaperCaret(paper, span -> { }));
        show(1);
    }

    private static String key(int number) {
        return Integer.toString(number);
    }

    private ListItem choice(int number, LikelyPlace place) {
        var ordinal = new Span(key(number));
        ordinal.addClassName("yj-cite-number");
        var words = new Span();
        words.getElement().setAttribute("lang", "zh-CN");
        words.addClassName("yj-place-words");
        words.getElement().appendChild(
                Element.createText(shown.substring(Math.max(0, place.start() - AROUND), place.start())),
                new Element("strong").setText(shown.substring(place.start(), place.end())),
                Element.createText(shown.substring(place.end(), Math.min(text.length(), place.end() + AROUND))));
        var show = new NativeButton();
        show.add(ordinal, words);
        show.addClassName("yj-cite");
        show.getElement().setAttribute("aria-keyshortcuts", key(number));
        show.addClickListener(click -> show(number));
        var likeness = new Span(getTranslation("orphan.likeness", Math.round(place.likeness() * HUNDRED)));
        likeness.addClassName("yj-muted");
        var item = new ListItem(show, likeness);
        if (mayPlace) {
            var here = new Button(getTranslation("orphan.place"), click -> place(place.start(), place.end()));
            here.addClassNames(number == 1 ? "yj-primary" : "yj-button", "yj-small-button");
            here.setAriaLabel(getTranslation("orphan.place.number", number));
            heres.add(here);
            item.add(here);
        }
        return item;
    }

    private void show(int number) {
        if (number > places.size()) {
            return;
        }
        paper.choose(number, null);
        IntStream.rangeClosed(1, places.size()).forEach(place -> paper.number(place, place));
        paper.scrollTo(number);
        IntStream.range(0, choices.getComponentCount()).forEach(i -> {
            var item = choices.getComponentAt(i).getElement();
            if (i + 1 == number) {
                item.setAttribute("aria-current", "true");
            } else {
                item.removeAttribute("aria-current");
            }
        });
    }

    private void placeSelected() {
        paper.askSelection(selected -> selected.ifPresentOrElse(span -> place(span.start(), span.end()),
                () -> complain(new RuleViolation("orphan.place.nothing"))));
    }

    private void place(int start, int end) {
        try {
            placing.at(start, end);
        } catch (RuleViolation violation) {
            complain(violation);
        }
    }

    private void complain(RuleViolation violation) {
        note.say(getTranslation(violation.key(), violation.arguments()));
    }
}
