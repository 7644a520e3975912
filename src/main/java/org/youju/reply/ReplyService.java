package org.youju.reply;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.file.ReadText;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/**
 * Records documents, freezes their texts and anchors citations in them. Whoever may not read drafts of a document's
 * region sees only the citations that something approved rests on.
 */
@Service
public class ReplyService {

    private static final int CONTEXT = 32;
    private static final int MOST_PLACES = 5;

    private final ReplyRepository repository;
    private final IndicatorService indicators;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReplyService(ReplyRepository repository, IndicatorService indicators, Access access,
            ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.indicators = indicators;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFoundException if there is none of that number */
    @Transactional(readOnly = true)
    public Reply reply(long id) {
        return repository.find(id).orElseThrow(() -> new NotFoundException("reply.notFound", Long.toString(id)));
    }

    /** The replies of those numbers, by number; unknown numbers are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Reply> replies(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : repository.findAll(ids);
    }

    @Transactional(readOnly = true)
    public Optional<Reply> withSourceKey(String sourceKey) {
        return repository.withSourceKey(sourceKey);
    }

    /** At most {@code limit} of the replies that a query asks for, newest first, from {@code offset} on. */
    @Transactional(readOnly = true)
    public List<Reply> search(ReplyQuery query, int offset, int limit) {
        return repository.search(query, offset, limit);
    }

    /** How many replies a query asks for. */
    @Transactional(readOnly = true)
    public int count(ReplyQuery query) {
        return repository.number(query);
    }

    /**
     * The region that a document speaks of: that of the proposal which it answers, or the one that its issuer is named
     * after; empty where neither names one.
     */
    @Transactional(readOnly = true)
    public Optional<Region> regionOf(Reply reply) {
        return region(reply, repository.proposalsOf(List.of(reply.id())).get(reply.id()));
    }

    private Optional<Region> region(Reply reply, @Nullable Proposal proposal) {
        var catalogue = indicators.catalogue();
        return proposal != null ? Optional.of(catalogue.region(proposal.region()))
                : Region.namedIn(reply.issuer(), catalogue.regions());
    }

    /**
     * Refuses whoever's scope does not cover the region that a document speaks of. One that names no region is for
     * those whose scope is not limited.
     *
     * @throws NotFoundException if there is no such reply
     * @throws org.springframework.security.access.AccessDeniedException if it is outside the scope
     */
    @Transactional(readOnly = true)
    public void requireScope(long replyId) {
        var reply = reply(replyId);
        access.requireRegion(isLimited() ? regionOf(reply).map(Region::code).orElse(null) : null);
    }

    private boolean isLimited() {
        return !access.current().scope().regions().isEmpty();
    }

    /** Those of some documents whose drafts whoever acts may see. */
    @Transactional(readOnly = true)
    public Set<Long> withDrafts(Collection<Long> replyIds) {
        if (!access.may(Permission.READ_DRAFTS)) {
            return Set.of();
        }
        if (!isLimited()) {
            return Set.copyOf(replyIds);
        }
        var proposals = proposalsOf(replyIds);
        return replies(replyIds).values().stream()
                .filter(reply -> access.current().scope().coversRegion(
                        region(reply, proposals.get(reply.id())).map(Region::code).orElse(null)))
                .map(Reply::id)
                .collect(Collectors.toSet());
    }

    /**
     * How many citations {@link #citationsOf} gives of each of the replies; replies without any are left out.
     */
    @Transactional(readOnly = true)
    public Map<Long, Integer> countCitations(Collection<Long> replyIds) {
        return replyIds.isEmpty() ? Map.of() : repository.countCitations(replyIds, withDrafts(replyIds));
    }

    /** The proposal that a reply answers, if it answers one. */
    @Transactional(readOnly = true)
    public Optional<Proposal> proposalOf(long replyId) {
        return Optional.ofNullable(proposalsOf(List.of(replyId)).get(replyId));
    }

    /** The proposals that some replies answer, by the number of the reply; a reply that answers none is left out. */
    @Transactional(readOnly = true)
    public Map<Long, Proposal> proposalsOf(Collection<Long> replyIds) {
        return replyIds.isEmpty() ? Map.of() : repository.proposalsOf(replyIds);
    }

    /** The newest frozen text of a reply, empty where the full text is not held. */
    @Transactional(readOnly = true)
    public Optional<ReplyText> textOf(long replyId) {
        return repository.textOf(replyId);
    }

    /**
     * Keeps the newest text of a reply the newest until the transaction ends: whoever freezes another, cites it or
     * holds it too waits until then.
     *
     * @return the number of its version, empty where no text is held
     */
    @Transactional
    public Optional<Long> hold(long replyId) {
        repository.lock(replyId);
        return repository.newestVersionOf(replyId);
    }

    /** The newest frozen texts of some replies, by the number of the reply; one whose text is not held is left out. */
    @Transactional(readOnly = true)
    public Map<Long, ReplyText> textsOf(Collection<Long> replyIds) {
        return replyIds.isEmpty() ? Map.of() : repository.textsOf(replyIds);
    }

    /**
     * The newest frozen text of a reply as it is shown: without contact persons, positions unchanged. Empty where the
     * full text is not held.
     */
    @Transactional(readOnly = true)
    public Optional<String> readableTextOf(long replyId) {
        return repository.textOf(replyId).map(ReplyText::text).map(Contacts::mask);
    }

    /**
     * The citations of a reply in the order of its text, unanchored ones last: all of them for those who may read its
     * drafts, and for others those that something approved rests on, today or at an earlier time.
     */
    @Transactional(readOnly = true)
    public List<Citation> citationsOf(long replyId) {
        return withDrafts(List.of(replyId)).isEmpty() ? repository.approvedCitationsOf(replyId)
                : repository.citationsOf(replyId);
    }

    /** How many citations of a reply are in each state, whoever asks; states that none is in are left out. */
    @Transactional(readOnly = true)
    public Map<Citation.State, Integer> countStates(long replyId) {
        access.require(Permission.READ_DRAFTS);
        return repository.countStates(replyId);
    }

    /** @throws NotFoundException if there is none of that number */
    @Transactional(readOnly = true)
    public Citation citation(long id) {
        return repository.citation(id).orElseThrow(() -> new NotFoundException("citation.notFound", Long.toString(id)));
    }

    /**
     * Records a document.
     *
     * @throws RuleViolation if its source key, or its document number with its issuer, is recorded already
     */
    @Transactional
    public Reply record(NewReply reply) {
        var who = access.require(Permission.EDIT_DRAFTS);
        requireScope(reply);
        if (repository.withSourceKey(reply.sourceKey()).isPresent()) {
            throw new RuleViolation("reply.sourceKey.taken", reply.sourceKey());
        }
        if (reply.docNo() != null && repository.withDocNo(reply.docNo(), reply.issuer()).isPresent()) {
            throw new RuleViolation("reply.docNo.taken", reply.docNo(), reply.issuer());
        }
        return insert(reply, who.username());
    }

    private Reply insert(NewReply reply, String by) {
        events.publishEvent(Audited.made("record", "reply", reply.docNo() == null ? reply.sourceKey() : reply.docNo(),
                reply.title()));
        return reply(repository.insert(reply, by, clock.instant()));
    }

    private void requireScope(NewReply reply) {
        if (isLimited()) {
            access.requireRegion(reply.proposal() != null ? reply.proposal().region()
                    : Region.namedIn(reply.issuer(), indicators.catalogue().regions()).map(Region::code).orElse(null));
        }
    }

    /**
     * Opens the ledger of a region, the source of what its clerks state without a document: one transaction at a time
     * writes in it, until it ends. A ledger has no text and no date, and nobody outside reads it; the first call records
     * it.
     *
     * @param region code
     * @param name   what the region is called; names the ledger when it is recorded
     * @return its number
     */
    @Transactional
    public long openLedger(String region, String name) {
        var key = "LEDGER-" + region;
        return repository.lock(key).orElseGet(() -> {
            var who = access.require(Permission.EDIT_DRAFTS);
            access.requireRegion(region);
            repository.lockRegion(region);
            return repository.lock(key).orElseGet(() -> insert(new NewReply(key, ReplyKind.LEDGER, null,
                    name + "填报台账", name, null, null, Publicity.INTERNAL, Grade.C, null, null), who.username()).id());
        });
    }

    /**
     * Lets one transaction at a time state figures of a document, until the present one ends; others may still refer to
     * it.
     */
    @Transactional
    public void lock(long replyId) {
        repository.lock(replyId);
    }

    /** The replies that hold a file as one of their originals, oldest first; a file is known by its SHA-256. */
    @Transactional(readOnly = true)
    public List<Reply> withOriginal(String sha256) {
        return repository.withOriginal(sha256);
    }

    /**
     * The newest original of a reply as it was delivered, empty where the text is not held. It names its contact
     * persons, so that only those who read drafts have it.
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> originalOf(long replyId) {
        access.require(Permission.READ_DRAFTS);
        return repository.textOf(replyId).map(text -> repository.original(text.versionId()));
    }

    /**
     * Freezes what was read out of a file as a reply's newest version.
     *
     * @param original the bytes that were read
     * @see #freeze(long, byte[], String, String)
     */
    @Transactional
    public ReplyText freeze(long replyId, byte[] original, ReadText read) {
        return freeze(replyId, original, read.format().mediaType(), read.text(), read.pageStarts().map(Pages::new)
                .orElse(null));
    }

    /**
     * Freezes a text of a reply as its newest version, and finds its citations again in it; one that is not found for
     * sure waits among the {@link #orphans()}. The same original again changes nothing.
     *
     * @param original the bytes as delivered; kept with their SHA-256
     * @param text     what a reader sees and citations point into
     * @throws RuleViolation if the text is blank, or the original is that of an older version
     */
    @Transactional
    public ReplyText freeze(long replyId, byte[] original, String mediaType, String text) {
        return freeze(replyId, original, mediaType, text, null);
    }

    private ReplyText freeze(long replyId, byte[] original, String mediaType, String text, @Nullable Pages pages) {
        var who = access.require(Permission.EDIT_DRAFTS);
        requireScope(replyId);
        if (text.isBlank()) {
            throw new RuleViolation("reply.text.empty");
        }
        repository.lock(replyId);
        var sha256 = sha256(original);
        var held = repository.textOf(replyId);
        if (held.isPresent() && held.get().sha256().equals(sha256)) {
            return held.get();
        }
        int number = held.map(ReplyText::number).orElse(0) + 1;
        repository.versionOf(replyId, sha256).ifPresent(older -> {
            throw new RuleViolation("reply.original.older", older, number - 1);
        });
        repository.insertVersion(replyId, number, sha256, mediaType, text, pages, original, who.username(),
                clock.instant());
        var frozen = repository.textOf(replyId).orElseThrow();
        reanchor(frozen);
        events.publishEvent(Audited.made("freeze", "reply", reply(replyId).label(), number + " " + sha256));
        return frozen;
    }

    private void reanchor(ReplyText frozen) {
        var citations = repository.citationsOf(frozen.replyId());
        if (citations.isEmpty()) {
            return;
        }
        var reanchor = new ReAnchor(frozen.text());
        for (var citation : citations) {
            var found = reanchor.find(citation).filter(span -> span.end() - span.start() <= Citation.LONGEST);
            if (found.isPresent()) {
                var span = found.get();
                place(citation.id(), frozen, new TextSpan(span.start(), span.end()),
                        span.how() == ReAnchor.How.POSITION ? Citation.State.ANCHORED : Citation.State.REANCHORED);
            } else if (citation.state() != Citation.State.QUOTE_ONLY) {
                repository.orphan(citation.id());
            }
        }
    }

    private void place(long citationId, ReplyText frozen, TextSpan span, Citation.State state) {
        var text = frozen.text();
        repository.place(citationId, frozen.versionId(), span, span.of(text), before(text, span), after(text, span),
                frozen.pageOf(span), state);
    }

    /**
     * The citations within the scope of whoever asks that the newest text of their reply does not show, by reply and
     * number.
     *
     * @param offset how many to pass over
     * @param limit  how many at most
     */
    @Transactional(readOnly = true)
    public List<Citation> orphans(int offset, int limit) {
        access.require(Permission.READ_DRAFTS);
        return repository.orphans(withDrafts(repository.repliesWithOrphans()), offset, limit);
    }

    /** How many citations {@link #orphans} gives in all. */
    @Transactional(readOnly = true)
    public int countOrphans() {
        access.require(Permission.READ_DRAFTS);
        return repository.countOrphans(withDrafts(repository.repliesWithOrphans()));
    }

    /** The places of its reply's newest text that a person may take for a citation's, the likeliest first, 5 at most. */
    @Transactional(readOnly = true)
    public List<LikelyPlace> likelyPlaces(Citation citation) {
        access.require(Permission.READ_DRAFTS);
        return repository.textOf(citation.replyId())
                .map(text -> new ReAnchor(text.text()).likely(citation, MOST_PLACES))
                .orElse(List.of());
    }

    /**
     * Says where a citation stands in its reply's newest text, which a person has looked up.
     *
     * @throws RuleViolation if the text shows the citation already or is not held, or the span does not lie in it or is
     *                       longer than {@link Citation#LONGEST}
     */
    @Transactional
    public Citation anchor(long citationId, int start, int end) {
        access.require(Permission.EDIT_DRAFTS);
        var replyId = citation(citationId).replyId();
        requireScope(replyId);
        repository.lock(replyId);
        var citation = citation(citationId);
        if (citation.state().isPlaced()) {
            throw new RuleViolation("citation.placed", citation.exact());
        }
        var span = new TextSpan(start, end);
        place(citationId, held(replyId, List.of(span)), span, Citation.State.ANCHORED);
        events.publishEvent(Audited.made("anchor", "citation", citationId, start + "–" + end));
        return citation(citationId);
    }

    /**
     * Cites the span {@code [start, end)} of a reply's newest text.
     *
     * @see #cite(long, List)
     */
    @Transactional
    public Citation cite(long replyId, int start, int end) {
        return cite(replyId, List.of(new TextSpan(start, end))).getFirst();
    }

    /**
     * Cites spans of a reply's newest text, which stays the newest until the transaction ends. A span that is cited
     * already keeps its one citation.
     *
     * @return the citations, in the order given
     * @throws RuleViolation if the text is not held, or a span does not lie in it or is longer than
     *                       {@link Citation#LONGEST}
     */
    @Transactional
    public List<Citation> cite(long replyId, List<TextSpan> spans) {
        access.require(Permission.EDIT_DRAFTS);
        requireScope(replyId);
        repository.lock(replyId);
        var held = held(replyId, spans);
        var text = held.text();
        var cited = repository.citationsAt(held.versionId(), replyId, spans);
        return spans.stream().map(span -> cited.computeIfAbsent(span, it -> {
            var id = repository.insertCitation(replyId, held.versionId(), it, it.of(text), before(text, it),
                    after(text, it), held.pageOf(it), Citation.State.ANCHORED);
            events.publishEvent(Audited.made("cite", "citation", id, it.of(text)));
            return new Citation(id, replyId, it.start(), it.end(), it.of(text), before(text, it), after(text, it),
                    held.pageOf(it), Citation.State.ANCHORED);
        })).toList();
    }

    private ReplyText held(long replyId, List<TextSpan> spans) {
        var held = repository.textOf(replyId).orElseThrow(() -> new RuleViolation("citation.noText"));
        for (var span : spans) {
            if (!span.liesIn(held.text())) {
                throw new RuleViolation("citation.outside", span.start(), span.end(), held.text().length());
            }
            requireShort(span.of(held.text()));
        }
        return held;
    }

    private static void requireShort(String exact) {
        if (exact.length() > Citation.LONGEST) {
            throw new RuleViolation("citation.long", exact.length(), Citation.LONGEST);
        }
    }

    private static String before(String text, TextSpan span) {
        return text.substring(Math.max(0, span.start() - CONTEXT), span.start());
    }

    private static String after(String text, TextSpan span) {
        return text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT));
    }

    /**
     * Quotes the printed words of a document whose text is not held.
     *
     * @throws RuleViolation if there are none, or more than {@link Citation#LONGEST}
     */
    @Transactional
    public Citation quote(long replyId, String exact) {
        access.require(Permission.EDIT_DRAFTS);
        requireScope(replyId);
        if (exact.isBlank()) {
            throw new RuleViolation("citation.quote.empty");
        }
        requireShort(exact);
        var citation = citation(repository.insertCitation(replyId, null, null, exact, "", "", null,
                Citation.State.QUOTE_ONLY));
        events.publishEvent(Audited.made("cite", "citation", citation.id(), exact));
        return citation;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
