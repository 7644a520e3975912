package org.youju.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate;
import org.youju.figure.Period;

/** How well proposed figures meet the annotated ones, of one document or of several together. */
public final class Score {

    private static final double CONFIDENT = 0.9;

    private int expected;
    private int proposed;
    private int matched;
    private int sameSpan;
    private int value;
    private int spanAndValue;
    private int qualifier;
    private int multiplier;
    private int per;
    private int period;
    private int sameYear;
    private int kind;
    private int all;
    private int confident;
    private int confidentAndWrong;
    private int unknown;
    private final Map<String, Integer> confusion = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** Scores one document. */
    public static Score of(String name, List<ExpectedFigure> rows, List<Candidate> candidates) {
        var score = new Score();
        var figures = rows.stream().filter(ExpectedFigure::metric).toList();
        score.expected = figures.size();
        score.proposed = candidates.size();
        var partners = partners(figures, candidates);
        for (var i = 0; i < figures.size(); i++) {
            var partner = partners.get(i);
            if (partner == null) {
                score.remarks.add("%s MISSED %s".formatted(name, figures.get(i).span()));
            } else {
                score.compare(name, figures.get(i), partner);
            }
        }
        var found = new HashSet<>(partners.values());
        for (var candidate : candidates) {
            if (candidate.period() instanceof Period.Unknown) {
                score.unknown++;
            }
            if (!found.contains(candidate)) {
                score.extra(name, rows, candidate);
            }
        }
        return score;
    }

