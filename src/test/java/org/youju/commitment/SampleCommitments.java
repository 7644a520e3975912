package org.youju.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.check.SampleStatements;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.reply.Citation;
import org.youju.reply.Reply;

/** The promises of the sample as records, and promises made up beside them; no database. */
public final class SampleCommitments {

    public static final List<Commitment> ALL = SampleStatements.rows("commitments.csv").stream()
            .map(r -> commitment(r.get("id"), r.get("region"), r.get("indicator"),
                    CommitmentKind.valueOf(r.get("kind")),
                    SampleStatements.read(r.get("printed_span"), r.get("indicator")), Integer.parseInt(r.get("from")),
                    r.get("to").isEmpty() ? null : Integer.valueOf(r.get("to")),
                    SampleStatements.source(r.get("source"))))
            .toList();

    static final List<Assumption> ASSUMPTIONS = SampleStatements.rows("assumptions.csv").stream()
            .map(r -> assumption(r.get("commitment"), r.get("indicator"), r.get("period"), r.get("upper_bound")))
            .toList();

    private SampleCommitments() {
    }

    /**
     * Some promises with their verdicts by the sample's statements.
     *
     * @param assumed whether the recorded assumptions stand
     * @param more    statements beside those of the sample
     */
    public static List<Judged> judged(Collection<Commitment> promises, boolean assumed, LocalDate today,
            Observation... more) {
        var facts = Cell.of(concat(SampleStatements.all(), List.of(more)));
        return promises.stream().map(it -> new Judged(it, Judge.judge(it,
                facts.stream().filter(cell -> cell.key().region().equals(it.region())).toList(),
                assumed ? ASSUMPTIONS : List.of(), SampleStatements.CATALOGUE, today), null)).toList();
    }

    static Commitment commitment(String code) {
        return ALL.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
    }

    /** A promise of a source of its own in Changning. */
    public static Commitment promise(String indicator, CommitmentKind kind, String printed, int from, @Nullable Integer to) {
        return commitment("T001", SampleStatements.CHANGNING, indicator, kind,
                SampleStatements.read(printed, indicator), from, to, SampleStatements.source("SEED"));
    }

    static Commitment commitment(String code, String region, String indicator, CommitmentKind kind, Figure target,
            int from, @Nullable Integer to, Reply source) {
        return new Commitment(code.hashCode(), code, source,
                new Citation(1, source.id(), null, null, target.printed(), "", "", null, Citation.State.QUOTE_ONLY),
                indicator, region, kind, target, from, to, null, State.APPROVED, null, "test", Instant.EPOCH,
                Observation.OPEN_END);
    }

    static Assumption assumption(String commitment, String indicator, String period, String upperBound) {
        return new Assumption(1, commitment, indicator, "310105", null, Period.parse(period), new BigDecimal(upperBound),
                SampleStatements.CATALOGUE.indicator(indicator).unit(), "test", State.APPROVED, null, "test", "test",
                Instant.EPOCH, Observation.OPEN_END);
    }

    static <T> List<T> concat(Collection<T> a, Collection<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }
}
