package org.youju.reply;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/** The date printed on a document, which may be a day, a month or a year. Equal where the print is. */
public final class IssueDate {

    private final String code;
    private final LocalDate lastDay;

    /**
     * @param code {@code 2025-01-08}, {@code 2025-01} or {@code 2025}
     * @throws RuleViolation if the code is no day, month or year
     */
    public IssueDate(String code) {
        this.code = code;
        lastDay = lastDay(code);
    }

    /** {@code 2025-01-08}, {@code 2025-01} or {@code 2025}. */
    public String code() {
        return code;
    }

    /** The day from which the document counts as known: the last one that the print allows. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** Whether the print names a day, and not only a month or a year. */
    public boolean isDay() {
        return code.length() == 10;
    }

    /** The date as official Chinese writing has it, as far as it is printed: 2025年1月8日, 2025年1月, 2025年. */
    public String chinese() {
        var parts = code.split("-");
        var words = parts[0] + "年";
        if (parts.length > 1) {
            words += Integer.parseInt(parts[1]) + "月";
        }
        return parts.length > 2 ? words + Integer.parseInt(parts[2]) + "日" : words;
    }

    private static LocalDate lastDay(String code) {
        try {
            return switch (code.length()) {
                case 4 -> Year.parse(code).atMonth(12).atEndOfMonth();
                case 7 -> YearMonth.parse(code).atEndOfMonth();
                default -> LocalDate.parse(code);
            };
        } catch (DateTimeParseException e) {
            throw new RuleViolation("reply.issuedOn.illegal", code);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IssueDate date && date.code.equals(code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
