package org.youju.extraction.review;

import java.util.List;
import org.youju.base.RuleViolation;
import org.youju.extraction.Candidate;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Scales;
import org.youju.extraction.text.Shadow;
import org.youju.extraction.text.Signs;
import org.youju.figure.FigureFormatException;
import org.youju.figure.Interval;
import org.youju.figure.NumberScanner;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;

/** The number in words that the grammar takes for no figure, and a person for one. What it means is left to the person. */
final class BareNumber {

    private static final String NUMERALS = "零一二两三四五六七八九十百千万亿";
    private static final int LONGEST_UNIT = 20;

    private BareNumber() {
    }

    /**
     * The one number of some words, what stands behind it as its unit, its period unknown.
     *
     * @throws RuleViolation if there is no number in them, or more than one
     */
    static Candidate in(String words) {
        var shadow = Shadow.of(words);
        var plain = shadow.text();
        var start = next(plain, 0);
        if (start < 0) {
            throw new RuleViolation("review.add.noFigure");
        }
        try {
            var scanner = new NumberScanner(plain, start);
            var number = scanner.scan();
            if (next(plain, scanner.end()) >= 0) {
                throw new RuleViolation("review.add.several");
            }
            var power = number.scale().precision() - number.scale().scale() - 1;
            var behind = plain.substring(scanner.end()).strip();
            var unit = behind.substring(0, Math.min(behind.length(), LONGEST_UNIT));
            return new Candidate(shadow.originalStart(0), shadow.originalEnd(plain.length()), words, number.magnitude(),
                    null, Scales.names().get(power), unit, number.magnitude().multiply(number.scale()), Qualifier.EXACT,
                    Interval.point(number.magnitude()), null, new Period.Unknown(), null, kind(unit), "", null, words, 0,
                    List.of(Reason.PERIOD_UNKNOWN));
        } catch (FigureFormatException e) {
            throw new RuleViolation("review.add.noFigure");
        }
    }

    private static FigureKind kind(String unit) {
        return unit.startsWith("%") ? FigureKind.SHARE : FigureKind.COUNT;
    }

    private static int next(String plain, int from) {
        for (var i = from; i < plain.length(); i++) {
            if (Signs.isDigit(plain.charAt(i)) || NUMERALS.indexOf(plain.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
