package org.youju.commitment;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A promise with what the statements known at a moment say of it.
 *
 * @param verdict  by the rules
 * @param override what a person decided in its place, null where nobody did or its time is over
 */
public record Judged(Commitment commitment, Verdict verdict, @Nullable VerdictOverride override) {

    /**
     * The graver first: not met, behind by how far it is behind, not provable, then what was met with less than what was
     * asked, and last what nothing is known of; of equals the one whose window ends later.
     */
    public static final Comparator<Judged> WORST_FIRST = Comparator.comparingInt(Judged::gravity)
            .thenComparing(Judged::pace, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(it -> it.commitment().to(), Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(it -> it.commitment().code());

    /** What holds: what a person decided, else what the rules say. */
    public Verdict.Kind kind() {
        return override == null ? verdict.kind() : override.verdict();
    }

    /** The pace that the rules tell; null where there is none or a person decided in its place. */
    private @Nullable BigDecimal pace() {
        return override == null ? verdict.pace() : null;
    }

    private int gravity() {
        return switch (kind()) {
            case NOT_MET -> 0;
            case BEHIND -> 1;
            case NOT_PROVABLE -> 2;
            case MET_ON_TOTAL -> 3;
            case ON_PACE -> 4;
            case MET -> 5;
            case NO_DATA -> 6;
        };
    }
}
