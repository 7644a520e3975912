package org.youju.extraction.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.PassedOver;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.extraction.text.Signs;
import org.youju.extraction.text.Tables;
import org.youju.figure.FigureFormatException;
import org.youju.figure.WrittenNumber;

/**
 * Reads the figure that begins at a place: number, 余, scale, unit, rate, range and the limiting words on both sides.
 * Looks at a bounded stretch around it only, so that the work grows with the text.
 */
final class FigureScanner {

    private static final int WINDOW = 48;
    private static final int LONGEST_LIST = 12;
    private static final String[] MONEY = {"投资", "资金", "产值", "收入", "支出", "税收", "营收", "贷款", "销售额", "交易额", "造价"};
    private static final UnitWords.Name POINTS = UnitWords.known("百分点");
    private static final UnitWords.Name YUAN = UnitWords.known("元");
    private static final UnitWords.Name PER_CENT = UnitWords.known("%");
    private static final UnitWords.Name PER_MILLE = UnitWords.known("‰");

    private final String text;
    private final NumberReader numbers;
    private final SpecialForms special;
    private final Spans spans;
    private final CellReader cells;
    /** Where the figure or time word before this one ended: nothing before it belongs to this one. */
    private int floor;

    FigureScanner(String plainText) {
        this.text = plainText;
        this.numbers = new NumberReader(text);
        var limits = new Limits(text);
        this.special = new SpecialForms(text, numbers, limits);
        this.spans = new Spans(text, numbers, limits);
        this.cells = new CellReader(text, numbers, spans);
    }

    /** The signs with which a figure may begin. */
    static boolean mayBegin(char c) {
        return NumberReader.mayBegin(c) || c == '翻' || c == '第' || c == '半';
    }

    /** Where the run of digits or numerals that begins at a place ends. */
    int runEnd(int start) {
        return numbers.runEnd(start);
    }

    /** The numbers with a unit that were seen and state nothing; in the order in which they were met. */
    List<PassedOver> dismissed() {
        return spans.dismissed();
    }

    /** The figure in a cell of a table, or null. */
    @Nullable Measure cell(Tables.Value value) {
        return cells.read(value);
    }

    /** The figures that begin at a place: none, one, or those of a list that share a unit. */
    List<Measure> at(int start, int newFloor) {
        floor = newFloor;
        try {
            return switch (text.charAt(start)) {
                case '翻' -> one(special.doubling(start));
                case '第' -> one(special.rank(start, floor));
                case '半' -> one(half(start, start + 1));
                default -> number(start);
            };
        } catch (FigureFormatException e) {
            return List.of();
        }
    }

    private static List<Measure> one(@Nullable Measure measure) {
        return measure == null ? List.of() : List.of(measure);
    }

    private List<Measure> number(int start) {
        if (numbers.isPartOfWord(start)) {
            return List.of();
        }
        if (text.startsWith("一半", start)) {
            return one(half(start, start + 2));
        }
        var perCentOf = text.startsWith("百分之", start) || text.startsWith("千分之", start);
        var numberStart = perCentOf ? start + 3 : start;
        if (perCentOf && numberStart >= text.length()) {
            return List.of();
        }
        var scanned = numbers.scan(numberStart);
        if (scanned == null) {
            return List.of();
        }
        if (perCentOf) {
            return one(spans.of(start, numberStart, scanned.number(), null,
                    text.charAt(start) == '百' ? PER_CENT : PER_MILLE, BigDecimal.ONE, scanned.end(), Form.CHARACTERS,
                            floor));
        }
        var form = Signs.isDigit(text.charAt(start)) ? Form.DIGITS : Form.CHARACTERS;
        if (form == Form.DIGITS) {
            var ratio = special.ratio(start, scanned, floor);
            if (ratio != null) {
                return one(ratio);
            }
        }
        return amount(start, scanned, form);
    }

    private List<Measure> amount(int start, NumberReader.Scanned scanned, Form form) {
        var number = scanned.number();
        var end = scanned.end();
        var unit = numbers.unitAt(end, form);
        WrittenNumber second = null;
        var rangeFrom = unit == null ? end : unit.end();
        var range = numbers.rangeStart(rangeFrom);
        if (range > 0 && !followsFrom(start)) {
            var next = numbers.scan(range);
            var nextUnit = next == null ? null : numbers.unitAt(next.end(), form);
            if (next != null && nextUnit != null && (unit == null
                    || unit.name().unit().equals(nextUnit.name().unit()))) {
                second = next.number();
                if (unit == null && number.scale().compareTo(BigDecimal.ONE) == 0 && form == Form.DIGITS) {
                    number = Spans.scaled(number, second.scale());
                }
                unit = nextUnit;
            }
        }
        if (unit == null && form == Form.DIGITS && isMoney(start, scanned)) {
            return one(spans.of(start, start, number, null, YUAN, BigDecimal.ONE, end, form, floor));
        }
        if (unit == null) {
            return form == Form.DIGITS ? list(start, scanned) : List.of();
        }
        if (second != null && isReversed(number, second)) {
            return List.of();
        }
        if (unit.name().written().equals("个") && second == null && sharesPercentagePoints(unit.end())) {
            return one(spans.of(start, start, number, null, POINTS, BigDecimal.ONE, unit.end(), Form.ELLIPTICAL,
                    floor));
        }
        var tenths = unit.tenths() ? BigDecimal.TEN : BigDecimal.ONE;
        if (unit.tenths() && number.magnitude().compareTo(BigDecimal.TEN) > 0) {
            return List.of();
        }
        var measure = spans.of(start, start, number, second, unit.name(), tenths, unit.end(), form, floor);
        return measure == null ? List.of() : List.of(measure);
    }

