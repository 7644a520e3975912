package org.youju.entry;

/**
 * An assumption as a person writes it down.
 *
 * @param promise   code of the promise whose verdict may rest on it
 * @param indicator code of what is bounded
 * @param period    as it is typed
 * @param bound     how much it is at most, as it is typed, with its unit
 * @param grounds   why it can be assumed
 * @param reason    why it is restored; blank for a new one
 */
public record AssumptionEntry(String promise, String indicator, String period, String bound, String grounds,
        String reason) {
}
