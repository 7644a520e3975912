package org.youju.indicator;

/**
 * What an indicator is, how it is defined, or which rules its figures are held against has changed; published within the
 * transaction that changes it.
 *
 * @param code of the indicator
 */
public record IndicatorChanged(String code) {
}
