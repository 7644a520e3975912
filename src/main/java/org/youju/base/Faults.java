package org.youju.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the fields of a form, so that all of it is told at once. */
public final class Faults {

    private final List<RuleViolation> found = new ArrayList<>();

    /** What a field says, null where it is refused or says nothing. */
    public <T> @Nullable T read(Supplier<@Nullable T> field) {
        try {
            return field.get();
        } catch (RuleViolation refusal) {
            found.addAll(of(refusal));
            return null;
        }
    }

    /** Does something that may be refused. */
    public void check(Runnable check) {
        read(() -> {
            check.run();
            return null;
        });
    }

    /** @throws RuleViolation if anything was refused: the first of it, which tells of the others */
    public void raise() {
        if (found.size() == 1) {
            throw found.getFirst();
        }
        if (!found.isEmpty()) {
            throw new Several(found);
        }
    }

    /** What is wrong, one by one. */
    public static List<RuleViolation> of(RuleViolation refusal) {
        return refusal instanceof Several several ? several.all : List.of(refusal);
    }

    private static final class Several extends RuleViolation {

        private final transient List<RuleViolation> all;

        private Several(List<RuleViolation> all) {
            super(all.getFirst().key(), all.getFirst().arguments());
            this.all = List.copyOf(all);
        }
    }
}
