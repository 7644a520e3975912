package org.youju.compare.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.Csv;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.observation.Observation;

/** One row for each known value, in plain numbers, with the result of the transform beside it. */
public final class CsvFile {

    private static final List<String> HEADS = List.of("indicator", "indicator_name", "region", "region_name", "period",
            "value", "low", "high", "unit", "printed", "qualifier", "status", "vintage", "basis", "formula", "transform",
            "result", "result_low", "result_high", "note", "document", "issued_on", "as_of", "recorded_as_of", "link");

    private static final int MOST_DECIMALS = 6;

    private CsvFile() {
    }

    /** The file. */
    public static byte[] write(Report report) {
        return Csv.write(HEADS, report.comparison().lines().stream().flatMap(line -> report.comparison().years().stream()
                .flatMap(year -> line.at(year).map(known -> row(report, line, year, known)).stream())));
    }

    private static List<String> row(Report report, Line line, int year, Known known) {
        var statement = known.cell() == null ? null : known.cell().representing();
        var outcome = report.comparison().outcome(line, year);
        var result = outcome instanceof Result it ? it : null;
        return List.of(line.indicator().code(), line.indicator().name(report.locale()), line.region().code(),
                line.region().name(report.locale()), known.period().code(), value(known.value(), known.interval()),
                end(known.interval().low(), known.interval()), end(known.interval().high(), known.interval()), line.indicator().unit().code(),
                statement == null ? "" : statement.figure().printed(),
                statement == null ? "" : statement.figure().qualifier().name(),
                statement == null ? "" : statement.status().name(),
                statement == null || statement.vintage() == null ? "" : statement.vintage().name(), known.worth().name(),
                known.derivation() == null ? "" : known.derivation().formula(), report.transform().name(),
                result == null ? "" : number(report, result),
                result == null ? "" : end(result.interval().low(), result.interval()),
                result == null ? "" : end(result.interval().high(), result.interval()),
                note(outcome), String.join("; ", Report.statements(known).map(Observation::reply)
                        .map(it -> it.label()).distinct().toList()),
                String.join("; ", Report.statements(known).map(Observation::reply)
                        .map(it -> it.issuedOn() == null ? "" : it.issuedOn().code()).distinct().toList()),
                report.asOf().toString(), report.recorded().truncatedTo(ChronoUnit.SECONDS).toString(), report.link());
    }

    /** No finer than it is known; a level as it is stated. */
    private static String number(Report report, Result result) {
        return switch (report.transform()) {
            case LEVEL -> value(result.value(), result.interval());
            case CHANGE, GROWTH, CAGR, TARGET, INDEX, CUMULATIVE, SHARE, PER, RANK ->
                    Writing.isCompatible(report.transform(), result) ? "" : plain(Writing.cell(report.transform(), result));
        };
    }

    private static String note(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Absent absent -> "";
            case Outcome.Refused refused -> refused.reason().name();
            case Result result -> String.join(" ", Stream.concat(
                    Writing.isOpen(result) ? Stream.of(result.trend().name())
                            : Stream.empty(), result.hedges().stream().map(Enum::name).sorted()).toList());
        };
    }

    /** A value in full where a source states it, else no finer than it is known. */
    private static String value(BigDecimal value, Interval interval) {
        return plain(value.scale() <= MOST_DECIMALS ? value
                : Fineness.rounded(value, interval, MOST_DECIMALS).orElseGet(() -> shortened(value, MOST_DECIMALS)));
    }

    /** An end in full where it follows from what a source states, else to a tenth of how far the ends lie apart. */
    private static String end(@Nullable BigDecimal end, Interval interval) {
        return end == null || end.scale() <= MOST_DECIMALS ? plain(end) : plain(shortened(end,
                interval.low() == null || interval.high() == null ? MOST_DECIMALS : Fineness.ofWidth(interval)));
    }

    private static BigDecimal shortened(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
