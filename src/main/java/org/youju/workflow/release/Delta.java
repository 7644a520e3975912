package org.youju.workflow.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.history.Version;

/**
 * What one source states of one cell, before and after.
 *
 * @param before null where it was added
 * @param after  null where it was withdrawn
 * @param reason why it was revised or withdrawn, as people wrote it, or null
 */
public record Delta(CellKey cell, @Nullable Observation before, @Nullable Observation after, @Nullable String reason) {

    private record Key(CellKey cell, long reply) {

        Key(Observation row) {
            this(row.cell(), row.reply().id());
        }
    }

    private static final Comparator<Delta> ORDER = Comparator
            .comparing(Delta::kind)
            .thenComparing((Delta it) -> it.cell().region())
            .thenComparing(it -> it.cell().indicator())
            .thenComparing(it -> it.cell().period().code());

    /** How it has changed. */
    public enum Kind {
        ADDED, REVISED, WITHDRAWN
    }

    public Kind kind() {
        return before == null ? Kind.ADDED : after == null ? Kind.WITHDRAWN : Kind.REVISED;
    }

    /**
     * What has changed between two moments: additions, revisions, withdrawals. What was approved anew and says the same
     * has not changed.
     *
     * @param gone approved rows of the earlier moment that are not those of the later one
     * @param come approved rows of the later moment that are not those of the earlier one
     * @param withdrawn why rows were withdrawn, by their numbers
     */
    public static List<Delta> of(List<Observation> gone, List<Observation> come, Map<Long, String> withdrawn) {
        Map<Key, Observation> before = new HashMap<>();
        gone.forEach(row -> before.put(new Key(row), row));
        var deltas = new ArrayList<Delta>();
        come.forEach(row -> {
            var was = before.remove(new Key(row));
            if (was == null || !Version.difference(was, row).isEmpty()) {
                deltas.add(new Delta(row.cell(), was, row, row.reason()));
            }
        });
        before.values().forEach(row -> deltas.add(new Delta(row.cell(), row, null, withdrawn.get(row.id()))));
        return deltas.stream().sorted(ORDER).toList();
    }
}
