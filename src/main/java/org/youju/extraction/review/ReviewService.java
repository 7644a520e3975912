package org.youju.extraction.review;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewCommitment;
import org.youju.extraction.Candidate;
import org.youju.extraction.Extractor;
import org.youju.extraction.match.Matcher;
import org.youju.extraction.match.Stated;
import org.youju.figure.Figure;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.NewObservation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * Keeps the figures that were read from replies and what people decide about each. Whoever changes a candidate says
 * which version they saw; of two people who decide at once, one is told what the other has decided. Every change is told
 * as {@link ReviewChanged} once it is committed.
 */
@Service
public class ReviewService {

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_SPAN = 100;
    private static final String CORRECTION = "按原文更正";

    private final CandidateRepository repository;
    private final Previews previews;
    private final ReplyService replies;
    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewService(CandidateRepository repository, Previews previews, ReplyService replies, IndicatorService indicators,
            ObservationService observations, CommitmentService commitments, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.previews = previews;
        this.replies = replies;
        this.indicators = indicators;
        this.observations = observations;
        this.commitments = commitments;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** How many of a reply's candidates are decided. */
    public record Progress(int open, int decided) {
    }

    /**
     * Reads the newest text of a reply and keeps its candidates, once; from then on, those that are there. Where an
     * older version was reviewed, decisions go over to the same words in the same clause; those whose words are gone stay
     * with the older version, and so do the drafts that rest on them.
     *
     * @return the candidates in the order of the text; none where it states no figure
     * @throws NotFoundException if there is no such reply
     * @throws RuleViolation     if its text is not held
     */
    @Transactional
    public List<ReviewCandidate> begin(long replyId) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var reply = replies.reply(replyId);
        var text = text(replyId);
        var region = regionOf(reply);
        access.requireScope(region, null);
        repository.lockVersion(text.versionId());
        var kept = repository.ofVersion(text.versionId());
        if (!kept.isEmpty()) {
            return kept;
        }
        var figures = Extractor.read(text.text(), reply.knownOn()).figures();
        var matcher = matcher(figures.stream().map(Candidate::subject).collect(Collectors.toSet()));
        var found = new Reading(indicators.catalogue(), region, reply.knownOn()).of(text.text(), figures, matcher);
        repository.insert(replyId, text.versionId(), carryOver(replyId, text, found));
        var candidates = repository.ofVersion(text.versionId());
        tell(replyId, candidates, who);
        return candidates;
    }

    /** Moves what was decided in older versions to the same words of a new one, and returns what is new in it. */
    private List<Found> carryOver(long replyId, ReplyText text, List<Found> found) {
        var open = new ArrayList<>(found);
        var added = repository.added(replyId);
        var number = found.size();
        repository.lock(repository.ofOtherVersions(replyId, text.versionId()).stream().map(ReviewCandidate::id).toList());
        for (var old : repository.ofOtherVersions(replyId, text.versionId())) {
            if (old.decidedBy() == null && !added.contains(old.id())) {
                continue;
            }
            var same = open.stream()
                    .filter(it -> it.span().equals(old.span()) && it.clause().equals(old.clause()))
                    .findFirst();
            same.ifPresent(open::remove);
            var place = same.or(() -> place(old, text.text()));
            if (place.isPresent()) {
                var to = same.isPresent() ? place.get() : place.get().withNumber(++number);
                repository.move(old.id(), text.versionId(), to);
            }
        }
        return open;
    }

    /** Where a text has the clause of a candidate that the reading does not find there. */
    private static Optional<Found> place(ReviewCandidate old, String text) {
        var clause = text.indexOf(old.clause());
        var span = old.clause().indexOf(old.span());
        if (clause < 0 || span < 0) {
            return Optional.empty();
        }
        var start = clause + span;
        return Optional.of(new Found(0, start, start + old.span().length(), old.span(), old.clause(), old.terms(),
                old.confidence(), old.reasons(), old.suggestion(), null, true));
    }

    /**
     * The candidates of a reply beside its newest text; empty where nobody has begun with that text, or where it is not
     * held.
     */
    @Transactional(readOnly = true)
    public Optional<Review> review(long replyId) {
        access.require(Permission.READ_DRAFTS);
        var reply = replies.reply(replyId);
        access.requireScope(regionOf(reply), null);
        return replies.textOf(replyId).map(text -> new Review(reply, text, repository.ofVersion(text.versionId())))
                .filter(review -> !review.candidates().isEmpty());
    }

