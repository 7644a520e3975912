package org.youju.base;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables as files that spreadsheets and statistical tools read: CSV in UTF-8 with its byte order mark. */
public final class Csv {

    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Csv() {
    }

    /**
     * The file. A text that a spreadsheet would take for a formula gets an apostrophe before it.
     *
     * @param heads names of the columns, in the order of the fields of a row
     */
    public static byte[] write(List<String> heads, Stream<List<String>> rows) {
        var text = new StringWriter();
        text.write(MARK);
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heads);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Csv::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String field) {
        return !field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0 && !NUMBER.matcher(field).matches() ? "'" + field
                : field;
    }
}
