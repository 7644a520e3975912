package org.youju.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.youju.figure.Figure;
import org.youju.figure.Unit;
import org.youju.figure.Words;

/**
 * A figure that the scale written with it makes a thousand times smaller or larger than the others of its series: 1.2万
 * where all are in 亿元. Where there are no others, one that is next to nothing in its series' own unit.
 *
 * @param meant what may be meant: the same in the scale of the unit, 1.2亿
 * @param apart whether other figures say so, and not the unit alone
 */
public record ScaleSlip(String meant, boolean apart) {

    private static final BigDecimal FAR = BigDecimal.valueOf(1000);
    private static final Pattern SCALE = Pattern.compile("(?<=\\d)\\s*[十百千万亿]+|(?<=[一二两三四五六七八九十百千])[万亿]+");

    /**
     * Looks at a figure in the words in which a person has written it.
     *
     * @param others what else its series states, in the same unit
     * @return empty where its scale is the unit's own, or is nothing to wonder at
     */
    public static Optional<ScaleSlip> of(Figure figure, Collection<BigDecimal> others) {
        var value = figure.value().abs();
        var meant = inOwnScale(figure);
        if (value.signum() == 0 || meant.isEmpty()) {
            return Optional.empty();
        }
        var sizes = others.stream().map(BigDecimal::abs).filter(it -> it.signum() != 0).sorted().toList();
        if (sizes.isEmpty()) {
            return meant.filter(it -> value.multiply(FAR).compareTo(BigDecimal.ONE) < 0)
                    .map(it -> new ScaleSlip(it, false));
        }
        var median = sizes.get(sizes.size() / 2);
        var larger = value.max(median).divide(value.min(median), MathContext.DECIMAL64);
        return meant.filter(it -> larger.compareTo(FAR) >= 0).map(it -> new ScaleSlip(it, true));
    }

    /** Whether it is worth asking for the others of its series. */
    public static boolean mayBe(Figure figure) {
        return inOwnScale(figure).isPresent();
    }

    /** The words of a figure with the scale of its unit in the place of their own; empty where that is the same. */
    private static Optional<String> inOwnScale(Figure figure) {
        var unit = figure.unit();
        var words = Words.plain(figure.printed()).strip();
        var scales = SCALE.matcher(words).results().toList();
        if (scales.size() != 1 || unit.dimension().startsWith("percent")) {
            return Optional.empty();
        }
        var scale = scales.getFirst();
        var own = scale(unit);
        return scale.group().strip().equals(own) ? Optional.empty()
                : Optional.of(words.substring(0, scale.start()) + own + words.substring(scale.end()));
    }

    /** 亿 of 亿元. */
    private static String scale(Unit unit) {
        return unit.code().endsWith(unit.base())
                ? unit.code().substring(0, unit.code().length() - unit.base().length()) : "";
    }
}
