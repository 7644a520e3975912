package org.youju.observation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/**
 * Why a figure says something else than the words that it quotes. It is kept at the end of the remark on the figure,
 * where whoever approves it reads it.
 */
public final class Departure {

    /** How long a reason is at most, in UTF-16 units. */
    public static final int LONGEST = 1000;

    private static final String MARK = "与引文不一致：";
    private static final int LONGEST_REMARK = 2000;

    private Departure() {
    }

    /** The reason that a remark ends with; empty where it has none. */
    public static Optional<String> of(@Nullable String remark) {
        var at = at(remark);
        return at < 0 ? Optional.empty() : Optional.of(remark.substring(at + MARK.length()));
    }

    /**
     * A remark that ends with a reason, in the place of the one that it ended with.
     *
     * @throws RuleViolation if that is too long to be kept
     */
    public static String because(String reason, @Nullable String remark) {
        var rest = without(remark);
        var whole = (rest == null ? "" : rest + "\n") + MARK + reason.strip();
        if (reason.length() > LONGEST || whole.length() > LONGEST_REMARK) {
            throw new RuleViolation("observation.departure.long", LONGEST);
        }
        return whole;
    }

    /** A remark without a reason, null where nothing else was said. */
    public static @Nullable String without(@Nullable String remark) {
        var at = at(remark);
        return at < 0 ? remark : at == 0 ? null : remark.substring(0, at - 1);
    }

    private static int at(@Nullable String remark) {
        if (remark == null) {
            return -1;
        }
        var at = remark.startsWith(MARK) ? -1 : remark.indexOf("\n" + MARK);
        return remark.startsWith(MARK) ? 0 : at < 0 ? -1 : at + 1;
    }
}
