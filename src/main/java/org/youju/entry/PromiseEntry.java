package org.youju.entry;

import org.jspecify.annotations.Nullable;
import org.youju.commitment.CommitmentKind;

/**
 * A promise as a person writes it down.
 *
 * @param code       of the promise that it changes, null for a new one
 * @param indicator  code of what it is measured by, null where none is chosen yet
 * @param region     code
 * @param kind       null where none is chosen yet
 * @param target     as it is typed, with its unit
 * @param from       first year of the window, as it is typed
 * @param to         end of the window, a year, month, quarter or day, as it is typed; blank where no end is printed
 * @param baseYear   what the way to a level is measured from, as it is typed; blank for the year before the window
 * @param base       its value, as it is typed, with its unit; blank for what the series states of that year
 * @param department code of the department that answers for it, null where none is known
 * @param quote      the words that make it, null to keep those that do already or where no document holds it
 * @param words      what was promised, where no document holds it; else blank
 * @param reason     why it is changed, or why it is recorded without a document; blank for neither
 * @param seen       number of the row that the person saw, 0 for none
 */
public record PromiseEntry(@Nullable String code, @Nullable String indicator, String region,
        @Nullable CommitmentKind kind, String target, String from, String to, String baseYear, String base,
        @Nullable String department,
        @Nullable Quote quote, String words, String reason, long seen) {
}
