package org.youju.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of {@code db/sample} on the class path. */
final class SampleFile {

    private SampleFile() {
    }

    static List<Row> rows(String name) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text(name))) {
            return csv.stream().map(Row::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String name) {
        try (InputStream in = SampleFile.class.getResourceAsStream("/db/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("db/sample/" + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row by column names; an empty field is null. */
    record Row(NamedCsvRecord fields) {

        @Nullable String find(String column) {
            var text = fields.getField(column);
            return text.isEmpty() ? null : text;
        }

        String get(String column) {
            var text = find(column);
            if (text == null) {
                throw new IllegalStateException("Line " + fields.getStartingLineNumber() + " has no " + column);
            }
            return text;
        }

        @Nullable Integer findInt(String column) {
            var text = find(column);
            return text == null ? null : Integer.valueOf(text);
        }
    }
}
