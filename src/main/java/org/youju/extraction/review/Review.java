package org.youju.extraction.review;

import java.util.List;
import org.youju.reply.Reply;
import org.youju.reply.ReplyText;

/**
 * What is under review.
 *
 * @param text       the frozen text that the candidates were read from
 * @param candidates in the order of the text
 */
public record Review(Reply reply, ReplyText text, List<ReviewCandidate> candidates) {

    public Review {
        candidates = List.copyOf(candidates);
    }
}
