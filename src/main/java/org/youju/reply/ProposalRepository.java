package org.youju.reply;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.youju.db.Tables.PROPOSAL;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ProposalRepository {

    private static final String COMMA = "、";
    private static final List<SelectField<?>> FIELDS = List.of(PROPOSAL.ID, PROPOSAL.BODY, PROPOSAL.TERM,
            PROPOSAL.SESSION_NUMBER, PROPOSAL.NUMBER, REGION.CODE, PROPOSAL.TITLE, PROPOSAL.PROPOSERS,
            PROPOSAL.RESULT_CODE, PROPOSAL.RESULT_CODE_LIST, PROPOSAL.LEAD_DEPARTMENT, PROPOSAL.JOINT_DEPARTMENTS);

    private final DSLContext db;

    ProposalRepository(DSLContext db) {
        this.db = db;
    }

    Optional<FiledProposal> find(long id) {
        return db.select(FIELDS)
                .from(PROPOSAL)
                .join(REGION).on(REGION.ID.eq(PROPOSAL.REGION_ID))
                .where(PROPOSAL.ID.eq(id))
                .fetchOptional(ProposalRepository::proposal);
    }

    List<FiledProposal> search(ProposalQuery query, int offset, int limit) {
        return db.select(FIELDS)
                .from(PROPOSAL)
                .join(REGION).on(REGION.ID.eq(PROPOSAL.REGION_ID))
                .where(matching(query))
                .orderBy(PROPOSAL.TERM.desc(), PROPOSAL.SESSION_NUMBER.desc(), PROPOSAL.BODY, PROPOSAL.NUMBER,
                        PROPOSAL.ID)
                .limit(limit)
                .offset(offset)
                .fetch(ProposalRepository::proposal);
    }

    int number(ProposalQuery query) {
        return db.selectCount()
                .from(PROPOSAL)
                .join(REGION).on(REGION.ID.eq(PROPOSAL.REGION_ID))
                .where(matching(query))
                .fetchSingle().value1();
    }

    private Condition matching(ProposalQuery query) {
        var matches = query.region() == null ? noCondition() : REGION.CODE.eq(query.region());
        if (query.words() != null && !query.words().isBlank()) {
            var text = query.words().strip();
            matches = matches.and(PROPOSAL.TITLE.containsIgnoreCase(text)
                    .or(PROPOSAL.NUMBER.containsIgnoreCase(text))
                    .or(PROPOSAL.PROPOSERS.containsIgnoreCase(text)));
        }
        return query.categories() == null ? matches : matches.and(isOf(query.categories()));
    }

    /** The few words that results have are read first: which category they stand for is not known to the database. */
    private Condition isOf(Set<Optional<AnswerCategory>> categories) {
        return db.selectDistinct(PROPOSAL.RESULT_CODE, PROPOSAL.RESULT_CODE_LIST)
                .from(PROPOSAL)
                .fetch().stream()
                .filter(it -> categories.contains(AnswerCategory.of(it.value1(), it.value2())))
                .map(it -> same(PROPOSAL.RESULT_CODE, it.value1()).and(same(PROPOSAL.RESULT_CODE_LIST, it.value2())))
                .reduce(falseCondition(), Condition::or);
    }

    private static Condition same(Field<String> field, @Nullable String words) {
        return words == null ? field.isNull() : field.eq(words);
    }

    Map<Long, List<Long>> repliesOf(Collection<Long> proposalIds) {
        return db.select(REPLY.PROPOSAL_ID, REPLY.ID)
                .from(REPLY)
                .where(REPLY.PROPOSAL_ID.in(proposalIds))
                .fetchGroups(REPLY.PROPOSAL_ID, REPLY.ID);
    }

    Optional<Long> proposalOf(long replyId) {
        return db.select(REPLY.PROPOSAL_ID)
                .from(REPLY)
                .where(REPLY.ID.eq(replyId))
                .and(REPLY.PROPOSAL_ID.isNotNull())
                .fetchOptional(REPLY.PROPOSAL_ID);
    }

    private static FiledProposal proposal(Record r) {
        return new FiledProposal(r.get(PROPOSAL.ID), new Proposal(Proposal.Body.valueOf(r.get(PROPOSAL.BODY)),
                r.get(PROPOSAL.TERM), r.get(PROPOSAL.SESSION_NUMBER), r.get(PROPOSAL.NUMBER), r.get(REGION.CODE),
                r.get(PROPOSAL.TITLE), names(r.get(PROPOSAL.PROPOSERS)), r.get(PROPOSAL.RESULT_CODE),
                r.get(PROPOSAL.RESULT_CODE_LIST), r.get(PROPOSAL.LEAD_DEPARTMENT)),
                names(r.get(PROPOSAL.JOINT_DEPARTMENTS)));
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null || joined.isBlank() ? List.of() : Arrays.asList(joined.split(COMMA));
    }
}
