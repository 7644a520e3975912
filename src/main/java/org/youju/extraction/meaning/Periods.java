package org.youju.extraction.meaning;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.UnitWords;
import org.youju.extraction.period.TimeWord;
import org.youju.extraction.period.TimeWord.Role;
import org.youju.extraction.period.TimeWord.Shape;
import org.youju.extraction.period.TimeWords;
import org.youju.extraction.text.Outline.Clause;
import org.youju.extraction.text.Outline.Heading;
import org.youju.extraction.text.Signs;
import org.youju.figure.Period;

/**
 * Tells of when a figure speaks: by the nearest time word of its clause, else of its sentence, else of its train of
 * thought, else by its heading; else it is unknown. Figures must come in the order of the text.
 */
final class Periods {

    /** A time word and the clause in which it stands. */
    private record Placed(TimeWord word, Clause clause) {
    }

    private final String text;
    private final List<Clause> clauses;
    private final List<TimeWord> words;
    private final @Nullable LocalDate document;
    private final Map<Heading, Optional<TimeWord>> headings = new IdentityHashMap<>();
    private int next;
    private int clauseIndex;
    private @Nullable Placed last;
    /** Whether {@link #last} was of a promise: what is done later doesn't share its time. */
    private boolean promised;
    private @Nullable Placed from;
    private @Nullable Placed event;
    private int contextYear;
    private int contextTrain = -1;

    Periods(String text, List<Clause> clauses, List<TimeWord> words, @Nullable LocalDate document) {
        this.text = text;
        this.clauses = clauses;
        this.words = words;
        this.document = document;
    }

    /** Takes in the time words up to a figure. */
    void advance(Spot spot) {
        while (next < words.size() && words.get(next).start() < spot.measure.start()) {
            var word = words.get(next++);
            while (clauseIndex + 1 < clauses.size() && clauses.get(clauseIndex + 1).start() <= word.start()) {
                clauseIndex++;
            }
            var placed = new Placed(word, clauses.get(clauseIndex));
            if (word.role() == Role.FROM) {
                from = placed;
            } else if (word.role() == Role.EVENT) {
                event = placed;
            } else if (word.role() == Role.STATES && !isPresentOfSince(placed)) {
                last = placed;
                promised = false;
                var year = word.statedYear(document);
                if (year > 0) {
                    contextYear = year;
                    contextTrain = placed.clause().train();
                }
            }
        }
    }

    /** 自2019年以来，截至目前: the stretch says more than its end does. */
    private boolean isPresentOfSince(Placed placed) {
        return last != null && last.word().shape() == Shape.SINCE && last.clause().part() == placed.clause().part()
                && (placed.word().shape() == Shape.NOW || placed.word().anchor() == TimeWord.Anchor.RELATIVE
                        && placed.word().year() == 0 && text.startsWith("截", Math.max(0, placed.word().start() - 2)));
    }

    /** Whether the figure's own clause says when. */
    boolean isInClause(Spot spot) {
        return last != null && last.clause().start() == spot.clause.start();
    }

    /** Whether the figure's part of the sentence speaks of a stretch that began in the past: 近3年来. */
    boolean lasts(Spot spot) {
        return last != null && last.clause().part() == spot.clause.part() && last.word().addsUp();
    }

    /** Whether the figure's sentence speaks of a time that the document's date does not reach. */
    boolean isFuture(Spot spot) {
        if (spot.cell != null) {
            return isFuture(headWord(spot.cell.head()), spot);
        }
        if (last == null || document == null || last.clause().sentence() != spot.clause.sentence()) {
            return false;
        }
        return isFuture(last.word(), spot);
    }

    /** Whether the figure's sentence names a time that was over when the document was made. */
    boolean isPast(Spot spot) {
        if (last == null || document == null || last.clause().sentence() != spot.clause.sentence()
                || last.word().until()) {
            return false;
        }
        var end = last.word().period(document, context(spot), false).end();
        return end != null && !end.isAfter(document);
    }

