package org.youju.observation.approval;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;
import static org.youju.db.Tables.APPROVAL;
import static org.youju.db.Tables.ASSUMPTION;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.UNIT;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.youju.base.Fingerprint;

/** Reads all that approved rows say, column by column as it is stored, and keeps its hash. */
@Repository
public class ApprovalRepository {

    /** What is approved, by the name that the audit trail gives its rows. */
    enum Entity {
        OBSERVATION(org.youju.db.Tables.OBSERVATION, org.youju.db.Tables.OBSERVATION.ID,
                org.youju.db.Tables.OBSERVATION.APPROVED, 4),
        COMMITMENT(org.youju.db.Tables.COMMITMENT, org.youju.db.Tables.COMMITMENT.ID,
                org.youju.db.Tables.COMMITMENT.APPROVED, 3),
        ASSUMPTION(org.youju.db.Tables.ASSUMPTION, org.youju.db.Tables.ASSUMPTION.ID,
                org.youju.db.Tables.ASSUMPTION.APPROVED, 4);

        private final Table<?> table;
        private final Field<Long> number;
        private final Field<Boolean> approved;
        private final int named;

        /** @param named before which column what people call it ends */
        Entity(Table<?> table, Field<Long> number, Field<Boolean> approved, int named) {
            this.table = table;
            this.number = number;
            this.approved = approved;
            this.named = named;
        }

        static Entity of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** With why the figure departs from its words where both stood in one column when it was approved. */
    private static final Field<String> REMARK = when(APPROVAL.DEPARTURE_JOINED.isTrue(),
            concat(coalesce(OBSERVATION.COMMENT_TEXT.concat(inline(" ")), inline("")), inline("与引文不一致："),
                    coalesce(OBSERVATION.DEPARTURE_TEXT, inline(""))))
            .otherwise(OBSERVATION.COMMENT_TEXT);

    private static final List<Field<?>> STATEMENT = List.of(OBSERVATION.ID, REGION.CODE, INDICATOR.CODE,
            OBSERVATION.PERIOD_CODE, UNIT.CODE, OBSERVATION.PERIOD_KIND, OBSERVATION.PERIOD_NOTE, OBSERVATION.REPLY_ID,
            OBSERVATION.OBS_VALUE, OBSERVATION.VALUE_HI, OBSERVATION.LOW, OBSERVATION.LOW_END, OBSERVATION.HIGH,
            OBSERVATION.HIGH_END, OBSERVATION.QUALIFIER, OBSERVATION.PRINT_STEP, OBSERVATION.PRINTED,
            OBSERVATION.OBS_STATUS, OBSERVATION.CONF_STATUS, OBSERVATION.VINTAGE, REMARK,
            OBSERVATION.STATE, OBSERVATION.REASON, OBSERVATION.UNCITED_REASON, OBSERVATION.SUBMITTED_BY,
            OBSERVATION.RECORDED_BY, OBSERVATION.RECORDED_FROM);

    private static final List<Field<?>> PROMISE = List.of(COMMITMENT.ID, REGION.CODE, COMMITMENT.CODE, INDICATOR.CODE,
            UNIT.CODE, COMMITMENT.KIND, COMMITMENT.TARGET_VALUE, COMMITMENT.VALUE_HI, COMMITMENT.LOW,
            COMMITMENT.LOW_END, COMMITMENT.HIGH, COMMITMENT.HIGH_END, COMMITMENT.QUALIFIER, COMMITMENT.PRINT_STEP,
            COMMITMENT.PRINTED, COMMITMENT.WINDOW_FROM, COMMITMENT.WINDOW_TO, COMMITMENT.DEPARTMENT_ID,
            COMMITMENT.STATE, COMMITMENT.REASON, COMMITMENT.SUBMITTED_BY, COMMITMENT.RECORDED_BY,
            COMMITMENT.RECORDED_FROM);

    private static final List<Field<?>> ASSUMED = List.of(ASSUMPTION.ID, ASSUMPTION.COMMITMENT_CODE, INDICATOR.CODE,
            ASSUMPTION.PERIOD_CODE, UNIT.CODE, ASSUMPTION.UPPER_BOUND, ASSUMPTION.GROUNDS, ASSUMPTION.STATE,
            ASSUMPTION.REASON, ASSUMPTION.SUBMITTED_BY, ASSUMPTION.RECORDED_BY, ASSUMPTION.RECORDED_FROM);

    private final DSLContext db;

    public ApprovalRepository(DSLContext db) {
        this.db = db;
    }

    /** The approvals of a database that the product itself has not opened. */
    static ApprovalRepository on(Connection connection) {
        return new ApprovalRepository(DSL.using(connection));
    }

