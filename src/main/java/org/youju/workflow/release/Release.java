package org.youju.workflow.release;

import java.time.Instant;

/**
 * A moment of our records that was given a name.
 *
 * @param name unique
 * @param note what people wrote about it; empty for nothing
 * @param at   the moment
 * @param by   user name
 */
public record Release(long id, String name, String note, Instant at, String by) {
}
