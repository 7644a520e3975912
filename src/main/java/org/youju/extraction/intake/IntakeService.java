package org.youju.extraction.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.RuleViolation;
import org.youju.extraction.Extractor;
import org.youju.extraction.review.ReviewService;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.Citation;
import org.youju.reply.Reply;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.file.FileReading;
import org.youju.reply.file.Progress;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Reads what is handed in and records it with its text, or as a newer text of a reply that is there. */
@Service
public class IntakeService {

    private static final int MANY = 50;

    private final ReplyService replies;
    private final IndicatorService indicators;
    private final ReviewService reviews;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IntakeService(ReplyService replies, IndicatorService indicators, ReviewService reviews, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.replies = replies;
        this.indicators = indicators;
        this.reviews = reviews;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** The day on which documents come in; none is dated later. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The regions whose proposals whoever acts may record answers to. */
    public List<Region> regions() {
        var scope = access.current().scope().regions();
        return indicators.catalogue().regions().stream()
                .filter(region -> scope.isEmpty() || scope.contains(region.code()))
                .toList();
    }

    /**
     * Reads a file, and what it says of itself. Stores nothing. Blocks until it is read, refused or cancelled.
     *
     * @param name of the file; only its ending counts; empty for a text that was pasted
     * @throws RuleViolation if the file holds no text that can be read, is beyond a limit, or is no longer wanted
     */
    public Handed read(byte[] original, String name, Progress progress) {
        access.require(Permission.EDIT_DRAFTS);
        var read = FileReading.read(original, name, progress);
        var known = replies.withOriginal(read.sha256());
        if (!known.isEmpty()) {
            return new Handed.Known(known.getFirst());
        }
        if (progress.cancelled()) {
            throw new RuleViolation("reply.file.cancelled");
        }
        var extraction = Extractor.read(read.text());
        var proposed = HeaderGuess.of(read.text(), extraction.document(), regions(), read.sha256(),
                key -> replies.withSourceKey(key).isEmpty());
        return new Handed.Fresh(new Delivery(name, original, read, extraction), proposed);
    }

    /** The reply that an issuer gave this document number, if one is recorded. */
    public Optional<Reply> numbered(String docNo, String issuer) {
        return replies.search(new ReplyQuery(null, docNo, null, null, false), 0, MANY).stream()
                .filter(reply -> reply.issuer().equals(issuer))
                .findFirst();
    }

    /**
     * Records a document and freezes its text, both or neither.
     *
     * @param fields checked by {@link HeaderRules}, nothing missing
     * @throws RuleViolation if its source key, or its document number with its issuer, is recorded already
     * @throws org.springframework.security.access.AccessDeniedException if it speaks of a region outside the scope of
     *                       whoever acts
     */
    @Transactional
    public Reply take(HeaderFields fields, Delivery delivery) {
        access.require(Permission.EDIT_DRAFTS);
        try {
            var reply = replies.record(fields.toNewReply());
            replies.freeze(reply.id(), delivery.original(), delivery.read());
            concludeWithoutFigures(reply.id(), delivery);
            return replies.reply(reply.id());
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("intake.rule.meanwhile");
        }
    }

    /** Nobody needs to open a text for review that states no figure: it is reviewed as soon as it is taken in. */
    private void concludeWithoutFigures(long replyId, Delivery delivery) {
        if (delivery.extraction().figures().isEmpty()) {
            reviews.begin(replyId);
        }
    }

    /**
     * Freezes a document as the newest text of a reply that is recorded, whose header stays as it is. That it did is
     * told as {@link TextRenewed}.
     *
     * @throws RuleViolation if the document is an older text of that reply
     * @throws org.springframework.security.access.AccessDeniedException if that reply speaks of a region outside the
     *                       scope of whoever acts
     */
    @Transactional
    public NewVersion takeAsNewVersion(long replyId, Delivery delivery) {
        access.require(Permission.EDIT_DRAFTS);
        var frozen = replies.freeze(replyId, delivery.original(), delivery.read());
        events.publishEvent(new TextRenewed(replyId));
        concludeWithoutFigures(replyId, delivery);
        var states = replies.countStates(replyId);
        var found = states.entrySet().stream().filter(it -> it.getKey().isPlaced()).mapToInt(Map.Entry::getValue).sum();
        return new NewVersion(replies.reply(replyId), frozen.number(), found,
                states.getOrDefault(Citation.State.ORPHANED, 0));
    }
}
