package org.youju.base;

import java.util.Optional;
import java.util.regex.Pattern;

/** What people write in their own words. Code of a page among it is a slip, and is refused where it was written. */
public final class PlainWords {

    /** Key of the sentence that refuses code; its argument is the code. */
    public static final String REFUSED = "words.markup";

    /** A tag that ends, or has an attribute; the beginning of one that runs by itself; an address that runs. */
    private static final Pattern CODE = Pattern.compile(
            "</?[a-zA-Z][a-zA-Z0-9-]*+(?:\\s*+/?>|(?:[\\s/]++[a-zA-Z-]++)++\\s*+=)"
                    + "|<\\s*+/?(?i:script|style|img|iframe|svg|object|embed|video|audio)\\b|<!--|(?i:javascript:)");

    private PlainWords() {
    }

    /** The first code of a page in a text: a tag or an address that runs, not a comparison such as a &lt; b. */
    public static Optional<String> code(String typed) {
        var code = CODE.matcher(typed);
        return code.find() ? Optional.of(code.group().strip()) : Optional.empty();
    }

    /**
     * What somebody wrote, or nothing, without the blanks around it.
     *
     * @throws RuleViolation {@link #REFUSED} if it holds code of a page
     */
    public static String of(String typed) {
        code(typed).ifPresent(code -> {
            throw new RuleViolation(REFUSED, code);
        });
        return typed.strip();
    }
}
