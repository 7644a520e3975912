package org.youju.extraction.review;

import java.util.Collection;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.figure.FigureFormatException;
import org.youju.figure.FigureReader;
import org.youju.figure.Unit;
import org.youju.indicator.Indicator;

/** Makes the figures that candidates become: in the unit of the indicator, under the words of the source. */
final class Figures {

    private static final int LONGEST_PRINT = 200;

    private final FigureReader reader;

    Figures(Collection<Unit> units) {
        reader = new FigureReader(units);
    }

    /**
     * The figure that terms make. Where the printed words say the same, they are what is read, since they tell more:
     * 数十 is a range of its own, and 5.0 is finer than 5.
     *
     * @param span the printed words
     * @throws RuleViolation {@code review.terms.unit} or {@code review.terms.value}, if the terms make no figure of it
     */
    Figure of(Terms terms, String span, Indicator indicator) {
        if (span.length() > LONGEST_PRINT) {
            throw new RuleViolation("review.terms.value.long", LONGEST_PRINT);
        }
        var built = built(terms, indicator);
        try {
            var printed = reader.read(span, terms.valueHi() == null ? terms.qualifier() : null, indicator.unit(),
                    indicator.nature());
            if (isSame(printed, built)) {
                return printed;
            }
        } catch (FigureFormatException e) {
            // the words say something else than the terms, which count
        }
        return new Figure(span, built.value(), built.valueHi(), built.qualifier(), built.unit(), built.step(),
                built.interval());
    }

    private Figure built(Terms terms, Indicator indicator) {
        var written = terms.value().toPlainString()
                + (terms.valueHi() == null ? "" : "至" + terms.valueHi().toPlainString())
                + terms.multiplier() + terms.unit();
        try {
            return reader.read(written, terms.valueHi() == null ? terms.qualifier() : null, indicator.unit(),
                    indicator.nature());
        } catch (FigureFormatException e) {
            throw refusal(e, terms, indicator);
        }
    }

    private static RuleViolation refusal(FigureFormatException e, Terms terms, Indicator indicator) {
        return switch (e.reason()) {
            case UNKNOWN_UNIT, WRONG_DIMENSION -> new RuleViolation("review.terms.unit.wrong",
                    terms.multiplier() + terms.unit(), indicator.unit().code());
            case SHARE_ABOVE_HUNDRED -> new RuleViolation("review.terms.value.share");
            case NOTHING_POSSIBLE -> new RuleViolation("review.terms.value.impossible");
            case NUMBER_TOO_LARGE -> new RuleViolation("review.terms.value.large", indicator.unit().code());
            case TOO_MANY_DECIMALS -> new RuleViolation("review.terms.value.decimals", indicator.unit().code());
            case EMPTY, TOO_LONG, NO_NUMBER, TWO_DECIMAL_POINTS, MISPLACED_COMMA, BAD_NUMERAL, SEVERAL_NUMBERS,
                    RANGE_REVERSED, SPACED, NOT_UNDERSTOOD, TWO_LIMITS, RANGE_LIMITED, FALLS_TWICE, COMPUTED ->
                new RuleViolation("review.terms.value.unreadable",
                            terms.value().toPlainString());
        };
    }

    private static boolean isSame(Figure one, Figure other) {
        return one.value().compareTo(other.value()) == 0 && one.qualifier() == other.qualifier()
                && (one.valueHi() == null ? other.valueHi() == null
                        : other.valueHi() != null && one.valueHi().compareTo(other.valueHi()) == 0);
    }
}
