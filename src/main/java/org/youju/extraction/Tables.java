package org.youju.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tables of a text: lines whose cells are parted by | or tabs. */
final class Tables {

    /** A line of a table. */
    record Line(int start, int end) {
    }

    /** A cell, its blanks aside. */
    record Cell(int start, int end, String text) {
    }

    /**
     * A cell that holds a number.
     *
     * @param cell the cell
     * @param unit the scale and unit that the row's or column's head or the caption gives: 亿元; null if none does
     * @param row  the head of its row
     * @param head the head of its column
     */
    record Value(Cell cell, @Nullable String unit, String row, String head) {
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d,]{0,15}(?:\\.\\d{1,6})?[^|]{0,12}");
    private static final Pattern UNIT = Pattern.compile("[(\\[]\\s?(?:单位:)?\\s?([^()\\[\\]\\d]{1,8})[)\\]]");
    private static final Pattern CAPTION = Pattern.compile("单位:\\s?([^\\s，。)]{1,8})");
    private static final int LONGEST_LINE = 2000;
    private static final int LONGEST_CAPTION = 80;

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    private Tables(String text) {
        this.text = text;
    }

    static Tables in(String plainText) {
        var tables = new Tables(plainText);
        if (plainText.indexOf('|') >= 0 || plainText.indexOf('\t') >= 0) {
            tables.read();
        }
        return tables;
    }

    List<Line> lines() {
        return lines;
    }

    List<Value> values() {
        return values;
    }

    private void read() {
        var caption = "";
        var rows = new ArrayList<List<Cell>>();
        var first = 0;
        for (var start = 0; start <= text.length();) {
            var end = start >= text.length() ? start : Masks.lineEnd(text, start);
            var cells = start >= text.length() ? List.<Cell>of() : cells(start, end);
            if (cells.size() >= 2) {
                if (rows.isEmpty()) {
                    first = lines.size();
                }
                rows.add(cells);
                lines.add(new Line(start, end));
            } else {
                table(rows, caption, first);
                rows.clear();
                if (end - start <= LONGEST_CAPTION && end > start) {
                    caption = text.substring(start, end);
                }
            }
            start = end + 1;
        }
    }

    private List<Cell> cells(int start, int end) {
        var cells = new ArrayList<Cell>();
        if (end - start > LONGEST_LINE) {
            return cells;
        }
        var separator = text.substring(start, end).indexOf('|') >= 0 ? '|' : '\t';
        for (var from = start; from <= end;) {
            var to = from;
            while (to < end && text.charAt(to) != separator) {
                to++;
            }
            var left = from;
            var right = to;
            while (left < right && Shadow.isSpace(text.charAt(left))) {
                left++;
            }
            while (right > left && Shadow.isSpace(text.charAt(right - 1))) {
                right--;
            }
            if (separator == '\t' || from > start && to < end || left < right) {
                cells.add(new Cell(left, right, text.substring(left, right)));
            }
            from = to + 1;
        }
        return cells;
    }

    private void table(List<List<Cell>> rows, String caption, int firstLine) {
        if (rows.size() < 2) {
            lines.subList(Math.min(firstLine, lines.size()), lines.size()).removeIf(line -> !rows.isEmpty());
            return;
        }
        var heads = rows.getFirst();
        var unitColumn = -1;
        for (var i = 0; i < heads.size(); i++) {
            if (heads.get(i).text().contains("单位")) {
                unitColumn = i;
            }
        }
        var general = unitIn(CAPTION, caption);
        for (var row : rows.subList(1, rows.size())) {
            for (var i = 1; i < row.size(); i++) {
                var cell = row.get(i);
                if (i == unitColumn || !NUMBER.matcher(cell.text()).matches()) {
                    continue;
                }
                var head = i < heads.size() ? heads.get(i).text() : "";
                var unit = unitIn(UNIT, head);
                if (unit == null) {
                    unit = unitColumn >= 0 && unitColumn < row.size() ? row.get(unitColumn).text() : null;
                }
                if (unit == null) {
                    unit = unitIn(UNIT, row.getFirst().text());
                }
                values.add(new Value(cell, unit == null ? general : unit, row.getFirst().text(), head));
            }
        }
    }

    private static @Nullable String unitIn(Pattern pattern, String head) {
        var matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