    /** How far the review of some replies is, by the number of the reply; one that nobody has begun is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Progress> progress(Collection<Long> replyIds) {
        access.require(Permission.READ_DRAFTS);
        if (replyIds.isEmpty()) {
            return Map.of();
        }
        var progress = new HashMap<Long, Progress>();
        repository.states(replyIds).forEach((reply, states) -> {
            var open = states.getOrDefault(CandidateState.PROPOSED, 0);
            progress.put(reply, new Progress(open,
                    states.values().stream().mapToInt(Integer::intValue).sum() - open));
        });
        return progress;
    }

    /** The indicators that a candidate may be a figure of, best first, at most eight. */
    @Transactional(readOnly = true)
    public List<IndicatorGuess> guesses(long candidateId) {
        access.require(Permission.READ_DRAFTS);
        return guesses(within(candidateId));
    }

    private List<IndicatorGuess> guesses(ReviewCandidate candidate) {
        var text = text(candidate.replyId());
        var figures = new ArrayList<Stated>();
        if (candidate.belongsTo() != null) {
            repository.ofVersion(repository.versionOf(candidate.id())).stream()
                    .filter(it -> it.number() == candidate.belongsTo())
                    .findFirst().ifPresent(level -> figures.add(stated(level, null)));
        }
        figures.add(stated(candidate, figures.isEmpty() ? null : 0));
        var ranked = matcher(Set.of(candidate.terms().subject())).rank(text.text(), figures);
        return guesses(ranked.getLast());
    }

    private static Stated stated(ReviewCandidate candidate, @Nullable Integer belongsTo) {
        var terms = candidate.terms();
        var yearly = terms.promise() != null && terms.promise().kind().isPerYear();
        return new Stated(candidate.start(), candidate.end(), terms.subject(), terms.kind(), terms.unit(), yearly,
                belongsTo, candidate.state() == CandidateState.ACCEPTED ? terms.indicator() : null);
    }

    private static List<IndicatorGuess> guesses(SequencedMap<String, Double> ranked) {
        return ranked.entrySet().stream().map(it -> new IndicatorGuess(it.getKey(), it.getValue())).toList();
    }

    /** The likeliest indicator of each figure of a text that is not kept, null where none is likely. */
    @Transactional(readOnly = true)
    public List<@Nullable String> guess(String text, List<Candidate> figures) {
        access.require(Permission.READ_DRAFTS);
        var ranked = matcher(figures.stream().map(Candidate::subject).collect(Collectors.toSet()))
                .rank(text, figures.stream().map(Stated::of).toList());
        var codes = new ArrayList<@Nullable String>();
        ranked.forEach(it -> codes.add(Matcher.likely(it).orElse(null)));
        return codes;
    }

    private Matcher matcher(Set<String> subjects) {
        var asked = subjects.stream().map(CandidateRepository::subject)
                .filter(it -> !it.isBlank() && it.indexOf('\0') < 0)
                .collect(Collectors.toSet());
        return new Matcher(indicators.catalogue(), indicators.aliases(),
                asked.isEmpty() ? Map.of() : repository.learned(asked));
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
        var level = candidate.belongsTo() == null ? null
                : repository.ofVersion(repository.versionOf(candidateId)).stream()
                        .filter(it -> it.number() == candidate.belongsTo()).findFirst().orElse(null);
        return new Proposals(indicators.catalogue()).of(candidate, level, guesses(candidate));
    }

    /** What accepting a candidate on these terms would record, and what is stored of the same cell. */
    @Transactional(readOnly = true)
    public Preview preview(long candidateId, Terms terms) {
        access.require(Permission.READ_DRAFTS);
        var candidate = within(candidateId);
        if (!access.current().scope().covers(terms.region(), null)) {
            return new Preview(null, new RuleViolation("review.terms.region.scope"), List.of());
        }
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
        access.requireScope(terms.region(), null);
        repository.write(id, terms, who(), now());
        return changed(candidate);
    }

    /**
     * Records a statement or a promise as a draft, with its citation. A figure that is approved already, as this reply
     * states it, is only linked; one that was recorded otherwise is corrected.
     *
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or for the reason that
     *                       {@link #preview} gives
     */
    @Transactional
    public ReviewCandidate accept(long id, int version, Terms terms) {
        var candidate = open(id, version);
        accept(candidate, terms, replies.reply(candidate.replyId()));
        return changed(candidate);
    }

