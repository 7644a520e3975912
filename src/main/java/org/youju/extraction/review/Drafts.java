package org.youju.extraction.review;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewCommitment;
import org.youju.extraction.review.CandidateRepository.Accepted;
import org.youju.figure.Period;
import org.youju.observation.NewObservation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.reply.TextSpan;

/**
 * Makes the drafts that candidates become, with their citations, and takes them back. Every call belongs into a
 * transaction that holds the text of the reply; what is many is asked of the store at once.
 */
@Component
class Drafts {

    private static final String CORRECTION = "按原文更正";

    private final CandidateRepository repository;
    private final ReplyService replies;
    private final ObservationService observations;
    private final CommitmentService commitments;

    Drafts(CandidateRepository repository, ReplyService replies, ObservationService observations,
            CommitmentService commitments) {
        this.repository = repository;
        this.replies = replies;
        this.observations = observations;
        this.commitments = commitments;
    }

    /**
     * What is to be accepted: a candidate whose preview refuses nothing.
     *
     * @param note why it differs from its words, null where it does not
     */
    record Acceptance(ReviewCandidate candidate, Terms terms, Preview preview, @Nullable String note) {

        boolean isPromise() {
            return terms.promise() != null;
        }

        /** The same promise, answered for by a department. */
        Acceptance answeredBy(String department) {
            return new Acceptance(candidate, terms.with(terms.indicator(),
                    Objects.requireNonNull(terms.promise()).by(department)), preview, note);
        }

        /** Whether what the reply states is approved already, so that the candidate is only linked to it. */
        boolean isRecorded(Reply reply) {
            return isPromise() ? preview.promise() != null
                    : Previews.isRecorded(Previews.own(reply, preview.standings()));
        }
    }

    /**
     * Drafts what candidates of one reply state and promise, each with its citation, corrects what was recorded
     * otherwise, puts right what was returned, and links what is approved as it stands.
     */
    void accept(Reply reply, List<Acceptance> all, Signature signature) {
        var made = new ArrayList<Accepted>();
        all.stream().filter(it -> it.isRecorded(reply)).forEach(it -> made.add(link(reply, it)));
        var drafted = all.stream().filter(it -> !it.isRecorded(reply)).toList();
        var duplicates = repository.duplicatesOf(drafted.stream().filter(it -> !it.isPromise())
                .map(it -> it.candidate().id()).toList());
        var citations = cite(reply.id(), Stream.concat(drafted.stream().map(Acceptance::candidate),
                duplicates.values().stream().flatMap(List::stream)).toList());
        made.addAll(promises(drafted.stream().filter(Acceptance::isPromise).toList(), citations));
        var statements = statements(reply, drafted.stream().filter(it -> !it.isPromise()).toList(), citations);
        made.addAll(statements);
        repository.accept(made, signature);
        for (var statement : statements) {
            var repeated = duplicates.getOrDefault(statement.id(), List.of());
            if (!repeated.isEmpty()) {
                observations.confirm(Objects.requireNonNull(statement.observation()),
                        repeated.stream().map(it -> citations.get(it.id())).toList());
                repeated.forEach(it -> repository.confirmedBy(it.id(), citations.get(it.id())));
            }
        }
    }

    /** The citation of each candidate's span, by the number of the candidate. */
    private Map<Long, Long> cite(long replyId, List<ReviewCandidate> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        var cited = replies.cite(replyId,
                candidates.stream().map(it -> new TextSpan(it.start(), it.end())).toList());
        var ids = new HashMap<Long, Long>();
        for (var i = 0; i < candidates.size(); i++) {
            ids.put(candidates.get(i).id(), cited.get(i).id());
        }
        return ids;
    }

    /** Takes a candidate for what is approved; a draft that was returned is given up for it. */
    private Accepted link(Reply reply, Acceptance it) {
        giveUpReturned(it.candidate());
        if (it.isPromise()) {
            return new Accepted(it.candidate().id(), it.terms(), null, null, it.preview().promise(), it.note());
        }
        var own = Objects.requireNonNull(Previews.own(reply, it.preview().standings()));
        return new Accepted(it.candidate().id(), it.terms(), null, own.stored().id(), null, it.note());
    }

    private List<Accepted> statements(Reply reply, List<Acceptance> all, Map<Long, Long> citations) {
        var ids = new HashMap<Long, Long>();
        var fresh = new ArrayList<Acceptance>();
        for (var it : all) {
            var statement = statement(reply, it, citations);
            var own = Previews.own(reply, it.preview().standings());
            if (isReturnedStatement(it.candidate()) && (own == null || isOf(it.candidate(), statement))) {
                ids.put(it.candidate().id(), observations.mend(it.candidate().observationId(), statement));
            } else {
                giveUpReturned(it.candidate());
                if (own != null) {
                    ids.put(it.candidate().id(), observations.correct(own.stored().id(), statement, CORRECTION));
                } else {
                    fresh.add(it);
                }
            }
        }
        var drafts = observations.draft(fresh.stream().map(it -> statement(reply, it, citations)).toList());
        for (var i = 0; i < fresh.size(); i++) {
            ids.put(fresh.get(i).candidate().id(), drafts.get(i));
        }
        return all.stream().map(it -> new Accepted(it.candidate().id(), it.terms(), citations.get(it.candidate().id()),
                ids.get(it.candidate().id()), null, it.note())).toList();
    }

