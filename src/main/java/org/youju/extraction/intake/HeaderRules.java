package org.youju.extraction.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.reply.IssueDate;
import org.youju.reply.Proposal;

/**
 * What may be typed into each field of a document's header, and what it means. Each rule takes the words as typed; blank
 * words are null where the field may be left empty.
 */
public final class HeaderRules {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PERSON = 100;
    private static final int LONGEST_RESULT = 40;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_PROPOSERS = 1000;
    private static final int FIRST_YEAR = 1949;
    private static final int MOST_SESSIONS = 99;
    private static final Pattern DOC_NO = Pattern.compile("(\\p{IsHan}{1,20})〔(\\d{4})〕第?(\\d{1,5})号");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:[-./年](\\d{1,2})(?:[-./月](\\d{1,2})日?|月)?|年)?");
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{0,3}\\d{1,17}");
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z_-]{1,60}");
    private static final Pattern COMMA = Pattern.compile("[、,，;；\\n]");

    private HeaderRules() {
    }

    /** A document number with the brackets of the standard: 长发改[2024]19号 is 长发改〔2024〕19号. */
    public static @Nullable String docNo(String typed, LocalDate today) {
        var words = typed.replaceAll("\\s", "").replaceAll("[\\[【（(［]", "〔").replaceAll("[]】）)］]", "〕");
        if (words.isEmpty()) {
            return null;
        }
        var matcher = DOC_NO.matcher(words);
        if (!matcher.matches()) {
            throw new RuleViolation("intake.rule.docNo", typed.strip());
        }
        var year = Integer.parseInt(matcher.group(2));
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw new RuleViolation("intake.rule.docNo.year", matcher.group(2));
        }
        return matcher.group(1) + "〔" + matcher.group(2) + "〕" + matcher.group(3) + "号";
    }

    /** The title, which every document has. */
    public static String title(String typed) {
        return required(typed, LONGEST_TITLE, "reply.title.missing");
    }

    /** Whoever issued it, which is known of every document. */
    public static String issuer(String typed) {
        return required(typed, LONGEST_NAME, "intake.rule.issuer");
    }

    public static @Nullable String signatory(String typed) {
        return limited(typed, LONGEST_PERSON);
    }

    public static @Nullable String result(String typed) {
        return limited(typed, LONGEST_RESULT);
    }

    /** The printed date as far as it is printed: a day, a month or a year, in figures or with 年月日. */
    public static @Nullable IssueDate date(String typed, LocalDate today) {
        var words = typed.replaceAll("\\s", "");
        if (words.isEmpty()) {
            return null;
        }
        var matcher = DATE.matcher(words);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < FIRST_YEAR) {
            throw new RuleViolation("reply.issuedOn.illegal", typed.strip());
        }
        var code = matcher.group(1) + part(matcher.group(2)) + part(matcher.group(3));
        var date = new IssueDate(code);
        if (LocalDate.parse(code + "-01-01".substring(code.length() - 4)).isAfter(today)) {
            throw new RuleViolation("intake.rule.date.future", code, today.toString());
        }
        return date;
    }

    private static String part(@Nullable String digits) {
        return digits == null ? "" : digits.length() == 1 ? "-0" + digits : "-" + digits;
    }

    public static @Nullable String url(String typed) {
        var words = limited(typed, LONGEST_ADDRESS);
        if (words != null && !words.matches("https?://\\S+")) {
            throw new RuleViolation("reply.url.illegal", words);
        }
        return words;
    }

    /** Letters, digits, _ and -; every document has one. */
    public static String sourceKey(String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            throw new RuleViolation("reply.sourceKey.missing");
        }
        if (!KEY.matcher(words).matches()) {
            throw new RuleViolation("intake.rule.sourceKey", words);
        }
        return words;
    }

    /** A term or a session, from 1 to 99, in digits or as it is printed: 十五. */
    public static @Nullable Integer ordinal(String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            return null;
        }
        return IntStream.rangeClosed(1, MOST_SESSIONS)
                .filter(n -> words.equals(Integer.toString(n)) || words.equals(Proposal.inChinese(n)))
                .boxed().findFirst()
                .orElseThrow(() -> new RuleViolation("intake.rule.ordinal", words, MOST_SESSIONS));
    }

    /** The number of a proposal as printed, with its zeros: 050, TA2020021. */
    public static @Nullable String number(String typed) {
        var words = typed.replaceAll("[\\s第号號]", "");
        if (words.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(words).matches()) {
            throw new RuleViolation("intake.rule.number", typed.strip());
        }
        return words;
    }

    public static @Nullable String subject(String typed) {
        return limited(typed, LONGEST_TITLE);
    }

    /** Names between 、 or other commas. */
    public static List<String> proposers(String typed) {
        limited(typed, LONGEST_PROPOSERS);
        return Arrays.stream(COMMA.split(typed)).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static String required(String typed, int longest, String missingKey) {
        var words = limited(typed, longest);
        if (words == null) {
            throw new RuleViolation(missingKey);
        }
        return words;
    }

    private static @Nullable String limited(String typed, int longest) {
        var words = typed.strip();
        if (words.length() > longest) {
            throw new RuleViolation("intake.rule.long", words.length(), longest);
        }
        return words.isEmpty() ? null : words;
    }
}
