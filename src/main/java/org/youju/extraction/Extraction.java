package org.youju.extraction;

import java.util.List;

/**
 * What a text holds.
 *
 * @param document   what its letterhead and its end say
 * @param figures    the figures that it states, in its order and apart
 * @param passedOver its numeric expressions that are no figures, in its order, apart from each other and from the figures
 */
public record Extraction(DocumentHeader document, List<Candidate> figures, List<PassedOver> passedOver) {

    public Extraction {
        figures = List.copyOf(figures);
        passedOver = List.copyOf(passedOver);
    }
}
