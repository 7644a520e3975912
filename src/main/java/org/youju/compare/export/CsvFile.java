package org.youju.compare.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.observation.Observation;

/** One row for each known value, in plain numbers, with the result of the transform beside it; UTF-8 with its mark. */
public final class CsvFile {

    private static final String MARK = "\uFEFF";

    private CsvFile() {
    }

    /** The file. */
    public static byte[] write(Report report) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("indicator", "indicator_name", "region", "region_name", "period", "value", "low", "high", "unit",
                    "printed", "qualifier", "status", "vintage", "basis", "formula", "transform", "result", "result_low",
                    "result_high", "note", "document", "issued_on", "as_of", "recorded_as_of", "link");
            report.comparison().lines().forEach(line -> report.comparison().years().forEach(year ->
                    line.at(year).ifPresent(known -> csv.writeRecord(row(report, line, year, known)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(Report report, Line line, int year, Known known) {
        var statement = known.cell() == null ? null : known.cell().representing();
        var outcome = report.comparison().outcome(line, year);
        var result = outcome instanceof Result it ? it : null;
        return List.of(line.indicator().code(), safe(line.indicator().name(report.locale())), line.region().code(),
                safe(line.region().name(report.locale())), known.period().code(), plain(known.value()),
                plain(known.interval().low()), plain(known.interval().high()), line.indicator().unit().code(),
                statement == null ? "" : safe(statement.figure().printed()),
                statement == null ? "" : statement.figure().qualifier().name(),
                statement == null ? "" : statement.status().name(),
                statement == null || statement.vintage() == null ? "" : statement.vintage().name(), known.worth().name(),
                known.derivation() == null ? "" : safe(known.derivation().formula()), report.transform().name(),
                result == null ? "" : number(report, result),
                result == null ? "" : plain(result.interval().low()), result == null ? "" : plain(result.interval().high()),
                note(outcome), safe(String.join("; ", Report.statements(known).map(Observation::reply)
                        .map(it -> it.label()).distinct().toList())),
                String.join("; ", Report.statements(known).map(Observation::reply)
                        .map(it -> it.issuedOn() == null ? "" : it.issuedOn().code()).distinct().toList()),
                report.asOf().toString(), report.recorded().truncatedTo(ChronoUnit.SECONDS).toString(), report.link());
    }

    /** No finer than it is known; a level as it is stated. */
    private static String number(Report report, Result result) {
        return switch (report.transform()) {
            case LEVEL -> plain(result.value());
            case CHANGE, GROWTH, CAGR, TARGET, INDEX, CUMULATIVE, SHARE, PER, RANK ->
                    Writing.isCompatible(result) ? "" : plain(Writing.cell(report.transform(), result));
        };
    }

    private static String note(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Absent absent -> "";
            case Outcome.Refused refused -> refused.reason().name();
            case Result result -> String.join(" ", Stream.concat(
                    Writing.isCompatible(result) ? Stream.of(result.trend().name())
                            : Stream.empty(), result.hedges().stream().map(Enum::name).sorted()).toList());
        };
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** A text that a spreadsheet does not take for a formula. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
