package org.youju.observation;

/**
 * How much is stated of an indicator of a region.
 *
 * @param cells      how many periods, at least one
 * @param statements how many statements of them, at least as many
 */
public record SeriesSize(String indicator, String region, int cells, int statements) {
}
