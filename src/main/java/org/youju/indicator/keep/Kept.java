package org.youju.indicator.keep;

/**
 * An entry of the catalogue as somebody sees it.
 *
 * @param version how often it was changed; 0 for a new one
 */
public record Kept<T>(T entry, int version) {
}
