package org.youju.extraction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Measure.Form;
import org.youju.extraction.UnitWords.Sort;
import org.youju.figure.FigureFormatException;
import org.youju.figure.NumberScanner;
import org.youju.figure.Qualifier;
import org.youju.figure.Words;
import org.youju.figure.WrittenNumber;

/**
 * Reads the figure that begins at a place: number, 余, scale, unit, rate, range and the limiting words on both sides.
 * Looks at a bounded stretch around it only, so that the work grows with the text.
 */
final class FigureScanner {

    private static final int WINDOW = 48;
    private static final int FAR = 6;
    private static final int LONGEST_LIST = 12;
    private static final String NUMERALS = "零一二两三四五六七八九十百千万亿";
    private static final String[] FAR_LIMITS = {"最高", "最长", "最多", "不超过", "不高于", "不少于", "不低于", "至少", "约为", "约占"};
    private static final String[] AFTER = {"及以上", "及以下", "以上", "以下", "以内", "左右", "上下"};
    private static final String[] MONEY = {"投资", "资金", "产值", "收入", "支出", "税收", "营收", "贷款", "销售额", "交易额", "造价"};
    private static final UnitWords.Name POINTS = unit("百分点");
    private static final UnitWords.Name YUAN = unit("元");
    private static final UnitWords.Name PER_CENT = unit("%");
    private static final UnitWords.Name PER_MILLE = unit("‰");
    private static final UnitWords.Name TIMES = unit("倍");
    private static final UnitWords.Name PLACE = new UnitWords.Name("位", "位", Sort.COUNTER, "");

    private final String text;
    private final Traps traps;
    /** Where the figure or time word before this one ended: nothing before it belongs to this one. */
    private int floor;

    FigureScanner(String plainText) {
        this.text = plainText;
        this.traps = new Traps(plainText);
    }

    private static UnitWords.Name unit(String name) {
        var unit = UnitWords.named(name);
        if (unit == null) {
            throw new IllegalStateException(name);
        }
        return unit;
    }

    /** The signs with which a figure may begin. */
    static boolean mayBegin(char c) {
        return Shadow.isDigit(c) || NUMERALS.indexOf(c) >= 0 || c == '数' || c == '几' || c == '翻' || c == '第' || c == '半';
    }

    /** Where the run of digits or numerals that begins at a place ends. */
    int runEnd(int start) {
        var i = start + 1;
        if (Shadow.isDigit(text.charAt(start))) {
            while (i < text.length() && (Shadow.isDigit(text.charAt(i))
                    || (text.charAt(i) == '.' || text.charAt(i) == ',') && isDigitAt(i + 1))) {
                i++;
            }
            return i;
        }
        while (i < text.length() && NUMERALS.indexOf(text.charAt(i)) >= 0 && NUMERALS.indexOf(text.charAt(start)) >= 0) {
            i++;
        }
        return i;
    }

    /** The figures that begin at a place: none, one, or those of a list that share a unit. */
    List<Measure> at(int start, int newFloor) {
        floor = newFloor;
        try {
            return switch (text.charAt(start)) {
                case '翻' -> one(doubling(start));
                case '第' -> one(rank(start));
                case '半' -> one(half(start, start + 1));
                default -> number(start);
            };
        } catch (FigureFormatException e) {
            return List.of();
        }
    }

