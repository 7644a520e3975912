package org.youju.figure;

/**
 * A text is not one figure in the unit that was asked for. Carries what a screen needs to say why in its own language.
 */
public final class FigureFormatException extends RuntimeException {

    /** What is wrong with the text. */
    public enum Reason {
        /** Nothing is written. */
        EMPTY,
        /** More than {@value FigureReader#MAX_LENGTH} characters. */
        TOO_LONG,
        /** There is no number in it. */
        NO_NUMBER,
        /** A number with two decimal points: 1.2.3. */
        TWO_DECIMAL_POINTS,
        /** A thousands mark that is not followed by three digits: 1,05. */
        MISPLACED_COMMA,
        /** A numeral in characters that makes no number: 百万千. */
        BAD_NUMERAL,
        /** Several numbers that are no range. */
        SEVERAL_NUMBERS,
        /** One number or two, with a space between them: 310 320. */
        SPACED,
        /** Of what is typed, words that are no part of a figure: 预计310. */
        NOT_UNDERSTOOD,
        /** Of what is typed, two limiting words that don't go together: 约310以上. */
        TWO_LIMITS,
        /** Of what is typed, a range with a limiting word: 约30-50. */
        RANGE_LIMITED,
        /** Of what is typed, a fall by a negative number: 下降-5. */
        FALLS_TWICE,
        /** Of what is typed, the sign of a computed number, which nobody states: ≈310. */
        COMPUTED,
        /** A range whose second number is the smaller one. */
        RANGE_REVERSED,
        /** The unit is not in the catalogue. */
        UNKNOWN_UNIT,
        /** The unit measures something else than the expected one. */
        WRONG_DIMENSION,
        /** A share above 100 %. */
        SHARE_ABOVE_HUNDRED,
        /** No value is possible: 不足 0. */
        NOTHING_POSSIBLE,
        /** 10^18 or more in the expected unit. */
        NUMBER_TOO_LARGE,
        /** More than six decimals in the expected unit. */
        TOO_MANY_DECIMALS
    }

    private final Reason reason;
    private final String text;

    public FigureFormatException(Reason reason, String text) {
        super(reason + ": " + text);
        this.reason = reason;
        this.text = text;
    }

    public Reason reason() {
        return reason;
    }

    /** The part of the text that is wrong, such as the unknown unit; at most 40 characters. */
    public String text() {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