    private boolean isFuture(@Nullable TimeWord word, Spot spot) {
        if (word == null || document == null || word.shape() == Shape.SINCE || word.shape() == Shape.NOW) {
            return false;
        }
        if (spot.cell == null && text.startsWith("截", Math.max(0, word.start() - 2))) {
            return false;
        }
        if (word.anchor() == TimeWord.Anchor.NONE && word.until()) {
            return true;
        }
        var end = word.period(document, context(spot), false).end();
        if (end == null || !end.isAfter(document)) {
            return false;
        }
        return switch (word.shape()) {
            case YEAR -> end.getYear() > document.getYear()
                    || Signs.holds(firstWords(spot), "继续", "将", "计划", "安排");
            case MONTHS, QUARTERS, HALF -> end.getYear() > document.getYear()
                    || end.getMonthValue() > document.getMonthValue() + 1;
            case NOW, SINCE, VAGUE, LAST_YEARS -> false;
            case YEARS, RANGE -> end.getYear() > document.getYear();
            case DAY, YEAR_END, MONTH_END, PLAN, PLAN_END -> true;
        };
    }

    /**
     * The year that a bare 上半年 or 全年 may be of: the one written before it in its train of thought, else that of its
     * heading.
     */
    private int context(Spot spot) {
        if (contextTrain == spot.clause.train()) {
            return contextYear;
        }
        var heading = inHeading(spot.clause.heading());
        var headed = heading == null ? 0 : heading.statedYear(document);
        return headed != 0 ? headed : document == null ? contextYear : 0;
    }

    private String firstWords(Spot spot) {
        return text.substring(spot.clause.start(), Math.min(spot.clause.end(), spot.clause.start() + 4));
    }

    /** Finds the period of a figure whose kind is known. */
    void judge(Spot spot) {
        var promise = spot.kind == FigureKind.COMMITMENT;
        if (spot.cell != null) {
            var word = headWord(spot.cell.head());
            if (word == null) {
                word = headWord(spot.cell.row());
            }
            var titled = headWord(spot.cell.caption());
            if (word == null) {
                word = titled;
            } else if (titled != null && titled.statedYear(document) > 0) {
                word = word.ofYear(titled.statedYear(document));
            }
            take(spot, word, promise, Reason.PERIOD_IN_TABLE);
            return;
        }
        if (spot.former) {
            spot.reasons.add(Reason.FORMER_VALUE);
            var own = from != null && from.clause().start() == spot.clause.start()
                    && spot.measure.start() - from.word().end() <= 12 ? from.word() : null;
            take(spot, own, promise, Reason.PERIOD_IN_CLAUSE);
            return;
        }
        var bracketed = inBrackets(spot);
        if (bracketed != null) {
            take(spot, bracketed, promise, Reason.PERIOD_IN_CLAUSE);
            return;
        }
        if (last != null && last.clause().start() == spot.clause.start()) {
            take(spot, last.word(), promise, Reason.PERIOD_IN_CLAUSE);
            return;
        }
        if (event != null && event.clause().start() == spot.clause.start()) {
            take(spot, event.word(), promise, Reason.PERIOD_IN_CLAUSE);
            return;
        }
        var linked = spot.linked;
        if (linked != null && linked.kind == FigureKind.STANDARD && spot.measure.unit().sort() == UnitWords.Sort.RATE) {
            spot.period = linked.period;
            spot.suggestion = linked.suggestion;
            spot.reasons.add(linked.period instanceof Period.Unknown ? Reason.PERIOD_UNKNOWN : Reason.PERIOD_OF_LINKED);
            return;
        }
        if (last != null && last.clause().part() == spot.clause.part()
                && (spot.kind != FigureKind.STANDARD || isLasting(last.word()) && !isDayOfSentence(last.word()))) {
            take(spot, last.word(), promise, Reason.PERIOD_IN_SENTENCE);
        } else if (spot.kind == FigureKind.STANDARD) {
            unknown(spot, Reason.PERIOD_UNKNOWN);
        } else if (last != null && last.clause().sentence() == spot.clause.sentence()) {
            take(spot, last.word(), promise, Reason.PERIOD_IN_SENTENCE);
        } else if (last != null && last.clause().train() == spot.clause.train() && !isDayOfSentence(last.word())
                && (promise || !promised)) {
            take(spot, last.word(), promise, Reason.PERIOD_CARRIED);
        } else {
            take(spot, inHeading(spot.clause.heading()), promise, Reason.PERIOD_IN_HEADING);
        }
    }

