package org.youju.workflow.notice;

import org.youju.security.Role;

/** Somebody who can be told of a cell, because the cell lies within their scope. */
public record Colleague(String username, String displayName, Role role) {
}