    /** 1.5个和2.1个百分点: whether the numbers after 个 lead to 个百分点. */
    private boolean sharesPercentagePoints(int end) {
        var at = end;
        for (var members = 0; members < LONGEST_LIST; members++) {
            var next = numbers.separatorEnd(at);
            if (next < 0 || !Signs.isDigitAt(text, next)) {
                return false;
            }
            at = numbers.runEnd(next);
            if (text.startsWith("个百分点", at)) {
                return true;
            }
            at = at < text.length() && text.charAt(at) == '个' ? at + 1 : at;
        }
        return false;
    }

    /** 投资约12亿，: a scaled number of money that leaves its unit to the reader. */
    private boolean isMoney(int start, NumberReader.Scanned scanned) {
        var end = scanned.end();
        var next = end < text.length() ? text.charAt(end) : '\n';
        if (!scanned.number().scaled() || "，。；、)的\n".indexOf(next) < 0) {
            return false;
        }
        var before = text.substring(Math.max(floor, start - 12), start);
        var after = text.substring(Math.min(text.length(), end + 1), Math.min(text.length(), end + 4));
        return Signs.holds(before, MONEY) || next == '的' && Signs.holds(after, MONEY);
    }

    private static boolean isReversed(WrittenNumber low, WrittenNumber high) {
        return low.magnitude().multiply(low.scale()).compareTo(high.magnitude().multiply(high.scale())) >= 0;
    }

    /** 1.2、0.8个百分点: the bare numbers of a list take unit and scale of its last one. */
    private List<Measure> list(int start, NumberReader.Scanned first) {
        var starts = new ArrayList<Integer>(List.of(start));
        var members = new ArrayList<NumberReader.Scanned>(List.of(first));
        NumberReader.UnitAt unit = null;
        var end = first.end();
        while (unit == null && starts.size() < LONGEST_LIST) {
            var next = numbers.separatorEnd(end);
            if (next < 0) {
                return List.of();
            }
            if (next < text.length() && text.charAt(next) == '-') {
                next++;
            }
            if (!Signs.isDigitAt(text, next)) {
                return List.of();
            }
            var scanned = numbers.scan(next);
            if (scanned == null) {
                return List.of();
            }
            starts.add(next);
            members.add(scanned);
            end = scanned.end();
            unit = numbers.unitAt(end, Form.DIGITS);
        }
        if (unit == null || !isListOf(unit.name(), start)) {
            return List.of();
        }
        var measures = new ArrayList<Measure>();
        var scale = members.getLast().number().scale();
        for (var i = 0; i < starts.size(); i++) {
            var last = i == starts.size() - 1;
            var number = members.get(i).number();
            var measure = spans.of(starts.get(i), starts.get(i),
                    number.scale().compareTo(BigDecimal.ONE) == 0 ? Spans.scaled(number, scale) : number, null,
                            unit.name(),
                    unit.tenths() ? BigDecimal.TEN : BigDecimal.ONE, last ? unit.end() : members.get(i).end(),
                    last ? Form.DIGITS : Form.ELLIPTICAL, floor);
            if (measure == null) {
                return List.of();
            }
            measures.add(measure);
            floor = measure.end();
        }
        return measures;
    }

    private boolean isListOf(UnitWords.Name unit, int start) {
        return unit.sort() == Sort.RATE || unit.sort() == Sort.CHANGE
                || text.substring(Math.max(0, start - WINDOW), start).contains("分别");
    }

    /** 由A到B is a change and no range. */
    private boolean followsFrom(int start) {
        var window = text.substring(Math.max(floor, start - 4), start);
        return window.indexOf('由') >= 0 || window.indexOf('从') >= 0;
    }

    /** 半数以上, 近一半: half of something, said so that it can only be a share. */
    private @Nullable Measure half(int start, int from) {
        var end = from;
        if (start == from - 1 && text.startsWith("数", from)) {
            end++;
        } else if (start == from - 1) {
            return null;
        }
        var number = new WrittenNumber(BigDecimal.valueOf(50), BigDecimal.TEN, false, BigDecimal.ONE, false, false,
                null);
        return spans.of(start, start, number, null, PER_CENT, BigDecimal.ONE, end, Form.CHARACTERS, floor);
    }

}
