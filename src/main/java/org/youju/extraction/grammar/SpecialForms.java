package org.youju.extraction.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.extraction.text.Signs;
import org.youju.figure.Qualifier;
import org.youju.figure.WrittenNumber;

/** Figures that are no number with a unit: ratios, 翻番 and places among others. */
final class SpecialForms {

    private static final UnitWords.Name PER_CENT = UnitWords.known("%");
    private static final UnitWords.Name TIMES = UnitWords.known("倍");
    private static final UnitWords.Name PLACE = new UnitWords.Name("位", "位", Sort.COUNTER, "");

    private final String text;
    private final NumberReader numbers;
    private final Limits limits;

    SpecialForms(String text, NumberReader numbers, Limits limits) {
        this.text = text;
        this.numbers = numbers;
        this.limits = limits;
    }

    /** 8:2, 3.9:1: the ratio that begins at a place, or null. */
    @Nullable Measure ratio(int start, NumberReader.Scanned first, int floor) {
        var at = first.end();
        if (at >= text.length() || ":∶".indexOf(text.charAt(at)) < 0 || !Signs.isDigitAt(text, at + 1)
                || start > 0 && ":∶".indexOf(text.charAt(start - 1)) >= 0) {
            return null;
        }
        var second = numbers.scan(at + 1);
        if (second == null || second.end() < text.length() && (":∶".indexOf(text.charAt(second.end())) >= 0
                || Signs.isDigit(text.charAt(second.end())))) {
            return null;
        }
        var around = text.substring(Math.max(0, start - 10), start)
                + text.substring(second.end(), Math.min(text.length(), second.end() + 8));
        if (!around.contains("比") || first.number().scaled() || second.number().scaled()
                || second.number().magnitude().signum() == 0) {
            return null;
        }
        // 按8:2分担 tells the share of the first, 3.9:1 how many times the second the first is
        var shared = Signs.holds(around, "分担", "承担", "负担", "出资", "配套");
        var divisor = shared ? first.number().magnitude().add(second.number().magnitude())
                : second.number().magnitude();
        var quotient = first.number().magnitude().movePointRight(shared ? 2 : 0).divide(divisor, 6,
                RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (quotient.scale() < 0) {
            quotient = quotient.setScale(0);
        }
        var before = limits.before(start, floor);
        var number = new WrittenNumber(quotient, first.number().place(), false, BigDecimal.ONE, false, false, null);
        return new Measure(before.start(), second.end(), start, number, null, shared ? PER_CENT : TIMES, BigDecimal.ONE,
                before.qualifier() == null ? Qualifier.EXACT : before.qualifier(), "", Form.RATIO);
    }

    /** 翻一番 is twice, 翻两番 four times. */
    @Nullable Measure doubling(int start) {
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
        var number = new WrittenNumber(BigDecimal.TWO.pow(times), BigDecimal.ONE, false, BigDecimal.ONE, more, false,
                null);
        return new Measure(start, more ? i + 1 : i, start, number, null, TIMES, BigDecimal.ONE,
                nearly ? Qualifier.NEARLY : more ? Qualifier.AND_MORE : Qualifier.EXACT, "", Form.DOUBLING);
    }

    /** 居全市第一, 全省第2位: a place among others, but not 争第一 and not 全省第一个. */
    @Nullable Measure rank(int start, int floor) {
        var scanned = numbers.scan(start + 1);
        if (scanned == null || scanned.number().more() || scanned.number().scaled()) {
            return null;
        }
        var end = scanned.end();
        if (end < text.length() && "位名".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        var next = end < text.length() ? text.charAt(end) : '，';
        if (Signs.isHan(next) && "和及，的并且且与".indexOf(next) < 0 || Signs.isDigit(next) || Signs.isLatin(next)
                || next == '的' && end + 2 < text.length() && Signs.isHan(text.charAt(end + 1))
                        && text.charAt(end - 1) != '位' && text.charAt(end - 1) != '名') {
            return null;
        }
        var before = text.substring(Math.max(floor, start - 8), start);
        var ranked = before.endsWith("全国") || before.endsWith("全省") || before.endsWith("全市") || before.endsWith("全区")
                || before.endsWith("全县") || before.endsWith("全州") || before.endsWith("全球") || before.endsWith("世界")
                || before.endsWith("各区") || before.endsWith("同类") || before.endsWith("居") || before.endsWith("列")
                || before.endsWith("排名") || before.endsWith("排") || before.contains("居") || before.contains("位列")
                || before.contains("名列") || before.contains("排名") || before.contains("排在") || before.contains("列全");
        return ranked ? new Measure(start, end, start + 1, scanned.number(), null, PLACE, BigDecimal.ONE,
                Qualifier.EXACT,
                "", Form.RANK) : null;
    }
}