    private void accept(ReviewCandidate candidate, Terms terms, Reply reply) {
        var preview = previews.of(candidate, reply, terms);
        if (preview.refusal() != null) {
            throw preview.refusal();
        }
        accept(candidate, terms, reply, preview);
    }

    private void accept(ReviewCandidate candidate, Terms terms, Reply reply, Preview preview) {
        var figure = Objects.requireNonNull(preview.figure());
        if (terms.promise() != null) {
            promise(candidate, terms, terms.promise(), reply, figure);
            return;
        }
        var own = Previews.own(reply, preview.standings());
        if (own != null && Previews.isRecorded(own)) {
            repository.accept(candidate.id(), terms, null, own.stored().id(), null, who(), now());
            return;
        }
        var citation = cite(candidate);
        var statement = new NewObservation(Objects.requireNonNull(terms.indicator()), terms.region(), terms.period(),
                null, reply.id(), figure, Previews.status(candidate, reply), Previews.vintage(candidate), null, null,
                List.of(citation));
        var observation = own != null ? observations.correct(own.stored().id(), statement, CORRECTION)
                : observations.draft(List.of(statement)).getFirst();
        repository.accept(candidate.id(), terms, citation, observation, null, who(), now());
        for (var duplicate : repository.duplicatesOf(candidate.id())) {
            var confirming = cite(duplicate);
            observations.confirm(observation, List.of(confirming));
            repository.confirmedBy(duplicate.id(), confirming);
        }
    }

    private void promise(ReviewCandidate candidate, Terms terms, Promise promise, Reply reply, Figure target) {
        var recorded = previews.recordedPromise(reply, terms);
        if (recorded != null) {
            repository.accept(candidate.id(), terms, null, null, recorded, who(), now());
            return;
        }
        var citation = cite(candidate);
        var code = commitments.nextCode();
        commitments.draft(List.of(new NewCommitment(code, citation, Objects.requireNonNull(terms.indicator()),
                terms.region(), promise.kind(), target, promise.from(), promise.to(), promise.department())));
        repository.accept(candidate.id(), terms, citation, null, code, who(), now());
    }

    /** The citation of a candidate's span; the one that is there where the span is cited already. */
    private long cite(ReviewCandidate candidate) {
        return replies.citationsOf(candidate.replyId()).stream()
                .filter(it -> Objects.equals(it.start(), candidate.start()) && Objects.equals(it.end(), candidate.end())
                        && it.exact().equals(candidate.span()))
                .findFirst()
                .orElseGet(() -> replies.cite(candidate.replyId(), candidate.start(), candidate.end()))
                .id();
    }

    /**
     * Decides that it is no figure to be kept.
     *
     * @param reason why; never blank
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or others were merged into it, or no
     *                       reason is given
     */
    @Transactional
    public ReviewCandidate reject(long id, int version, String reason) {
        var candidate = open(id, version);
        if (!repository.duplicatesOf(id).isEmpty()) {
            throw new RuleViolation("review.merge.chain", candidate.number());
        }
        if (reason.isBlank()) {
            throw new RuleViolation("review.reject.reason");
        }
        if (reason.length() > LONGEST_NOTE) {
            throw new RuleViolation("review.reject.long", LONGEST_NOTE);
        }
        repository.reject(id, reason.strip(), who(), now());
        return changed(candidate);
    }

    /**
     * Decides that another candidate says the same. Its span confirms the draft that the other has become, or will
     * become; what is submitted already stays as it was submitted.
     *
     * @param into the other, open or accepted
     * @throws RuleViolation if somebody has changed the candidate, or it is decided, or the other is no figure of the
     *                       same text that is kept
     */
    @Transactional
    public ReviewCandidate merge(long id, int version, long into) {
        repository.lock(List.of(id, into));
        var candidate = open(id, version);
        var other = candidate(into);
        if (id == into || other.state() == CandidateState.REJECTED || other.state() == CandidateState.DUPLICATE
                || repository.versionOf(into) != repository.versionOf(id)) {
            throw new RuleViolation("review.merge.target", other.number());
        }
        if (!repository.duplicatesOf(id).isEmpty()) {
            throw new RuleViolation("review.merge.chain", candidate.number());
        }
        Long confirming = null;
        if (other.observationId() != null && other.draftState() == State.DRAFT) {
            confirming = cite(candidate);
            observations.confirm(other.observationId(), List.of(confirming));
        }
        repository.merge(id, into, confirming, who(), now());
        return changed(candidate);
    }

