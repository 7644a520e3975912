package org.youju.extraction.review;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.extraction.Candidate;
import org.youju.extraction.Extractor;
import org.youju.extraction.review.Drafts.Acceptance;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.State;
import org.youju.reply.FigureReview;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.account.People;
import org.youju.security.audit.Audited;

/**
 * Keeps the figures that were read from replies and what people decide about each. Decisions about one reply wait for
 * each other, and for a newer text of it. Whoever changes a candidate says which version they saw; of two people who
 * decide at once, one is told what the other has decided. Every change is told as {@link ReviewChanged} once it is
 * committed.
 */
@Service
public class ReviewService implements FigureReview {

    private static final String ACCEPT = "accept";
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_SPAN = 100;

    private final CandidateRepository repository;
    private final Previews previews;
    private final Guesses guesses;
    private final Drafts drafts;
    private final ReplyService replies;
    private final IndicatorService indicators;
    private final Access access;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewService(CandidateRepository repository, Previews previews, Guesses guesses, Drafts drafts,
            ReplyService replies, IndicatorService indicators, Access access, People people,
            Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.previews = previews;
        this.guesses = guesses;
        this.drafts = drafts;
        this.replies = replies;
        this.indicators = indicators;
        this.access = access;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Reads the newest text of a reply and keeps its candidates, once; from then on, those that are there. Where an
     * older version was reviewed, decisions go over to the same words in the same clause; those whose words are gone
     * stay with the older version, and so do the drafts that rest on them.
     *
     * @return the candidates in the order of the text; none where it states no figure
     * @throws NotFoundException if there is no such reply
     * @throws RuleViolation     if its text is not held
     */
    @Transactional
    public List<ReviewCandidate> begin(long replyId) {
        var signature = sign();
        replies.requireScope(replyId);
        var version = hold(replyId);
        if (repository.isRead(version)) {
            return repository.ofVersion(version);
        }
        var text = text(replyId);
        var reply = replies.reply(replyId);
        var figures = Extractor.read(text.text(), reply.knownOn()).figures();
        var found = figures.isEmpty() ? List.<Found>of()
                : reading(reply).of(text.text(), figures, guesses.matcher(figures));
        var carried = CarryOver.of(repository.ofOtherVersions(replyId, version), repository.added(replyId), found,
                text.text());
        repository.noteReading(version, signature);
        repository.move(carried.moved(), version);
        repository.insert(replyId, version, carried.fresh());
        var candidates = repository.ofVersion(version);
        events.publishEvent(Audited.made("read", "reply", reply.label(), candidates.size()));
        tell(replyId, candidates, signature);
        return candidates;
    }

    private Reading reading(Reply reply) {
        var catalogue = indicators.catalogue();
        var region = replies.regionOf(reply).or(() -> catalogue.regions().stream().findFirst())
                .map(Region::code).orElseThrow(() -> new RuleViolation("review.begin.noRegion"));
        return new Reading(catalogue, region, reply.knownOn());
    }

    /**
     * The candidates of a reply beside its newest text, none where it states no figure; empty where nobody has begun
     * with that text, or where it is not held.
     */
    @Transactional(readOnly = true)
    public Optional<Review> review(long replyId) {
        access.require(Permission.READ_DRAFTS);
        replies.requireScope(replyId);
        return replies.textOf(replyId).filter(text -> repository.isRead(text.versionId()))
                .map(text -> new Review(replies.reply(replyId), text, repository.ofVersion(text.versionId()),
                        earlier(replyId, text.versionId())));
    }

    private List<ReviewCandidate> earlier(long replyId, long newest) {
        return repository.acceptedInOtherVersions(replyId, newest).stream()
                .filter(it -> it.draftState() == State.DRAFT || it.draftState() == State.RETURNED).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Progress> of(Collection<Long> replyIds) {
        access.require(Permission.READ_DRAFTS);
        var seen = replies.withDrafts(replyIds);
        var progress = new HashMap<Long, Progress>();
        if (!seen.isEmpty()) {
            repository.states(seen).forEach((reply, states) -> {
                var all = states.values().stream().mapToInt(Integer::intValue).sum();
                progress.put(reply, new Progress(all - states.getOrDefault(CandidateState.PROPOSED, 0), all));
            });
        }
        return progress;
    }

    /** The indicators that a candidate may be a figure of, best first, at most eight. */
    @Transactional(readOnly = true)
    public List<IndicatorGuess> guesses(long candidateId) {
        access.require(Permission.READ_DRAFTS);
        var candidate = within(candidateId);
        return guesses.of(candidate, text(candidate.replyId()).text());
    }

    /** The likeliest indicator of each figure of a text that is not kept, null where none is likely. */
    @Transactional(readOnly = true)
    public List<@Nullable String> guess(String text, List<Candidate> figures) {
        access.require(Permission.READ_DRAFTS);
        return guesses.likely(text, figures);
    }

    /**
     * An indicator for a candidate that none fits: prefilled but for its English name, not stored. Its unit may be
     * missing in the catalogue, and is to be added with it then.
     *
     * @throws RuleViolation if the catalogue has no theme
     */
    @Transactional(readOnly = true)
    public Indicator newIndicator(long candidateId) {
        access.require(Permission.EDIT_DRAFTS);
        var candidate = within(candidateId);
        return guesses.newIndicator(candidate, text(candidate.replyId()).text());
    }

    /** What accepting a candidate on these terms would record, and what is stored of the same cell. */
    @Transactional(readOnly = true)
    public Preview preview(long candidateId, Terms terms) {
        access.require(Permission.READ_DRAFTS);
        var candidate = within(candidateId);
        return previews.of(candidate, replies.reply(candidate.replyId()), terms);
    }

    /**
     * Keeps mended terms without deciding.
     *
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or the terms name what is unknown
     */
    @Transactional
    public ReviewCandidate amend(long id, int version, Terms terms) {
        var candidate = open(id, version);
        Previews.requireKnown(terms, indicators.catalogue());
        access.requireRegion(terms.region());
        repository.write(id, terms, sign());
        return changed("update", candidate);
    }

    /**
     * Records a statement or a promise as a draft, with its citation. A figure that is approved already, as this reply
     * states it, is only linked; one that was recorded otherwise is corrected; what was returned is put right and is a
     * draft again.
     *
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or for the reason that
     *                       {@link #preview} gives
     */
    @Transactional
    public ReviewCandidate accept(long id, int version, Terms terms) {
        return accept(id, version, terms, "");
    }

    /**
     * Accepts a candidate although it says something else than the quoted words. The reason stays with what is
     * recorded, for whoever approves it; it is left out where nothing differs.
     *
     * @param reason why it differs; never blank where it does
     * @throws RuleViolation as {@link #accept(long, int, Terms)} does, or if no reason is given where one is due
     */
    @Transactional
    public ReviewCandidate accept(long id, int version, Terms terms, String reason) {
        var candidate = open(id, version);
        var reply = replies.reply(candidate.replyId());
        var preview = previews.of(candidate, reply, terms);
        if (preview.refusal() != null) {
            throw preview.refusal();
        }
        var departure = preview.departures().isEmpty() ? null : reason(reason, "review.differs.reason");
        drafts.accept(reply, List.of(new Acceptance(candidate, terms, preview, departure)), sign());
        return changed(ACCEPT, candidate);
    }

    /** A reason as it is kept. */
    private static String reason(String typed, String missing) {
        var words = PlainWords.of(typed);
        if (words.isEmpty()) {
            throw new RuleViolation(missing);
        }
        if (words.length() > LONGEST_NOTE) {
            throw new RuleViolation("review.reject.long", LONGEST_NOTE);
        }
        return words;
    }

    /**
     * Decides that it is no figure to be kept. What was returned is given up.
     *
     * @param reason why; never blank
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or others were merged into it, or
     *                       no reason is given
     */
    @Transactional
    public ReviewCandidate reject(long id, int version, String reason) {
        var candidate = open(id, version);
        requireNoDuplicates(candidate);
        var why = reason(reason, "review.reject.reason");
        drafts.giveUpReturned(candidate);
        repository.reject(id, why, sign());
        return changed("reject", candidate);
    }

    private void requireNoDuplicates(ReviewCandidate candidate) {
        if (repository.hasDuplicates(candidate.id())) {
            throw new RuleViolation("review.merge.chain", candidate.number());
        }
    }

    /**
     * Decides that another candidate says the same. Its span confirms the draft that the other has become, or will
     * become; what is submitted already stays as it was submitted. What was returned of itself is given up.
     *
     * @param into the other, open or accepted
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or the other is no figure of the
     *                       same text that is kept
     */
    @Transactional
    public ReviewCandidate merge(long id, int version, long into) {
        var candidate = open(id, version);
        var other = candidate(into);
        if (id == into || other.state() == CandidateState.REJECTED || other.state() == CandidateState.DUPLICATE
                || repository.versionOf(into) != repository.versionOf(id)) {
            throw new RuleViolation("review.merge.target", other.number());
        }
        requireNoDuplicates(candidate);
        drafts.giveUpReturned(candidate);
        repository.merge(id, into, drafts.confirm(candidate, other), sign());
        return changed("merge", candidate);
    }

    /**
     * Takes a decision back. A draft that it made is withdrawn: closed, never deleted. What was accepted in an older
     * text can be taken back once somebody has begun with the newest.
     *
     * @throws RuleViolation if somebody has changed the candidate, or nothing is decided, or what it became is
     *                       submitted
     */
    @Transactional
    public ReviewCandidate undo(long id, int version) {
        var candidate = seen(id, version, true);
        switch (candidate.state()) {
            case PROPOSED -> throw new RuleViolation("review.undo.nothing", candidate.number());
            case ACCEPTED -> drafts.giveUp(candidate);
            case DUPLICATE -> repository.originalOf(id).ifPresent(original -> drafts.unconfirm(candidate, original));
            case REJECTED -> { }
        }
        repository.reopen(id, sign());
        return changed("undo", candidate);
    }

    /**
     * Decides about a candidate although somebody else has decided: takes that back and decides, both or neither.
     *
     * @param version  the one that shows the other's decision
     * @param decision what is decided instead, of the candidate as it is open again
     * @throws RuleViolation if somebody has changed the candidate since, or the other's decision cannot be taken back,
     *                       or {@code decision} refuses
     */
    @Transactional
    public ReviewCandidate insist(long id, int version, UnaryOperator<ReviewCandidate> decision) {
        var candidate = seen(id, version, false);
        return decision.apply(candidate.isOpen() ? candidate : undo(id, version));
    }

    /**
     * Accepts every open candidate of at least that confidence that needs no look: on its own terms, with an indicator
     * and a known period, and without anything stored that says otherwise. Where the document names no region, those
     * that nobody has looked at are refused, for their region is none that a person has chosen. A promise that nobody
     * has looked at is answered for by whoever {@linkplain Answering answers} the reply. What is refused stays as it
     * is. However many there are, the store is asked the same number of times.
     */
    @Transactional
    public Batch acceptAbove(long replyId, double confidence) {
        var signature = sign();
        replies.requireScope(replyId);
        var version = hold(replyId);
        var reply = replies.reply(replyId);
        var wanted = repository.ofVersion(version).stream()
                .filter(it -> it.state() == CandidateState.PROPOSED && it.confidence() >= confidence)
                .toList();
        var sieve = new Sieve(reply, replies.regionOf(reply).isPresent());
        var seen = previews.of(wanted, reply);
        for (var i = 0; i < wanted.size(); i++) {
            sieve.add(new Acceptance(wanted.get(i), wanted.get(i).terms(), seen.get(i), null));
        }
        drafts.accept(reply, answered(reply, sieve.plain()), signature);
        var ids = sieve.plain().stream().map(it -> it.candidate().id()).collect(Collectors.toSet());
        var accepted = ids.isEmpty() ? List.<ReviewCandidate>of()
                : repository.ofVersion(version).stream().filter(it -> ids.contains(it.id())).toList();
        var before = wanted.stream().collect(Collectors.toMap(ReviewCandidate::id, Function.identity()));
        accepted.forEach(it -> audit(ACCEPT, reply, before.get(it.id()), it));
        tell(replyId, accepted, signature);
        return new Batch(accepted, sieve.refused());
    }

    private List<Acceptance> answered(Reply reply, List<Acceptance> plain) {
        if (plain.stream().noneMatch(ReviewService::isUnanswered)) {
            return plain;
        }
        return Answering.of(reply, replies.proposalOf(reply.id())).map(name -> {
            var department = indicators.departmentNamed(name).code();
            return plain.stream().map(it -> isUnanswered(it) ? it.answeredBy(department) : it).toList();
        }).orElse(plain);
    }

    private static boolean isUnanswered(Acceptance it) {
        var promise = it.terms().promise();
        return promise != null && promise.department() == null && it.candidate().decidedBy() == null;
    }

    /**
     * Adds a figure that the reading missed, selected by a person.
     *
     * @param seen  the text in which it was selected
     * @param start where it begins, in UTF-16 units
     * @param end   where it ends
     * @throws RuleViolation if there is a newer text, or nobody has begun with it, or the span does not lie in it, or
     *                       holds no figure or several, or a candidate stands there already
     */
    @Transactional
    public ReviewCandidate add(ReplyText seen, int start, int end) {
        var signature = sign();
        var replyId = seen.replyId();
        replies.requireScope(replyId);
        var version = hold(replyId);
        if (version != seen.versionId()) {
            throw new RuleViolation("review.add.text");
        }
        if (!repository.isRead(version)) {
            throw new RuleViolation("review.add.notBegun");
        }
        var text = text(replyId).text();
        if (start < 0 || end <= start || end > text.length()) {
            throw new RuleViolation("citation.outside", start, end, text.length());
        }
        if (end - start > LONGEST_SPAN) {
            throw new RuleViolation("review.add.long", LONGEST_SPAN);
        }
        var there = repository.ofVersion(version);
        var overlapped = there.stream().filter(it -> it.start() < end && start < it.end()).findFirst();
        if (overlapped.isPresent()) {
            throw new RuleViolation("review.add.there", overlapped.get().number(), overlapped.get().span());
        }
        var number = there.stream().mapToInt(ReviewCandidate::number).max().orElse(0) + 1;
        var found = reading(replies.reply(replyId)).selected(number, text, start, end, guesses.matcher(List.of()));
        repository.insert(replyId, version, List.of(found));
        var candidate = repository.numbered(version, number).orElseThrow();
        audit("create", replies.reply(replyId), null, candidate);
        tell(replyId, List.of(candidate), signature);
        return candidate;
    }

    /**
     * Hands all drafts that were made here over for approval, together: those that {@link Review#drafts()} gives, also
     * where they rest on an older text. What was returned is put right first.
     *
     * @return how many
     * @throws RuleViolation if there are none
     */
    @Transactional
    public int submit(long replyId) {
        var signature = sign();
        replies.requireScope(replyId);
        hold(replyId);
        var all = review(replyId).map(Review::drafts).orElse(List.of());
        if (all.isEmpty()) {
            throw new RuleViolation("review.submit.nothing");
        }
        drafts.submit(all);
        tell(replyId, all, signature);
        return all.size();
    }

    private ReviewCandidate candidate(long id) {
        return repository.find(id).orElseThrow(() -> notFound(id));
    }

    private static NotFoundException notFound(long id) {
        return new NotFoundException("review.candidate.notFound", Long.toString(id));
    }

    /** A candidate of a reply that lies within the scope of whoever asks. */
    private ReviewCandidate within(long id) {
        var candidate = candidate(id);
        replies.requireScope(candidate.replyId());
        return candidate;
    }

    /**
     * The candidate as the person saw it; nobody else decides about its reply until the transaction ends.
     *
     * @param alsoEarlier whether it may be one of an older text, where somebody has begun with the newest
     */
    private ReviewCandidate seen(long id, int version, boolean alsoEarlier) {
        access.require(Permission.EDIT_DRAFTS);
        var replyId = repository.replyOf(id).orElseThrow(() -> notFound(id));
        replies.requireScope(replyId);
        var newest = hold(replyId);
        var candidate = candidate(id);
        if (candidate.version() != version) {
            throw new RuleViolation("review.candidate.changed." + candidate.state(),
                    candidate.decidedBy() == null ? "" : people.called(candidate.decidedBy()), candidate.number());
        }
        access.requireRegion(candidate.terms().region());
        if (repository.versionOf(id) != newest && !(alsoEarlier && repository.isRead(newest))) {
            throw new RuleViolation("review.candidate.text", candidate.number());
        }
        return candidate;
    }

    /** The same, waiting for a decision. */
    private ReviewCandidate open(long id, int version) {
        var candidate = seen(id, version, false);
        if (!candidate.isOpen()) {
            throw new RuleViolation("review.candidate.decided", candidate.number());
        }
        return candidate;
    }

    /** @param action for the audit trail */
    private ReviewCandidate changed(String action, ReviewCandidate candidate) {
        var now = candidate(candidate.id());
        audit(action, replies.reply(now.replyId()), candidate, now);
        tell(now.replyId(), List.of(now), sign());
        return now;
    }

    private void audit(String action, Reply reply, @Nullable ReviewCandidate before, ReviewCandidate after) {
        events.publishEvent(new Audited(null, action, "candidate", reply.label() + " #" + after.number(),
                before == null ? null : before.stated(), after.stated()));
    }

    private void tell(long replyId, Collection<ReviewCandidate> candidates, Signature signature) {
        if (candidates.isEmpty()) {
            return;
        }
        var ids = candidates.stream().map(ReviewCandidate::id).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new ReviewChanged(replyId, ids, signature.by()));
            }
        });
    }

    /** The version of a reply's newest text, which stays the newest; nobody else decides about the reply meanwhile. */
    private long hold(long replyId) {
        return replies.hold(replyId).orElseThrow(() -> new RuleViolation("citation.noText"));
    }

    private ReplyText text(long replyId) {
        return replies.textOf(replyId).orElseThrow(() -> new RuleViolation("citation.noText"));
    }

    private Signature sign() {
        return new Signature(access.require(Permission.EDIT_DRAFTS).username(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
