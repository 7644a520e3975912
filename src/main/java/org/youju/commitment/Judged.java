package org.youju.commitment;

/** A promise with what the statements known at a moment say of it. */
public record Judged(Commitment commitment, Verdict verdict) {
}
