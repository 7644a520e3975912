package org.youju.base.ui.control;

import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.youju.base.ui.Glyph;

/**
 * The region that a page is about.
 *
 * @param <R> how the caller names a region
 */
public final class RegionSelect<R> extends Select<R> {

    /**
     * @param chosen one of {@code regions}
     * @param regions in the order shown
     * @param words how a region is written
     * @param listener told what a person chooses; it navigates
     */
    public RegionSelect(R chosen, List<R> regions, Function<R, String> words, Consumer<R> listener) {
        addClassName("yj-region");
        setItems(regions);
        setItemLabelGenerator(words::apply);
        setValue(chosen);
        setPrefixComponent(Glyph.PLACE.icon());
        setAriaLabel(getTranslation("base.region"));
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                listener.accept(change.getValue());
            }
        });
    }
}
