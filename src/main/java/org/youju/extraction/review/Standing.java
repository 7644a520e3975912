package org.youju.extraction.review;

import org.youju.check.Agreement;
import org.youju.observation.Observation;

/** What a stored statement of the same cell says beside a candidate. */
public record Standing(Observation stored, Agreement agreement) {
}
