package org.youju.check.rule;

/**
 * A rule says something else now; told within the transaction that changes it.
 *
 * @param now as it stands
 * @param by  user name of who changed it
 */
public record RuleChanged(Rule now, String by) {
}
