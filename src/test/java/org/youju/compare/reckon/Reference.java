package org.youju.compare.reckon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.youju.check.SampleStatements;
import org.youju.observation.Cell;

/**
 * A second reckoning, in doubles and by trying the corners of intervals, straight from the sample's cells and the rows
 * of its files. It shares no code with what it checks.
 */
final class Reference {

    private static final double NONE = Double.NaN;
    private static final Map<String, Map<String, String>> ROWS = new HashMap<>();
    private static final Map<String, List<Cell>> CELLS = new HashMap<>();
    private static final Set<String> PARTS = new HashSet<>();

    static {
        SampleStatements.rows("indicators.csv").forEach(row -> {
            ROWS.put(row.get("code"), row);
            if (!row.get("part").isEmpty() && !row.get("share_of").isEmpty()) {
                PARTS.add(row.get("part") + "/" + row.get("share_of"));
            }
        });
        SampleStatements.cells().forEach(cell -> CELLS.computeIfAbsent(
                cell.key().indicator() + "." + cell.key().region(), it -> new ArrayList<>()).add(cell));
    }

    /** What a transform is expected to give: a word, and the numbers of a result. */
    record Expected(String word, double value, double low, double high) {
        static Expected word(String word) {
            return new Expected(word, NONE, NONE, NONE);
        }
    }

    private record At(String period, double value, double low, double high, boolean lowOpen) {
        boolean positive() {
            return low > 0 || low == 0 && lowOpen;
        }
    }

    private final Map<String, String> row;
    private final String region;
    private final TreeMap<Integer, At> known = new TreeMap<>();

    private Reference(String indicator, String region) {
        row = ROWS.get(indicator);
        this.region = region;
        var cells = new ArrayList<>(CELLS.getOrDefault(indicator + "." + region, List.of()));
        cells.sort((a, b) -> end(a).compareTo(end(b)));
        for (var cell : cells) {
            var code = cell.key().period().code();
            if (code.matches("\\d{4}")) {
                known.put(Integer.parseInt(code), at(cell));
            } else if (stands(code)) {
                var day = cell.key().period().end();
                int year = day.getMonthValue() < 7 ? day.getYear() - 1 : day.getYear();
                var there = known.get(year);
                if (there == null || !there.period.matches("\\d{4}")) {
                    known.put(year, at(cell));
                }
            }
        }
    }

    private static String end(Cell cell) {
        return cell.key().period().end() == null ? "9999" : cell.key().period().end().toString();
    }

    private boolean stands(String code) {
        boolean day = code.matches("(\\.\\./)?\\d{4}-\\d\\d-\\d\\d");
        boolean span = code.matches("[^.]+/[^.]+");
        return switch (row.get("nature")) {
            case "STOCK", "STANDARD" -> day;
            case "CUMULATIVE" -> day || span;
            default -> false;
        };
    }

    private static At at(Cell cell) {
        var shown = cell.representing();
        var low = shown.interval().low();
        var high = shown.interval().high();
        return new At(cell.key().period().code(), shown.figure().value().doubleValue(),
                low == null ? Double.NEGATIVE_INFINITY : low.doubleValue(),
                high == null ? Double.POSITIVE_INFINITY : high.doubleValue(),
                shown.interval().lowEnd().name().equals("OPEN"));
    }

    static Reference of(String indicator, String region) {
        return new Reference(indicator, region);
    }

    Map<Integer, Double> values() {
        var values = new TreeMap<Integer, Double>();
        known.forEach((year, at) -> values.put(year, at.value));
        return values;
    }

    private boolean percent() {
        return dimension(row).equals("percent");
    }

    private static Map<String, String> unit(Map<String, String> row) {
        return SampleStatements.rows("units.csv").stream().filter(it -> it.get("code").equals(row.get("unit")))
                .findFirst().orElseThrow();
    }

    private static final Map<String, Map<String, String>> UNITS = new HashMap<>();

    private static Map<String, String> unitOf(Map<String, String> row) {
        return UNITS.computeIfAbsent(row.get("unit"), it -> unit(row));
    }

    private static String dimension(Map<String, String> row) {
        return unitOf(row).get("dimension");
    }

