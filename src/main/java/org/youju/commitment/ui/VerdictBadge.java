package org.youju.commitment.ui;

import com.vaadin.flow.component.html.Span;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict.Kind;

/**
 * What holds of a promise as glyph and word, with its pace as a signed number of percentage points, and a word where a
 * person decided it; hollow where it rests on figures that are not firm. The explaining sentence is its tooltip and
 * description.
 */
public final class VerdictBadge extends Span {

    public VerdictBadge(Judged judged) {
        addClassName("yj-verdict");
        var verdict = judged.verdict();
        var byHand = judged.override() != null;
        var badge = new StateBadge(tone(judged), glyph(judged.kind()), word(judged));
        if (judged.kind() == Kind.MET_ON_TOTAL) {
            badge.outlined();
        }
        if (!byHand && !verdict.basis().isFirm()) {
            badge.addClassName("yj-hollow");
        }
        add(badge);
        var sentence = verdict.sentence(getLocale(), this::getTranslation);
        if (byHand) {
            var mark = new Span(getTranslation("commitment.override.mark"));
            mark.addClassName("yj-by-hand");
            add(mark);
            sentence = getTranslation("commitment.override.says", getTranslation(judged.kind().key()),
                    judged.override().until().toString(), getTranslation(verdict.kind().key()), sentence);
        }
        getElement().setAttribute("title", sentence);
    }

    private String word(Judged judged) {
        var word = getTranslation(judged.kind().key());
        var pace = judged.verdict().pace();
        return judged.override() != null || pace == null ? word
                : getTranslation("commitment.verdict.paced", word,
                        (pace.signum() < 0 ? "\u2212" : "+") + judged.verdict().apart());
    }

    /** The sign of a verdict. */
    public static Glyph glyph(Kind kind) {
        return switch (kind) {
            case MET -> Glyph.MET;
            case MET_ON_TOTAL -> Glyph.MET_IN_TOTAL;
            case ON_PACE -> Glyph.ON_PACE;
            case BEHIND -> Glyph.BEHIND;
            case NOT_MET -> Glyph.NOT_MET;
            case NOT_PROVABLE -> Glyph.NOT_PROVABLE;
            case NO_DATA -> Glyph.NO_DATA;
        };
    }

    /** The colour of a verdict; one that is behind is red where it is far behind. */
    public static StateBadge.Tone tone(Kind kind, boolean farBehind) {
        return switch (kind) {
            case MET, MET_ON_TOTAL, ON_PACE -> StateBadge.Tone.OK;
            case BEHIND -> farBehind ? StateBadge.Tone.BAD : StateBadge.Tone.WARN;
            case NOT_MET -> StateBadge.Tone.BAD;
            case NOT_PROVABLE -> StateBadge.Tone.WARN;
            case NO_DATA -> StateBadge.Tone.NONE;
        };
    }

    private static StateBadge.Tone tone(Judged judged) {
        return tone(judged.kind(), judged.override() == null && judged.verdict().isFarBehind());
    }
}