    /**
     * An approved row as it is stored today.
     *
     * @param name     what people call it
     * @param hash     of all that it says
     * @param recorded whether its approval was written down
     * @param approved the hash that was written down then, or null
     */
    record Stored(long id, String name, String hash, boolean recorded, @Nullable String approved) {
    }

    /**
     * Writes down that rows were approved, with the hash of what each says.
     *
     * @param entity {@code observation}, {@code commitment} or {@code assumption}
     */
    public void keep(String entity, Collection<Long> ids, String by, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        var batch = db.batch(db.insertInto(APPROVAL, APPROVAL.ENTITY, APPROVAL.ROW_ID, APPROVAL.CONTENT_HASH,
                        APPROVAL.APPROVED_BY, APPROVAL.APPROVED_AT)
                .values((String) null, null, null, null, null));
        contents(Entity.of(entity), ids)
                .forEach((id, content) -> batch.bind(entity, id, Fingerprint.of(content), by, at));
        batch.execute();
    }

    /** The approval of a row, empty where none was written down. */
    Optional<Approval> of(Entity entity, long id) {
        return db.select(APPROVAL.ROW_ID, APPROVAL.CONTENT_HASH, APPROVAL.APPROVED_BY, APPROVAL.APPROVED_AT)
                .from(APPROVAL)
                .where(APPROVAL.ENTITY.eq(entity.word()).and(APPROVAL.ROW_ID.eq(id)))
                .fetchOptional(mapping(Approval::new));
    }

    /** The hash of what a row says today. */
    String hash(Entity entity, long id) {
        return Fingerprint.of(contents(entity, List.of(id)).get(id));
    }

    /** The approved rows after one, by number. */
    List<Stored> after(Entity entity, long id, int limit) {
        var ids = db.select(entity.number)
                .from(entity.table)
                .where(entity.approved.isTrue())
                .and(entity.number.gt(id))
                .orderBy(entity.number)
                .limit(limit)
                .fetch(entity.number);
        var approvals = db.select(APPROVAL.ROW_ID, APPROVAL.CONTENT_HASH)
                .from(APPROVAL)
                .where(APPROVAL.ENTITY.eq(entity.word()).and(APPROVAL.ROW_ID.in(ids)))
                .fetchMap(APPROVAL.ROW_ID, APPROVAL.CONTENT_HASH);
        return contents(entity, ids).entrySet().stream().map(row -> new Stored(row.getKey(),
                row.getValue().subList(1, entity.named).toString(), Fingerprint.of(row.getValue()),
                approvals.containsKey(row.getKey()), approvals.get(row.getKey()))).toList();
    }

    /**
     * A row that was approved and is no longer there as an approved one.
     *
     * @param name what people call it; its kind and number where it is gone
     */
    record Lost(long id, String name) {
    }

    /** The approvals, after one, whose rows are no longer there as approved ones, by number. */
    List<Lost> lostAfter(Entity entity, long id, int limit) {
        var ids = db.select(APPROVAL.ROW_ID)
                .from(APPROVAL)
                .leftJoin(entity.table).on(entity.number.eq(APPROVAL.ROW_ID))
                .where(APPROVAL.ENTITY.eq(entity.word()))
                .and(APPROVAL.ROW_ID.gt(id))
                .and(entity.number.isNull().or(entity.approved.isFalse()))
                .orderBy(APPROVAL.ROW_ID)
                .limit(limit)
                .fetch(APPROVAL.ROW_ID);
        var contents = contents(entity, ids);
        return ids.stream().map(lost -> new Lost(lost, contents.containsKey(lost)
                ? contents.get(lost).subList(1, entity.named).toString() : entity.word() + " " + lost)).toList();
    }

    /** All that rows say, by their numbers: columns first, then citations. */
    private Map<Long, List<@Nullable String>> contents(Entity entity, Collection<Long> ids) {
        Map<Long, List<@Nullable String>> contents = new LinkedHashMap<>();
        (switch (entity) {
            case OBSERVATION -> statements(ids);
            case COMMITMENT -> promises(ids);
            case ASSUMPTION -> assumptions(ids);
        }).forEach(row -> contents.put((Long) row.get(0), texts(row)));
        (switch (entity) {
            case OBSERVATION -> cited(ids);
            case COMMITMENT -> promised(ids);
            case ASSUMPTION -> List.<Record>of();
        }).forEach(row -> append(row, contents));
        (switch (entity) {
            case OBSERVATION -> departing(ids);
            case COMMITMENT -> bounded(ids);
            case ASSUMPTION -> List.<Record>of();
        }).forEach(row -> append(row, contents));
        return contents;
    }

