package org.youju.base.ui.card;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.youju.base.ui.Glyph;

/** A state, always as a glyph and a word: the colour only repeats them. */
public final class StateBadge extends Span {

    /** The colour that a state is written in. */
    public enum Tone {
        OK, WARN, BAD, NONE, INFO
    }

    /** @param word already translated */
    public StateBadge(Tone tone, Glyph glyph, String word) {
        addClassNames("yj-state", "yj-state-" + tone.name().toLowerCase(Locale.ROOT));
        add(glyph.icon(), new Span(word));
    }

    /** The same in a frame: a lesser claim, such as 总量兑现. */
    public StateBadge outlined() {
        addClassName("yj-outlined");
        return this;
    }

    /** The same on a tint of its colour, for lists. */
    public StateBadge tinted() {
        addClassName("yj-tinted");
        return this;
    }
}
