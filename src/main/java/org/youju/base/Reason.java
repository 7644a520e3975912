package org.youju.base;

/** Why somebody did something, in their own words. */
public final class Reason {

    /** The most characters of a reason that is kept with a decision. */
    public static final int LONGEST = 1000;

    private Reason() {
    }

    /**
     * The words without the blanks around them.
     *
     * @param missing key of the sentence that asks for them
     * @throws RuleViolation with that key if there are none, {@code reason.long} if they are too many, or
     *                       {@link PlainWords#REFUSED} if they hold code of a page
     */
    public static String of(String typed, String missing) {
        var words = PlainWords.of(typed);
        if (words.isEmpty()) {
            throw new RuleViolation(missing);
        }
        return within(words);
    }

    /**
     * What may be left out, without the blanks around it.
     *
     * @throws RuleViolation {@code reason.long} if it is too long to be kept
     */
    public static String within(String typed) {
        var words = typed.strip();
        if (words.length() > LONGEST) {
            throw new RuleViolation("reason.long", LONGEST);
        }
        return words;
    }
}
