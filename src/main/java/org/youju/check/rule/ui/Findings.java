package org.youju.check.rule.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.check.rule.BreachSurvey.Found;
import org.youju.check.rule.BreachSurvey.Look;
import org.youju.check.rule.Rule;

/** What breaks rules, as a list of them says it. */
sealed interface Findings {

    /**
     * Said at once.
     *
     * @param byRule by the numbers of the rules; those that nothing breaks may be left out
     */
    record Known(Map<Long, List<Found>> byRule) implements Findings {
    }

    /** Looked for where somebody asks, some regions at a time. */
    record OnDemand(Looking looking) implements Findings {
    }

    /** Takes a look at a rule. */
    interface Looking {

        /** @param after code of the region that the look before it ended with; null to begin */
        Look look(Rule rule, @Nullable String after);
    }
}
