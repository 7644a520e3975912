package org.youju.entry.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.Function;
import org.youju.indicator.Indicator;

/** Boxes in which something is found while one types. */
final class LookUp {

    /** After how long a pause the server is asked, in milliseconds: long enough for a word that is typed at one go. */
    static final int PAUSE = 100;

    private LookUp() {
    }

    /** Lets a box find indicators by what a person types. */
    static void indicators(ComboBox<Indicator> box, Function<String, List<Indicator>> named) {
        box.setItems(query -> named.apply(query.getFilter().orElse("")).stream().skip(query.getOffset())
                .limit(query.getLimit()));
        box.setFilterTimeout(PAUSE);
    }
}
