package org.youju.extraction;

import java.util.List;

/**
 * What a text holds.
 *
 * @param document what its letterhead and its end say
 * @param figures  the figures that it states, in its order and apart
 */
public record Extraction(DocumentHeader document, List<Candidate> figures) {

    public Extraction {
        figures = List.copyOf(figures);
    }
}
