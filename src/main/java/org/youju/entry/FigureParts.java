package org.youju.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.youju.extraction.grammar.Scales;
import org.youju.figure.FigureFormatException;
import org.youju.figure.NumberScanner;
import org.youju.figure.Qualifier;
import org.youju.figure.Words;
import org.youju.figure.WrittenNumber;

/**
 * A figure by its parts, as people may fill them one by one instead of writing it out.
 *
 * @param number digits, or two of them with a dash for a range
 * @param scale  万, 亿 …; empty for none
 * @param unit   behind the scale: 元; empty for the indicator's own unit
 */
public record FigureParts(Qualifier qualifier, String number, String scale, String unit) {

    private static final String DIGITS = "[-+]?\\d[\\d,]*(?:\\.\\d+)?";
    private static final Pattern WRITTEN = Pattern.compile("\\s*[^\\d.+-]*(?<number>" + DIGITS + "%?(?:\\s*[~-]\\s*" + DIGITS
            + ")?)\\s*(?<scale>" + Scales.names().stream().filter(it -> !it.isEmpty())
                    .sorted((one, other) -> other.length() - one.length()).collect(Collectors.joining("|")) + ")?"
            + "[余多+]?(?<unit>[^\\d.]*)");
    private static final Pattern NUMERAL = Pattern.compile("[零一二两三四五六七八九十百千万亿数几](?<!百(?=分之))");
    private static final String PER_CENT = "百分之";
    private static final List<String> LIMITS_BEHIND = List.of("左右", "上下", "以上", "以下", "以内");

    /** The scales that people write, none first. */
    public static List<String> scales() {
        return Scales.names();
    }

    /**
     * The parts of a text that states a figure, in digits or in characters: 约310亿元, 二十余个, 近六成.
     *
     * @param qualifier what the text was read as
     * @return empty where no digits say the same: 数十
     */
    static Optional<FigureParts> of(String text, Qualifier qualifier) {
        var plain = Words.plain(text);
        var match = WRITTEN.matcher(plain);
        if (!match.matches()) {
            return inCharacters(plain.strip(), qualifier);
        }
        var unit = unit(match.group("unit"));
        var scale = match.group("scale");
        var number = match.group("number").replace(" ", "").replaceAll("(?<=[\\d%])[~-]", "–");
        return Optional.of(new FigureParts(qualifier, number, scale == null ? "" : scale, unit));
    }

    private static String unit(String behind) {
        var unit = behind.strip();
        for (var limit : LIMITS_BEHIND) {
            unit = unit.replace(limit, "").strip();
        }
        return unit;
    }

    /** 三百一十亿 by its digits and its scale. */
    private static Optional<FigureParts> inCharacters(String text, Qualifier qualifier) {
        var numeral = NUMERAL.matcher(text);
        if (!numeral.find()) {
            return Optional.empty();
        }
        var before = text.substring(0, numeral.start()).strip();
        var limit = Words.limitEndingAt(before, before.length());
        var whole = before.isEmpty() || before.equals(PER_CENT) || limit != null && limit.text().equals(before);
        var scanner = new NumberScanner(text, numeral.start());
        try {
            var number = scanner.scan();
            // 六成五: its last digit stands behind the unit
            var behind = text.substring(scanner.end()).replaceFirst("^成[一二三四五六七八九]", "成");
            if (!whole || number.below() != null || NUMERAL.matcher(behind).find()) {
                return Optional.empty();
            }
            var limited = qualifier == Qualifier.EXACT && number.more() ? Qualifier.AND_MORE
                    : qualifier == Qualifier.EXACT && limit != null ? limit.meaning() : qualifier;
            return Optional.of(inDigits(number, limited, before.equals(PER_CENT) ? "%" : "", unit(behind)));
        } catch (FigureFormatException none) {
            return Optional.empty();
        }
    }

    private static FigureParts inDigits(WrittenNumber number, Qualifier qualifier, String sign, String unit) {
        var value = number.magnitude().multiply(number.scale());
        var place = number.place().multiply(number.scale());
        var scale = Stream.of("亿", "万").filter(it -> value.compareTo(size(it)) >= 0).findFirst().orElse("");
        var decimals = Math.max(0, place.divide(size(scale), MathContext.DECIMAL128).stripTrailingZeros().scale());
        var digits = value.divide(size(scale), MathContext.DECIMAL128).setScale(decimals, RoundingMode.UNNECESSARY);
        return new FigureParts(qualifier, digits.toPlainString() + sign, scale, unit);
    }

    private static BigDecimal size(String scale) {
        return BigDecimal.ONE.scaleByPowerOfTen(Scales.names().indexOf(scale));
    }

    /** The figure written out: 约310亿元, 1.2万余人. */
    public String written() {
        var limit = number.contains("–") ? Qualifier.EXACT : qualifier;
        return before(limit) + number.strip() + scale + (limit == Qualifier.AND_MORE ? "余" : "") + unit;
    }

    private static String before(Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT, AND_MORE -> "";
            case ABOUT -> "约";
            case MORE_THAN -> "超过";
            case AT_LEAST -> "不少于";
            case AT_MOST -> "不超过";
            case NEARLY -> "近";
            case LESS_THAN -> "不足";
        };
    }
}
