package org.youju.check.quote;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.figure.PeriodKind;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.reply.ReplyKind;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Tells whoever answers a proposal what was answered last and what is known now. */
@Service
public class Briefs {

    /** The most indicators that are looked up at once. */
    public static final int MOST = 60;

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final Access access;

    Briefs(IndicatorService indicators, ObservationService observations, Access access) {
        this.indicators = indicators;
        this.observations = observations;
        this.access = access;
    }

    /** The codes of the indicators that some documents state figures of, in the order of their texts. */
    @Transactional(readOnly = true)
    public List<String> indicatorsOf(Collection<Long> replyIds) {
        var codes = new LinkedHashSet<String>();
        replyIds.forEach(id -> observations.statementsOf(id).forEach(it -> codes.add(it.indicator())));
        return codes.stream().limit(MOST).toList();
    }

    /**
     * What was last answered of some indicators of a region and what is known now, in the order given; unknown codes
     * are left out.
     *
     * @param asOf 时点: sources published by that day; null for all, which includes undated ones
     */
    @Transactional(readOnly = true)
    public List<Brief> of(Collection<String> codes, String region, @Nullable LocalDate asOf) {
        access.require(Permission.READ_PUBLISHED);
        var catalogue = indicators.catalogue();
        var wanted = codes.stream().distinct().limit(MOST).flatMap(code -> catalogue.find(code).stream()).toList();
        var stated = observations.statements(StatementQuery.of(wanted.stream().map(it -> it.code()).toList(), region, asOf))
                .stream().collect(Collectors.groupingBy(Observation::indicator));
        return wanted.stream().map(indicator -> {
            var all = stated.getOrDefault(indicator.code(), List.of());
            var said = said(all);
            return Brief.of(indicator, said.map(it -> Quoted.of(it, ofCell(it, all))).orElse(null),
                    now(all, said).orElse(null), catalogue);
        }).toList();
    }

    private static List<Observation> ofCell(Observation of, List<Observation> all) {
        return all.stream().filter(it -> it.cell().equals(of.cell())).toList();
    }

    /** The latest period in the reply that was issued last. */
    private static Optional<Observation> said(List<Observation> all) {
        return all.stream().filter(it -> it.reply().kind() == ReplyKind.REPLY)
                .max(Observation.BY_PUBLICATION.thenComparing(Observation::period));
    }

    /** Of the same kind of period as what was said, so that a year is not held against a half; else of a year or a day. */
    private static Optional<Observation> now(List<Observation> all, Optional<Observation> said) {
        return Cell.of(all).stream()
                .filter(cell -> said.map(it -> cell.key().period().kind() == it.period().kind())
                        .orElseGet(() -> cell.key().period().kind() == PeriodKind.YEAR
                                || cell.key().period().kind() == PeriodKind.AS_OF))
                .max(Comparator.comparing(cell -> cell.key().period()))
                .map(Cell::representing);
    }
}
