package org.youju.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.youju.commitment.Judged;
import org.youju.figure.Period;
import org.youju.indicator.Indicator;
import org.youju.observation.Observation;
import org.youju.reply.Reply;

/**
 * 本期摘要: what the cards of a board say, written by rules from approved figures. Every number in it is an
 * observation, so that a reader can press on it and see its source.
 *
 * @param sentences one for each period that the cards speak of, in the order of the cards
 */
public record Summary(List<Sentence> sentences) {

    /**
     * What is said of one period.
     *
     * @param clauses at least one
     */
    public record Sentence(Period period, List<Clause> clauses) {

        public Sentence {
            clauses = List.copyOf(clauses);
        }
    }

    /** A part of a sentence. */
    public sealed interface Clause {

        /** An indicator has a value. */
        record Value(Indicator indicator, Observation stated) implements Clause {
        }

        /** The value before it grew, or fell where the growth is negative. */
        record Growth(Observation stated) implements Clause {
        }

        /**
         * The value before it keeps a promise, or does not.
         *
         * @param indicator what the value is of
         * @param judged    the worst of those that speak of it
         * @param of        how many speak of it
         * @param year      of the figure that the verdict rests on, where that is not the value's own
         */
        record Promise(Indicator indicator, Judged judged, int of, OptionalInt year) implements Clause {
        }
    }

    public Summary {
        sentences = List.copyOf(sentences);
    }

    /** How many observations it quotes. */
    public long figures() {
        return sentences.stream().flatMap(s -> s.clauses().stream())
                .filter(c -> !(c instanceof Clause.Promise)).count();
    }

    /** The documents that it rests on, each once, in the order in which it quotes them. */
    public List<Reply> sources() {
        return sentences.stream().flatMap(s -> s.clauses().stream()).map(clause -> switch (clause) {
            case Clause.Value(var indicator, var stated) -> stated.reply();
            case Clause.Growth(var stated) -> stated.reply();
            case Clause.Promise promise -> promise.judged().commitment().reply();
        }).distinct().toList();
    }

    /** Writes the summary of a board from its cards; a card without a value of its own year says nothing. */
    public static Summary of(List<KpiCard> cards) {
        Map<Period, List<Clause>> byPeriod = new LinkedHashMap<>();
        for (var card : cards) {
            if (card.cell().isEmpty() || card.carriedOver()) {
                continue;
            }
            var cell = card.cell().get();
            var clauses = byPeriod.computeIfAbsent(cell.key().period(), p -> new ArrayList<>());
            clauses.add(new Clause.Value(card.indicator(), cell.representing()));
            card.promise().ifPresent(j -> clauses.add(new Clause.Promise(card.indicator(), j, card.promises().size(),
                    card.promiseYear())));
            card.change().ifPresent(change -> {
                if (change instanceof KpiCard.Change.Stated(var growth)) {
                    clauses.add(new Clause.Growth(growth.representing()));
                }
            });
        }
        return new Summary(byPeriod.entrySet().stream()
                .map(e -> new Sentence(e.getKey(), e.getValue())).toList());
    }
}
