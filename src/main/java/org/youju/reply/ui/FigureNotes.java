package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Reply;

/**
 * What else there is to say of the figures of a document. Each feature that knows something answers for itself, so that
 * the reader shows it without knowing the feature.
 */
public interface FigureNotes {

    /**
     * What is said of the figures of a document.
     *
     * @param asOf 时点: by what was published until that day; null for all
     */
    Notes of(Reply reply, @Nullable LocalDate asOf);

    /**
     * Notes, new components for one page.
     *
     * @param above      what is said of all of them together, in the order shown; may be empty
     * @param byCitation what is said of single figures, by the number of the citation; those without are left out
     */
    record Notes(List<Component> above, Map<Long, List<Component>> byCitation) {

        public Notes {
            above = List.copyOf(above);
        }
    }
}
