package org.youju.workflow.comment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.CellWritten;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;
import org.youju.workflow.comment.Comment.FollowUp;
import org.youju.workflow.notice.Colleague;
import org.youju.workflow.notice.Notices;

/**
 * Lets those who enter figures talk about a cell within their scope; those who approve read it. Who is named by {@code @}
 * and a user name is told. What was said stays: nobody changes or deletes it.
 */
@Service
public class Comments {

    /** The longest comment. */
    public static final int LONGEST = 2000;

    private static final Pattern MENTION = Pattern.compile("[@＠]([A-Za-z0-9._-]{1,60})");

    private final CommentRepository repository;
    private final Notices notices;
    private final CellScope scope;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Comments(CommentRepository repository, Notices notices, CellScope scope, Access access, Clock clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.notices = notices;
        this.scope = scope;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** What was said about a cell, oldest first. */
    @Transactional(readOnly = true)
    public List<Comment> of(CellKey cell) {
        require(cell);
        return repository.of(cell);
    }

    /** Whom a comment on a cell can name: those who may read it, by user name, without whoever asks. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(CellKey cell) {
        require(cell);
        var who = access.current().username();
        return notices.readers(cell.region(), scope.department(cell)).stream().filter(it -> !it.username().equals(who))
                .toList();
    }

    /**
     * The cells of some indicators of a region that people have written about; only what lies within the scope of whoever
     * asks.
     */
    @Transactional(readOnly = true)
    public Set<CellKey> commented(String region, Collection<String> codes) {
        access.require(Permission.READ_DRAFTS);
        var within = codes.stream().filter(code -> scope.covers(region, code)).toList();
        return within.isEmpty() ? Set.of() : repository.commented(region, within);
    }

    /**
     * Says something about a cell.
     *
     * @param followUp whether something is to be done about it
     * @return who was named, and who of them was told
     * @throws RuleViolation if nothing or too much is said
     */
    @Transactional
    public Named write(CellKey cell, String body, boolean followUp) {
        access.require(Permission.EDIT_DRAFTS);
        require(cell);
        var words = PlainWords.of(body);
        if (words.isEmpty()) {
            throw new RuleViolation("comment.empty");
        }
        if (words.length() > LONGEST) {
            throw new RuleViolation("comment.long", LONGEST, words.length());
        }
        var who = access.current().username();
        repository.insert(cell, words, followUp ? FollowUp.OPEN : FollowUp.NONE, who, now());
        events.publishEvent(Audited.made("comment", "comment", cell.auditName(), words));
        events.publishEvent(new CellWritten(cell, false));
        var named = mentions(words);
        return new Named(named, notices.mention(cell, scope.department(cell), named, words, who));
    }

    /**
     * Whom a comment names.
     *
     * @param all  every user name that it names
     * @param told those that may read comments, and were told
     */
    public record Named(Set<String> all, Set<String> told) {

        /** Those that no account goes by, or whose account may not read comments. */
        public Set<String> untold() {
            var others = new LinkedHashSet<>(all);
            others.removeAll(told);
            return others;
        }
    }

    /**
     * A comment as people read it, with the names of those whom it mentions by their accounts.
     *
     * @param names gives the name of an account; of what is none, that itself
     */
    public static String shown(String body, UnaryOperator<String> names) {
        return MENTION.matcher(body).replaceAll(found -> {
            var account = found.group(1).toLowerCase(Locale.ROOT);
            var name = names.apply(account);
            return Matcher.quoteReplacement(name.equals(account) ? found.group() : "@" + name);
        });
    }

    /** The user names that a comment names. */
    static Set<String> mentions(String body) {
        var names = new LinkedHashSet<String>();
        var found = MENTION.matcher(body);
        while (found.find()) {
            names.add(found.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /**
     * Says that what was to be done about a comment is done, or that it is not after all.
     *
     * @throws RuleViolation if nothing was to be done, or somebody has changed it meanwhile
     */
    @Transactional
    public void settle(long id, boolean done) {
        access.require(Permission.EDIT_DRAFTS);
        var comment = repository.find(id)
                .orElseThrow(() -> new NotFoundException("comment.notFound", Long.toString(id)));
        require(comment.cell());
        var wanted = done ? FollowUp.SETTLED : FollowUp.OPEN;
        if (comment.followUp() == FollowUp.NONE || comment.followUp() == wanted
                || !repository.follow(comment, wanted, done ? access.current().username() : null, done ? now() : null)) {
            throw new RuleViolation("comment.changed");
        }
        events.publishEvent(Audited.changed(done ? "settle" : "reopen", "comment", comment.cell().auditName(),
                comment.followUp(), wanted));
        events.publishEvent(new CellWritten(comment.cell(), false));
    }

    private void require(CellKey cell) {
        access.require(Permission.READ_DRAFTS);
        scope.require(cell);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
