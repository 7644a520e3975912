package org.youju.commitment.ui;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict;
import org.youju.figure.FigureWriter;
import org.youju.figure.Numbers;
import org.youju.figure.Unit;

/** The arithmetic of a verdict as the language of the page counts: in English in millions and billions, with the word. */
public final class Formula {

    /** A number that is not a count of periods. */
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:\\.\\d+)?(?![\\d.])(?! ×)");

    private Formula() {
    }

    /** The formula of a promise's verdict; empty where there is none. */
    public static String of(Judged judged, Locale locale) {
        return of(judged.verdict(), judged.commitment().target().unit(), locale);
    }

    private static String of(Verdict verdict, Unit unit, Locale locale) {
        var factor = FigureWriter.axisFactor(unit, locale);
        if (verdict.formula().isEmpty() || factor.compareTo(BigDecimal.ONE) == 0) {
            return verdict.formula();
        }
        return AMOUNT.matcher(verdict.formula())
                .replaceAll(it -> Numbers.text(new BigDecimal(it.group()).multiply(factor)))
                + " (" + FigureWriter.axisUnit(unit, locale) + ")";
    }
}
