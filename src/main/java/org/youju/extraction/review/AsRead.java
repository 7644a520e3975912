package org.youju.extraction.review;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.grammar.Scales;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;

/**
 * What the words of a candidate were read as, before anybody changed it; components as in {@link Terms}.
 */
public record AsRead(BigDecimal value, @Nullable BigDecimal valueHi, String multiplier, String unit,
        Qualifier qualifier, Period period) {

    /** What of a candidate may say something else than its words. */
    public enum Part {
        /** The number, or its scale. */
        VALUE,
        /** What it is counted or measured in. */
        UNIT,
        /** The limiting word. */
        QUALIFIER,
        /** When. */
        PERIOD
    }

    /** The words themselves say when; what is carried over from elsewhere is no more than a guess. */
    static final Set<Reason> SAID = EnumSet.of(Reason.PERIOD_IN_CLAUSE, Reason.PERIOD_IN_SENTENCE,
            Reason.PERIOD_IN_TABLE);

    static AsRead of(Terms terms) {
        return new AsRead(terms.value(), terms.valueHi(), terms.multiplier(), terms.unit(), terms.qualifier(),
                terms.period());
    }

    /**
     * In what a candidate, on some terms, says something else than its words; empty where it does not, or where nobody
     * knows. The same amount in another scale is the same, and so is one counter for another.
     */
    public static Set<Part> departures(ReviewCandidate candidate, Terms terms, Catalogue catalogue) {
        var read = candidate.read();
        var parts = EnumSet.noneOf(Part.class);
        if (read == null) {
            return parts;
        }
        var unit = find(read.unit, catalogue);
        var typed = find(terms.unit(), catalogue);
        var known = unit.isPresent() && typed.isPresent();
        if (!read.unit.equals(terms.unit()) && !(known && isAlike(unit.get(), typed.get()))) {
            parts.add(Part.UNIT);
        }
        var factor = known ? unit.get().factor() : BigDecimal.ONE;
        var other = known ? typed.get().factor() : BigDecimal.ONE;
        if (!isSame(read.value, read.multiplier, factor, terms.value(), terms.multiplier(), other)
                || !isSame(read.valueHi, read.multiplier, factor, terms.valueHi(), terms.multiplier(), other)) {
            parts.add(Part.VALUE);
        }
        if (read.qualifier != terms.qualifier()) {
            parts.add(Part.QUALIFIER);
        }
        if (!isWhen(read.period, terms) && candidate.reasons().stream().anyMatch(SAID::contains)) {
            parts.add(Part.PERIOD);
        }
        return parts;
    }

    /** A promise may begin or end where the words leave that open. */
    private static boolean isWhen(Period read, Terms terms) {
        var promise = terms.promise();
        if (promise == null) {
            return read.equals(terms.period());
        }
        var start = read.start();
        var end = read.end();
        return (start == null || start.getYear() == promise.from())
                && (end == null || promise.to() != null && end.getYear() == promise.to());
    }

    private static Optional<Unit> find(String name, Catalogue catalogue) {
        return catalogue.units().stream()
                .filter(it -> it.code().equals(name) || it.aliases().contains(name)).findFirst();
    }

    private static boolean isAlike(Unit one, Unit other) {
        return one.dimension().equals(other.dimension())
                || one.dimension().startsWith("count") && other.dimension().startsWith("count");
    }

    private static boolean isSame(@Nullable BigDecimal one, String scale, BigDecimal factor,
            @Nullable BigDecimal other, String otherScale, BigDecimal otherFactor) {
        return one == null ? other == null : other != null
                && amount(one, scale, factor).compareTo(amount(other, otherScale, otherFactor)) == 0;
    }

    private static BigDecimal amount(BigDecimal number, String scale, BigDecimal factor) {
        return number.scaleByPowerOfTen(Scales.names().indexOf(scale)).multiply(factor);
    }
}
