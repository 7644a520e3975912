package org.youju.check.quote;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Holds the figures that documents quote against what other sources state of the same cells. */
@Service
public class Quotes {

    /** The most cells of a region that are looked through. */
    public static final int MOST_CELLS = 2000;

    private final ObservationService observations;
    private final Access access;

    Quotes(ObservationService observations, Access access) {
        this.observations = observations;
        this.access = access;
    }

    /**
     * The figures that a document quotes, in the order of its text.
     *
     * @param asOf 时点: other sources published by that day; null for all, which includes undated ones
     */
    @Transactional(readOnly = true)
    public List<Quoted> of(long replyId, @Nullable LocalDate asOf) {
        access.require(Permission.READ_PUBLISHED);
        var quoted = observations.statementsOf(replyId);
        var known = byCell(observations.statements(quoted.stream().map(Observation::cell).distinct().toList()), asOf);
        return quoted.stream().map(it -> Quoted.of(it, known.getOrDefault(it.cell(), List.of()))).toList();
    }

    /**
     * The figures of a region that a later source has put another in the place of, or that contradict another source:
     * the gravest first, then by document, the latest published first. Of at most {@link #MOST_CELLS} cells.
     *
     * @param asOf 时点: sources published by that day; null for all, which includes undated ones
     */
    @Transactional(readOnly = true)
    public List<Quoted> doubtful(String region, @Nullable LocalDate asOf) {
        access.require(Permission.READ_PUBLISHED);
        var known = byCell(observations.statements(observations.apart(region, asOf, MOST_CELLS)), asOf);
        return known.values().stream()
                .flatMap(cell -> cell.stream().map(it -> Quoted.of(it, cell)))
                .filter(it -> it.standing().isDoubtful())
                .sorted(Comparator.comparing(Quoted::standing)
                        .thenComparing(Quoted::statement, Observation.BY_PUBLICATION.reversed())
                        .thenComparing(it -> it.statement().indicator())
                        .thenComparing(it -> it.statement().period().code()))
                .toList();
    }

    private static Map<CellKey, List<Observation>> byCell(List<Observation> statements, @Nullable LocalDate asOf) {
        return statements.stream()
                .filter(it -> asOf == null || it.publishedOn() != null && !it.publishedOn().isAfter(asOf))
                .collect(Collectors.groupingBy(Observation::cell));
    }
}
