package org.youju.commitment.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.youju.check.Explanation;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict;

/** Why a promise is judged as it is, in a few words for a list; the whole of it is the verdict's sentence. */
public final class Reasons {

    private final Component owner;
    private final Locale locale;

    /** @param owner the component that shows them */
    public Reasons(Component owner, Locale locale) {
        this.owner = owner;
        this.locale = locale;
    }

    /** The shortest reason that says something. */
    public String brief(Judged judged) {
        var verdict = judged.verdict();
        return switch (verdict.kind()) {
            case MET, NOT_MET -> isRate(judged) && verdict.value() != null ? gap(verdict)
                    : verdict.formula().isEmpty() ? first(verdict) : Formula.of(judged, locale);
            case MET_ON_TOTAL -> owner.getTranslation("commitment.brief.total");
            case ON_PACE, BEHIND -> owner.getTranslation("commitment.brief.pace", verdict.completed(),
                    whole(verdict.elapsed()));
            case NOT_PROVABLE, NO_DATA -> first(verdict);
        };
    }

    /** How many percentage points a rate lies above or below what was promised. */
    private String gap(Verdict verdict) {
        var gap = verdict.value().subtract(verdict.threshold());
        var points = gap.abs().stripTrailingZeros();
        var words = (points.scale() < 0 ? points.setScale(0, RoundingMode.UNNECESSARY) : points).toPlainString();
        return gap.signum() == 0 ? owner.getTranslation("commitment.brief.even")
                : owner.getTranslation(gap.signum() > 0 ? "commitment.brief.above" : "commitment.brief.below", words);
    }

    private String first(Verdict verdict) {
        return sentence(verdict.explanation().getFirst());
    }

    /** One sentence of an explanation in the language of the page. */
    public String sentence(Explanation explanation) {
        return owner.getTranslation(explanation.key(), explanation.written(locale));
    }

    /** Whether a promise is of a rate or a share. */
    public static boolean isRate(Judged judged) {
        return judged.commitment().target().unit().dimension().startsWith("percent");
    }

    private static String whole(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
