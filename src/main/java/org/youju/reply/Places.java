package org.youju.reply;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.youju.reply.Layout.Place;

/** Where citations stand in their documents; reads each document once. One page keeps one of these. */
public final class Places {

    private final ReplyService replies;
    private final Map<Long, Optional<Layout>> layouts = new ConcurrentHashMap<>();

    public Places(ReplyService replies) {
        this.replies = replies;
    }

    /** Where a citation stands; empty where the text is not held, or the citation has no place in it. */
    public Optional<Place> of(Citation citation) {
        var start = citation.start();
        return start == null ? Optional.empty() : layouts
                .computeIfAbsent(citation.replyId(), id -> replies.textOf(id).map(text -> Layout.of(text.text())))
                .flatMap(layout -> layout.placeOf(start));
    }
}
