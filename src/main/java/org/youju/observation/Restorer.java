package org.youju.observation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Brings back what a cell said once: never by reopening the old row, but as a new draft with a reason. */
@Service
public class Restorer {

    private final ObservationRepository repository;
    private final IndicatorService indicators;
    private final Access access;
    private final Passage<Observation> passage;

    Restorer(ObservationRepository repository, IndicatorService indicators, Access access, Moments moments) {
        this.repository = repository;
        this.indicators = indicators;
        this.access = access;
        passage = new Passage<>("observation.step.", "observation.notFound", repository, indicators, access, moments);
    }

    /**
     * Drafts what a row said: in the place of the draft of its cell and source, or as a correction of what is approved,
     * which stays until the draft is approved too. Of a retired indicator only what was approved once comes back, or what
     * corrects what is approved.
     *
     * @param id     a row of any age and state
     * @param reason why; never blank
     * @return the number of the draft
     * @throws RuleViolation if no reason is given, the source states this already, its draft was submitted, or its
     *                       indicator is retired and no such figure was ever approved
     */
    @Transactional
    public long restore(long id, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        var old = repository.find(id).orElseThrow(() -> new NotFoundException("observation.notFound", Long.toString(id)));
        access.requireScope(old.region(), old.department());
        var why = Reason.of(reason, "history.restore.reason");
        repository.lockSource(old.reply().id());
        var present = lockPresent(old);
        if (present.isPresent() && present.get().state() == State.SUBMITTED) {
            throw new RuleViolation("observation.cell.submitted");
        }
        var content = ObservationRepository.asNew(old);
        if (present.isPresent() && ObservationRepository.asNew(present.get()).equals(content)) {
            throw new RuleViolation("history.restore.same");
        }
        if (old.state() != State.APPROVED && !repository.approvedOfKeys(List.of(content)).contains(content.key())) {
            indicators.catalogue().requireInUse(old.indicator());
        }
        if (present.isPresent() && present.get().state() != State.APPROVED) {
            var draft = present.get();
            var at = passage.after(draft.recordedFrom());
            repository.close(draft, at);
            return repository.insertRevision(content, draft, why, who, at);
        }
        return repository.insertRestored(content, present.orElse(null), why, who,
                present.map(it -> passage.after(it.recordedFrom())).orElseGet(passage::now));
    }

    /** Until it is the present one that is locked: another may have taken its place while it was waited for. */
    private Optional<Observation> lockPresent(Observation old) {
        var present = present(old);
        while (present.isPresent()) {
            repository.lock(present.get().id());
            var then = present(old);
            if (then.map(Observation::id).equals(present.map(Observation::id))) {
                return then;
            }
            present = then;
        }
        return present;
    }

    /** What its source states of its cell today, a row in preparation before the approved one. */
    private Optional<Observation> present(Observation old) {
        var rows = repository.all(old.cell()).stream()
                .filter(row -> row.isCurrent() && row.reply().id() == old.reply().id()).toList();
        return rows.stream().filter(row -> row.state() != State.APPROVED).findFirst()
                .or(() -> rows.stream().findFirst());
    }
}
