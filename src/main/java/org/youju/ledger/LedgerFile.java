package org.youju.ledger;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.Judged;
import org.youju.indicator.Indicator;
import org.youju.observation.Observation;
import org.youju.reply.Publicity;

/** Promises as a file: one row each, in plain numbers; UTF-8 with its mark. Only what is public leaves the house. */
public final class LedgerFile {

    private static final String MARK = "\uFEFF";
    private static final MathContext DIGITS = new MathContext(6);

    private LedgerFile() {
    }

    /** Those whose promise, indicator and figures are all public. */
    public static List<Judged> open(Ledger ledger, List<Judged> promises) {
        return promises.stream().filter(it -> it.commitment().reply().publicity() == Publicity.PUBLIC
                && isPublic(ledger, it.commitment().indicator())
                && it.verdict().inputs().stream().allMatch(input -> input.reply().publicity() == Publicity.PUBLIC
                        && isPublic(ledger, input.indicator()))).toList();
    }

    private static boolean isPublic(Ledger ledger, String indicator) {
        return ledger.catalogue().find(indicator).map(Indicator::isPublic).orElse(false);
    }

    /**
     * The file.
     *
     * @param promises those of {@link #open}
     * @param asOf     时点, null for the latest
     * @param why      the sentence that says why a promise is judged as it is
     */
    public static byte[] csv(Ledger ledger, List<Judged> promises, @Nullable LocalDate asOf, Locale locale,
            Function<Judged, String> why) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("code", "region", "region_name", "indicator", "indicator_name", "kind", "printed", "target",
                    "target_hi", "qualifier", "unit", "from", "to", "department", "verdict", "verdict_by_rule",
                    "override_until", "basis", "actual", "actual_low", "actual_high", "threshold", "completion",
                    "elapsed", "pace_points", "formula", "explanation", "document", "issued_on", "as_of");
            promises.forEach(it -> csv.writeRecord(row(ledger, it, asOf, locale, why.apply(it))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(Ledger ledger, Judged judged, @Nullable LocalDate asOf, Locale locale, String why) {
        var promise = judged.commitment();
        var verdict = judged.verdict();
        var target = promise.target();
        var actual = verdict.actual();
        return List.of(promise.code(), promise.region(),
                safe(ledger.catalogue().region(promise.region()).name(locale)), promise.indicator(),
                safe(ledger.catalogue().name(promise.indicator(), locale)), promise.kind().name(),
                safe(target.printed()), plain(target.value()), plain(target.valueHi()), target.qualifier().name(),
                target.unit().code(), Integer.toString(promise.from()),
                promise.to() == null ? "" : promise.to().toString(),
                safe(ledger.answering(promise, locale).orElse("")), judged.kind().name(), verdict.kind().name(),
                judged.override() == null ? "" : judged.override().until().toString(), verdict.basis().name(),
                plain(verdict.value()), actual == null ? "" : plain(actual.low()),
                actual == null ? "" : plain(actual.high()), plain(verdict.threshold()), plain(verdict.completion()),
                plain(verdict.elapsed()), plain(verdict.pace()), safe(verdict.formula()), safe(why),
                documents(judged), promise.reply().issuedOn() == null ? "" : promise.reply().issuedOn().code(),
                Objects.toString(asOf, ""));
    }

    private static String documents(Judged judged) {
        return safe(String.join("; ", Stream.concat(Stream.of(judged.commitment().reply()),
                judged.verdict().inputs().stream().map(Observation::reply)).map(it -> it.label()).distinct().toList()));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** A text that a spreadsheet does not take for a formula. */
    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