    /** The candidate of each figure by its number, one to one, the largest overlap first. */
    private static Map<Integer, Candidate> partners(List<ExpectedFigure> figures, List<Candidate> candidates) {
        record Pair(int figure, Candidate candidate, int overlap) {
        }
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            for (var candidate : candidates) {
                var overlap = Math.min(figure.end(), candidate.end()) - Math.max(figure.start(), candidate.start());
                if (overlap > 0) {
                    pairs.add(new Pair(i, candidate, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::overlap).reversed());
        var partners = new TreeMap<Integer, Candidate>();
        var taken = new HashSet<Candidate>();
        for (var pair : pairs) {
            if (!partners.containsKey(pair.figure()) && taken.add(pair.candidate())) {
                partners.put(pair.figure(), pair.candidate());
            }
        }
        return partners;
    }

    private void compare(String name, ExpectedFigure figure, Candidate candidate) {
        matched++;
        var spanRight = figure.start() == candidate.start() && figure.end() == candidate.end();
        var valueRight = figure.value() != null && figure.value().compareTo(candidate.baseValue()) == 0
                && canonical(figure.unit()).equals(canonical(candidate.unit())) && highIsRight(figure, candidate);
        var qualifierRight = figure.qualifier().equals(candidate.qualifier().name());
        var periodRight = figure.period().equals(candidate.period().code());
        var kindRight = figure.kind().equals(candidate.kind().name());
        var multiplierRight = figure.multiplier().equals(candidate.multiplier());
        var perRight = figure.per().equals(candidate.per() == null ? "" : candidate.per());
        sameSpan += count(spanRight);
        value += count(valueRight);
        spanAndValue += count(spanRight && valueRight);
        qualifier += count(qualifierRight);
        period += count(periodRight);
        sameYear += count(periodRight || year(figure.period()).equals(year(candidate.period().code())));
        kind += count(kindRight);
        multiplier += count(multiplierRight);
        per += count(perRight);
        var right = valueRight && qualifierRight && periodRight && kindRight && spanRight;
        all += count(right);
        var sure = candidate.confidence() >= CONFIDENT;
        confident += count(sure);
        confidentAndWrong += count(sure && !right);
        if (!kindRight) {
            confusion.merge(figure.kind() + " → " + candidate.kind(), 1, Integer::sum);
        }
        remark(name, figure, candidate, "span", spanRight, figure.span(), candidate.span());
        remark(name, figure, candidate, "value", valueRight, figure.value() + figure.unit(),
                candidate.baseValue().toPlainString() + candidate.unit());
        remark(name, figure, candidate, "qualifier", qualifierRight, figure.qualifier(), candidate.qualifier());
        remark(name, figure, candidate, "period", periodRight, figure.period(), candidate.period().code());
        remark(name, figure, candidate, "kind", kindRight, figure.kind(), candidate.kind());
        remark(name, figure, candidate, "multiplier", multiplierRight, figure.multiplier(), candidate.multiplier());
        remark(name, figure, candidate, "per", perRight, figure.per(), candidate.per());
    }

    private static boolean highIsRight(ExpectedFigure figure, Candidate candidate) {
        var high = candidate.valueHi();
        if (figure.valueHi() == null || high == null) {
            return figure.valueHi() == null && high == null;
        }
        var scale = candidate.value().signum() == 0 ? java.math.BigDecimal.ONE
                : candidate.baseValue().divide(candidate.value(), java.math.MathContext.DECIMAL128);
        return figure.valueHi().compareTo(high.multiply(scale)) == 0;
    }

    private void remark(String name, ExpectedFigure figure, Candidate candidate, String what, boolean right, Object wanted,
            @Nullable Object got) {
        if (!right) {
            remarks.add("%s %s of %s: %s, not %s (confidence %.2f)".formatted(name, what, figure.span().replace("\n", "⏎"),
                    String.valueOf(wanted).replace("\n", "⏎"), String.valueOf(got).replace("\n", "⏎"),
                    candidate.confidence()));
        }
    }

    private void extra(String name, List<ExpectedFigure> rows, Candidate candidate) {
        var note = rows.stream().filter(row -> row.start() < candidate.end() && candidate.start() < row.end())
                .map(ExpectedFigure::note).findFirst().orElse("nothing");
        remarks.add("%s EXTRA %s on %s in %s (confidence %.2f)".formatted(name, candidate.span(), note,
                candidate.clause().replace("\n", "⏎"), candidate.confidence()));
        if (candidate.confidence() >= CONFIDENT) {
            confident++;
            confidentAndWrong++;
        }
    }

    private static int count(boolean right) {
        return right ? 1 : 0;
    }

    private static String canonical(String unit) {
        return switch (unit) {
            case "名", "位" -> "人";
            case "平米", "㎡" -> "平方米";
            case "个月" -> "月";
            default -> unit;
        };
    }

    private static String year(String code) {
        var at = code.startsWith("../") ? 3 : 0;
        return code.length() >= at + 4 ? code.substring(at, at + 4) : code;
    }

    /** Adds another document's counts. */
    public void add(Score other) {
        expected += other.expected;
        proposed += other.proposed;
        matched += other.matched;
        sameSpan += other.sameSpan;
        value += other.value;
        spanAndValue += other.spanAndValue;
        qualifier += other.qualifier;
        multiplier += other.multiplier;
        per += other.per;
        period += other.period;
        sameYear += other.sameYear;
        kind += other.kind;
        all += other.all;
        confident += other.confident;
        confidentAndWrong += other.confidentAndWrong;
        unknown += other.unknown;
        other.confusion.forEach((pair, times) -> confusion.merge(pair, times, Integer::sum));
        remarks.addAll(other.remarks);
    }

    /** F1 of finding the figures at all. */
    public double found() {
        return f1(matched);
    }

    /** F1 of span, value and unit together. */
    public double spanAndValue() {
        return f1(spanAndValue);
    }

    /** Share of the found figures whose qualifier is right. */
    public double qualifier() {
        return ofMatched(qualifier);
    }

    /** Share of the found figures whose kind is right. */
    public double kind() {
        return ofMatched(kind);
    }

    /** Share of the found figures whose period is right to the code. */
    public double period() {
        return ofMatched(period);
    }

    /** Share of the expected figures that are right in span, value, unit, qualifier, period and kind. */
    public double allRight() {
        return expected == 0 ? 1 : (double) all / expected;
    }

    /** Share of the candidates with a confidence of 0.9 and more that are wrong in anything. */
    public double confidentAndWrong() {
        return confident == 0 ? 0 : (double) confidentAndWrong / confident;
    }

    private double f1(int right) {
        return expected + proposed == 0 ? 1 : 2.0 * right / (expected + proposed);
    }

    private double ofMatched(int right) {
        return matched == 0 ? 1 : (double) right / matched;
    }

    private static double part(int right, int of) {
        return of == 0 ? 1 : (double) right / of;
    }

    /** What was missed, proposed too much or wrong, one line each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** One line of numbers. */
    public String line(String name) {
        return String.format(Locale.ROOT,
                "%-12s figures %3d proposed %3d  P %.3f R %.3f F1 %.3f | span+value %.3f qualifier %.3f period %.3f (year %.3f)"
                        + " kind %.3f | all right %.3f",
                name, expected, proposed, part(matched, proposed), part(matched, expected), found(), spanAndValue(),
                qualifier(), period(), ofMatched(sameYear), kind(), allRight());
    }

    /** Several lines: what {@link #line} leaves out. */
    public String details() {
        return String.format(Locale.ROOT, """
                span exact %.3f, value and unit %.3f, multiplier %.3f, per %.3f
                with misses counted wrong: value and unit %.3f, qualifier %.3f, period %.3f, kind %.3f
                confident (0.9 and more) %d, of them wrong in anything %d (%.1f %%)
                period unknown %.1f %% of the candidates
                kinds taken for others: %s""", ofMatched(sameSpan), ofMatched(value), ofMatched(multiplier), ofMatched(per),
                part(value, expected), part(qualifier, expected), part(period, expected), part(kind, expected), confident,
                confidentAndWrong, 100 * confidentAndWrong(), 100 * part(unknown, proposed), confusion);
    }
}
