package org.youju.extraction.review;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Scales;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;

/**
 * What a candidate is taken to say: as the text was read, or as a person mended it.
 *
 * @param value      in the written scale and with its sign: 310
 * @param valueHi    of a range the upper number, in the written scale; else null
 * @param multiplier the written scale: 亿; empty where none is written
 * @param unit       the unit as it is written behind the scale: 元
 * @param indicator  code of what it is a figure of, null where nobody has said
 * @param region     code of the region that it speaks of
 * @param promise    what it promises; null for a statement of fact
 */
public record Terms(BigDecimal value, @Nullable BigDecimal valueHi, String multiplier, String unit, Qualifier qualifier,
        Period period, FigureKind kind, String subject, @Nullable String indicator, String region,
        @Nullable Promise promise) {

    private static final int LONGEST_UNIT = 60;

    public Terms {
        if (!Scales.names().contains(multiplier)) {
            throw new RuleViolation("review.terms.unit.scale", multiplier);
        }
        if (unit.length() > LONGEST_UNIT) {
            throw new RuleViolation("review.terms.unit.long", LONGEST_UNIT);
        }
        if (valueHi != null && value.compareTo(valueHi) > 0) {
            throw new RuleViolation("review.terms.value.reversed", value.toPlainString(), valueHi.toPlainString());
        }
    }

    /** The same with an indicator and what it promises. */
    Terms with(@Nullable String otherIndicator, @Nullable Promise otherPromise) {
        return new Terms(value, valueHi, multiplier, unit, qualifier, period, kind, subject, otherIndicator, region,
                otherPromise);
    }
}
