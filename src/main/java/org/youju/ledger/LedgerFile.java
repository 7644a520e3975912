package org.youju.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.Csv;
import org.youju.commitment.Judged;
import org.youju.indicator.Indicator;
import org.youju.observation.Observation;
import org.youju.reply.Publicity;

/** Promises as a file: one row each, in plain numbers. Only what is public leaves the house. */
public final class LedgerFile {

    private static final List<String> HEADS = List.of("code", "region", "region_name", "indicator", "indicator_name",
            "kind", "printed", "target", "target_hi", "qualifier", "unit", "from", "to", "department", "verdict",
            "verdict_by_rule", "override_until", "basis", "actual", "actual_low", "actual_high", "threshold", "completion",
            "elapsed", "pace_points", "formula", "explanation", "document", "issued_on", "as_of", "ends_on", "base_year",
            "base");
    private static final int MOST_DECIMALS = 6;

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
        return Csv.write(HEADS, promises.stream().map(it -> row(ledger, it, asOf, locale, why.apply(it))));
    }

    private static List<String> row(Ledger ledger, Judged judged, @Nullable LocalDate asOf, Locale locale, String why) {
        var promise = judged.commitment();
        var verdict = judged.verdict();
        var target = promise.target();
        var actual = verdict.actual();
        var base = promise.base();
        return List.of(promise.code(), promise.region(),
                ledger.catalogue().region(promise.region()).name(locale), promise.indicator(),
                ledger.catalogue().name(promise.indicator(), locale), promise.kind().name(),
                target.printed(), plain(target.value()), plain(target.valueHi()), target.qualifier().name(),
                target.unit().code(), Integer.toString(promise.from()),
                promise.to() == null ? "" : promise.to().toString(),
                ledger.answering(promise, locale).orElse(""), judged.kind().name(), verdict.kind().name(),
                judged.override() == null ? "" : judged.override().until().toString(), verdict.basis().name(),
                plain(verdict.value()), actual == null ? "" : plain(actual.low()),
                actual == null ? "" : plain(actual.high()), plain(verdict.threshold()), plain(verdict.completion()),
                plain(verdict.elapsed()), plain(verdict.pace()), verdict.formula(), why,
                documents(judged), promise.reply().issuedOn() == null ? "" : promise.reply().issuedOn().code(),
                Objects.toString(asOf, ""), Objects.toString(promise.lastDay(), ""),
                base == null ? "" : Integer.toString(base.year()), base == null ? "" : plain(base.value()));
    }

    private static String documents(Judged judged) {
        return String.join("; ", Stream.concat(Stream.of(judged.commitment().reply()),
                judged.verdict().inputs().stream().map(Observation::reply)).map(it -> it.label()).distinct().toList());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.setScale(Math.min(number.scale(), MOST_DECIMALS), RoundingMode.HALF_UP)
                .stripTrailingZeros().toPlainString();
    }
}
