package org.youju.extraction.review;

import java.time.Instant;

/**
 * Who changes a candidate, and when.
 *
 * @param by by user name
 */
record Signature(String by, Instant at) {
}
