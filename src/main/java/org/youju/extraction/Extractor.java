package org.youju.extraction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.Measure.Form;
import org.youju.extraction.UnitWords.Sort;
import org.youju.figure.End;
import org.youju.figure.Interval;
import org.youju.figure.Intervals;
import org.youju.figure.Nature;
import org.youju.figure.Qualifier;

/**
 * Reads the figures out of a text. One pass after another, each over a bounded stretch around every place: the work grows
 * with the text, whatever it is, and no text is refused.
 */
public final class Extractor {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_CLAUSE = 200;

    private Extractor() {
    }

    /** Reads a text; the date of the document is taken from it. */
    public static Extraction read(String text) {
        return read(text, null);
    }

    /**
     * Reads a text.
     *
     * @param issuedOn the date of the document, by which 今年 and 目前 are understood; null to take it from the text
     */
    public static Extraction read(String text, @Nullable LocalDate issuedOn) {
        var header = HeaderReader.read(text);
        var date = issuedOn != null ? issuedOn : header.issuedOn();
        return new Extraction(header, new Run(text, date).candidates());
    }

    private static final class Run {

        private final String raw;
        private final Shadow shadow;
        private final String text;
        private final @Nullable LocalDate date;
        private final List<TimeWord> times = new ArrayList<>();
        private final List<Measure> measures = new ArrayList<>();
        private final Map<Measure, Tables.Value> cells = new IdentityHashMap<>();

        Run(String raw, @Nullable LocalDate date) {
            this.raw = raw;
            this.shadow = Shadow.of(raw);
            this.text = shadow.text();
            this.date = date;
        }

        List<Candidate> candidates() {
            var tables = Tables.in(text);
            var masks = Masks.of(text, tables);
            var clauses = Outline.of(shadow, Masks.bodyStart(text));
            scan(masks);
            cells(tables);
            measures.sort(Comparator.comparingInt(Measure::start));
            var spots = spots(clauses);
            Subjects.pair(spots);
            return spots.stream().map(this::candidate).toList();
        }

        private void scan(List<Masks.Mask> masks) {
            var timeWords = new TimeWords(text);
            var figures = new FigureScanner(text);
            var mask = 0;
            var floor = 0;
            for (var i = 0; i < text.length();) {
                if (mask < masks.size() && i >= masks.get(mask).start()) {
                    i = Math.max(i, masks.get(mask).end());
                    floor = i;
                    mask++;
                    continue;
                }
                var c = text.charAt(i);
                if (c < '0' && c != '"') {
                    floor = c == '\n' || c == '\t' ? i + 1 : floor;
                    i++;
                    continue;
                }
                if ("，。；：！？:|".indexOf(c) >= 0) {
                    floor = ++i;
                    continue;
                }
                if (TimeWords.mayBegin(c)) {
                    var word = timeWords.at(i);
                    if (word != null) {
                        times.add(word);
                        i = word.end();
                        floor = i;
                        continue;
                    }
                }
                if (!FigureScanner.mayBegin(c)) {
                    i++;
                    continue;
                }
                var found = figures.at(i, floor);
                if (found.isEmpty()) {
                    i = figures.runEnd(i);
                } else {
                    measures.addAll(found);
                    i = found.getLast().end();
                    floor = i;
                }
            }
        }

        private void cells(Tables tables) {
            var figures = new FigureScanner(text);
            for (var value : tables.values()) {
                var measure = figures.cell(value);
                if (measure != null) {
                    measures.add(measure);
                    cells.put(measure, value);
                }
            }
        }

        private List<Spot> spots(List<Outline.Clause> clauses) {
            var spots = new ArrayList<Spot>();
            var kinds = new Kinds(text, clauses);
            var periods = new Periods(text, clauses, times, date);
            var clause = 0;
            Spot previous = null;
            for (var measure : measures) {
                if (previous != null && measure.start() < previous.measure.end()) {
                    continue;
                }
                while (clause + 1 < clauses.size() && clauses.get(clause + 1).start() <= measure.numberStart()) {
                    clause++;
                }
                var spot = new Spot(text, measure, clause, clauses.get(clause), previous, spots.size(), cells.get(measure));
                Subjects.judge(spot);
                periods.advance(spot);
                kinds.judge(spot, periods.isFuture(spot), periods.isPast(spot), periods.lasts(spot), periods.isInClause(spot));
                periods.judge(spot);
                spot.falls = isFall(spot);
                spot.per = Rates.of(spot);
                spots.add(spot);
                previous = spot;
            }
            return spots;
        }

        private Candidate candidate(Spot spot) {
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
            while (start > most && text.charAt(start - 1) != '\n') {
                start--;
            }
            return start;
        }

        private static boolean isFall(Spot spot) {
            var sort = spot.measure.unit().sort();
            var change = spot.kind == FigureKind.GROWTH
                    || spot.kind == FigureKind.COMMITMENT && (sort == Sort.RATE || sort == Sort.CHANGE);
            if (!change || spot.cell != null || spot.measure.form() == Form.DOUBLING) {
                return false;
            }
            return spot.continuesList() && spot.previous != null ? spot.previous.falls : Subjects.falls(spot);
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

        private static BigDecimal plain(BigDecimal number) {
            var stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
