package org.youju.extraction.review;

/**
 * An indicator that a candidate may be a figure of.
 *
 * @param code  code of the indicator
 * @param score how well it fits, 0 to 1
 */
public record IndicatorGuess(String code, double score) {
}
