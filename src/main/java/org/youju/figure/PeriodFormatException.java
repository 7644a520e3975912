package org.youju.figure;

/** A text is not the code of a period. Carries what a screen needs to say why in its own language. */
public final class PeriodFormatException extends RuntimeException {

    /** What is wrong with the code. */
    public enum Reason {
        /** Nothing is written. */
        EMPTY,
        /**
         * None of the forms of a code: 2023, 2023-S1, 2023-Q1, 2023-07, 2024-04-25, 2017/2023, 2020/..,
         * ../2025-12-31, unknown.
         */
        NOT_A_CODE,
        /** A month or a day that the calendar does not have: 2023-02-30. */
        NO_SUCH_DAY,
        /** A year before 1900 or after 2100. */
        YEAR_OUT_OF_RANGE,
        /** A span that ends before it begins. */
        REVERSED
    }

    private final Reason reason;
    private final String text;

    public PeriodFormatException(Reason reason, String text) {
        super(reason + ": " + text);
        this.reason = reason;
        this.text = text;
    }

    public Reason reason() {
        return reason;
    }

    /** The code that was refused; at most 40 characters. */
    public String text() {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
