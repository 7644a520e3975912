package org.youju.base.ui.control;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;

/**
 * The region that a page is about: the browser's own list, which every page shows before anything else and which a
 * telephone opens in its own way.
 *
 * @param <R> how the caller names a region
 */
public final class RegionSelect<R> extends Composite<Markup> {

    private static final String CHOSEN = "event.target.selectedIndex";

    private final R chosen;
    private final List<R> regions;
    private final Function<R, String> words;
    private final Consumer<R> listener;

    /**
     * @param chosen one of {@code regions}
     * @param regions in the order shown
     * @param words how a region is written
     * @param listener told what a person chooses; it navigates
     */
    public RegionSelect(R chosen, List<R> regions, Function<R, String> words, Consumer<R> listener) {
        this.chosen = chosen;
        this.regions = List.copyOf(regions);
        this.words = words;
        this.listener = listener;
    }

    @Override
    protected Markup initContent() {
        var list = new Element("select");
        list.setAttribute("aria-label", getTranslation("base.region"));
        for (var region : regions) {
            var option = new Element("option").setText(words.apply(region));
            if (region.equals(chosen)) {
                option.setAttribute("selected", true);
            }
            list.appendChild(option);
        }
        var frame = new Div(Glyph.PLACE.icon());
        frame.getElement().appendChild(list);
        frame.add(Glyph.DOWN.icon());
        frame.addClassName("yj-region");
        var markup = new Markup(frame);
        markup.getElement().addEventListener("change",
                event -> choose(event.getEventData().path(CHOSEN).asInt(-1))).addEventData(CHOSEN);
        return markup;
    }

    private void choose(int at) {
        if (at >= 0 && at < regions.size()) {
            listener.accept(regions.get(at));
        }
    }
}