    private boolean broken(int a, int b) {
        var text = row.get("break_before");
        if (text.isEmpty() || !text.startsWith(region + ":")) {
            return false;
        }
        int year = Integer.parseInt(text.substring(region.length() + 1, region.length() + 5));
        return year > Math.min(a, b) && year <= Math.max(a, b);
    }

    Expected expect(Transform transform, int year, int from, int base, Reference other, List<Reference> rivals,
            boolean across) {
        var now = known.get(year);
        if (now == null || transform == Transform.CAGR && year <= base) {
            return Expected.word("absent");
        }
        return switch (transform) {
            case LEVEL -> new Expected("result", now.value, now.low, now.high);
            case CHANGE -> pair(year - 1, year, across, (last, first) -> last - first, false);
            case GROWTH -> percent() ? Expected.word("PER_CENT")
                    : pair(year - 1, year, across, (last, first) -> (last / first - 1) * 100, true);
            case INDEX -> percent() ? Expected.word("PER_CENT")
                    : year == base && now.positive() ? new Expected("result", 100, 100, 100)
                    : pair(base, year, across, (last, first) -> last / first * 100, true);
            case CAGR -> {
                if (percent()) {
                    yield Expected.word("PER_CENT");
                }
                var expected = pair(base, year, across,
                        (last, first) -> (Math.exp(Math.log(last / first) / (year - base)) - 1) * 100, true);
                yield expected.word.equals("result") && !now.positive() ? Expected.word("END_NOT_POSITIVE") : expected;
            }
            case CUMULATIVE -> cumulative(year, from, across);
            case SHARE -> share(now, year, other);
            case PER -> per(now, year, other);
            case TARGET -> target(now, year);
            case RANK -> rank(now, year, rivals);
        };
    }

    private Expected pair(int from, int to, boolean across, DoubleBinaryOperator of, boolean needsPositiveBase) {
        var first = known.get(from);
        var last = known.get(to);
        if (first == null) {
            return Expected.word("NO_BASE");
        }
        if (row.get("nature").equals("CUMULATIVE") && !first.period.split("/")[0].equals(last.period.split("/")[0])) {
            return Expected.word("OTHER_START");
        }
        if (broken(from, to) && !across) {
            return Expected.word("BREAK");
        }
        if (needsPositiveBase && !first.positive()) {
            return Expected.word("BASE_NOT_POSITIVE");
        }
        return corners(last, first, of);
    }

    private static Expected corners(At a, At b, DoubleBinaryOperator of) {
        var corners = DoubleStream.of(of.applyAsDouble(a.low, b.low), of.applyAsDouble(a.low, b.high),
                of.applyAsDouble(a.high, b.low), of.applyAsDouble(a.high, b.high)).filter(it -> !Double.isNaN(it)).toArray();
        return new Expected("result", of.applyAsDouble(a.value, b.value), DoubleStream.of(corners).min().orElseThrow(),
                DoubleStream.of(corners).max().orElseThrow());
    }

    private Expected cumulative(int year, int from, boolean across) {
        if (percent()) {
            return Expected.word("PER_CENT");
        }
        if (!row.get("nature").equals("FLOW")) {
            return Expected.word("NOT_ADDABLE");
        }
        int first = from;
        while (!known.containsKey(first)) {
            first++;
        }
        double value = 0;
        double low = 0;
        double high = 0;
        for (int at = first; at <= year; at++) {
            if (!known.containsKey(at)) {
                return Expected.word("GAP");
            }
            value += known.get(at).value;
            low += known.get(at).low;
            high += known.get(at).high;
        }
        return broken(first, year) && !across ? Expected.word("BREAK") : new Expected("result", value, low, high);
    }

    private @Nullable String obstacle(Reference other, boolean sameUnit) {
        if (row.get("code").equals(other.row.get("code"))) {
            return "OTHER_SELF";
        }
        if (sameUnit && (percent() || !dimension(row).equals(dimension(other.row)))) {
            return "UNITS";
        }
        if (!sameUnit && (percent() || other.percent())) {
            return "PER_CENT";
        }
        var prices = Set.of(row.get("price_basis") + "1", other.row.get("price_basis") + "2");
        return prices.contains("CURRENT1") && prices.contains("CONSTANT2")
                || prices.contains("CONSTANT1") && prices.contains("CURRENT2") ? "PRICES" : null;
    }

