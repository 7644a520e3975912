package org.youju.commitment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;

/**
 * A promise to be recorded; components as in {@link Commitment}.
 *
 * @param citationId the span that makes it
 */
public record NewCommitment(String code, long citationId, String indicator, String region, CommitmentKind kind,
        Figure target, int from, @Nullable Integer to, @Nullable LocalDate endsOn, @Nullable Base base,
        @Nullable String department) {

    public NewCommitment {
        if (!code.matches("[A-Za-z][A-Za-z0-9_-]{0,19}")) {
            throw new RuleViolation("commitment.code.illegal", code);
        }
        if (to != null && to < from) {
            throw new RuleViolation("commitment.window.reversed", Integer.toString(from), Integer.toString(to));
        }
        if (endsOn != null && (to == null || endsOn.getYear() != to)) {
            throw new IllegalArgumentException("A window that ends on " + endsOn + " ends not in " + to);
        }
        if (endsOn != null && endsOn.getMonthValue() == 12 && endsOn.getDayOfMonth() == 31) {
            endsOn = null;
        }
        if (endsOn != null && kind.isPerYear()) {
            throw new RuleViolation("commitment.window.part", endsOn.toString());
        }
        if (base != null && base.year() >= from) {
            throw new RuleViolation("commitment.base.year", Integer.toString(base.year()), Integer.toString(from));
        }
    }

    /** The same as a row says. */
    static NewCommitment of(Commitment row) {
        return new NewCommitment(row.code(), row.citation().id(), row.indicator(), row.region(), row.kind(),
                row.target(), row.from(), row.to(), row.endsOn(), row.base(), row.department());
    }

    /** A promise of whole years whose base nobody has set. */
    public NewCommitment(String code, long citationId, String indicator, String region, CommitmentKind kind,
            Figure target, int from, @Nullable Integer to, @Nullable String department) {
        this(code, citationId, indicator, region, kind, target, from, to, null, null, department);
    }
}
