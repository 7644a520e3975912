package org.youju.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Figure;
import org.youju.observation.Cell;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;

/**
 * Two statements of one cell side by side.
 *
 * @param earlier   the one published first; the given order where neither was
 * @param later     the other
 * @param uncertain whether they count as compatible only because what keeps them apart is a reading convention
 * @param minor     whether a conflict matters little, since one side is unvalidated; false for all else
 */
public record Comparison(Observation earlier, Observation later, Agreement agreement, boolean uncertain,
        boolean minor) {

    private static final Comparator<@Nullable LocalDate> PUBLISHED =
            Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder());

    /**
     * Compares two statements; their order does not matter.
     *
     * @throws IllegalArgumentException if they are not of one cell
     */
    public static Comparison of(Observation one, Observation other) {
        if (!one.cell().equals(other.cell())) {
            throw new IllegalArgumentException("Statements of two cells: " + one.cell() + ", " + other.cell());
        }
        var order = PUBLISHED.compare(one.publishedOn(), other.publishedOn());
        var earlier = order <= 0 ? one : other;
        var later = order <= 0 ? other : one;
        if (isSame(earlier.figure(), later.figure())) {
            return new Comparison(earlier, later, Agreement.SAME, false, false);
        }
        if (earlier.interval().intersects(later.interval())) {
            return new Comparison(earlier, later, Agreement.COMPATIBLE, false, false);
        }
        if (order == 0 && isLaterVintage(earlier, later)) {
            return new Comparison(later, earlier, Agreement.REVISION, false, false);
        }
        if (isLaterVintage(later, earlier)
                || order != 0 && earlier.reply().issuer().equals(later.reply().issuer())) {
            return new Comparison(earlier, later, Agreement.REVISION, false, false);
        }
        if (earlier.interval().certainlyApartFrom(later.interval())) {
            return new Comparison(earlier, later, Agreement.CONFLICT, false,
                    earlier.status() == ObsStatus.V || later.status() == ObsStatus.V);
        }
        return new Comparison(earlier, later, Agreement.COMPATIBLE, true, false);
    }

    /** Every other statement of a cell against the one that represents it, in the cell's order. */
    public static List<Comparison> of(Cell cell) {
        return cell.statements().stream()
                .filter(statement -> !statement.equals(cell.representing()))
                .map(statement -> of(cell.representing(), statement))
                .toList();
    }

    /** The conflicts of some cells that weigh: those without an unvalidated side. */
    public static List<Comparison> conflicts(Collection<Cell> cells) {
        return cells.stream().flatMap(cell -> of(cell).stream())
                .filter(c -> c.agreement == Agreement.CONFLICT && !c.minor)
                .toList();
    }

    /** The side that is not {@code statement}. */
    public Observation other(Observation statement) {
        return statement.equals(earlier) ? later : earlier;
    }

    private static boolean isSame(Figure one, Figure other) {
        var inUnit = other.unit().dimension().equals(one.unit().dimension());
        return inUnit && one.qualifier() == other.qualifier()
                && one.value().compareTo(other.unit().convert(other.value(), one.unit())) == 0
                && (one.valueHi() == null ? other.valueHi() == null
                        : other.valueHi() != null && equal(one.valueHi(),
                                other.unit().convert(Objects.requireNonNull(other.valueHi()), one.unit())));
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private static boolean isLaterVintage(Observation one, Observation than) {
        return one.vintage() != null && than.vintage() != null && one.vintage().isLaterThan(than.vintage());
    }
}
