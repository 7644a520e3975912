package org.youju.figure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The units and rows of the sample. */
final class Catalogue {

    static final Map<String, Unit> UNITS = rows("units.csv").stream()
            .map(row -> new Unit(row.get("code"), row.get("name_en"), row.get("dimension"), row.get("base"),
                    new BigDecimal(row.get("factor")), row.get("counted").equals("Y"), row.get("sdmx"),
                    Arrays.stream(row.get("aliases").split(" ")).filter(alias -> !alias.isEmpty()).toList()))
            .collect(Collectors.toMap(Unit::code, unit -> unit));

    static final FigureReader READER = new FigureReader(UNITS.values());

    private Catalogue() {
    }

    static Unit unit(String code) {
        return Objects.requireNonNull(UNITS.get(code), code);
    }

    static Figure read(String print, String unit, Nature nature) {
        return READER.read(print, unit(unit), nature);
    }

    static Map<String, Nature> natures() {
        return rows("indicators.csv").stream()
                .collect(Collectors.toMap(row -> row.get("code"), row -> Nature.valueOf(row.get("nature"))));
    }

    static List<Map<String, String>> rows(String file) {
        var in = Objects.requireNonNull(Catalogue.class.getResourceAsStream("/db/sample/" + file), file);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
