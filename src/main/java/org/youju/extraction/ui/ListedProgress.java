package org.youju.extraction.ui;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.youju.extraction.review.ReviewService;
import org.youju.reply.FigureReview;

/** Tells the list of documents how far the review of each is. */
@Component
class ListedProgress implements FigureReview {

    private final ReviewService reviews;

    ListedProgress(ReviewService reviews) {
        this.reviews = reviews;
    }

    @Override
    public Map<Long, Progress> of(Collection<Long> replyIds) {
        return reviews.progress(replyIds).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> new Progress(entry.getValue().decided(), entry.getValue().open() + entry.getValue().decided())));
    }
}
