package org.youju.observation.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.observation.Observation;
import org.youju.observation.State;

/**
 * One row of a cell beside the one that it followed.
 *
 * @param before  what its source, or the ledger, said before; null for the first
 * @param changed in what they differ, in the order of {@link Aspect}; empty where there is none before
 * @param last    whether the row was given up: it closed and none took its place
 * @param why     the reason that whoever recorded the row gave for it, or null
 */
public record Version(Observation row, @Nullable Observation before, Set<Aspect> changed, boolean last,
        @Nullable String why) {

    private static final Comparator<Observation> NEWEST_FIRST = Comparator.comparing(Observation::recordedFrom)
            .thenComparing(Observation::id).reversed();

    /**
     * Orders the rows of one cell, newest first, each beside its predecessor: an approved row follows the approved one
     * that it replaced, or what its source had submitted, and any other the one that closed as it opened, else what its source had approved then, else what it
     * had said last.
     */
    public static List<Version> of(List<Observation> rows) {
        return of(rows, rows.size());
    }

    /** The newest of these versions, at most so many; the others are only looked at for what came before. */
    public static List<Version> of(List<Observation> rows, int limit) {
        var versions = new ArrayList<Version>();
        rows.stream().sorted(NEWEST_FIRST).limit(limit).forEach(row -> {
            var before = before(row, rows).orElse(null);
            var gone = !row.isCurrent() && rows.stream().noneMatch(it -> it.recordedFrom().equals(row.recordedTo()));
            versions.add(new Version(row, before, before == null ? Set.of() : difference(before, row), gone,
                    why(row, rows)));
        });
        return List.copyOf(versions);
    }

    /**
     * The reason that whoever recorded a row gave for it. What was returned stays returned, with the reason of its
     * return, when its author says more about it: that reason is of the row with which it was returned alone.
     *
     * @param rows all of its cell
     */
    public static @Nullable String why(Observation row, List<Observation> rows) {
        var closed = rows.stream().filter(it -> it.recordedTo().equals(row.recordedFrom())
                && it.state() != State.APPROVED).toList();
        var carried = row.state() == State.RETURNED
                ? closed.stream().noneMatch(it -> it.state() == State.SUBMITTED && it.reply().id() == row.reply().id())
                : closed.stream().anyMatch(it -> it.state() == State.RETURNED
                        && Objects.equals(it.reason(), row.reason()));
        return carried ? null : row.reason();
    }

    private static Optional<Observation> before(Observation row, List<Observation> rows) {
        var approved = row.state() == State.APPROVED;
        var closed = rows.stream().filter(it -> it.recordedTo().equals(row.recordedFrom()))
                .filter(it -> !approved || it.reply().id() == row.reply().id())
                .sorted(Comparator.comparing(it -> it.reply().id() != row.reply().id())).toList();
        return closed.stream().filter(it -> (it.state() == State.APPROVED) == approved).findFirst()
                .or(() -> closed.stream().findFirst())
                .or(() -> rows.stream().filter(it -> it.state() == State.APPROVED
                        && it.reply().id() == row.reply().id()
                        && it.recordedFrom().isBefore(row.recordedFrom())
                        && it.recordedTo().isAfter(row.recordedFrom())).findFirst())
                .or(() -> rows.stream().filter(it -> it.reply().id() == row.reply().id()
                        && it.recordedTo().isBefore(row.recordedFrom())).max(Comparator.comparing(Observation::recordedTo)));
    }

    /** In what two statements of one cell differ; a print that follows from another difference is no difference. */
    public static Set<Aspect> difference(Observation before, Observation after) {
        var changed = EnumSet.noneOf(Aspect.class);
        Arrays.stream(Aspect.values()).filter(aspect -> aspect.differs(before, after)).forEach(changed::add);
        if (changed.contains(Aspect.VALUE) || changed.contains(Aspect.QUALIFIER)) {
            changed.remove(Aspect.PRINT);
        }
        return changed;
    }
}
