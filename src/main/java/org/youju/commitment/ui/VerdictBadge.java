package org.youju.commitment.ui;

import com.vaadin.flow.component.html.Span;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.commitment.Verdict;

/** A verdict as glyph and word; its explaining sentence is the badge's tooltip and description. */
public final class VerdictBadge extends Span {

    public VerdictBadge(Verdict verdict) {
        addClassName("yj-verdict");
        var badge = switch (verdict.kind()) {
            case MET -> badge(StateBadge.Tone.OK, Glyph.MET, verdict);
            case MET_ON_TOTAL -> badge(StateBadge.Tone.OK, Glyph.MET_IN_TOTAL, verdict).outlined();
            case ON_PACE -> badge(StateBadge.Tone.OK, Glyph.ON_PACE, verdict);
            case BEHIND -> badge(verdict.isFarBehind() ? StateBadge.Tone.BAD : StateBadge.Tone.WARN, Glyph.BEHIND,
                    verdict);
            case NOT_MET -> badge(StateBadge.Tone.BAD, Glyph.NOT_MET, verdict);
            case NOT_PROVABLE -> badge(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE, verdict);
            case NO_DATA -> badge(StateBadge.Tone.NONE, Glyph.NO_DATA, verdict);
        };
        add(badge);
        getElement().setAttribute("title", verdict.sentence(getLocale(), this::getTranslation));
    }

    private StateBadge badge(StateBadge.Tone tone, Glyph glyph, Verdict verdict) {
        return new StateBadge(tone, glyph, getTranslation(verdict.kind().key()));
    }
}
