package org.youju.dashboard;

import java.util.List;
import org.youju.check.Consistency;
import org.youju.check.UnitCost;

/**
 * 验算: arithmetic that holds the figures of a region against each other.
 *
 * @param unitCosts what one of something costs, against its ceiling
 * @param routes    quantities that are known by more than one route
 */
public record Checks(List<UnitCost> unitCosts, List<Consistency> routes) {
}
