package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale in which a figure can be written in Chinese.
 *
 * @param prefix what stands before the base unit: 万 of 万平方米
 * @param size   how many base units one of it is
 */
record WrittenScale(String prefix, BigDecimal size) {

    private static final List<WrittenScale> SCALES = List.of(new WrittenScale("", BigDecimal.ONE),
            new WrittenScale("万", BigDecimal.TEN.pow(4)), new WrittenScale("亿", BigDecimal.TEN.pow(8)),
            new WrittenScale("万亿", BigDecimal.TEN.pow(12)), new WrittenScale("千", BigDecimal.TEN.pow(3)));
    private static final WrittenScale TENTHS = new WrittenScale("成", BigDecimal.TEN);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The scale that the unit itself carries: 亿 of 亿元. */
    static WrittenScale of(Unit unit) {
        var prefix = unit.code().endsWith(unit.base())
                ? unit.code().substring(0, unit.code().length() - unit.base().length())
                : "";
        return new WrittenScale(prefix, unit.factor());
    }

    /** The scale that the source printed: the one in which the figure's last digit and interval come out unchanged. */
    static WrittenScale printed(Figure figure) {
        var scales = candidates(figure);
        for (var toLastDigit : new boolean[] {true, false}) {
            for (var standard : new boolean[] {false, true}) {
                for (var scale : scales) {
                    if ((!toLastDigit || scale.keepsLastDigit(figure)) && scale.reads(figure, standard)) {
                        return scale;
                    }
                }
            }
        }
        return scales.getFirst();
    }

    private static List<WrittenScale> candidates(Figure figure) {
        var unit = figure.unit();
        var own = of(unit);
        var scales = new ArrayList<>(List.of(own));
        if (unit.dimension().equals("percent")) {
            scales.add(TENTHS);
        } else if (!unit.dimension().equals("percent_point")) {
            SCALES.stream().filter(scale -> !scale.equals(own) && scale.suits(figure)).forEach(scales::add);
            SCALES.stream().filter(scale -> !scale.equals(own) && !scale.suits(figure)).forEach(scales::add);
        }
        return scales;
    }

    /** 0.9万 and 2.05千 are written only where nothing else says the same. */
    private boolean suits(Figure figure) {
        var number = of(figure.value(), figure.unit()).abs();
        return switch (prefix) {
            case "" -> true;
            case "千" -> decimals(figure) == 0 && number.compareTo(BigDecimal.TEN) < 0;
            default -> number.signum() == 0 || number.compareTo(BigDecimal.ONE) >= 0;
        };
    }

    /** The first scale of 万, 亿, 万亿 that brings a number below 10 000, the unit's own one if it is there. */
    static WrittenScale readable(BigDecimal value, Unit unit) {
        var own = of(unit);
        if (value.abs().compareTo(BigDecimal.valueOf(9999)) <= 0 || unit.dimension().startsWith("percent")) {
            return own;
        }
        var readable = own;
        for (var scale : SCALES.subList(0, 4)) {
            if (scale.size().compareTo(own.size()) > 0) {
                readable = scale;
                if (scale.of(value, unit).abs().compareTo(BigDecimal.valueOf(9999)) <= 0) {
                    break;
                }
            }
        }
        return readable;
    }

    /** How a unit is written in this scale. */
    String write(Unit unit) {
        if (this.equals(TENTHS)) {
            return prefix;
        }
        // 24个月, 2.4个百分点
        var counted = "个" + unit.code();
        return !this.equals(of(unit)) ? prefix + unit.base() : unit.aliases().contains(counted) ? counted : unit.code();
    }

    /** A number of a unit in this scale. */
    BigDecimal of(BigDecimal value, Unit unit) {
        return value.multiply(unit.factor()).divide(size, MathContext.DECIMAL128);
    }

    /** How many decimals the figure's last printed digit is, in this scale. */
    int decimals(Figure figure) {
        var place = of(figure.step(), figure.unit());
        return Math.max(0, place.stripTrailingZeros().scale());
    }

    private boolean keepsLastDigit(Figure figure) {
        return of(figure.step(), figure.unit())
                .compareTo(BigDecimal.ONE.movePointLeft(decimals(figure))) == 0;
    }

    /** Whether what would be written here is read as the figure's interval. */
    private boolean reads(Figure figure, boolean standard) {
        if (figure.valueHi() != null) {
            return true;
        }
        var unit = figure.unit();
        var magnitude = of(figure.value().abs(), unit);
        var place = BigDecimal.ONE.movePointLeft(decimals(figure));
        var count = unit.counted() && size.compareTo(BigDecimal.ONE) == 0;
        for (var nature : standard ? List.of(Nature.STANDARD) : List.of(Nature.FLOW, Nature.RATE, Nature.SHARE)) {
            var interval = read(magnitude, place, figure, nature, count);
            if (interval.around(FigureReader.DECIMALS).equals(figure.interval())) {
                return true;
            }
        }
        return false;
    }

    private Interval read(BigDecimal magnitude, BigDecimal place, Figure figure, Nature nature, boolean count) {
        var unit = figure.unit();
        var interval = Intervals.of(magnitude, place, figure.qualifier(), nature, count)
                .times(size.divide(unit.factor(), MathContext.DECIMAL128));
        if (figure.value().signum() < 0) {
            interval = interval.negate();
        }
        return nature == Nature.SHARE && unit.dimension().equals("percent")
                && figure.value().compareTo(HUNDRED) <= 0 && !interval.certainlyAbove(HUNDRED)
                        ? interval.cappedAt(HUNDRED)
                        : interval;
    }
}
