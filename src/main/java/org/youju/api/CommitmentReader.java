package org.youju.api;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.api.Answers.CommitmentAnswer;
import org.youju.commitment.CommitmentService;
import org.youju.indicator.Catalogue;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;

/** Reads promises with their verdicts, as far as the caller may know them. */
@Component
class CommitmentReader {

    private final CommitmentService commitments;
    private final ReplyService replies;
    private final Readable readable;
    private final Mapper mapper;

    CommitmentReader(CommitmentService commitments, ReplyService replies, Readable readable, Mapper mapper) {
        this.commitments = commitments;
        this.replies = replies;
        this.readable = readable;
        this.mapper = mapper;
    }

    /** By code; {@code asOf} null for the latest. */
    List<CommitmentAnswer> read(Catalogue catalogue, Set<String> indicators, Set<String> regions,
            @Nullable LocalDate asOf, Locale locale) {
        var texts = new HashMap<Long, Optional<String>>();
        return commitments.judged(indicators, regions, asOf).stream()
                .filter(judged -> readable.includes(catalogue, judged))
                .map(judged -> mapper.commitment(judged, texts.computeIfAbsent(judged.commitment().reply().id(),
                        this::text).orElse(null), locale))
                .toList();
    }

    private Optional<String> text(long reply) {
        return replies.textOf(reply).map(ReplyText::text).map(readable::words);
    }
}
