package org.youju.extraction.meaning;

import static org.youju.figure.Numbers.plain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import org.youju.extraction.Candidate;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Measure;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.extraction.text.Shadow;
import org.youju.figure.End;
import org.youju.figure.Interval;
import org.youju.figure.Intervals;
import org.youju.figure.Nature;
import org.youju.figure.Qualifier;

/** Makes candidates of figures whose meaning is known: values in the written scale, places in the text as it is. */
final class Candidates {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_CLAUSE = 200;

    private final String raw;
    private final Shadow shadow;

    Candidates(String raw, Shadow shadow) {
        this.raw = raw;
        this.shadow = shadow;
    }

    /** The candidate for a figure whose meaning is known. */
    Candidate of(Spot spot) {
        var measure = spot.measure;
        var start = shadow.originalStart(measure.start());
        var end = shadow.originalEnd(measure.end());
        var negative = measure.number().negative() || spot.falls;
        var value = plain(measure.written(measure.base()));
        var interval = interval(measure, spot.kind);
        if (negative && value.signum() != 0) {
            value = value.negate();
            interval = interval.negate();
        }
        var high = measure.second() == null ? null : plain(measure.written(measure.base(measure.second())));
        notes(spot);
        var clauseStart = shadow.originalStart(clauseStart(spot));
        var clauseEnd = shadow.originalEnd(Math.min(Math.max(spot.clause.end(), measure.end()),
                measure.end() + LONGEST_CLAUSE));
        return new Candidate(start, end, raw.substring(start, end), value, high, measure.multiplier(),
                measure.unit().unit(), plain(measure.unwritten(value)), measure.qualifier(), interval,
                spot.per.isEmpty() ? null : spot.per, spot.period, spot.suggestion, spot.kind, spot.subject,
                spot.linked == null ? null : spot.linked.index, raw.substring(clauseStart, clauseEnd).strip(),
                Confidence.of(spot), List.copyOf(spot.reasons.isEmpty() ? List.of() : EnumSet.copyOf(spot.reasons)));
    }

    /** Of a cell, the row up to it. */
    private int clauseStart(Spot spot) {
        var most = Math.max(0, spot.measure.start() - LONGEST_CLAUSE);
        if (spot.cell == null) {
            return Math.max(spot.clause.start(), most);
        }
        var start = spot.measure.start();
        while (start > most && shadow.text().charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    private static void notes(Spot spot) {
        var measure = spot.measure;
        if (measure.form() == Form.CHARACTERS) {
            spot.reasons.add(Reason.IN_CHARACTERS);
        }
        if (measure.number().below() != null) {
            spot.reasons.add(Reason.VAGUE_NUMBER);
        }
        if (measure.number().more() && measure.qualifier() == Qualifier.ABOUT && spot.limit.contains("近")) {
            spot.reasons.add(Reason.CONTRADICTORY_LIMITS);
        }
        if (spot.limit.strip().length() > 3 && !spot.limit.contains("每")) {
            spot.reasons.add(Reason.LIMIT_APART);
        }
        if (measure.form() == Form.ELLIPTICAL) {
            spot.reasons.add(Reason.UNIT_SHARED);
        }
        if (measure.form() == Form.RATIO) {
            spot.reasons.add(Reason.RATIO);
        }
        if (spot.part) {
            spot.reasons.add(Reason.PART);
        }
    }

    private static Interval interval(Measure measure, FigureKind kind) {
        var low = measure.written(measure.base());
        if (measure.second() != null) {
            return Interval.closed(low, measure.written(measure.base(measure.second())));
        }
        var sort = measure.unit().sort();
        var nature = switch (kind) {
            case GROWTH -> Nature.RATE;
            case SHARE -> Nature.SHARE;
            case STANDARD, RANK -> Nature.STANDARD;
            case CUMULATIVE -> Nature.CUMULATIVE;
            case LEVEL, COUNT, COMMITMENT -> sort == Sort.RATE || sort == Sort.CHANGE ? Nature.RATE : Nature.FLOW;
        };
        var below = measure.number().below();
        if (below != null && measure.qualifier() == Qualifier.AND_MORE) {
            return new Interval(low, End.CLOSED, measure.written(below.multiply(measure.number().scale())), End.SOFT);
        }
        var count = sort == Sort.COUNTER && measure.multiplier().isEmpty();
        try {
            var interval = Intervals.of(low, measure.written(measure.place()), measure.qualifier(), nature, count);
            return kind == FigureKind.SHARE && measure.unit().unit().equals("%") && low.compareTo(HUNDRED) <= 0
                    && !interval.certainlyAbove(HUNDRED) ? interval.cappedAt(HUNDRED) : interval;
        } catch (IllegalArgumentException e) {
            return Interval.point(low);
        }
    }
}