    /** Whether a norm may hold at a time that is said before its clause: 目前, “十四五”期间, but not 2023年，…. */
    private static boolean isLasting(TimeWord word) {
        return switch (word.shape()) {
            case NOW, PLAN, DAY, MONTH_END, YEAR_END -> true;
            case YEAR, HALF, QUARTERS, MONTHS, YEARS, RANGE, LAST_YEARS, VAGUE, SINCE, PLAN_END -> false;
        };
    }

    /** 投资3亿元(2023年): the time that stands in brackets right behind a figure. */
    private static @Nullable TimeWord inBrackets(Spot spot) {
        var after = spot.after;
        if (!after.startsWith("(") || after.length() < 3 || !TimeWords.mayBegin(after.charAt(1))) {
            return null;
        }
        var word = new TimeWords(after).at(1);
        var closed = word != null && word.end() < after.length() && after.charAt(word.end()) == ')';
        return closed && word.role() == Role.STATES ? word : null;
    }

    /** 3月15日，…: what a day tells ends with its sentence, unless things stand as they did at its end. */
    private boolean isDayOfSentence(TimeWord word) {
        return word.shape() == Shape.DAY && !text.startsWith("截", Math.max(0, word.start() - 2))
                && !text.startsWith("至", Math.max(0, word.start() - 1))
                && !text.startsWith("到", Math.max(0, word.start() - 1));
    }

    private void take(Spot spot, @Nullable TimeWord word, boolean promise, Reason reason) {
        promised |= promise && last != null && word == last.word() && spot.reasons.contains(Reason.KIND_STATED);
        if (word == null) {
            unknown(spot, Reason.PERIOD_UNKNOWN);
            return;
        }
        var period = word.period(document, context(spot), promise);
        // the day of what has happened limits no promise
        var passed = promise && document != null && period instanceof Period.By(var day) && day.isBefore(document)
                && word.shape() == Shape.DAY && !word.until();
        if (passed || period instanceof Period.Unknown) {
            unknown(spot, word.shape() == Shape.VAGUE ? Reason.PERIOD_VAGUE : Reason.PERIOD_UNKNOWN);
            return;
        }
        spot.period = period;
        spot.reasons.add(reason);
        if (word.anchor() != TimeWord.Anchor.WRITTEN || word.shape() == Shape.SINCE && !promise) {
            spot.reasons.add(Reason.PERIOD_FROM_DOCUMENT);
        }
    }

    private void unknown(Spot spot, Reason reason) {
        spot.reasons.add(reason);
        if (last != null && last.word().shape() != Shape.VAGUE
                && last.clause().heading() == spot.clause.heading()
                && spot.clause.train() - last.clause().train() <= 3) {
            var suggested = last.word().period(document, contextYear, spot.kind == FigureKind.COMMITMENT);
            spot.suggestion = suggested instanceof Period.Unknown ? null : suggested;
        }
        if (spot.suggestion == null && document != null) {
            spot.suggestion = new Period.AsOf(document);
        }
    }

    private @Nullable TimeWord inHeading(@Nullable Heading heading) {
        for (var h = heading; h != null; h = h.parent()) {
            var title = h;
            var word = headings.computeIfAbsent(h,
                    key -> Optional.ofNullable(headWord(text.substring(title.start(), title.end()))));
            if (word.isPresent()) {
                return word.get();
            }
        }
        return null;
    }

    /** The time that a heading or the head of a column names. */
    private @Nullable TimeWord headWord(String head) {
        var scanner = new TimeWords(head);
        for (var i = 0; i < Math.min(head.length(), 60); i++) {
            if (TimeWords.mayBegin(head.charAt(i))) {
                var word = scanner.at(i);
                if (word != null && word.role() == Role.STATES && word.shape() != Shape.NOW) {
                    return word;
                }
            }
        }
        return null;
    }
}
