package org.youju.entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.youju.base.RuleViolation;
import org.youju.reply.Citation;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Finds the words that people select or write in a document, and cites them. */
@Component
class Citing {

    private final ReplyService replies;
    private final Access access;

    Citing(ReplyService replies, Access access) {
        this.replies = replies;
        this.access = access;
    }

    /**
     * The citation of some words; where a text is held, of the place that has them.
     *
     * @throws RuleViolation if there is a newer text, or it doesn't have the words, or has them in several places
     */
    Citation of(Quote quote) {
        access.require(Permission.EDIT_DRAFTS);
        return switch (quote) {
            case Quote.Place(var seen, var start, var end) -> {
                if (!replies.hold(seen.replyId()).equals(Optional.of(seen.versionId()))) {
                    throw new RuleViolation("entry.cite.newer", replies.reply(seen.replyId()).label());
                }
                yield replies.cite(seen.replyId(), start, end);
            }
            case Quote.Written(var replyId, var words) -> written(replyId, words.strip());
        };
    }

    /** Words as they are read before they are cited: in their sentence, where the text has them in one place. */
    Citation sought(Quote quote) {
        var places = quote instanceof Quote.Written ? places(replies.textOf(quote.replyId()), quote.words().strip())
                : List.<MatchResult>of();
        return places.size() != 1 ? quote.read() : new Citation(0, quote.replyId(), places.getFirst().start(),
                places.getFirst().end(), places.getFirst().group(), "", "", null, Citation.State.ANCHORED);
    }

    /** The first two places at which a text has some words. */
    private static List<MatchResult> places(Optional<ReplyText> text, String sought) {
        return text.isEmpty() || sought.isEmpty() ? List.of()
                : sparse(sought).matcher(text.get().text()).results().limit(2).toList();
    }

    private Citation written(long replyId, String sought) {
        var text = replies.textOf(replyId);
        if (text.isEmpty() && !sought.isEmpty()) {
            return replies.quote(replyId, sought);
        }
        var places = places(text, sought);
        if (places.isEmpty()) {
            throw new RuleViolation("entry.cite.absent", replies.reply(replyId).label());
        }
        if (places.size() > 1) {
            throw new RuleViolation("entry.cite.several");
        }
        return replies.cite(replyId, places.getFirst().start(), places.getFirst().end());
    }

    /** Words as they may be set in a document: with blanks between their characters, or without those that they have. */
    private static Pattern sparse(String words) {
        return Pattern.compile(words.codePoints().filter(it -> !Character.isWhitespace(it) && !Character.isSpaceChar(it))
                .mapToObj(Character::toString).map(Pattern::quote).collect(Collectors.joining("[\\h\\u3000]*")));
    }
}
