package org.youju.check.quote;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.youju.check.Agreement;
import org.youju.check.Comparison;
import org.youju.observation.Cell;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;

/**
 * A figure that a document quotes, against everything that other sources state of the same cell.
 *
 * @param statement   the figure
 * @param cell        its cell, as of the day that was asked for and with the figure itself
 * @param comparisons the figure against each other statement of the cell, the latest published first
 */
public record Quoted(Observation statement, Cell cell, List<Comparison> comparisons) {

    public Quoted {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Holds a figure against the rest of its cell.
     *
     * @param known what sources state of the cell; whether the figure is among it makes no difference
     */
    public static Quoted of(Observation statement, Collection<Observation> known) {
        var others = known.stream().filter(other -> other.reply().id() != statement.reply().id()).toList();
        var cell = Cell.of(Stream.concat(others.stream(), Stream.of(statement))
                .toList()).getFirst();
        return new Quoted(statement, cell, others.stream()
                .sorted(Observation.BY_PUBLICATION.reversed())
                .map(other -> Comparison.of(statement, other))
                .toList());
    }

    /** The gravest that one of the other statements gives. */
    public Standing standing() {
        return comparisons.stream().map(this::standing).min(Comparator.naturalOrder()).orElse(Standing.ALONE);
    }

    private Standing standing(Comparison comparison) {
        return switch (comparison.agreement()) {
            case REVISION -> isOf(comparison.earlier()) ? Standing.SUPERSEDED : Standing.REVISES;
            case CONFLICT -> conflict(comparison);
            case SAME, COMPATIBLE -> comparison.uncertain() ? Standing.UNCERTAIN : Standing.AGREES;
        };
    }

    /** A ruling that was made in view of all statements speaks for the one it chose, and against the others. */
    private Standing conflict(Comparison comparison) {
        if (isGivenUp(other(comparison))) {
            return Standing.AGREES;
        }
        if (!cell.isSettled()) {
            return !comparison.minor() ? Standing.CONFLICT
                    : statement.status() == ObsStatus.V ? Standing.MINOR_CONFLICT : Standing.CHALLENGED;
        }
        return cell.representing().reply().id() == other(comparison).reply().id() ? Standing.OVERRULED : Standing.UPHELD;
    }

    /** Whether a statement was superseded by one that this one goes with: what is given up contradicts nobody any more. */
    private boolean isGivenUp(Observation row) {
        return comparisons.stream()
                .filter(it -> it.agreement() == Agreement.SAME || it.agreement() == Agreement.COMPATIBLE)
                .map(it -> Comparison.of(row, other(it)))
                .anyMatch(it -> it.agreement() == Agreement.REVISION && it.earlier().reply().id() == row.reply().id());
    }

    private boolean isOf(Observation row) {
        return row.reply().id() == statement.reply().id();
    }

    /** The side of one of its comparisons that is not the figure. */
    public Observation other(Comparison comparison) {
        return isOf(comparison.earlier()) ? comparison.later() : comparison.earlier();
    }

    /**
     * The statement that gives it its standing: what superseded it, what was chosen in its place, what it contradicts
     * or revises; the latest published of several. Empty where it stands alone.
     */
    public Optional<Observation> counterpart() {
        var standing = standing();
        return standing == Standing.OVERRULED ? Optional.of(cell.representing())
                : comparisons.stream().filter(it -> standing(it) == standing).findFirst().map(this::other);
    }
}