    private static NewObservation statement(Reply reply, Acceptance it, Map<Long, Long> citations) {
        return new NewObservation(Objects.requireNonNull(it.terms().indicator()), it.terms().region(),
                it.terms().period(), null, reply.id(), Objects.requireNonNull(it.preview().figure()),
                Previews.status(it.candidate(), reply), Previews.vintage(it.candidate()),
                null, it.note() == null ? null : Reason.within(it.note()), null,
                List.of(citations.get(it.candidate().id())));
    }

    private boolean isOf(ReviewCandidate candidate, NewObservation statement) {
        return observations.observation(candidate.observationId()).cell().equals(statement.cell());
    }

    private List<Accepted> promises(List<Acceptance> all, Map<Long, Long> citations) {
        var mended = all.stream().map(Acceptance::candidate).filter(Drafts::isReturnedPromise)
                .map(ReviewCandidate::id).collect(Collectors.toSet());
        var codes = new ArrayDeque<>(commitments.nextCodes(all.size() - mended.size()));
        var fresh = new ArrayList<NewCommitment>();
        var made = new ArrayList<Accepted>();
        for (var it : all) {
            var candidate = it.candidate();
            var isMended = mended.contains(candidate.id());
            var code = isMended ? candidate.commitmentCode() : codes.remove();
            var promise = Objects.requireNonNull(it.terms().promise());
            var citation = citations.get(candidate.id());
            var commitment = new NewCommitment(code, citation, Objects.requireNonNull(it.terms().indicator()),
                    it.terms().region(), promise.kind(), Objects.requireNonNull(it.preview().figure()), promise.from(),
                    promise.to(), endsOn(it.terms().period(), promise), null, promise.department());
            if (isMended) {
                commitments.mend(commitment);
            } else {
                giveUpReturned(candidate);
                fresh.add(commitment);
            }
            made.add(new Accepted(candidate.id(), it.terms(), citation, null, code, it.note()));
        }
        commitments.draft(fresh);
        return made;
    }

    /** The day within the last year on which a window ends that is written so: 到2025年6月底. */
    private static @Nullable LocalDate endsOn(Period written, Promise promise) {
        var end = written.end();
        return end == null || promise.kind().isPerYear() || promise.to() == null || end.getYear() != promise.to()
                ? null : end;
    }

    private static boolean isReturnedStatement(ReviewCandidate candidate) {
        return candidate.draftState() == State.RETURNED && candidate.observationId() != null;
    }

    private static boolean isReturnedPromise(ReviewCandidate candidate) {
        return candidate.draftState() == State.RETURNED && candidate.commitmentCode() != null;
    }

    /** Gives up what was returned to a candidate, if anything was. */
    void giveUpReturned(ReviewCandidate candidate) {
        if (candidate.draftState() == State.RETURNED) {
            giveUp(candidate);
        }
    }

    /**
     * Gives up the draft that a candidate has become; what it was only linked to stays.
     *
     * @throws RuleViolation if it is submitted or approved
     */
    void giveUp(ReviewCandidate candidate) {
        if (repository.citationOf(candidate.id()).isEmpty() || candidate.draftState() == null) {
            return;
        }
        requireOpen(candidate, candidate.draftState());
        if (candidate.commitmentCode() != null) {
            commitments.giveUp(List.of(candidate.commitmentCode()));
        } else if (candidate.observationId() != null) {
            observations.giveUp(List.of(candidate.observationId()));
        }
    }

    /**
     * Lets the span of a candidate confirm the draft that another has become.
     *
     * @return the citation, null where the other has not become a draft, or it is submitted
     */
    @Nullable Long confirm(ReviewCandidate duplicate, ReviewCandidate original) {
        if (original.observationId() == null || !isOpen(original.draftState())) {
            return null;
        }
        var citation = replies.cite(duplicate.replyId(), duplicate.start(), duplicate.end()).id();
        observations.confirm(original.observationId(), List.of(citation));
        return citation;
    }

    /**
     * Takes the confirmation by a duplicate back from the draft of its original.
     *
     * @throws RuleViolation if that is submitted or approved
     */
    void unconfirm(ReviewCandidate duplicate, ReviewCandidate original) {
        var citation = repository.citationOf(duplicate.id());
        if (citation.isEmpty() || original.draftState() == null || original.observationId() == null) {
            return;
        }
        requireOpen(duplicate, original.draftState());
        observations.unconfirm(original.observationId(), List.of(citation.getAsLong()));
    }

    private static boolean isOpen(@Nullable State state) {
        return state == State.DRAFT || state == State.RETURNED;
    }

    private static void requireOpen(ReviewCandidate candidate, State state) {
        if (!isOpen(state)) {
            throw new RuleViolation("review.undo.submitted", candidate.number());
        }
    }

    /** Hands the drafts of candidates over for approval. */
    void submit(Collection<ReviewCandidate> drafts) {
        observations.submit(drafts.stream().map(ReviewCandidate::observationId).filter(Objects::nonNull).toList());
        commitments.submit(commitments.inPreparation(drafts.stream().map(ReviewCandidate::commitmentCode)
                .filter(Objects::nonNull).toList()).stream().map(Commitment::id).toList());
    }
}