    /** The figure in a cell of a table, in its own unit or the one that the table's heads give; null where there is none. */
    @Nullable Measure cell(Tables.Value value) {
        floor = value.cell().start();
        var start = floor;
        while (start < value.cell().end() && !Shadow.isDigit(text.charAt(start))) {
            start++;
        }
        try {
            var scanned = scan(start);
            if (scanned == null) {
                return null;
            }
            var own = unitAt(scanned.end(), Form.DIGITS);
            var unit = own != null ? new Scaled(own.name(), BigDecimal.ONE) : scaled(value.unit());
            if (unit == null) {
                return null;
            }
            var number = scaled(scanned.number(), unit.scale().multiply(scanned.number().scale()));
            var measure = finish(start, start, number, null, unit.name(), BigDecimal.ONE,
                    own != null && own.end() <= value.cell().end() ? own.end() : scanned.end(), Form.CELL);
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

    private record Scaled(UnitWords.Name name, BigDecimal scale) {
    }

    /** Takes 亿元 apart into scale and unit; null where there is no unit. */
    private static @Nullable Scaled scaled(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var scale = BigDecimal.ONE;
        var unit = written;
        while (!unit.isEmpty() && "万亿千百".indexOf(unit.charAt(0)) >= 0 && UnitWords.named(unit) == null) {
            scale = scale.multiply(switch (unit.charAt(0)) {
                case '万' -> BigDecimal.TEN.pow(4);
                case '亿' -> BigDecimal.TEN.pow(8);
                case '千' -> BigDecimal.TEN.pow(3);
                default -> BigDecimal.TEN.pow(2);
            });
            unit = unit.substring(1);
        }
        var name = UnitWords.named(unit);
        return name == null ? null : new Scaled(name, scale);
    }

    private static List<Measure> one(@Nullable Measure measure) {
        return measure == null ? List.of() : List.of(measure);
    }

    private List<Measure> number(int start) {
        if (isPartOfWord(start)) {
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
        var scanned = scan(numberStart);
        if (scanned == null) {
            return List.of();
        }
        if (perCentOf) {
            return one(finish(start, numberStart, scanned.number(), null,
                    text.charAt(start) == '百' ? PER_CENT : PER_MILLE, BigDecimal.ONE, scanned.end(), Form.CHARACTERS));
        }
        var form = Shadow.isDigit(text.charAt(start)) ? Form.DIGITS : Form.CHARACTERS;
        if (form == Form.DIGITS) {
            var ratio = ratio(start, scanned);
            if (ratio != null) {
                return one(ratio);
            }
        }
        return amount(start, scanned, form);
    }

    private List<Measure> amount(int start, Scanned scanned, Form form) {
        var number = scanned.number();
        var end = scanned.end();
        var unit = unitAt(end, form);
        WrittenNumber second = null;
        var rangeFrom = unit == null ? end : unit.end();
        var range = rangeStart(rangeFrom);
        if (range > 0 && !followsFrom(start)) {
            var next = scan(range);
            var nextUnit = next == null ? null : unitAt(next.end(), form);
            if (next != null && nextUnit != null && (unit == null || unit.name().unit().equals(nextUnit.name().unit()))) {
                second = next.number();
                if (unit == null && number.scale().compareTo(BigDecimal.ONE) == 0 && form == Form.DIGITS) {
                    number = scaled(number, second.scale());
                }
                unit = nextUnit;
            }
        }
        if (unit == null && form == Form.DIGITS && isMoney(start, scanned)) {
            return one(finish(start, start, number, null, YUAN, BigDecimal.ONE, end, form));
        }
        if (unit == null) {
            return form == Form.DIGITS ? list(start, scanned) : List.of();
        }
        if (second != null && isReversed(number, second)) {
            return List.of();
        }
        if (unit.name().written().equals("个") && second == null && sharesPercentagePoints(unit.end())) {
            return one(finish(start, start, number, null, POINTS, BigDecimal.ONE, unit.end(), Form.ELLIPTICAL));
        }
        var tenths = unit.tenths() ? BigDecimal.TEN : BigDecimal.ONE;
        if (unit.tenths() && number.magnitude().compareTo(BigDecimal.TEN) > 0) {
            return List.of();
        }
        var measure = finish(start, start, number, second, unit.name(), tenths, unit.end(), form);
        return measure == null ? List.of() : List.of(measure);
    }

    /** 1.5个和2.1个百分点: whether the numbers after 个 lead to 个百分点. */
    private boolean sharesPercentagePoints(int end) {
        var at = end;
        for (var members = 0; members < LONGEST_LIST; members++) {
            var next = separatorEnd(at);
            if (next < 0 || !isDigitAt(next)) {
                return false;
            }
            at = runEnd(next);
            if (text.startsWith("个百分点", at)) {
                return true;
            }
            at = at < text.length() && text.charAt(at) == '个' ? at + 1 : at;
        }
        return false;
    }

    /** 投资约12亿，: a scaled number of money that leaves its unit to the reader. */
    private boolean isMoney(int start, Scanned scanned) {
        var end = scanned.end();
        var next = end < text.length() ? text.charAt(end) : '\n';
        if (!scanned.number().scaled() || "，。；、)的\n".indexOf(next) < 0) {
            return false;
        }
        var before = text.substring(Math.max(floor, start - 12), start);
        var after = text.substring(Math.min(text.length(), end + 1), Math.min(text.length(), end + 4));
        return Spot.contains(before, MONEY) || next == '的' && Spot.contains(after, MONEY);
    }

    private static boolean isReversed(WrittenNumber low, WrittenNumber high) {
        return low.magnitude().multiply(low.scale()).compareTo(high.magnitude().multiply(high.scale())) >= 0;
    }

    private static WrittenNumber scaled(WrittenNumber number, BigDecimal scale) {
        return new WrittenNumber(number.magnitude(), number.place(), number.negative(), scale, number.more(),
                scale.compareTo(BigDecimal.ONE) != 0, number.below());
    }

    /** 1.2、0.8个百分点: the bare numbers of a list take unit and scale of its last one. */
    private List<Measure> list(int start, Scanned first) {
        var starts = new ArrayList<Integer>(List.of(start));
        var numbers = new ArrayList<Scanned>(List.of(first));
        UnitAt unit = null;
        var end = first.end();
        while (unit == null && starts.size() < LONGEST_LIST) {
            var next = separatorEnd(end);
            if (next < 0) {
                return List.of();
            }
            if (next < text.length() && text.charAt(next) == '-') {
                next++;
            }
            if (!isDigitAt(next)) {
                return List.of();
            }
            var scanned = scan(next);
            if (scanned == null) {
                return List.of();
            }
            starts.add(next);
            numbers.add(scanned);
            end = scanned.end();
            unit = unitAt(end, Form.DIGITS);
        }
        if (unit == null || !isListOf(unit.name(), start)) {
            return List.of();
        }
        var measures = new ArrayList<Measure>();
        var scale = numbers.getLast().number().scale();
        for (var i = 0; i < starts.size(); i++) {
            var last = i == starts.size() - 1;
            var number = numbers.get(i).number();
            var measure = finish(starts.get(i), starts.get(i),
                    number.scale().compareTo(BigDecimal.ONE) == 0 ? scaled(number, scale) : number, null, unit.name(),
                    unit.tenths() ? BigDecimal.TEN : BigDecimal.ONE, last ? unit.end() : numbers.get(i).end(),
                    last ? Form.DIGITS : Form.ELLIPTICAL);
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

    private int separatorEnd(int at) {
        for (var mark : new String[] {"、", "和", "及", "与", "以及"}) {
            if (text.startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        return -1;
    }

    /** Takes what belongs to the span on both sides, and refuses what is no figure. */
    private @Nullable Measure finish(int start, int numberStart, WrittenNumber number, @Nullable WrittenNumber second,
            UnitWords.Name unit, BigDecimal percentages, int unitEnd, Form form) {
        var end = unitEnd;
        var more = number.more() || second != null && second.more();
        if ((unit.sort() == Sort.CHANGE || percentages.compareTo(BigDecimal.ONE) != 0) && end < text.length()
                && "余多".indexOf(text.charAt(end)) >= 0) {
            more = true;
            end++;
        }
        if (end < text.length() && text.startsWith("(间)", end)) {
            end += 3;
        }
        var per = new StringBuilder();
        end = rate(end, unit, per);
        var after = limitAfter(end);
        var limitEnd = after == null ? end : end + after.length();
        var before = limitBefore(start);
        var spanStart = before.start();
        spanStart = rateBefore(spanStart, per);
        var qualifier = qualifier(before.qualifier(), after, more);
        var measure = new Measure(spanStart, limitEnd, start, negative(start) ? negated(number) : number, second, unit,
                percentages, second == null ? qualifier : Qualifier.EXACT, per.toString(), form);
        return traps.isFigure(measure, before.qualifier() != null || after != null || more, after, floor) ? measure : null;
    }

    private static WrittenNumber negated(WrittenNumber number) {
        return new WrittenNumber(number.magnitude(), number.place(), true, number.scale(), number.more(),
                number.scaled(), number.below());
    }

    private boolean negative(int start) {
        if (start == 0 || text.charAt(start - 1) != '-') {
            return false;
        }
        return start == 1 || "、和及，为到至(:达\n 长幅是".indexOf(text.charAt(start - 2)) >= 0
                || Shadow.isHan(text.charAt(start - 2));
    }

    private static Qualifier qualifier(@Nullable Qualifier before, @Nullable String after, boolean more) {
        if (more && (before == Qualifier.NEARLY || before == Qualifier.ABOUT)) {
            return Qualifier.ABOUT;
        }
        if (before != null) {
            return before;
        }
        if (after != null) {
            return switch (after) {
                case "左右", "上下" -> Qualifier.ABOUT;
                case "以上", "及以上" -> Qualifier.AT_LEAST;
                default -> Qualifier.AT_MOST;
            };
        }
        return more ? Qualifier.AND_MORE : Qualifier.EXACT;
    }

    private @Nullable String limitAfter(int end) {
        for (var word : AFTER) {
            if (text.startsWith(word, end)) {
                return word;
            }
        }
        return null;
    }

    private record Limit(int start, @Nullable Qualifier qualifier) {
    }

    private Limit limitBefore(int start) {
        var i = skipBack(start);
        if (i > floor && text.charAt(i - 1) == '-' && i == start) {
            i--;
        }
        var end = i;
        if (i > floor + 1 && "了到至".indexOf(text.charAt(i - 1)) >= 0) {
            var word = limitEndingAt(i - 1);
            if (word != null && word.text().length() >= 2) {
                return new Limit(i - 1 - word.text().length(), word.meaning());
            }
        }
        var word = limitEndingAt(end);
        if (word == null && end > floor && text.charAt(end - 1) == '为') {
            word = limitEndingAt(end - 1);
            if (word != null && word.text().endsWith("约")) {
                return new Limit(end - 1 - word.text().length(), word.meaning());
            }
            word = null;
        }
        if (word != null) {
            return new Limit(stacked(end - word.text().length(), word.meaning()), word.meaning());
        }
        return far(end, start);
    }

    /** 最高不超过200万元, 至少不低于: where a limit of the same meaning before a limit begins. */
    private int stacked(int start, Qualifier meaning) {
        var word = limitEndingAt(start);
        return word != null && word.text().length() > 1 && word.meaning() == meaning ? start - word.text().length() : start;
    }

    private Words.@Nullable Word limitEndingAt(int end) {
        var from = Math.max(floor, end - 6);
        if (from >= end) {
            return null;
        }
        // one sign more on both sides decides whether it is part of another word
        var left = Math.max(0, from - 1);
        var window = text.substring(left, Math.min(text.length(), end + 1));
        var word = Words.limitEndingAt(window, end - left);
        return word != null && end - word.text().length() >= floor ? word : null;
    }

    /** 最长补贴24个月, 不超过投资额30%: a limit a few words before its number. */
    private Limit far(int end, int start) {
        var from = end;
        while (from > floor && end - from < FAR + 3 && Shadow.isHan(text.charAt(from - 1))) {
            from--;
        }
        var window = text.substring(from, end);
        for (var word : FAR_LIMITS) {
            var at = window.lastIndexOf(word);
            var gap = window.length() - at - word.length();
            if (at >= 0 && gap <= FAR && gap > 0 && isQuiet(window.substring(at + word.length()))) {
                var limit = limitEndingAt(from + at + (word.startsWith("约") ? 1 : word.length()));
                if (limit != null) {
                    return new Limit(from + at, limit.meaning());
                }
            }
        }
        return new Limit(start > 0 && end < start && text.charAt(end) == '-' ? end : start, null);
    }

    private static boolean isQuiet(String words) {
        return words.chars().noneMatch(c -> NUMERALS.indexOf(c) >= 0);
    }

    private int skipBack(int start) {
        var i = start;
        while (i > floor && start - i < 2 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** 每人每月1600元: what stands before the number and its limit. Returns where the span begins. */
    private int rateBefore(int start, StringBuilder per) {
        var from = Math.max(floor, start - 16);
        var window = text.substring(from, start);
        var i = start;
        var found = new ArrayList<String>();
        while (i > from) {
            var each = from + window.lastIndexOf('每', i - from - 1);
            if (each < from || !isRateUnit(text.substring(each + 1, i))) {
                break;
            }
            found.addFirst(text.substring(each + 1, i));
            i = each;
        }
        if (found.isEmpty()) {
            return start;
        }
        found.forEach(unit -> append(per, unit));
        return i;
    }

    static boolean isRateUnit(String unit) {
        return switch (unit) {
            case "人", "户", "套", "部", "台", "辆", "亩", "年", "月", "生", "平方米", "平米", "平方公尺", "个", "家", "吨", "天", "日", "学期", "学年",
                    "小时", "公里", "床", "张", "名", "位", "项", "件", "次", "季度", "周", "千人", "万人", "百人", "百户", "千名", "平方公里",
                    "立方米", "平方", "千瓦时", "度", "人次", "户次", "株", "头", "只", "栋", "幢", "单元", "班", "场", "季", "公斤", "斤", "分钟",
                    "课时", "村", "社区", "企业", "项目", "孩", "例", "公顷", "米" -> true;
            default -> false;
        };
    }

    /** 12元/平方米·月. */
    private int rate(int unitEnd, UnitWords.Name unit, StringBuilder per) {
        if (unitEnd >= text.length() || text.charAt(unitEnd) != '/' || unit.sort() == Sort.RATE) {
            return unitEnd;
        }
        var end = unitEnd;
        while (end < text.length() && (text.charAt(end) == '/' || end > unitEnd && "·•".indexOf(text.charAt(end)) >= 0)) {
            var from = end + 1 < text.length() && text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
            var length = 0;
            for (var l = Math.min(3, text.length() - from); l > 0 && length == 0; l--) {
                if (isRateUnit(text.substring(from, from + l))) {
                    length = l;
                }
            }
            if (length == 0) {
                break;
            }
            append(per, text.substring(from, from + length));
            end = from + length;
        }
        return end;
    }

    private static void append(StringBuilder per, String unit) {
        if (!per.isEmpty()) {
            per.append('·');
        }
        per.append(unit);
    }

    private record Scanned(WrittenNumber number, int end) {
    }

    private @Nullable Scanned scan(int start) {
        if (start >= text.length()) {
            return null;
        }
        var c = text.charAt(start);
        if (!Shadow.isDigit(c) && NUMERALS.indexOf(c) < 0 && c != '数' && c != '几') {
            return null;
        }
        var window = text.substring(start, Math.min(text.length(), start + WINDOW));
        var newline = window.indexOf('\n');
        var scanner = new NumberScanner(newline < 0 ? window : window.substring(0, newline), 0);
        var number = scanner.scan();
        if (scanner.end() >= WINDOW || number.magnitude().precision() > 15
                || number.scale().compareTo(BigDecimal.TEN.pow(12)) > 0
                || number.magnitude().multiply(number.scale()).compareTo(BigDecimal.TEN.pow(18)) >= 0) {
            return null;
        }
        return new Scanned(number, start + scanner.end());
    }

    private record UnitAt(UnitWords.Name name, int end, boolean tenths) {
    }

    private @Nullable UnitAt unitAt(int at, Form form) {
        var i = at;
        while (i < text.length() && i - at < 2 && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length()) {
            return null;
        }
        if (text.charAt(i) == '成') {
            var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if ("立员功为果本效长就都熟品交群套绩对像分型活".indexOf(next) >= 0) {
                return null;
            }
            var half = NUMERALS.indexOf(next) > 0 && form == Form.CHARACTERS;
            return new UnitAt(PER_CENT, half ? i + 2 : i + 1, true);
        }
        var name = UnitWords.at(text, i);
        return name == null ? null : new UnitAt(name, i + name.written().length(), false);
    }

    /** Where the second number of a range begins that is marked at a place, or 0. */
    private int rangeStart(int at) {
        var i = at;
        while (i < text.length() && i - at < 2 && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= text.length() || "-~至到".indexOf(text.charAt(i)) < 0) {
            return 0;
        }
        while (i < text.length() && i - at < 4 && "-~至到 ".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && (Shadow.isDigit(text.charAt(i)) || NUMERALS.indexOf(text.charAt(i)) >= 0) ? i : 0;
    }

    /** 由A到B is a change and no range. */
    private boolean followsFrom(int start) {
        var window = text.substring(Math.max(floor, start - 4), start);
        return window.indexOf('由') >= 0 || window.indexOf('从') >= 0;
    }

    private @Nullable Measure ratio(int start, Scanned first) {
        var at = first.end();
        if (at >= text.length() || ":∶".indexOf(text.charAt(at)) < 0 || !isDigitAt(at + 1)
                || start > 0 && ":∶".indexOf(text.charAt(start - 1)) >= 0) {
            return null;
        }
        var second = scan(at + 1);
        if (second == null || second.end() < text.length() && (":∶".indexOf(text.charAt(second.end())) >= 0
                || Shadow.isDigit(text.charAt(second.end())))) {
            return null;
        }
        var around = text.substring(Math.max(0, start - 10), start)
                + text.substring(second.end(), Math.min(text.length(), second.end() + 8));
        if (!around.contains("比") || first.number().scaled() || second.number().scaled()
                || second.number().magnitude().signum() == 0) {
            return null;
        }
        // 按8:2分担 tells the share of the first, 3.9:1 how many times the second the first is
        var shared = Spot.contains(around, "分担", "承担", "负担", "出资", "配套");
        var divisor = shared ? first.number().magnitude().add(second.number().magnitude()) : second.number().magnitude();
        var quotient = first.number().magnitude().movePointRight(shared ? 2 : 0).divide(divisor, 6, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (quotient.scale() < 0) {
            quotient = quotient.setScale(0);
        }
        var before = limitBefore(start);
        var number = new WrittenNumber(quotient, first.number().place(), false, BigDecimal.ONE, false, false, null);
        return new Measure(before.start(), second.end(), start, number, null, shared ? PER_CENT : TIMES, BigDecimal.ONE,
                before.qualifier() == null ? Qualifier.EXACT : before.qualifier(), "", Form.RATIO);
    }

    /** 半数以上, 近一半: half of something, said so that it can only be a share. */
    private @Nullable Measure half(int start, int from) {
        var end = from;
        if (start == from - 1 && text.startsWith("数", from)) {
            end++;
        } else if (start == from - 1) {
            return null;
        }
        var number = new WrittenNumber(BigDecimal.valueOf(50), BigDecimal.TEN, false, BigDecimal.ONE, false, false, null);
        return finish(start, start, number, null, PER_CENT, BigDecimal.ONE, end, Form.CHARACTERS);
    }

    /** 翻一番 is twice, 翻两番 four times. */
    private @Nullable Measure doubling(int start) {
        var i = start + 1;
        if (i < text.length() && text.charAt(i) == '了') {
            i++;
        }
        var nearly = i < text.length() && text.charAt(i) == '近';
        if (nearly) {
            i++;
        }
        var times = i < text.length() ? "零一二三四五".indexOf(text.charAt(i) == '两' ? '二' : text.charAt(i)) : -1;
        if (times > 0) {
            i++;
        } else {
            times = 1;
        }
        if (i >= text.length() || text.charAt(i) != '番') {
            return null;
        }
        i++;
        var more = i < text.length() && text.charAt(i) == '多';
        var number = new WrittenNumber(BigDecimal.TWO.pow(times), BigDecimal.ONE, false, BigDecimal.ONE, more, false, null);
        return new Measure(start, more ? i + 1 : i, start, number, null, TIMES, BigDecimal.ONE,
                nearly ? Qualifier.NEARLY : more ? Qualifier.AND_MORE : Qualifier.EXACT, "", Form.DOUBLING);
    }

    /** 居全市第一, 全省第2位: a place among others, but not 争第一 and not 全省第一个. */
    private @Nullable Measure rank(int start) {
        var scanned = scan(start + 1);
        if (scanned == null || scanned.number().more() || scanned.number().scaled()) {
            return null;
        }
        var end = scanned.end();
        if (end < text.length() && "位名".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        var next = end < text.length() ? text.charAt(end) : '，';
        if (Shadow.isHan(next) && "和及，的并且且与".indexOf(next) < 0 || Shadow.isDigit(next) || Shadow.isLatin(next)
                || next == '的' && end + 2 < text.length() && Shadow.isHan(text.charAt(end + 1))
                        && text.charAt(end - 1) != '位' && text.charAt(end - 1) != '名') {
            return null;
        }
        var before = text.substring(Math.max(floor, start - 8), start);
        var ranked = before.endsWith("全国") || before.endsWith("全省") || before.endsWith("全市") || before.endsWith("全区")
                || before.endsWith("全县") || before.endsWith("全州") || before.endsWith("全球") || before.endsWith("世界")
                || before.endsWith("各区") || before.endsWith("同类") || before.endsWith("居") || before.endsWith("列")
                || before.endsWith("排名") || before.endsWith("排") || before.contains("居") || before.contains("位列")
                || before.contains("名列") || before.contains("排名") || before.contains("排在") || before.contains("列全");
        return ranked ? new Measure(start, end, start + 1, scanned.number(), null, PLACE, BigDecimal.ONE, Qualifier.EXACT,
                "", Form.RANK) : null;
    }

    /** A number that belongs to a word, a name or a longer sign is none by itself. */
    private boolean isPartOfWord(int start) {
        if (start == 0) {
            return false;
        }
        var previous = text.charAt(start - 1);
        var first = text.charAt(start);
        if (Shadow.isDigit(first)) {
            if (Shadow.isLatin(previous) || Shadow.isDigit(previous) || "第〔×.,/#=°+*_:∶".indexOf(previous) >= 0
                    && !(previous == ':' && !isDigitAt(start - 2))
                    || NUMERALS.indexOf(previous) > 0 && "十百千万亿".indexOf(previous) >= 0) {
                return true;
            }
            if (previous == '-' && start > 1 && (isDigitAt(start - 2) || Shadow.isLatin(text.charAt(start - 2)))) {
                return true;
            }
        } else if (previous == '第' || NUMERALS.indexOf(previous) >= 0 || Shadow.isDigit(previous)) {
            return true;
        }
        if (previous == '前' && (start < 2 || "目此日年以之当提".indexOf(text.charAt(start - 2)) < 0)) {
            return true;
        }
        return text.startsWith("连续", start - 2) || text.startsWith("分之", start - 2)
                && !text.startsWith("百分之", start - 3) && !text.startsWith("千分之", start - 3);
    }

    private boolean isDigitAt(int i) {
        return i >= 0 && i < text.length() && Shadow.isDigit(text.charAt(i));
    }
}
