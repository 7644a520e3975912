package org.youju.observation;

/** Where a statement or a commitment stands on its way to the public. */
public enum State {
    DRAFT, SUBMITTED, APPROVED, RETURNED
}
