package org.youju.extraction.review;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.check.Agreement;
import org.youju.figure.Figure;

/**
 * What accepting would record.
 *
 * @param figure     in the indicator's unit; null where the terms make none
 * @param refusal    why accepting would be refused, null where it would not
 * @param standings  the stored statements of the same cell
 * @param promise    code of the approved promise of the same reply that it repeats, or null
 * @param departures in what it says something else than the quoted words; accepting it asks for a reason then
 */
public record Preview(@Nullable Figure figure, @Nullable RuleViolation refusal, List<Standing> standings,
        @Nullable String promise, Set<AsRead.Part> departures) {

    public Preview {
        standings = List.copyOf(standings);
        departures = Set.copyOf(departures);
    }

    /** Whether it may be accepted without a look: nothing refuses it and nothing stored says otherwise. */
    public boolean isPlain() {
        return refusal == null && standings.stream().map(Standing::agreement).noneMatch(Preview::isContrary);
    }

    static boolean isContrary(Agreement agreement) {
        return agreement == Agreement.CONFLICT || agreement == Agreement.REVISION;
    }
}
