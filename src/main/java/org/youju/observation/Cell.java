package org.youju.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.youju.figure.Qualifier;
import org.youju.reply.Grade;

/**
 * Everything that sources state of one cell.
 *
 * @param statements   at least one, earliest published first
 * @param representing the one that stands for the cell
 */
public record Cell(CellKey key, List<Observation> statements, Observation representing) {

    public Cell {
        statements = List.copyOf(statements);
    }

    /** Groups statements by cell, in the order in which the cells first appear. */
    public static List<Cell> of(List<Observation> statements) {
        Map<CellKey, List<Observation>> byCell = new LinkedHashMap<>();
        statements.forEach(s -> byCell.computeIfAbsent(s.cell(), k -> new ArrayList<>()).add(s));
        return byCell.entrySet().stream()
                .map(e -> new Cell(e.getKey(), e.getValue().stream().sorted(Observation.BY_PUBLICATION).toList(),
                        representing(e.getValue())))
                .toList();
    }

    /** The ruling by which its representing statement was chosen; empty where the usual rule chose it. */
    public Optional<Ruling> ruling() {
        return Optional.ofNullable(representing.ruling());
    }

    /** Whether a ruling was made in view of all its statements as they stand. */
    public boolean isSettled() {
        return ruling().isPresent()
                && statements.stream().noneMatch(it -> it.recordedFrom().isAfter(representing.ruling().from()));
    }

    /**
     * The statement that represents a cell: the one that a ruling chose; without one, the latest published of the best grade that is
     * neither an estimate nor unvalidated; where only such exist, the latest published of them. Where the chosen one
     * is only a rounding of another firm one of grade A or B, the finer print represents.
     *
     * @param statements of one cell, at least one
     */
    static Observation representing(List<Observation> statements) {
        var ruled = statements.stream().filter(s -> s.ruling() != null).findFirst();
        if (ruled.isPresent()) {
            return ruled.get();
        }
        var firm = statements.stream().filter(s -> s.status().isFirm()).toList();
        if (firm.isEmpty()) {
            return statements.stream().max(LATEST_THEN_FINEST).orElseThrow();
        }
        var bestGrade = firm.stream().map(s -> s.reply().grade()).min(Comparator.naturalOrder()).orElseThrow();
        var chosen = firm.stream().filter(s -> s.reply().grade() == bestGrade).max(LATEST_THEN_FINEST).orElseThrow();
        return firm.stream()
                .filter(s -> s.reply().grade() != Grade.C)
                .filter(s -> isRoundingOf(chosen, s))
                .min(FINEST)
                .orElse(chosen);
    }

    private static final Comparator<Observation> FINEST = Comparator
            .comparing((Observation s) -> s.figure().step())
            .thenComparing(s -> s.reply().sourceKey());

    private static final Comparator<Observation> LATEST_THEN_FINEST = Comparator
            .comparing(Observation::publishedOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FINEST.reversed());

    private static boolean isRoundingOf(Observation coarse, Observation fine) {
        return (coarse.figure().qualifier() == Qualifier.EXACT || coarse.figure().qualifier() == Qualifier.ABOUT)
                && fine.figure().qualifier() == Qualifier.EXACT
                && coarse.figure().valueHi() == null
                && fine.figure().valueHi() == null
                && fine.figure().step().compareTo(coarse.figure().step()) < 0
                && coarse.interval().contains(fine.figure().value());
    }
}
