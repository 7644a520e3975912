package org.youju.observation.event;

import org.youju.base.RuleViolation;
import org.youju.reply.IssueDate;

/**
 * What somebody says of an event.
 *
 * @param region   code
 * @param happened {@code 2023-05-08}, {@code 2023-05} or {@code 2023}
 * @param nameZh   what happened, in Chinese
 * @param nameEn   the same in English
 */
public record NewPolicyEvent(String region, String happened, String nameZh, String nameEn) {

    /** The longest name. */
    public static final int LONGEST = 200;
    private static final int FIRST_YEAR = 1949;

    /** @throws RuleViolation if a name is missing or too long, or it happened on no day or before any that can be meant */
    public NewPolicyEvent {
        nameZh = nameZh.strip();
        nameEn = nameEn.strip();
        happened = happened.strip();
        require(nameZh, "event.name.zh");
        require(nameEn, "event.name.en");
        if (!happened.matches("\\d{4}(-\\d{2}(-\\d{2})?)?") || !isPossible(happened)) {
            throw new RuleViolation("event.happened.illegal", happened);
        }
    }

    /** @throws RuleViolation if it happens after the end of a year */
    void requireWithin(int lastYear) {
        if (new IssueDate(happened).lastDay().getYear() > lastYear) {
            throw new RuleViolation("event.happened.illegal", happened);
        }
    }

    private static void require(String name, String key) {
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new RuleViolation(key, LONGEST);
        }
    }

    private static boolean isPossible(String happened) {
        try {
            return FIRST_YEAR <= new IssueDate(happened).lastDay().getYear();
        } catch (RuleViolation noDay) {
            return false;
        }
    }
}
