package org.youju.workflow.chase.ui;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.workflow.chase.Chase;

/** Where a figure that was asked for stands, and by how many days it is overdue. */
public final class ChaseBadge extends Span {

    public ChaseBadge(Chase chase, LocalDate today) {
        var overdue = chase.isOverdue(today);
        var word = overdue ? getTranslation("chase.overdue", ChronoUnit.DAYS.between(chase.dueOn(), today))
                : getTranslation("chase.state." + chase.state());
        add((switch (chase.state()) {
            case OPEN -> overdue ? new StateBadge(Tone.BAD, Glyph.BEHIND, word)
                    : new StateBadge(Tone.WARN, Glyph.CLOCK, word);
            case SUBMITTED -> new StateBadge(Tone.INFO, Glyph.CLOCK, word);
            case APPROVED -> new StateBadge(Tone.OK, Glyph.MET, word);
            case CANCELLED -> new StateBadge(Tone.NONE, Glyph.REJECTED, word);
        }).tinted());
    }
}
