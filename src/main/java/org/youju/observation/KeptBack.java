package org.youju.observation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.youju.base.RuleViolation;

/** Some of several statements must not be approved as they stand, and so none of them is. */
public final class KeptBack extends RuleViolation {

    private final transient SequencedMap<Long, RuleViolation> rows;

    /** @param rows why each must not be, by the number of the submitted row; at least one */
    KeptBack(SequencedMap<Long, RuleViolation> rows) {
        super(rows.firstEntry().getValue().key(), rows.firstEntry().getValue().arguments());
        this.rows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
    }

    /** Why each of those must not be approved, by the number of the submitted row; the others could be without them. */
    public SequencedMap<Long, RuleViolation> rows() {
        return rows;
    }
}
