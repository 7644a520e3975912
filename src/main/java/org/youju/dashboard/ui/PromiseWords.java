package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.OptionalInt;
import org.youju.commitment.Judged;
import org.youju.commitment.ui.PromiseName;
import org.youju.indicator.Direction;

/** What a promise beside a figure is called: its name, and the year it is judged by where that is not the figure's. */
final class PromiseWords {

    private PromiseWords() {
    }

    /**
     * The words in the language of the page.
     *
     * @param year  of the figure that the verdict rests on; empty where the figure beside it says it
     * @param owner the component that shows them
     */
    static String of(Judged judged, Direction direction, OptionalInt year, Component owner, Locale locale) {
        var name = PromiseName.of(judged.commitment(), direction, owner, locale);
        return year.isEmpty() ? name
                : owner.getTranslation("dashboard.promise.by", name, Integer.toString(year.getAsInt()));
    }
}
