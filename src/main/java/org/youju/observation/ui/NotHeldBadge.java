package org.youju.observation.ui;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.Optional;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.reply.Citation;

/** Says beside a figure that nobody can look its quoted words up here: the text of their document is not held. */
public final class NotHeldBadge {

    private NotHeldBadge() {
    }

    /** Empty where some of the words have their place in a text that is held, or where there are none. */
    public static Optional<Component> of(Component owner, Collection<Citation> citations) {
        return citations.isEmpty() || citations.stream().anyMatch(it -> it.state() != Citation.State.QUOTE_ONLY)
                ? Optional.empty()
                : Optional.of(new StateBadge(Tone.WARN, Glyph.NOT_PROVABLE, owner.getTranslation("reply.text.none"))
                        .tinted());
    }
}
