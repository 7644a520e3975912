package org.youju.reply;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;
import static org.youju.db.Tables.PROPOSAL;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY;
import static org.youju.db.Tables.REPLY_ORIGINAL;
import static org.youju.db.Tables.REPLY_VERSION;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ReplyRepository {

    private static final int PIECE = 512 * 1024;
    private static final Field<Boolean> TEXT_HELD =
            field(exists(selectOne().from(REPLY_VERSION).where(REPLY_VERSION.REPLY_ID.eq(REPLY.ID)))).as("text_held");
    private static final List<SelectField<?>> REPLY_FIELDS = List.of(REPLY.ID, REPLY.SOURCE_KEY, REPLY.KIND,
            REPLY.DOC_NO, REPLY.TITLE, REPLY.ISSUER, REPLY.SIGNATORY, REPLY.ISSUED_ON, REPLY.PUBLICITY, REPLY.GRADE,
            REPLY.URL, TEXT_HELD);

    private final DSLContext db;

    ReplyRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Reply> find(long id) {
        return one(REPLY.ID.eq(id));
    }

    Map<Long, Reply> findAll(Collection<Long> ids) {
        return db.select(REPLY_FIELDS)
                .from(REPLY)
                .where(REPLY.ID.in(ids))
                .fetchMap(REPLY.ID, ReplyRepository::reply);
    }

    Optional<Reply> withSourceKey(String sourceKey) {
        return one(REPLY.SOURCE_KEY.eq(sourceKey));
    }

    Optional<Reply> withDocNo(String docNo, String issuer) {
        return one(REPLY.DOC_NO.eq(docNo).and(REPLY.ISSUER.eq(issuer)));
    }

    private Optional<Reply> one(Condition condition) {
        return db.select(REPLY_FIELDS)
                .from(REPLY)
                .where(condition)
                .fetchOptional(ReplyRepository::reply);
    }

    private static Condition matching(ReplyQuery query) {
        var matches = query.publicOnly() ? REPLY.PUBLICITY.eq(Publicity.PUBLIC.name()) : noCondition();
        if (query.words() != null && !query.words().isBlank()) {
            var text = query.words().strip();
            matches = matches.and(REPLY.TITLE.containsIgnoreCase(text)
                    .or(REPLY.ISSUER.containsIgnoreCase(text))
                    .or(REPLY.DOC_NO.containsIgnoreCase(text)));
        }
        if (query.docNo() != null) {
            matches = matches.and(REPLY.DOC_NO.eq(query.docNo()));
        }
        matches = matches.and(query.kind() == null ? REPLY.KIND.ne(ReplyKind.LEDGER.name())
                : REPLY.KIND.eq(query.kind().name()));
        if (query.grade() != null) {
            matches = matches.and(REPLY.GRADE.eq(query.grade().name()));
        }
        return matches;
    }

    int number(ReplyQuery query) {
        return db.fetchCount(REPLY, matching(query));
    }

    List<Reply> search(ReplyQuery query, int offset, int limit) {
        return db.select(REPLY_FIELDS)
                .from(REPLY)
                .where(matching(query))
                .orderBy(REPLY.KNOWN_ON.desc().nullsLast(), REPLY.SOURCE_KEY)
                .limit(limit)
                .offset(offset)
                .fetch(ReplyRepository::reply);
    }

    private static Reply reply(Record r) {
        var issuedOn = r.get(REPLY.ISSUED_ON);
        return new Reply(r.get(REPLY.ID), r.get(REPLY.SOURCE_KEY), ReplyKind.valueOf(r.get(REPLY.KIND)),
                r.get(REPLY.DOC_NO), r.get(REPLY.TITLE), r.get(REPLY.ISSUER), r.get(REPLY.SIGNATORY),
                issuedOn == null ? null : new IssueDate(issuedOn), Publicity.valueOf(r.get(REPLY.PUBLICITY)),
                Grade.valueOf(r.get(REPLY.GRADE)), r.get(REPLY.URL), r.get(TEXT_HELD));
    }

    Map<Long, Proposal> proposalsOf(Collection<Long> replyIds) {
        return db.select(REPLY.ID, PROPOSAL.BODY, PROPOSAL.TERM, PROPOSAL.SESSION_NUMBER, PROPOSAL.NUMBER, REGION.CODE,
                        PROPOSAL.TITLE, PROPOSAL.PROPOSERS, PROPOSAL.RESULT_CODE, PROPOSAL.RESULT_CODE_LIST,
                        PROPOSAL.LEAD_DEPARTMENT)
                .from(REPLY)
                .join(PROPOSAL).on(PROPOSAL.ID.eq(REPLY.PROPOSAL_ID))
                .join(REGION).on(REGION.ID.eq(PROPOSAL.REGION_ID))
                .where(REPLY.ID.in(replyIds))
                .fetchMap(REPLY.ID, r -> new Proposal(Proposal.Body.valueOf(r.value2()), r.value3(), r.value4(),
                        r.value5(), r.value6(), r.value7(), Arrays.asList(r.value8().split("、")), r.value9(),
                        r.value10(), r.value11()));
    }

    /** Lets one transaction at a time go on for a region, until it ends. */
    /**
     * Locks a reply until the transaction ends.
     *
     * @return its number; empty if there is none
     */
    Optional<Long> lock(String sourceKey) {
        return locked(db.select(REPLY.ID)
                .from(REPLY)
                .where(REPLY.SOURCE_KEY.eq(sourceKey)))
                .fetchOptional(REPLY.ID);
    }

    void lockRegion(String code) {
        locked(db.select(REGION.ID)
                .from(REGION)
                .where(REGION.CODE.eq(code)))
                .fetch();
    }

    long insert(NewReply reply, String by, Instant at) {
        return db.insertInto(REPLY)
                .set(REPLY.SOURCE_KEY, reply.sourceKey())
                .set(REPLY.KIND, reply.kind().name())
                .set(REPLY.DOC_NO, reply.docNo())
                .set(REPLY.TITLE, reply.title())
                .set(REPLY.ISSUER, reply.issuer())
                .set(REPLY.SIGNATORY, reply.signatory())
                .set(REPLY.ISSUED_ON, reply.issuedOn() == null ? null : reply.issuedOn().code())
                .set(REPLY.KNOWN_ON, reply.issuedOn() == null ? null : reply.issuedOn().lastDay())
                .set(REPLY.PUBLICITY, reply.publicity().name())
                .set(REPLY.GRADE, reply.grade().name())
                .set(REPLY.URL, reply.url())
                .set(REPLY.PROPOSAL_ID, reply.proposal() == null ? null : proposalId(reply.proposal()))
                .set(REPLY.RECORDED_BY, by)
                .set(REPLY.RECORDED_AT, at)
                .returningResult(REPLY.ID)
                .fetchSingle().value1();
    }

    /** A proposal may be answered by several replies; it is recorded once. */
    private long proposalId(Proposal proposal) {
        var regionId = db.select(REGION.ID).from(REGION).where(REGION.CODE.eq(proposal.region()))
                .fetchSingle().value1();
        return db.select(PROPOSAL.ID)
                .from(PROPOSAL)
                .where(PROPOSAL.REGION_ID.eq(regionId))
                .and(PROPOSAL.BODY.eq(proposal.body().name()))
                .and(PROPOSAL.TERM.eq(proposal.term()))
                .and(PROPOSAL.SESSION_NUMBER.eq(proposal.session()))
                .and(PROPOSAL.NUMBER.eq(proposal.number()))
                .fetchOptional(PROPOSAL.ID)
                .orElseGet(() -> db.insertInto(PROPOSAL)
                        .set(PROPOSAL.REGION_ID, regionId)
                        .set(PROPOSAL.BODY, proposal.body().name())
                        .set(PROPOSAL.TERM, proposal.term())
                        .set(PROPOSAL.SESSION_NUMBER, proposal.session())
                        .set(PROPOSAL.NUMBER, proposal.number())
                        .set(PROPOSAL.TITLE, proposal.title())
                        .set(PROPOSAL.PROPOSERS, String.join("、", proposal.proposers()))
                        .set(PROPOSAL.RESULT_CODE, proposal.result())
                        .set(PROPOSAL.RESULT_CODE_LIST, proposal.resultCodeList())
                        .set(PROPOSAL.LEAD_DEPARTMENT, proposal.leadDepartment())
                        .returningResult(PROPOSAL.ID)
                        .fetchSingle().value1());
    }

    /**
     * Locks a document until the transaction ends, so that no newer text comes between. Rows that refer to it are
     * written meanwhile, which PostgreSQL allows beside the weaker of its locks alone.
     */
    void lock(long replyId) {
        locked(db.select(REPLY.ID)
                .from(REPLY)
                .where(REPLY.ID.eq(replyId)))
                .fetch();
    }

    private ResultQuery<Record1<Long>> locked(SelectConditionStep<Record1<Long>> rows) {
        return db.family() == SQLDialect.POSTGRES ? rows.forNoKeyUpdate() : rows.forUpdate();
    }

    Optional<Long> newestVersionOf(long replyId) {
        return db.select(REPLY_VERSION.ID)
                .from(REPLY_VERSION)
                .where(REPLY_VERSION.REPLY_ID.eq(replyId))
                .orderBy(REPLY_VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(REPLY_VERSION.ID);
    }

    Optional<ReplyText> textOf(long replyId) {
        return Optional.ofNullable(textsOf(List.of(replyId)).get(replyId));
    }

    /** The newest text of each reply that has one. */
    Map<Long, ReplyText> textsOf(Collection<Long> replyIds) {
        var newer = REPLY_VERSION.as("newer");
        return db.select(REPLY_VERSION.ID, REPLY_VERSION.REPLY_ID, REPLY_VERSION.NUMBER, REPLY_VERSION.SHA256,
                        REPLY_VERSION.MEDIA_TYPE, REPLY_VERSION.FROZEN_TEXT, REPLY_VERSION.PAGE_STARTS)
                .from(REPLY_VERSION)
                .where(REPLY_VERSION.REPLY_ID.in(replyIds))
                .and(notExists(selectOne()
                        .from(newer)
                        .where(newer.REPLY_ID.eq(REPLY_VERSION.REPLY_ID))
                        .and(newer.NUMBER.gt(REPLY_VERSION.NUMBER))))
                .fetchMap(REPLY_VERSION.REPLY_ID, mapping((version, reply, number, sha256, mediaType, text, pages) ->
                        new ReplyText(version, reply, number, sha256, mediaType, text, Pages.parse(pages))));
    }

    void insertVersion(long replyId, int number, String sha256, String mediaType, String text,
            @Nullable Pages pages, byte[] original, String by, Instant at) {
        long versionId = db.insertInto(REPLY_VERSION)
                .set(REPLY_VERSION.REPLY_ID, replyId)
                .set(REPLY_VERSION.NUMBER, number)
                .set(REPLY_VERSION.SHA256, sha256)
                .set(REPLY_VERSION.MEDIA_TYPE, mediaType)
                .set(REPLY_VERSION.FROZEN_TEXT, text)
                .set(REPLY_VERSION.PAGE_STARTS, pages == null ? null : pages.code())
                .set(REPLY_VERSION.RECORDED_BY, by)
                .set(REPLY_VERSION.RECORDED_AT, at)
                .returningResult(REPLY_VERSION.ID)
                .fetchSingle().value1();
        for (int piece = 0; piece * PIECE < original.length; piece++) {
            db.insertInto(REPLY_ORIGINAL)
                    .set(REPLY_ORIGINAL.REPLY_VERSION_ID, versionId)
                    .set(REPLY_ORIGINAL.PIECE, piece)
                    .set(REPLY_ORIGINAL.CONTENT,
                            Arrays.copyOfRange(original, piece * PIECE, Math.min(original.length, (piece + 1) * PIECE)))
                    .execute();
        }
    }

    List<Reply> withOriginal(String sha256) {
        return db.select(REPLY_FIELDS)
                .from(REPLY)
                .where(REPLY.ID.in(select(REPLY_VERSION.REPLY_ID)
                        .from(REPLY_VERSION)
                        .where(REPLY_VERSION.SHA256.eq(sha256))))
                .orderBy(REPLY.ID)
                .fetch(ReplyRepository::reply);
    }

    /** The number of the version that has an original. */
    Optional<Integer> versionOf(long replyId, String sha256) {
        return db.select(REPLY_VERSION.NUMBER)
                .from(REPLY_VERSION)
                .where(REPLY_VERSION.REPLY_ID.eq(replyId))
                .and(REPLY_VERSION.SHA256.eq(sha256))
                .fetchOptional(REPLY_VERSION.NUMBER);
    }

    byte[] original(long versionId) {
        var original = new ByteArrayOutputStream();
        db.select(REPLY_ORIGINAL.CONTENT)
                .from(REPLY_ORIGINAL)
                .where(REPLY_ORIGINAL.REPLY_VERSION_ID.eq(versionId))
                .orderBy(REPLY_ORIGINAL.PIECE)
                .forEach(piece -> original.writeBytes(piece.value1()));
        return original.toByteArray();
    }

    void place(long citationId, long versionId, TextSpan span, String exact, String prefix, String suffix,
            @Nullable Integer page, Citation.State state) {
        db.update(CITATION)
                .set(CITATION.REPLY_VERSION_ID, versionId)
                .set(CITATION.START_POS, span.start())
                .set(CITATION.END_POS, span.end())
                .set(CITATION.EXACT_TEXT, exact)
                .set(CITATION.PREFIX_TEXT, prefix)
                .set(CITATION.SUFFIX_TEXT, suffix)
                .set(CITATION.PAGE_NUMBER, page)
                .set(CITATION.STATE, state.name())
                .where(CITATION.ID.eq(citationId))
                .execute();
    }

    void orphan(long citationId) {
        db.update(CITATION)
                .setNull(CITATION.START_POS)
                .setNull(CITATION.END_POS)
                .setNull(CITATION.PAGE_NUMBER)
                .set(CITATION.STATE, Citation.State.ORPHANED.name())
                .where(CITATION.ID.eq(citationId))
                .execute();
    }

    List<Citation> orphans(Collection<Long> replyIds, int offset, int limit) {
        return db.selectFrom(CITATION)
                .where(CITATION.STATE.eq(Citation.State.ORPHANED.name()))
                .and(CITATION.REPLY_ID.in(replyIds))
                .orderBy(CITATION.REPLY_ID, CITATION.ID)
                .limit(limit)
                .offset(offset)
                .fetch(ReplyRepository::citation);
    }

    int countOrphans(Collection<Long> replyIds) {
        return db.fetchCount(CITATION, CITATION.STATE.eq(Citation.State.ORPHANED.name())
                .and(CITATION.REPLY_ID.in(replyIds)));
    }

    Set<Long> repliesWithOrphans() {
        return db.selectDistinct(CITATION.REPLY_ID)
                .from(CITATION)
                .where(CITATION.STATE.eq(Citation.State.ORPHANED.name()))
                .fetchSet(CITATION.REPLY_ID);
    }

    Optional<Citation> citation(long id) {
        return db.selectFrom(CITATION)
                .where(CITATION.ID.eq(id))
                .fetchOptional(ReplyRepository::citation);
    }

    List<Citation> citationsOf(long replyId) {
        return citations(CITATION.REPLY_ID.eq(replyId));
    }

    List<Citation> approvedCitationsOf(long replyId) {
        return citations(CITATION.REPLY_ID.eq(replyId).and(isApproved()));
    }

    private List<Citation> citations(Condition wanted) {
        return db.selectFrom(CITATION)
                .where(wanted)
                .orderBy(CITATION.START_POS.asc().nullsLast(), CITATION.ID)
                .fetch(ReplyRepository::citation);
    }

    /** Whether something approved rests on a citation, or rested on it once. */
    private static Condition isApproved() {
        return exists(selectOne().from(OBSERVATION_CITATION)
                        .join(OBSERVATION).on(OBSERVATION.ID.eq(OBSERVATION_CITATION.OBSERVATION_ID))
                        .where(OBSERVATION_CITATION.CITATION_ID.eq(CITATION.ID))
                        .and(OBSERVATION.APPROVED.isTrue()))
                .or(exists(selectOne().from(COMMITMENT)
                        .where(COMMITMENT.CITATION_ID.eq(CITATION.ID))
                        .and(COMMITMENT.APPROVED.isTrue())));
    }

    /** @param withDrafts those of the replies whose citations all count; of the others, the approved ones */
    Map<Long, Integer> countCitations(Collection<Long> replyIds, Collection<Long> withDrafts) {
        return db.select(CITATION.REPLY_ID, count())
                .from(CITATION)
                .where(CITATION.REPLY_ID.in(replyIds))
                .and(CITATION.REPLY_ID.in(withDrafts).or(isApproved()))
                .groupBy(CITATION.REPLY_ID)
                .fetchMap(CITATION.REPLY_ID, count());
    }

    Map<Citation.State, Integer> countStates(long replyId) {
        return db.select(CITATION.STATE, count())
                .from(CITATION)
                .where(CITATION.REPLY_ID.eq(replyId))
                .groupBy(CITATION.STATE)
                .fetchMap(r -> Citation.State.valueOf(r.value1()), r -> r.value2());
    }

    /** The citations of a version that cover exactly one of some spans; of several on one span, the first. */
    Map<TextSpan, Citation> citationsAt(long versionId, long replyId, Collection<TextSpan> spans) {
        var cited = new HashMap<TextSpan, Citation>();
        citations(CITATION.REPLY_ID.eq(replyId)
                .and(CITATION.REPLY_VERSION_ID.eq(versionId))
                .and(CITATION.START_POS.in(spans.stream().map(TextSpan::start).toList())))
                .forEach(it -> cited.putIfAbsent(new TextSpan(it.start(), it.end()), it));
        return cited;
    }

    private static Citation citation(Record r) {
        return new Citation(r.get(CITATION.ID), r.get(CITATION.REPLY_ID), r.get(CITATION.START_POS),
                r.get(CITATION.END_POS), r.get(CITATION.EXACT_TEXT), r.get(CITATION.PREFIX_TEXT),
                r.get(CITATION.SUFFIX_TEXT), r.get(CITATION.PAGE_NUMBER), Citation.State.valueOf(r.get(CITATION.STATE)));
    }

    /** @param span where it stands in the version; null where no text is held */
    long insertCitation(long replyId, @Nullable Long versionId, @Nullable TextSpan span, String exact, String prefix,
            String suffix, @Nullable Integer page, Citation.State state) {
        return db.insertInto(CITATION)
                .set(CITATION.REPLY_ID, replyId)
                .set(CITATION.REPLY_VERSION_ID, versionId)
                .set(CITATION.START_POS, span == null ? null : span.start())
                .set(CITATION.END_POS, span == null ? null : span.end())
                .set(CITATION.EXACT_TEXT, exact)
                .set(CITATION.PREFIX_TEXT, prefix)
                .set(CITATION.SUFFIX_TEXT, suffix)
                .set(CITATION.PAGE_NUMBER, page)
                .set(CITATION.STATE, state.name())
                .returningResult(CITATION.ID)
                .fetchSingle().value1();
    }
}
