package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import org.youju.figure.FigureFormatException.Reason;

/**
 * Reads one number from the place where it begins, in digits or in characters, with its 余 and its scale: 1,286.45亿,
 * 130余万, 两千零五十, 数十. Stops before a unit whose name begins like a scale (千瓦, 百分点). Looks at each character once.
 */
public final class NumberScanner {

    private static final String[] NO_SCALES = {"百分", "千瓦", "千米", "千克", "千伏", "千卡"};

    private final String text;
    private final boolean mendsPoint;
    private int at;

    /**
     * @param plainText what {@link Words#plain(String)} made of a text
     * @param start     where its number begins
     */
    public NumberScanner(String plainText, int start) {
        this(plainText, start, false);
    }

    /** @param mendsPoint whether 2428、14 is a misprinted 2428.14 and no list */
    NumberScanner(String plainText, int start, boolean mendsPoint) {
        this.text = plainText;
        this.at = start;
        this.mendsPoint = mendsPoint;
    }

    /** Where the number ends, after {@link #scan()}. */
    public int end() {
        return at;
    }

    /**
     * Reads the number; a sign before it is not seen.
     *
     * @throws FigureFormatException if what stands there makes no number
     */
    public WrittenNumber scan() {
        return isDigitAt(at) || at < text.length() && text.charAt(at) == '.' ? inDigits() : inCharacters();
    }

    /** Whether 数 or 几 stands for a digit. */
    static boolean isVague(char sign) {
        return sign == '数' || sign == '几';
    }

    private WrittenNumber inDigits() {
        var written = digits();
        var scale = BigDecimal.ONE;
        var more = false;
        var end = at;
        while (true) {
            skipSpaces();
            if (at >= text.length() || isNoScale()) {
                break;
            }
            var sign = text.charAt(at);
            if (sign == '余' || sign == '多' || sign == '几') {
                more = true;
            } else if (ChineseNumerals.isUnit(sign)) {
                scale = scale.multiply(ChineseNumerals.unit(sign));
            } else {
                break;
            }
            at++;
            end = at;
        }
        at = end;
        return new WrittenNumber(written, Numbers.lastPlace(written), false, scale, more,
                scale.compareTo(BigDecimal.ONE) != 0, null);
    }

    private boolean isNoScale() {
        for (var name : NO_SCALES) {
            if (text.startsWith(name, at)) {
                return true;
            }
        }
        return false;
    }

    /** Digits with thousands marks and a decimal point, which some pages misprint as 、. */
    private BigDecimal digits() {
        var start = at;
        var whole = new StringBuilder();
        while (isDigitAt(at)) {
            whole.append(text.charAt(at++));
        }
        var grouped = whole.length() <= 3 && at > start;
        while (grouped && at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ')
                && isDigitAt(at + 1)) {
            if (!isDigitAt(at + 2) || !isDigitAt(at + 3) || isDigitAt(at + 4)) {
                if (text.charAt(at) == ' ') {
                    break;
                }
                throw new FigureFormatException(Reason.MISPLACED_COMMA, text.strip());
            }
            whole.append(text, at + 1, at + 4);
            at += 4;
        }
        if (at < text.length() && text.charAt(at) == ',' && isDigitAt(at + 1)) {
            throw new FigureFormatException(Reason.MISPLACED_COMMA, text.strip());
        }
        var decimals = new StringBuilder();
        if (isDigitAt(at + 1) && (text.charAt(at) == '.' || isMisprintedPoint(whole.length()))) {
            at++;
            while (isDigitAt(at)) {
                decimals.append(text.charAt(at++));
            }
            if (at < text.length() && text.charAt(at) == '.' && isDigitAt(at + 1)) {
                throw new FigureFormatException(Reason.TWO_DECIMAL_POINTS, text.strip());
            }
        }
        return new BigDecimal((whole.isEmpty() ? "0" : whole) + (decimals.isEmpty() ? "" : "." + decimals));
    }

    /** 2428、14 is no list: its second number is much shorter than the first. */
    private boolean isMisprintedPoint(int wholeDigits) {
        return mendsPoint && text.charAt(at) == '、' && wholeDigits >= 3 && isDigitAt(at + 1)
                && (!isDigitAt(at + 2) || !isDigitAt(at + 3));
    }

    private WrittenNumber inCharacters() {
        var vague = isVague(text.charAt(at));
        if (vague) {
            at++;
        }
        var start = at;
        while (at < text.length() && ChineseNumerals.isPart(text.charAt(at)) && !isNoScale()) {
            at++;
        }
        var run = text.substring(start, at);
        if (run.isEmpty()) {
            throw new FigureFormatException(Reason.BAD_NUMERAL, text.strip());
        }
        var numeral = ChineseNumerals.parse(run);
        var scale = BigDecimal.ONE;
        var more = vague;
        BigDecimal below = null;
        if (vague) {
            // 数十 is at least twenty and less than a hundred
            if (!ChineseNumerals.isUnit(run.charAt(0)) || run.chars().skip(1).anyMatch(sign -> sign != '万' && sign != '亿')) {
                throw new FigureFormatException(Reason.BAD_NUMERAL, text.strip());
            }
            var unit = ChineseNumerals.unit(run.charAt(0));
            scale = Numbers.plain(numeral.value().divide(unit, MathContext.DECIMAL128));
            numeral = new ChineseNumerals.Numeral(unit.multiply(BigDecimal.TWO), BigDecimal.ONE);
            below = unit.movePointRight(1);
        }
        var end = at;
        skipSpaces();
        while (at < text.length()) {
            var sign = text.charAt(at);
            if (sign == '余' || sign == '多' || sign == '几') {
                more = true;
            } else if (more && (sign == '万' || sign == '亿')) {
                scale = scale.multiply(ChineseNumerals.unit(sign));
            } else {
                break;
            }
            at++;
            end = at;
            skipSpaces();
        }
        at = end;
        var scaled = scale.compareTo(BigDecimal.ONE) != 0 || run.indexOf('万') >= 0 || run.indexOf('亿') >= 0;
        return tenths(new WrittenNumber(numeral.value(), numeral.place(), false, scale, more, scaled, below), run);
    }

    /** 六成五 is 6.5成. */
    private WrittenNumber tenths(WrittenNumber number, String run) {
        if (at + 1 < text.length() && text.charAt(at) == '成' && ChineseNumerals.digit(text.charAt(at + 1)) > 0
                && run.length() == 1) {
            var tenth = new BigDecimal("0.1");
            var digit = BigDecimal.valueOf(ChineseNumerals.digit(text.charAt(at + 1)));
            return new WrittenNumber(number.magnitude().add(digit.multiply(tenth)), tenth, false, number.scale(),
                    number.more(), true, null);
        }
        return number;
    }

    private void skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean isDigitAt(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
