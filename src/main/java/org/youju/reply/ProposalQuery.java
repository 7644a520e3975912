package org.youju.reply;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals are looked for.
 *
 * @param words      what title, number or proposers hold; null or blank for all
 * @param region     code of the region whose body it is, null for every one
 * @param categories the categories of its result, with empty for one that is not known; null for every one
 */
public record ProposalQuery(@Nullable String words, @Nullable String region,
        @Nullable Set<Optional<AnswerCategory>> categories) {
}
