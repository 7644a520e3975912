package org.youju.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an annotated document ({@code NAME-expected.tsv}): a figure, or something that looks like one.
 *
 * @param metric whether it is a figure
 * @param value  in the base unit; null where it is no figure
 */
public record ExpectedFigure(String span, int start, int end, boolean metric, @Nullable BigDecimal value,
        @Nullable BigDecimal valueHi, String unit, String multiplier, String qualifier, String period, String kind,
        String per, String note) {

    /** Reads the rows of a file; it has no quoting. */
    public static List<ExpectedFigure> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var columns = new HashMap<String, Integer>();
            var names = lines.getFirst().split("\t", -1);
            for (var i = 0; i < names.length; i++) {
                columns.put(names[i], i);
            }
            var rows = new ArrayList<ExpectedFigure>();
            for (var line : lines.subList(1, lines.size())) {
                if (!line.isBlank()) {
                    rows.add(row(columns, line.split("\t", -1)));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExpectedFigure row(Map<String, Integer> columns, String[] cells) {
        return new ExpectedFigure(cell(columns, cells, "span"), Integer.parseInt(cell(columns, cells, "start")),
                Integer.parseInt(cell(columns, cells, "end")), cell(columns, cells, "is_metric").equals("Y"),
                number(cell(columns, cells, "value")), number(cell(columns, cells, "value_hi")),
                cell(columns, cells, "unit"), cell(columns, cells, "multiplier"), cell(columns, cells, "qualifier"),
                cell(columns, cells, "period"), cell(columns, cells, "kind"), cell(columns, cells, "per"),
                cell(columns, cells, "note"));
    }

    private static String cell(Map<String, Integer> columns, String[] cells, String name) {
        var column = columns.get(name);
        return column == null || column >= cells.length ? "" : cells[column].strip();
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
