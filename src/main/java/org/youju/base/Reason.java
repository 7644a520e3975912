package org.youju.base;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why somebody did something, in their own words. */
public final class Reason {

    /** The most characters of a reason that is kept with a decision. */
    public static final int LONGEST = 1000;

    private static final Pattern CODE = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9-]*(?:\\s[^<>]*=[^<>]*)?\\s*/?>"
            + "|<\\s*/?(?i:script|style|img|iframe|svg|object|embed|link|meta|base|form)\\b|<!--|(?i:javascript:)");

    private Reason() {
    }

    /** The first code of a page in a text: a tag or an address that runs, not a comparison such as a &lt; b. */
    public static Optional<String> code(String typed) {
        var code = CODE.matcher(typed);
        return code.find() ? Optional.of(code.group().strip()) : Optional.empty();
    }

    /**
     * What somebody wrote, or nothing, without the blanks around it.
     *
     * @throws RuleViolation {@code reason.markup} if it holds code of a page
     */
    public static String words(String typed) {
        return words(typed, "reason.markup");
    }

    /**
     * The same where another sentence refuses code of a page.
     *
     * @param markup its key
     */
    public static String words(String typed, String markup) {
        if (code(typed).isPresent()) {
            throw new RuleViolation(markup);
        }
        return typed.strip();
    }

    /**
     * The words without the blanks around them.
     *
     * @param missing key of the sentence that asks for them
     * @throws RuleViolation with that key if there are none, {@code reason.long} if they are too many, or
     *                       {@code reason.markup} if they hold code of a page
     */
    public static String of(String typed, String missing) {
        var words = words(typed);
        if (words.isEmpty()) {
            throw new RuleViolation(missing);
        }
        if (words.length() > LONGEST) {
            throw new RuleViolation("reason.long", LONGEST);
        }
        return words;
    }
}