    private Result<? extends Record> assumptions(Collection<Long> ids) {
        return db.select(ASSUMED)
                .from(ASSUMPTION)
                .join(INDICATOR).on(INDICATOR.ID.eq(ASSUMPTION.INDICATOR_ID))
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .where(ASSUMPTION.ID.in(ids))
                .orderBy(ASSUMPTION.ID)
                .fetch();
    }

    private Result<? extends Record> statements(Collection<Long> ids) {
        return db.select(STATEMENT)
                .from(OBSERVATION)
                .join(INDICATOR).on(INDICATOR.ID.eq(OBSERVATION.INDICATOR_ID))
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .join(REGION).on(REGION.ID.eq(OBSERVATION.REGION_ID))
                .leftJoin(APPROVAL).on(isApprovalOfStatement())
                .where(OBSERVATION.ID.in(ids))
                .orderBy(OBSERVATION.ID)
                .fetch();
    }

    private static Condition isApprovalOfStatement() {
        return APPROVAL.ENTITY.eq(inline(Entity.OBSERVATION.word())).and(APPROVAL.ROW_ID.eq(OBSERVATION.ID));
    }

    /** What only some statements say: why they depart from their words. Others are hashed as before. */
    private Result<? extends Record> departing(Collection<Long> ids) {
        return db.select(OBSERVATION.ID, inline("DEPARTS"), OBSERVATION.DEPARTURE_TEXT)
                .from(OBSERVATION)
                .leftJoin(APPROVAL).on(isApprovalOfStatement())
                .where(OBSERVATION.ID.in(ids))
                .and(OBSERVATION.DEPARTURE_TEXT.isNotNull())
                .and(APPROVAL.DEPARTURE_JOINED.isNull().or(APPROVAL.DEPARTURE_JOINED.isFalse()))
                .orderBy(OBSERVATION.ID)
                .fetch();
    }

    private Result<? extends Record> promises(Collection<Long> ids) {
        return db.select(PROMISE)
                .from(COMMITMENT)
                .join(INDICATOR).on(INDICATOR.ID.eq(COMMITMENT.INDICATOR_ID))
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .join(REGION).on(REGION.ID.eq(COMMITMENT.REGION_ID))
                .where(COMMITMENT.ID.in(ids))
                .orderBy(COMMITMENT.ID)
                .fetch();
    }

    private Result<? extends Record> cited(Collection<Long> ids) {
        return db.select(OBSERVATION_CITATION.OBSERVATION_ID, OBSERVATION_CITATION.CITATION_ID,
                        OBSERVATION_CITATION.ROLE, CITATION.EXACT_TEXT)
                .from(OBSERVATION_CITATION)
                .join(CITATION).on(CITATION.ID.eq(OBSERVATION_CITATION.CITATION_ID))
                .where(OBSERVATION_CITATION.OBSERVATION_ID.in(ids))
                .orderBy(OBSERVATION_CITATION.OBSERVATION_ID, OBSERVATION_CITATION.CITATION_ID)
                .fetch();
    }

    private Result<? extends Record> promised(Collection<Long> ids) {
        return db.select(COMMITMENT.ID, CITATION.ID, inline("STATES"), CITATION.EXACT_TEXT)
                .from(COMMITMENT)
                .join(CITATION).on(CITATION.ID.eq(COMMITMENT.CITATION_ID))
                .where(COMMITMENT.ID.in(ids))
                .orderBy(COMMITMENT.ID)
                .fetch();
    }

    /** What only some promises say: that the window ends within a year, or a base. Others are hashed as before. */
    private Result<? extends Record> bounded(Collection<Long> ids) {
        return db.select(COMMITMENT.ID, COMMITMENT.WINDOW_END, COMMITMENT.BASE_YEAR, COMMITMENT.BASE_VALUE)
                .from(COMMITMENT)
                .where(COMMITMENT.ID.in(ids))
                .and(COMMITMENT.WINDOW_END.isNotNull().or(COMMITMENT.BASE_YEAR.isNotNull()))
                .orderBy(COMMITMENT.ID)
                .fetch();
    }

    private static void append(Record row, Map<Long, List<@Nullable String>> contents) {
        var texts = texts(row);
        contents.get((Long) row.get(0)).addAll(texts.subList(1, texts.size()));
    }

    private static List<@Nullable String> texts(Record row) {
        return new ArrayList<>(Arrays.stream(row.intoArray()).map(ApprovalRepository::text).toList());
    }

    /** Numbers without the zeros that an engine may add; quotations without the spaces that a newer text may add. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case String words -> words.replaceAll("\\s+", " ").strip();
            default -> value.toString();
        };
    }
}
