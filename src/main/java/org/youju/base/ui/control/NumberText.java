package org.youju.base.ui.control;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/** Numbers as people type them into forms. */
public final class NumberText {

    private static final int WHOLE_DIGITS = 18;
    private static final int DECIMALS = 6;

    private NumberText() {
    }

    /**
     * A number with at most 18 digits before the point and 6 behind it; thousands marks and full-width digits are read.
     *
     * @return null where nothing is written
     * @throws RuleViolation with {@code key} if it is no such number, with what was typed
     */
    public static @Nullable BigDecimal read(String typed, String key) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]", "").replace('\u2212', '-');
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1," + WHOLE_DIGITS + "}(\\.\\d{1," + DECIMALS + "})?")) {
            throw new RuleViolation(key, typed.strip());
        }
        return new BigDecimal(text);
    }
}
