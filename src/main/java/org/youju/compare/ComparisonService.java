package org.youju.compare;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.Judged;
import org.youju.compare.reckon.Lines;
import org.youju.compare.reckon.Transform;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.observation.event.PolicyEvents;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Reads what a comparison needs, all at once, however many indicators, regions and years it is of. */
@Service
public class ComparisonService {

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final PolicyEvents events;
    private final Access access;

    ComparisonService(IndicatorService indicators, ObservationService observations, CommitmentService commitments,
            PolicyEvents events, Access access) {
        this.indicators = indicators;
        this.observations = observations;
        this.commitments = commitments;
        this.events = events;
        this.access = access;
    }

    /**
     * The comparison that a selection asks for. Codes that the catalogue does not know are passed over.
     *
     * @throws AccessDeniedException if whoever asks may not read what is approved; or names a moment of our records
     *                               without being allowed to read them
     */
    @Transactional(readOnly = true)
    public Comparison read(Selection selection) {
        access.require(Permission.READ_PUBLISHED);
        if (selection.recorded().isPresent()) {
            access.require(Permission.READ_AUDIT);
        }
        var catalogue = indicators.catalogue();
        var chosen = selection.indicators().stream().flatMap(code -> catalogue.find(code).stream()).toList();
        var regions = catalogue.regions().stream().filter(it -> selection.regions().contains(it.code()))
                .sorted((a, b) -> Integer.compare(selection.regions().indexOf(a.code()),
                        selection.regions().indexOf(b.code()))).toList();
        var other = selection.transform().takesOther()
                ? selection.other().flatMap(catalogue::find).stream().toList() : List.<Indicator>of();
        var codes = new LinkedHashSet<String>();
        chosen.forEach(it -> codes.add(it.code()));
        other.forEach(it -> codes.add(it.code()));
        var regionCodes = new HashSet<>(selection.regions());
        var cells = Cell.of(observations.statements(query(selection,
                selection.has(Option.IMPLIED) ? withNeighbours(catalogue, codes) : codes, regionCodes)));
        var promises = selection.has(Option.TARGETS) || selection.transform() == Transform.TARGET
                ? promises(selection, withAdded(codes, catalogue), regionCodes, cells) : List.<Commitment>of();
        boolean implied = selection.has(Option.IMPLIED);
        return Comparison.of(selection, catalogue, Lines.of(catalogue, chosen, regions, cells, promises, implied),
                Lines.of(catalogue, other, regions, cells, List.of(), implied),
                selection.has(Option.EVENTS) ? events.of(regionCodes, selection.asOf().orElse(null),
                        selection.recorded().orElse(null)) : List.of());
    }

    /** A year before the first, on which its growth rests, and one after the last, from which it may follow. */
    private static StatementQuery query(Selection selection, Set<String> codes, Set<String> regions) {
        Integer from = selection.from().isEmpty() ? null : selection.from().getAsInt() - 1;
        Integer to = selection.to().isEmpty() ? null : selection.to().getAsInt() + 1;
        if (selection.base().isPresent()) {
            from = from == null ? null : Integer.valueOf(Math.min(from, selection.base().getAsInt()));
            to = to == null ? null : Integer.valueOf(Math.max(to, selection.base().getAsInt()));
        }
        return new StatementQuery(codes, regions, from, to, selection.asOf().orElse(null),
                selection.recorded().orElse(null));
    }

    /** Some indicators and those that figures of them may follow from: growth, shares, wholes and parts. */
    private static Set<String> withNeighbours(Catalogue catalogue, Set<String> codes) {
        var all = new LinkedHashSet<>(codes);
        for (var code : codes) {
            catalogue.growthsOf(code).forEach(it -> all.add(it.code()));
            catalogue.sharesWithPart(code).forEach(it -> {
                all.add(it.code());
                all.add(it.shareOf());
            });
            catalogue.sharesOfWhole(code).forEach(it -> {
                all.add(it.code());
                all.add(it.part());
            });
        }
        all.remove(null);
        return all;
    }

    /** Some indicators and those that they add up, of which they are promised too. */
    private static Set<String> withAdded(Set<String> codes, Catalogue catalogue) {
        var all = new HashSet<>(codes);
        codes.stream().map(code -> catalogue.indicator(code).cumulativeOf()).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    private List<Commitment> promises(Selection selection, Set<String> codes, Set<String> regions, List<Cell> cells) {
        return selection.recorded().isEmpty() ? commitments.commitments(codes, regions, selection.asOf().orElse(null))
                : commitments.judged(codes, regions, selection.asOf().orElse(null), selection.recorded().get(), cells)
                        .stream().map(Judged::commitment).toList();
    }
}
