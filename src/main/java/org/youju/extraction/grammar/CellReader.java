package org.youju.extraction.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.text.Signs;
import org.youju.extraction.text.Tables;
import org.youju.figure.FigureFormatException;

/** Reads the figures in the cells of tables, whose units their heads may give. */
final class CellReader {

    private final String text;
    private final NumberReader numbers;
    private final Spans spans;

    CellReader(String text, NumberReader numbers, Spans spans) {
        this.text = text;
        this.numbers = numbers;
        this.spans = spans;
    }

    /**
     * The figure in a cell of a table, in its own unit or the one that the table's heads give; null where there is
     * none.
     */
    @Nullable Measure read(Tables.Value value) {
        var start = value.cell().start();
        while (start < value.cell().end() && !Signs.isDigit(text.charAt(start))) {
            start++;
        }
        try {
            var scanned = numbers.scan(start);
            if (scanned == null) {
                return null;
            }
            var own = numbers.unitAt(scanned.end(), Form.DIGITS);
            var unit = own != null ? new ScaledUnit(own.name(), BigDecimal.ONE) : ScaledUnit.of(value.unit());
            if (unit == null) {
                return null;
            }
            var number = Spans.scaled(scanned.number(), unit.scale().multiply(scanned.number().scale()));
            var measure = spans.of(start, start, number, null, unit.name(), BigDecimal.ONE,
                    own != null && own.end() <= value.cell().end() ? own.end() : scanned.end(), Form.CELL,
                            value.cell().start());
            return measure != null && isWhole(measure, value.cell()) ? measure : null;
        } catch (FigureFormatException e) {
            return null;
        }
    }

    /** Whether a cell holds nothing but a figure, and perhaps a remark in brackets. */
    private boolean isWhole(Measure measure, Tables.Cell cell) {
        var before = text.substring(cell.start(), Math.max(cell.start(), measure.start())).strip();
        var after = text.substring(Math.min(cell.end(), measure.end()), cell.end()).strip();
        return measure.end() <= cell.end() && (before.isEmpty() || before.equals("+"))
                && (after.isEmpty() || after.startsWith("("));
    }
}
