package org.youju.commitment.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.figure.FigureWriter;
import org.youju.figure.Qualifier;
import org.youju.figure.Shown;
import org.youju.indicator.Direction;

/** What a promise is called where its sentence does not stand beside it: 2018年起每年不少于100万平方米. */
public final class PromiseName {

    private PromiseName() {
    }

    /**
     * The name of a promise in the language of the page.
     *
     * @param direction of its indicator, which says whether a level is to be reached from below or from above
     * @param owner     the component that shows it
     */
    public static String of(Commitment promise, Direction direction, Component owner, Locale locale) {
        return owner.getTranslation("commitment.name." + pattern(promise, direction), window(promise, owner),
                amount(promise, locale));
    }

    private static String pattern(Commitment promise, Direction direction) {
        var kind = promise.kind();
        if (kind == CommitmentKind.FLOOR_PER_PERIOD && isOneYear(promise)) {
            return "floor";
        }
        return kind == CommitmentKind.LEVEL_BY && promise.isCeiling(direction) ? "down" : kind.name();
    }

    /** The window in the language of the page: 2018–2025年, 2018年起, 2021年至2025年6月底. */
    public static String window(Commitment promise, Component owner) {
        var from = Integer.toString(promise.from());
        if (promise.to() == null) {
            return owner.getTranslation("commitment.name.since", from);
        }
        if (promise.endsOn() != null) {
            return owner.getTranslation("commitment.name.until", from, end(promise.endsOn(), owner));
        }
        return isOneYear(promise) ? owner.getTranslation("commitment.name.year", from)
                : owner.getTranslation("commitment.name.years", from, Integer.toString(promise.to()));
    }

    private static String end(LocalDate day, Component owner) {
        return day.equals(YearMonth.from(day).atEndOfMonth()) ? owner.getTranslation("commitment.name.month-end",
                Integer.toString(day.getYear()), Integer.toString(day.getMonthValue())) : day.toString();
    }

    private static boolean isOneYear(Commitment promise) {
        return promise.to() != null && promise.to() == promise.from();
    }

    /** The number within a promise's name, without its limiting words, which the name says itself; 约 it does not say. */
    public static String amount(Commitment promise, Locale locale) {
        var shown = FigureWriter.show(promise.target(), locale);
        return promise.target().qualifier() == Qualifier.ABOUT ? shown.text()
                : new Shown("", shown.number(), "", shown.unit()).text();
    }
}
