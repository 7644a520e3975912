package org.youju.reply;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sample's reply and the spans of its figures, as the files have them. */
public final class SampleReply {

    private SampleReply() {
    }

    /** A row of figures.csv. */
    public record Span(int start, int end, String words) {
    }

    public static String text() {
        return read("/db/sample/reply.txt");
    }

    public static List<Span> spans() {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(read("/db/sample/figures.csv"))) {
            return csv.stream().map(r -> new Span(Integer.parseInt(r.getField("start")),
                    Integer.parseInt(r.getField("end")), r.getField("span"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try (InputStream in = SampleReply.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
