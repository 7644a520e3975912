package org.youju.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.check.Comparison;
import org.youju.check.Finding;
import org.youju.check.rule.RuleFinding;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.commitment.Judged;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Numbers;
import org.youju.figure.Qualifier;
import org.youju.observation.Observation;
import org.youju.observation.Recorded;
import org.youju.observation.State;
import org.youju.reply.Citation;
import org.youju.reply.Reply;

/** One statement, promise or assumption on its way to the public. */
public sealed interface Item {

    /** What is on its way. */
    Recorded row();

    /** Number of its row, among those of its kind. */
    default long id() {
        return row().id();
    }

    default State state() {
        return row().state();
    }

    /** The document that states it. */
    Reply reply();

    /** Code of the indicator. */
    default String indicator() {
        return row().indicator();
    }

    /** Code of the region. */
    default String region() {
        return row().region();
    }

    /** Code of the department that answers for it, null where none is known. */
    default @Nullable String department() {
        return row().department();
    }

    /** What it says, in the indicator's unit. */
    Figure figure();

    /** The first span that states it; empty where none does. */
    Optional<Citation> citation();

    /** User name of whoever took the last step. */
    String by();

    /** When the last step was taken. */
    default Instant since() {
        return row().recordedFrom();
    }

    /** Why it says something else than the words that it quotes; null where it does not. */
    @Nullable String departure();

    /** Why it replaces what was approved before, or why it was returned; null for neither. */
    default @Nullable String reason() {
        return row().reason();
    }

    /**
     * A statement.
     *
     * @param comparisons with what is approved of the same cell, the representing one first
     * @param findings    the rules that it breaks, the weightiest first
     * @param apart       what other published figures lead to and it does not go together with
     */
    record Statement(Observation row, List<Comparison> comparisons, List<RuleFinding> findings,
            List<Finding> apart, @Nullable String departure) implements Item {

        public Statement {
            comparisons = List.copyOf(comparisons);
            findings = List.copyOf(findings);
            apart = List.copyOf(apart);
        }

        @Override
        public Reply reply() {
            return row.reply();
        }

        @Override
        public Figure figure() {
            return row.figure();
        }

        @Override
        public Optional<Citation> citation() {
            return row.citations().stream().findFirst();
        }

        @Override
        public String by() {
            return row.recordedBy();
        }
    }

    /**
     * A promise.
     *
     * @param before  the approved row whose place it takes, null for a new promise
     * @param judged  how it would be judged now
     * @param differs whether its target is another than the words that it quotes state
     * @param apart   whether its window is another than they say
     */
    record Promise(Commitment row, @Nullable Commitment before, Judged judged, boolean differs, boolean apart,
            @Nullable String departure) implements Item {

        @Override
        public Reply reply() {
            return row.reply();
        }

        @Override
        public Figure figure() {
            return row.target();
        }

        @Override
        public Optional<Citation> citation() {
            return Optional.of(row.citation());
        }

        @Override
        public String by() {
            return row.recordedBy();
        }
    }

    /**
     * An assumption that the verdict on a promise is to rest on.
     *
     * @param promise the promise
     */
    record Assumed(Assumption row, Commitment promise) implements Item {

        @Override
        public Reply reply() {
            return promise.reply();
        }

        @Override
        public Figure figure() {
            var bound = row.upperBound();
            return new Figure(Numbers.text(bound) + row.unit().code(), bound, null, Qualifier.AT_MOST, row.unit(),
                    BigDecimal.ONE, Interval.closed(BigDecimal.ZERO, bound));
        }

        @Override
        public Optional<Citation> citation() {
            return Optional.of(promise.citation());
        }

        @Override
        public String by() {
            return row.recordedBy();
        }

        @Override
        public @Nullable String departure() {
            return null;
        }
    }
}