    /**
     * Takes a decision back. A draft that it made is withdrawn: closed, never deleted.
     *
     * @throws RuleViolation if somebody has changed the candidate, or nothing is decided, or what it became is submitted
     */
    @Transactional
    public ReviewCandidate undo(long id, int version) {
        var candidate = seen(id, version);
        switch (candidate.state()) {
            case PROPOSED -> throw new RuleViolation("review.undo.nothing", candidate.number());
            case ACCEPTED -> withdraw(candidate);
            case DUPLICATE -> unconfirm(candidate);
            case REJECTED -> { }
        }
        repository.reopen(id, who(), now());
        return changed(candidate);
    }

    private void withdraw(ReviewCandidate candidate) {
        if (repository.citationOf(candidate.id()).isEmpty() || candidate.draftState() == null) {
            return;
        }
        requireUnsubmitted(candidate, candidate.draftState());
        if (candidate.commitmentCode() != null) {
            commitments.withdraw(List.of(candidate.commitmentCode()));
        } else if (candidate.observationId() != null) {
            observations.withdraw(List.of(candidate.observationId()));
        }
    }

    private void unconfirm(ReviewCandidate duplicate) {
        var citation = repository.citationOf(duplicate.id());
        var original = repository.originalOf(duplicate.id()).flatMap(repository::find);
        if (citation.isEmpty() || original.isEmpty() || original.get().draftState() == null
                || original.get().observationId() == null) {
            return;
        }
        requireUnsubmitted(duplicate, original.get().draftState());
        observations.unconfirm(original.get().observationId(), List.of(citation.getAsLong()));
    }

    private static void requireUnsubmitted(ReviewCandidate candidate, State state) {
        if (state == State.SUBMITTED || state == State.APPROVED) {
            throw new RuleViolation("review.undo.submitted", candidate.number());
        }
    }

    /**
     * Accepts every open candidate of at least that confidence that needs no look: on its own terms, with an indicator
     * and a known period, and without anything stored that says otherwise. What is refused stays as it is.
     */
    @Transactional
    public Batch acceptAbove(long replyId, double confidence) {
        access.require(Permission.EDIT_DRAFTS);
        var reply = replies.reply(replyId);
        access.requireScope(regionOf(reply), null);
        var text = text(replyId);
        repository.lock(wanted(text, confidence).stream().map(ReviewCandidate::id).toList());
        var accepted = new ArrayList<ReviewCandidate>();
        var refused = new ArrayList<Batch.Refused>();
        for (var candidate : wanted(text, confidence)) {
            var preview = previews.of(candidate, reply, candidate.terms());
            var refusal = refusal(candidate, preview, reply);
            if (refusal != null) {
                refused.add(new Batch.Refused(candidate, refusal));
            } else {
                accept(candidate, candidate.terms(), reply, preview);
                accepted.add(candidate(candidate.id()));
            }
        }
        tell(replyId, accepted, who());
        return new Batch(accepted, refused);
    }

    private List<ReviewCandidate> wanted(ReplyText text, double confidence) {
        return repository.ofVersion(text.versionId()).stream()
                .filter(it -> it.state() == CandidateState.PROPOSED && it.confidence() >= confidence)
                .toList();
    }

    private static @Nullable RuleViolation refusal(ReviewCandidate candidate, Preview preview, Reply reply) {
        if (preview.refusal() != null) {
            return preview.refusal();
        }
        var own = Previews.own(reply, preview.standings());
        if (own != null && !Previews.isRecorded(own)) {
            return new RuleViolation("review.candidate.recorded", own.stored().figure().printed());
        }
        return preview.standings().stream()
                .filter(it -> Preview.isContrary(it.agreement()))
                .findFirst()
                .map(it -> new RuleViolation("review.candidate.contrary", it.stored().figure().printed(),
                        it.stored().reply().label()))
                .orElse(null);
    }

