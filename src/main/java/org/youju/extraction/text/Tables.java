package org.youju.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.PassedOver.Why;

/** The tables of a text: lines whose cells are parted by | or tabs, the first of which heads the columns. */
public final class Tables {

    /** A cell, its blanks aside. */
    public record Cell(int start, int end, String text) {
    }

    /**
     * A cell that holds a number.
     *
     * @param cell the cell
     * @param unit the scale and unit that the column's or row's head, a column of units or the caption gives: 亿元; null
     *          if
     *             none does
     * @param row  the head of its row
     * @param head the head of its column
     * @param caption what the lines before the table say
     */
    public record Value(Cell cell, @Nullable String unit, String row, String head, String caption) {
    }

    private record Row(char separator, int start, int end, List<Cell> cells) {

        boolean isRule() {
            return cells.stream().allMatch(cell -> cell.text().chars().allMatch(c -> "-~: ".indexOf(c) >= 0));
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[^\\d|]{0,4}?\\d[\\d,]{0,15}(?:\\.\\d{1,6})?[^\\d|]{0,12}");
    private static final Pattern UNIT = Pattern.compile("[(\\[]\\s?(?:单位:)?\\s?([^()\\[\\]\\d]{1,8})[)\\]]");
    private static final Pattern CAPTION = Pattern.compile("单位:\\s?([^\\s，。)]{1,8})");
    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_CELL = 40;
    private static final int LONGEST_CAPTION = 80;

    private final String text;
    private final List<Masks.Mask> masks = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private Tables(String text) {
        this.text = text;
    }

    public static Tables in(String plainText) {
        var tables = new Tables(plainText);
        if (plainText.indexOf('|') >= 0 || plainText.indexOf('\t') >= 0) {
            tables.read();
        }
        return tables;
    }

    /** What is not to be read as prose: heads, and cells that are read as values. */
    public List<Masks.Mask> masks() {
        return masks;
    }

    public List<Value> values() {
        return values;
    }

    private void read() {
        var caption = "";
        var rows = new ArrayList<Row>();
        for (var start = 0; start < text.length();) {
            var end = Masks.lineEnd(text, start);
            var row = row(start, end);
            if (row == null || !rows.isEmpty() && rows.getFirst().separator() != row.separator()) {
                table(rows, caption);
                caption = rows.isEmpty() && row != null ? caption : "";
                rows.clear();
            }
            if (row == null) {
                // a line of units may stand between a caption and its table
                var line = end - start <= LONGEST_CAPTION ? text.substring(start, end) : "";
                caption = line.contains("单位") && !caption.contains("单位") ? caption + line : line;
            } else if (row.isRule() && rows.size() > 1) {
                // the line above a rule heads a new table
                var head = rows.removeLast();
                table(rows, caption);
                rows.clear();
                rows.add(head);
            } else if (!row.isRule()) {
                rows.add(row);
            }
            start = end + 1;
        }
        table(rows, caption);
    }

    private @Nullable Row row(int start, int end) {
        if (end - start > LONGEST_LINE) {
            return null;
        }
        var line = text.substring(start, end);
        var separator = line.indexOf('|') >= 0 ? '|' : '\t';
        if (line.indexOf(separator) < 0) {
            return null;
        }
        var cells = new ArrayList<Cell>();
        for (var from = start; from <= end;) {
            var mark = line.indexOf(separator, from - start);
            var to = mark < 0 ? end : start + mark;
            var cell = cell(from, to);
            if (cell.text().length() > LONGEST_CELL) {
                return null;
            }
            var atEdge = separator == '|' && (from == start || to == end);
            if (!atEdge || !cell.text().isEmpty()) {
                cells.add(cell);
            }
            from = to + 1;
        }
        return cells.size() < 2 ? null : new Row(separator, start, end, cells);
    }

    private Cell cell(int from, int to) {
        var left = from;
        var right = to;
        while (left < right && Signs.isSpace(text.charAt(left))) {
            left++;
        }
        while (right > left && Signs.isSpace(text.charAt(right - 1))) {
            right--;
        }
        return new Cell(left, right, text.substring(left, right));
    }

    private void table(List<Row> rows, String caption) {
        if (rows.size() < 2) {
            return;
        }
        var heads = rows.getFirst();
        masks.add(new Masks.Mask(heads.start(), heads.end(), Why.NO_UNIT));
        var unitColumn = -1;
        for (var i = 0; i < heads.cells().size(); i++) {
            if (heads.cells().get(i).text().contains("单位")) {
                unitColumn = i;
            }
        }
        var general = unitIn(CAPTION, caption);
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.cells();
            masks.add(new Masks.Mask(cells.getFirst().start(), cells.getFirst().end(), Why.NO_UNIT));
            for (var i = 1; i < cells.size(); i++) {
                if (i != unitColumn && NUMBER.matcher(cells.get(i).text()).matches()) {
                    var head = i < heads.cells().size() ? heads.cells().get(i).text() : "";
                    values.add(new Value(cells.get(i), unit(head, cells, unitColumn, general), cells.getFirst().text(),
                            head,
                            caption));
                    masks.add(new Masks.Mask(cells.get(i).start(), cells.get(i).end(), Why.NO_UNIT));
                }
            }
        }
    }

    private static @Nullable String unit(String head, List<Cell> cells, int unitColumn, @Nullable String general) {
        if (unitColumn >= 0 && unitColumn < cells.size() && !cells.get(unitColumn).text().isEmpty()) {
            return cells.get(unitColumn).text();
        }
        var unit = unitIn(UNIT, head);
        if (unit == null) {
            unit = unitIn(UNIT, cells.getFirst().text());
        }
        return unit == null ? general : unit;
    }

    private static @Nullable String unitIn(Pattern pattern, String head) {
        var matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