    private double scale(Reference other) {
        return new BigDecimal(unitOf(row).get("factor")).doubleValue()
                / new BigDecimal(unitOf(other.row).get("factor")).doubleValue();
    }

    private Expected share(At now, int year, Reference other) {
        var obstacle = obstacle(other, true);
        if (obstacle != null) {
            return Expected.word(obstacle);
        }
        var whole = other.known.get(year);
        if (whole == null) {
            return Expected.word("OTHER_MISSING");
        }
        if (!whole.period.equals(now.period)) {
            return Expected.word("PERIODS");
        }
        var share = corners(now, whole, (a, b) -> a / b * scale(other) * 100);
        boolean part = PARTS.contains(row.get("code") + "/" + other.row.get("code"));
        return part && share.value > 100 ? Expected.word("OVER_WHOLE")
                : part ? new Expected("result", share.value, share.low, Math.min(100, share.high)) : share;
    }

    private Expected per(At now, int year, Reference other) {
        var obstacle = obstacle(other, false);
        if (obstacle != null) {
            return Expected.word(obstacle);
        }
        var bottom = other.known.get(year);
        return bottom == null ? Expected.word("OTHER_MISSING") : corners(now, bottom, (a, b) -> a / b * scale(other));
    }

    private Expected target(At now, int year) {
        Map<String, String> best = null;
        for (var promise : SampleStatements.rows("commitments.csv")) {
            boolean speaks = promise.get("region").equals(region) && promise.get("indicator").equals(row.get("code"))
                    && Integer.parseInt(promise.get("from")) <= year
                    && (promise.get("to").isEmpty() || Integer.parseInt(promise.get("to")) >= year)
                    && !promise.get("kind").equals("MILESTONE")
                    && (!promise.get("kind").equals("CUMULATIVE_BY") || row.get("nature").equals("CUMULATIVE"));
            if (speaks && (best == null || (published(promise) + promise.get("id"))
                    .compareTo(published(best) + best.get("id")) > 0)) {
                best = promise;
            }
        }
        if (best == null) {
            return Expected.word("NO_TARGET");
        }
        double goal = Double.parseDouble(best.get("value"));
        if (best.get("qualifier").equals("ABOUT")) {
            var kind = best.get("kind");
            boolean ceiling = kind.equals("CEILING")
                    || row.get("direction").equals("DOWN") && (kind.equals("LEVEL_BY") || kind.equals("GROWTH_ABOUT"));
            goal += (ceiling ? 1 : -1) * about(new BigDecimal(best.get("value")));
        }
        return new Expected("result", now.value - goal, now.low - goal, now.high - goal);
    }

    /** How far a number that is written 约 may be off. */
    private static double about(BigDecimal value) {
        double place = value.scale() > 0 ? Math.pow(10, -value.scale()) : 1;
        double lastDigit = value.scale() > 0 ? place : value.stripTrailingZeros().ulp().doubleValue();
        return Math.min(lastDigit / 2, Math.max(place / 2, value.doubleValue() * 0.05));
    }

    private static String published(Map<String, String> promise) {
        var date = SampleStatements.rows("sources.csv").stream()
                .filter(it -> it.get("source_id").equals(promise.get("source"))).findFirst().orElseThrow().get("date");
        return date.isEmpty() ? "0000-00-00" : (date + "-12-31").substring(0, 10).replaceAll("^(\\d{4}-\\d\\d)-12$", "$1-31");
    }

    private Expected rank(At now, int year, List<Reference> rivals) {
        double sign = row.get("direction").equals("DOWN") ? -1 : 1;
        int place = 1;
        int best = 1;
        int worst = 1;
        int others = 0;
        for (var rival : rivals) {
            var it = rival.known.get(year);
            if (it != null) {
                others++;
                place += it.value * sign > now.value * sign ? 1 : 0;
                best += sign > 0 ? it.low > now.high ? 1 : 0 : it.high < now.low ? 1 : 0;
                worst += sign > 0 ? now.low > it.high ? 0 : 1 : now.high < it.low ? 0 : 1;
            }
        }
        return others == 0 ? Expected.word("FEW_REGIONS") : new Expected("result", place, best, Math.max(worst, place));
    }
}
