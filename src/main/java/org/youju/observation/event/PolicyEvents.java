package org.youju.observation.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.observation.Moments;
import org.youju.reply.IssueDate;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/** Keeps the events that figures may follow from. A correction closes the recorded row and opens a new one. */
@Service
public class PolicyEvents {

    private final PolicyEventRepository repository;
    private final ReplyService replies;
    private final Access access;
    private final Moments moments;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    PolicyEvents(PolicyEventRepository repository, ReplyService replies, Access access, Moments moments,
            Clock clock, ApplicationEventPublisher publisher) {
        this.repository = repository;
        this.replies = replies;
        this.access = access;
        this.moments = moments;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** All events, oldest first. */
    @Transactional(readOnly = true)
    public List<PolicyEvent> all() {
        access.require(Permission.READ_PUBLISHED);
        return told(repository.standing(null, null), null);
    }

    /**
     * The events of some regions that documents tell of which were published by a day, oldest first.
     *
     * @param regions codes
     * @param asOf    null for whatever is published
     * @param moment  the state of the records, null for now
     */
    @Transactional(readOnly = true)
    public List<PolicyEvent> of(Collection<String> regions, @Nullable LocalDate asOf, @Nullable Instant moment) {
        access.require(Permission.READ_PUBLISHED);
        return told(repository.standing(regions, moment), asOf);
    }

    /** @throws NotFoundException if it no longer stands in the records */
    @Transactional(readOnly = true)
    public PolicyEvent one(int number) {
        return all().stream().filter(it -> it.number() == number).findFirst()
                .orElseThrow(() -> new NotFoundException("event.gone", number));
    }

    /** Whether whoever acts may keep events of a region. */
    public boolean mayKeep(String region) {
        return access.may(Permission.EDIT_DRAFTS) && access.current().scope().covers(region, null);
    }

    /**
     * Records an event.
     *
     * @param citation number of the words that tell of it
     * @throws RuleViolation if it happens later than next year
     */
    @Transactional
    public void add(NewPolicyEvent event, long citation) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        access.requireScope(event.region(), null);
        requirePossible(event);
        var at = moments.publish(Instant.EPOCH);
        repository.insert(repository.nextNumber(), event, citation, who, at);
        publisher.publishEvent(Audited.made("create", "event", event.nameZh(), event));
    }

    /**
     * Records an event anew as it should have been recorded.
     *
     * @param seen     the version that whoever corrects it saw
     * @param citation number of the words that tell of it
     * @param reason   why; never blank
     * @throws LostRace      if somebody has changed it meanwhile
     * @throws RuleViolation if no reason is given, or it happens later than next year
     */
    @Transactional
    public void correct(PolicyEvent seen, NewPolicyEvent event, long citation, String reason) {
        access.requireScope(event.region(), null);
        var who = access.require(Permission.EDIT_DRAFTS).username();
        requirePossible(event);
        var at = end(seen, reason, who);
        repository.insert(seen.number(), event, citation, who, at);
        publisher.publishEvent(Audited.changed("update", "event", event.nameZh(), words(seen),
                event + " (" + reason.strip() + ")"));
    }

    /**
     * Takes an event out of what is shown; what was recorded stays recorded.
     *
     * @param seen   the version that whoever withdraws it saw
     * @param reason why; never blank
     * @throws LostRace      if somebody has changed it meanwhile
     * @throws RuleViolation if no reason is given
     */
    @Transactional
    public void withdraw(PolicyEvent seen, String reason) {
        var who = access.require(Permission.EDIT_DRAFTS).username();
        end(seen, reason, who);
        publisher.publishEvent(new Audited(null, "withdraw", "event", seen.nameZh(), words(seen), reason.strip()));
    }

    /** An event may be foreseen for the next year. */
    private void requirePossible(NewPolicyEvent event) {
        event.requireWithin(Year.now(clock).getValue() + 1);
    }

    private Instant end(PolicyEvent seen, String reason, String who) {
        access.requireScope(seen.region(), null);
        var why = Reason.of(reason, "event.reason");
        moments.hold();
        var standing = repository.lock(seen.number()).filter(it -> it.id() == seen.id())
                .orElseThrow(() -> new LostRace("event.changed"));
        var at = moments.publish(standing.from());
        repository.close(standing.id(), who, why, at);
        return at;
    }

    private static String words(PolicyEvent event) {
        return new NewPolicyEvent(event.region(), event.happened().code(), event.nameZh(), event.nameEn()).toString();
    }

    private List<PolicyEvent> told(List<PolicyEventRepository.Row> rows, @Nullable LocalDate asOf) {
        var documents = replies.replies(rows.stream().map(PolicyEventRepository.Row::reply).distinct().toList());
        return rows.stream()
                .map(row -> new PolicyEvent(row.id(), row.number(), row.region(), new IssueDate(row.happened()),
                        row.nameZh(), row.nameEn(), row.citation(), row.quote(), documents.get(row.reply()), row.by(),
                        row.from()))
                .filter(it -> asOf == null || it.reply().knownOn() != null && !it.reply().knownOn().isAfter(asOf))
                .toList();
    }
}
