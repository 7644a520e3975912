package org.youju.entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.youju.extraction.grammar.Scales;
import org.youju.figure.Qualifier;
import org.youju.figure.Words;

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
            + "[余多]?(?<unit>[^\\d.]*)");
    private static final List<String> LIMITS_BEHIND = List.of("左右", "上下", "以上", "以下", "以内");

    /** The scales that people write, none first. */
    public static List<String> scales() {
        return Scales.names();
    }

    /**
     * The parts of a text that states a figure.
     *
     * @param qualifier what the text was read as
     * @return empty where it isn't written in digits: 近六成, 数十
     */
    static Optional<FigureParts> of(String text, Qualifier qualifier) {
        var match = WRITTEN.matcher(Words.plain(text));
        if (!match.matches()) {
            return Optional.empty();
        }
        var unit = match.group("unit").strip();
        for (var limit : LIMITS_BEHIND) {
            unit = unit.replace(limit, "").strip();
        }
        var scale = match.group("scale");
        var number = match.group("number").replace(" ", "").replaceAll("(?<=[\\d%])[~-]", "–");
        return Optional.of(new FigureParts(qualifier, number, scale == null ? "" : scale, unit));
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
