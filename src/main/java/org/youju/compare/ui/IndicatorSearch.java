package org.youju.compare.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.youju.base.ui.Glyph;
import org.youju.compare.Finder;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;

/** Indicators by their names: Enter takes the first that is found, the arrows walk through all of them. */
final class IndicatorSearch extends Div {

    static final String ID = "cmp-find";

    private static final int MOST_FOUND = 12;

    /** In the browser, so that no key is lost while the server answers an earlier one. */
    private static final String WALK = """
            this.addEventListener('keydown', press => {
                const by = {ArrowDown: 1, ArrowUp: -1}[press.key];
                if (by) {
                    const stops = [...this.querySelectorAll('input, button:enabled')];
                    stops[stops.indexOf(document.activeElement) + by]?.focus();
                    press.preventDefault();
                }
            });""";

    private final Catalogue catalogue;
    private final Words words;
    private final Finder finder;
    private final Predicate<Indicator> chosen;
    private final boolean full;
    private final Consumer<Indicator> choose;
    private final TextField field;
    private final UnorderedList found = new UnorderedList();
    private final Map<Indicator, ListItem> hits = new HashMap<>();
    private List<Indicator> matches = List.of();

    /**
     * @param chosen which indicators are in the comparison already, and can't be taken again
     * @param full   whether no more can be taken
     * @param choose told with the indicator that a person takes
     */
    IndicatorSearch(Catalogue catalogue, Words words, Finder finder, Predicate<Indicator> chosen, boolean full,
            Consumer<Indicator> choose) {
        this.catalogue = catalogue;
        this.words = words;
        this.finder = finder;
        this.chosen = chosen;
        this.full = full;
        this.choose = choose;
        field = new TextField(words.say("compare.find"));
        field.setId(ID);
        field.addClassName("yj-compare-find");
        field.setClearButtonVisible(true);
        field.setPrefixComponent(Glyph.SEARCH.icon());
        field.setPlaceholder(words.say("compare.find.hint"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> find(change.getValue()));
        field.addKeyDownListener(Key.ENTER, press -> takeFirst());
        found.addClassName("yj-compare-found");
        found.setVisible(false);
        add(field, found);
        getElement().executeJs(WALK);
    }

    private void find(String typed) {
        matches = finder.find(typed, MOST_FOUND);
        found.setVisible(!typed.isBlank());
        if (matches.isEmpty()) {
            hits.clear();
            found.removeAll();
            found.add(new ListItem(words.say("compare.find.none", typed)));
            return;
        }
        hits.keySet().retainAll(matches);
        found.getChildren().filter(it -> !hits.containsValue(it)).toList().forEach(found::remove);
        for (int at = 0; at < matches.size(); at++) {
            stand(matches.get(at), at);
        }
    }

    /** What stays found is not drawn anew, since somebody may have walked to it while the last letters were on their way. */
    private void stand(Indicator indicator, int at) {
        var item = hits.computeIfAbsent(indicator, it -> new ListItem(hit(it)));
        if (found.getComponentCount() <= at || found.getComponentAt(at) != item) {
            found.remove(item);
            found.addComponentAtIndex(at, item);
        }
    }

    private NativeButton hit(Indicator indicator) {
        var theme = new Span(catalogue.theme(indicator.theme()).name(words.locale()) + " · " + words.unit(indicator));
        theme.addClassName("yj-caption");
        var button = new NativeButton();
        button.add(new Span(indicator.name(words.locale())), theme);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen.test(indicator)));
        button.getElement().setAttribute("data-return", ID);
        button.addClickListener(click -> choose.accept(indicator));
        button.setEnabled(canTake(indicator));
        return button;
    }

    private void takeFirst() {
        matches.stream().filter(this::canTake).findFirst().ifPresent(choose);
    }

    private boolean canTake(Indicator indicator) {
        return !full && !chosen.test(indicator);
    }
}