    /**
     * Adds a figure that the reading missed, selected in the newest text by a person.
     *
     * @throws RuleViolation if nobody has begun with the text, the span does not lie in it, it holds no figure or
     *                       several, or a candidate stands there already
     */
    @Transactional
    public ReviewCandidate add(long replyId, int start, int end) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var reply = replies.reply(replyId);
        var region = regionOf(reply);
        access.requireScope(region, null);
        var text = text(replyId);
        if (start < 0 || end <= start || end > text.text().length()) {
            throw new RuleViolation("citation.outside", start, end, text.text().length());
        }
        if (end - start > LONGEST_SPAN) {
            throw new RuleViolation("review.add.long", LONGEST_SPAN);
        }
        repository.lockVersion(text.versionId());
        var there = repository.ofVersion(text.versionId());
        var overlapped = there.stream().filter(it -> it.start() < end && start < it.end()).findFirst();
        if (overlapped.isPresent()) {
            throw new RuleViolation("review.add.there", overlapped.get().number(), overlapped.get().span());
        }
        var number = there.stream().mapToInt(ReviewCandidate::number).max().orElse(0) + 1;
        var found = new Reading(indicators.catalogue(), region, reply.knownOn())
                .selected(number, text.text(), start, end, matcher(Set.of()));
        repository.insert(replyId, text.versionId(), List.of(found));
        var candidate = repository.ofVersion(text.versionId()).stream().filter(it -> it.number() == number)
                .findFirst().orElseThrow();
        tell(replyId, List.of(candidate), who);
        return candidate;
    }

    /**
     * Hands all drafts that were made here over for approval, together.
     *
     * @return how many
     * @throws RuleViolation if there are none
     */
    @Transactional
    public int submit(long replyId) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        access.requireScope(regionOf(replies.reply(replyId)), null);
        var drafts = repository.accepted(replyId).stream().filter(it -> it.draftState() == State.DRAFT).toList();
        if (drafts.isEmpty()) {
            throw new RuleViolation("review.submit.nothing");
        }
        observations.submit(drafts.stream().map(ReviewCandidate::observationId).filter(Objects::nonNull).toList());
        commitments.submit(drafts.stream().map(ReviewCandidate::commitmentCode).filter(Objects::nonNull)
                .map(code -> commitments.inPreparation(code).orElseThrow().id()).toList());
        tell(replyId, drafts, who);
        return drafts.size();
    }

    private ReviewCandidate candidate(long id) {
        return repository.find(id)
                .orElseThrow(() -> new NotFoundException("review.candidate.notFound", Long.toString(id)));
    }

    /** A candidate of a reply that lies within the scope of whoever asks. */
    private ReviewCandidate within(long id) {
        var candidate = candidate(id);
        access.requireScope(regionOf(replies.reply(candidate.replyId())), null);
        return candidate;
    }

    /** The candidate as the person saw it, locked until the transaction ends. */
    private ReviewCandidate seen(long id, int version) {
        access.require(Permission.EDIT_DRAFTS);
        repository.lock(List.of(id));
        var candidate = candidate(id);
        if (candidate.version() != version) {
            throw new RuleViolation("review.candidate.changed." + candidate.state(),
                    Objects.requireNonNullElse(candidate.decidedBy(), ""), candidate.number());
        }
        access.requireScope(candidate.terms().region(), null);
        if (repository.versionOf(id) != text(candidate.replyId()).versionId()) {
            throw new RuleViolation("review.candidate.text", candidate.number());
        }
        return candidate;
    }

    /** The same, still undecided. */
    private ReviewCandidate open(long id, int version) {
        var candidate = seen(id, version);
        if (candidate.state().isDecided()) {
            throw new RuleViolation("review.candidate.decided", candidate.number());
        }
        return candidate;
    }

    private ReviewCandidate changed(ReviewCandidate candidate) {
        var now = candidate(candidate.id());
        tell(now.replyId(), List.of(now), who());
        return now;
    }

    private void tell(long replyId, Collection<ReviewCandidate> candidates, String by) {
        if (candidates.isEmpty()) {
            return;
        }
        var ids = candidates.stream().map(ReviewCandidate::id).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new ReviewChanged(replyId, ids, by));
            }
        });
    }

    private ReplyText text(long replyId) {
        return replies.textOf(replyId).orElseThrow(() -> new RuleViolation("citation.noText"));
    }

    private String regionOf(Reply reply) {
        return Reading.regionOf(reply, replies.proposalOf(reply.id()).orElse(null), indicators.catalogue());
    }

    private String who() {
        return access.current().username();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
