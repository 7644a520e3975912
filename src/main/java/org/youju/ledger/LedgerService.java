package org.youju.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.Judged;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;

/** Reads the ledger of a region; verdicts are computed as it is read, so that they follow every figure. */
@Service
public class LedgerService {

    private final CommitmentService commitments;
    private final IndicatorService indicators;

    LedgerService(CommitmentService commitments, IndicatorService indicators) {
        this.commitments = commitments;
        this.indicators = indicators;
    }

    /**
     * The ledger of a region and of those above it; to those who may read what is approved.
     *
     * @param asOf     时点, null for the latest
     * @param recorded by our records of which moment, null for now
     * @throws NotFoundException if there is no such region
     */
    @Transactional(readOnly = true)
    public Ledger ledger(String regionCode, @Nullable LocalDate asOf, @Nullable Instant recorded) {
        var catalogue = indicators.catalogue();
        var region = catalogue.region(regionCode);
        var promises = commitments.ledger(withThoseAbove(regionCode, catalogue), asOf, recorded).stream()
                .sorted(Comparator.comparing((Judged it) -> !it.commitment().region().equals(regionCode))
                        .thenComparing(it -> it.commitment().code()))
                .toList();
        return new Ledger(region, promises, catalogue, indicators.departments().stream()
                .collect(Collectors.toMap(Department::code, it -> it)));
    }

    /**
     * The promises of a region and of those above it that were taken off, each as it last stood, by code.
     *
     * @throws NotFoundException if there is no such region
     */
    @Transactional(readOnly = true)
    public List<Commitment> withdrawn(String regionCode) {
        return commitments.withdrawn(withThoseAbove(regionCode, indicators.catalogue()));
    }

    private static Set<String> withThoseAbove(String region, Catalogue catalogue) {
        var codes = new LinkedHashSet<String>();
        for (var code = region; code != null && codes.add(code);) {
            code = catalogue.region(code).parent();
        }
        return codes;
    }
}
