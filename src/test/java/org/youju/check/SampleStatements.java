package org.youju.check;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.observation.Cell;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.Vintage;
import org.youju.reply.Citation;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;

/** The catalogue and statements of the sample as records, and statements made up beside them; no database. */
public final class SampleStatements {

    public static final String CHANGNING = "310105";
    public static final String SHANGHAI = "310000";

    public static final Catalogue CATALOGUE = catalogue();

    private static final FigureReader READER = new FigureReader(CATALOGUE.units());
    private static final Map<String, Reply> SOURCES = sources();
    private static final Map<String, Vintage> VINTAGES = Map.of("预计", Vintage.FORECAST, "初步", Vintage.PRELIMINARY,
            "核实", Vintage.VERIFIED, "决算", Vintage.FINAL, "修订", Vintage.REVISED);

    private static final List<Observation> ALL = statements();

    private SampleStatements() {
    }

    /** Every statement of the sample. */
    public static List<Observation> all() {
        return ALL;
    }

    /** Every cell of the sample. */
    public static List<Cell> cells() {
        return Cell.of(ALL);
    }

    public static Cell cell(String indicator, String region, String period) {
        return cells().stream()
                .filter(c -> c.key().indicator().equals(indicator) && c.key().region().equals(region)
                        && c.key().period().code().equals(period))
                .findFirst().orElseThrow();
    }

    public static Reply source(String key) {
        return Objects.requireNonNull(SOURCES.get(key), key);
    }

    public static Reply source(String key, String issuer, @Nullable String date, Grade grade) {
        return new Reply(key.hashCode(), key, ReplyKind.OTHER, null, key, issuer, null,
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, grade, null, false);
    }

    public static Figure read(String printed, String indicator) {
        var of = CATALOGUE.indicator(indicator);
        return READER.read(printed, of.unit(), of.nature());
    }

    /** A firm statement of a grade A source of its own. */
    public static Observation statement(String indicator, String region, String period, String printed) {
        return statement(indicator, region, period, read(printed, indicator), ObsStatus.A, null,
                source("TEST " + printed, "区统计局 " + printed, "2025-01-01", Grade.A));
    }

    public static Observation statement(String indicator, String region, String period, Figure figure,
            ObsStatus status, @Nullable Vintage vintage, Reply source) {
        return new Observation(Objects.hash(indicator, region, period, source.sourceKey()), indicator, region, null,
                Period.parse(period), null, source, figure, status, vintage, null, State.APPROVED, null, null, "test",
                Instant.EPOCH, Observation.OPEN_END,
                List.of(new Citation(1, source.id(), null, null, figure.printed(), "", "", null, Citation.State.QUOTE_ONLY)));
    }

    /** Rows of a file of {@code db/sample}. */
    public static List<Map<String, String>> rows(String file) {
        var in = Objects.requireNonNull(SampleStatements.class.getResourceAsStream("/db/sample/" + file), file);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue catalogue() {
        var units = rows("units.csv").stream()
                .map(r -> new Unit(r.get("code"), r.get("name_en"), r.get("dimension"), r.get("base"),
                        new BigDecimal(r.get("factor")), r.get("counted").equals("Y"), r.get("sdmx"),
                        Arrays.stream(r.get("aliases").split(" ")).filter(a -> !a.isEmpty()).toList()))
                .collect(Collectors.toMap(Unit::code, u -> u));
        var definitions = new ArrayList<Definition>();
        var indicators = rows("indicators.csv").stream().map(r -> {
            var basis = PriceBasis.valueOf(r.get("price_basis"));
            if (!r.get("break_before").isEmpty()) {
                var at = r.get("break_before").split("[: ]", 3);
                definitions.add(new Definition(r.get("code"), at[0], 1, null, null, null, null, basis, true, null));
                definitions.add(new Definition(r.get("code"), at[0], 2, Integer.valueOf(at[1]), null, null, null, basis,
                        false, at[2]));
            }
            return new Indicator(r.get("code"), r.get("name_zh"), r.get("name_en"), r.get("theme"), null,
                    Objects.requireNonNull(units.get(r.get("unit"))), Nature.valueOf(r.get("nature")),
                    Direction.valueOf(r.get("direction")), basis,
                    r.get("headline_order").isEmpty() ? null : Integer.valueOf(r.get("headline_order")),
                    orNull(r, "growth_of"), orNull(r, "cumulative_of"), orNull(r, "share_of"), orNull(r, "part"), true,
                    orNull(r, "note"));
        }).toList();
        var themes = rows("themes.csv").stream()
                .map(r -> new Theme(r.get("code"), r.get("name_zh"), r.get("name_en"), Integer.parseInt(r.get("order"))))
                .toList();
        var regions = rows("regions.csv").stream()
                .map(r -> new Region(r.get("code"), r.get("name_zh"), r.get("name_en"), orNull(r, "parent"))).toList();
        return new Catalogue(indicators, themes, regions, units.values(), definitions);
    }

    private static Map<String, Reply> sources() {
        var id = new long[1];
        return rows("sources.csv").stream()
                .map(r -> new Reply(++id[0], r.get("source_id"), ReplyKind.OTHER, orNull(r, "doc_no"), r.get("title"),
                        r.get("issuer"), null, r.get("date").isEmpty() ? null : new IssueDate(r.get("date")),
                        Publicity.PUBLIC, Grade.valueOf(r.get("grade")), orNull(r, "url"), false))
                .collect(Collectors.toMap(Reply::sourceKey, reply -> reply));
    }

    private static List<Observation> statements() {
        var ofReply = rows("figures.csv").stream().filter(r -> r.get("role").equals("OBSERVATION"))
                .map(r -> statement(r.get("indicator"), r.get("region"), r.get("period"),
                        read(r.get("span"), r.get("indicator")), ObsStatus.A, null, source("SEED")));
        var ofSeries = rows("statements.csv").stream()
                .map(r -> statement(r.get("indicator"), r.get("region"), r.get("period"), figure(r),
                        ObsStatus.valueOf(r.get("status")),
                        r.get("vintage").isEmpty() ? null : VINTAGES.get(r.get("vintage")), source(r.get("source"))));
        return Stream.concat(ofReply, ofSeries).toList();
    }

    private static Figure figure(Map<String, String> row) {
        var indicator = CATALOGUE.indicator(row.get("indicator"));
        return row.get("printed_span").isEmpty()
                ? READER.stated(new BigDecimal(row.get("value")), Qualifier.valueOf(row.get("qualifier")),
                        indicator.unit(), indicator.nature())
                : READER.read(row.get("printed_span"), Qualifier.valueOf(row.get("qualifier")), indicator.unit(),
                        indicator.nature());
    }

    private static @Nullable String orNull(Map<String, String> row, String column) {
        var text = row.get(column);
        return text.isEmpty() ? null : text;
    }
}
