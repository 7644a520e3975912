package org.youju.observation;

import org.youju.base.RuleViolation;

/** Why a figure says something else than the words that it quotes, as whoever approves it reads it. */
public final class Departure {

    /** How long a reason is at most, in UTF-16 units. */
    public static final int LONGEST = 1000;

    private Departure() {
    }

    /**
     * A reason as it is kept.
     *
     * @throws RuleViolation if it is too long to be kept
     */
    public static String because(String reason) {
        if (reason.length() > LONGEST) {
            throw new RuleViolation("observation.departure.long", LONGEST);
        }
        return reason.strip();
    }
}
