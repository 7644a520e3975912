package org.youju.extraction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.grammar.Scan;
import org.youju.extraction.header.HeaderReader;
import org.youju.extraction.meaning.Reading;
import org.youju.extraction.text.Masks;
import org.youju.extraction.text.Outline;
import org.youju.extraction.text.Shadow;
import org.youju.extraction.text.Tables;

/**
 * Reads the figures out of a text. One pass after another, each over a bounded stretch around every place: the work
 * grows
 * with the text, whatever it is, and no text is refused.
 */
public final class Extractor {

    private Extractor() {
    }

    /** Reads a text; the date of the document is taken from it. */
    public static Extraction read(String text) {
        return read(text, null);
    }

    /**
     * Reads a text.
     *
     * @param issuedOn the date of the document, by which 今年 and 目前 are understood; null to take it from the text
     */
    public static Extraction read(String text, @Nullable LocalDate issuedOn) {
        var header = HeaderReader.read(text);
        var date = issuedOn != null ? issuedOn : header.issuedOn();
        var shadow = Shadow.of(text);
        var plain = shadow.text();
        var tables = Tables.in(plain);
        var clauses = Outline.of(shadow, Masks.bodyStart(plain));
        var scan = Scan.of(plain, Masks.of(plain, tables), tables);
        return new Extraction(header, Reading.of(text, shadow, clauses, scan, date));
    }

    /**
     * The numeric expressions of a text that {@link #read} does not propose, each with its reason; in order, apart from
     * each other and from the figures. For the desk, where a person asks why.
     */
    public static List<PassedOver> passedOver(String text) {
        var shadow = Shadow.of(text);
        var plain = shadow.text();
        var tables = Tables.in(plain);
        return Scan.rejected(plain, Masks.of(plain, tables), tables).stream()
                .map(number -> new PassedOver(shadow.originalStart(number.start()), shadow.originalEnd(number.end()),
                        number.why()))
                .toList();
    }
}
