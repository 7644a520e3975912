package org.youju.extraction.meaning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate;
import org.youju.extraction.grammar.Measure;
import org.youju.extraction.grammar.Scan;
import org.youju.extraction.text.Outline;
import org.youju.extraction.text.Shadow;

/** Tells of the figures that a scan found what they mean: kind, period, subject and how sure that is. */
public final class Reading {

    private Reading() {
    }

    /**
     * The candidates for the figures of a text.
     *
     * @param raw      the text as it is
     * @param shadow   the text as the grammar reads it
     * @param clauses  its clauses
     * @param scan     what was found in it
     * @param document the date of the document, or null
     */
    public static List<Candidate> of(String raw, Shadow shadow, List<Outline.Clause> clauses, Scan scan,
            @Nullable LocalDate document) {
        var spots = spots(shadow.text(), clauses, scan, document);
        Subjects.pair(spots);
        var candidates = new Candidates(raw, shadow);
        return spots.stream().map(candidates::of).toList();
    }

    private static List<Spot> spots(String text, List<Outline.Clause> clauses, Scan scan,
            @Nullable LocalDate document) {
        var spots = new ArrayList<Spot>();
        var kinds = new Kinds(text, clauses);
        var periods = new Periods(text, clauses, scan.times(), document);
        var clause = 0;
        Spot previous = null;
        for (Measure measure : scan.measures()) {
            if (previous != null && measure.start() < previous.measure.end()) {
                continue;
            }
            while (clause + 1 < clauses.size() && clauses.get(clause + 1).start() <= measure.numberStart()) {
                clause++;
            }
            var spot = new Spot(text, measure, clause, clauses.get(clause), previous, spots.size(),
                    scan.cells().get(measure));
            Subjects.judge(spot);
            periods.advance(spot);
            kinds.judge(spot, periods.isFuture(spot), periods.isPast(spot), periods.lasts(spot),
                    periods.isInClause(spot));
            periods.judge(spot);
            spot.falls = Subjects.isFall(spot);
            spot.per = Rates.of(spot);
            spots.add(spot);
            previous = spot;
        }
        return spots;
    }
}
