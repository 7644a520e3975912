package org.youju.observation;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY;
import static org.youju.db.Tables.UNIT;
import static org.youju.figure.Numbers.plain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Row3;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.youju.figure.End;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.figure.PeriodKind;
import org.youju.figure.Qualifier;
import org.youju.figure.Unit;
import org.youju.observation.Change.Kind;
import org.youju.observation.NewObservation.SourceKey;
import org.youju.observation.ruling.RulingRepository;
import org.youju.reply.Citation;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.security.Scope;

@Repository
class ObservationRepository extends RecordedRepository<Observation> {

    private static final String APPROVED = State.APPROVED.name();
    private static final org.youju.db.tables.Observation OTHER = OBSERVATION.as("other");
    private static final String STATES = "STATES";
    private static final String CONFIRMS = "CONFIRMS";

    /** As text of any length: a result with one of fixed length is padded by H2 with each value that is read of it. */
    private static final Field<String> OBS_STATUS = OBSERVATION.OBS_STATUS.cast(SQLDataType.VARCHAR(1));

    private static final List<SelectField<?>> FIELDS = List.of(OBSERVATION.ID, OBSERVATION.INDICATOR_ID,
            OBSERVATION.REGION_ID, OBSERVATION.PERIOD_CODE, OBSERVATION.PERIOD_NOTE, OBSERVATION.REPLY_ID,
            OBSERVATION.PRINTED,
            OBSERVATION.OBS_VALUE, OBSERVATION.VALUE_HI, OBSERVATION.QUALIFIER, OBSERVATION.PRINT_STEP,
            OBSERVATION.LOW, OBSERVATION.LOW_END, OBSERVATION.HIGH, OBSERVATION.HIGH_END, OBS_STATUS,
            OBSERVATION.VINTAGE, OBSERVATION.COMMENT_TEXT, OBSERVATION.DEPARTURE_TEXT, OBSERVATION.STATE,
            OBSERVATION.REASON, OBSERVATION.UNCITED_REASON, OBSERVATION.RECORDED_BY,
            OBSERVATION.RECORDED_FROM, OBSERVATION.RECORDED_TO,
            CITATION.ID, CITATION.START_POS, CITATION.END_POS, CITATION.EXACT_TEXT, CITATION.PREFIX_TEXT,
            CITATION.SUFFIX_TEXT, CITATION.PAGE_NUMBER, CITATION.STATE);

    /** Sorted here, where codes compare alike on both engines. */
    private static final Comparator<Observation> BY_CELL = Comparator.comparing(Observation::indicator)
            .thenComparing(Observation::region)
            .thenComparing(o -> o.period().code())
            .thenComparing(Observation.BY_PUBLICATION)
            .thenComparing(Observation::id);

    private final DSLContext db;
    private final ReplyService replies;
    private final RulingRepository rulings;
    private final ApplicationEventPublisher events;

    ObservationRepository(DSLContext db, ReplyService replies, RulingRepository rulings,
            ApplicationEventPublisher events) {
        super(db, new Columns(OBSERVATION, OBSERVATION.ID, OBSERVATION.STATE, OBSERVATION.APPROVED,
                OBSERVATION.SUPERSEDES_ID, OBSERVATION.REASON, OBSERVATION.SUBMITTED_BY, OBSERVATION.RECORDED_BY,
                OBSERVATION.RECORDED_TO, List.of(OBSERVATION.INDICATOR_ID, OBSERVATION.REGION_ID,
                        OBSERVATION.PERIOD_CODE, OBSERVATION.REPLY_ID)), events, "observation");
        this.db = db;
        this.replies = replies;
        this.rulings = rulings;
        this.events = events;
    }

    List<Observation> approved(StatementQuery query) {
        return fetch(ofSeries(query.indicators(), query.regions()), query.recordedAsOf(), approvedFor(query)).stream()
                .sorted(BY_CELL)
                .toList();
    }

    /** The current approved statements of some indicators in all regions and periods. */
    List<Observation> approvedOfIndicators(Collection<String> indicators) {
        return fetch(ofIndicators(indicators).and(OBSERVATION.APPROVED.isTrue()).and(recordedAt(null)), OBSERVATION.ID)
                .stream().sorted(BY_CELL).toList();
    }

    /** The current rows in preparation of some indicators in all regions and periods, oldest first. */
    List<Observation> preparedOfIndicators(Collection<String> indicators) {
        return fetch(ofIndicators(indicators).and(OBSERVATION.APPROVED.isFalse()).and(recordedAt(null)), OBSERVATION.ID);
    }

    /**
     * Observations of each of some indicators in each of some regions, looked up series by series: of two lists H2
     * takes at most one to the index and reads the rows of all regions.
     */
    private Table<?> ofSeries(Collection<String> indicators, Collection<String> regions) {
        var asked = select(INDICATOR.ID.as("indicator_id"), REGION.ID.as("region_id"))
                .from(INDICATOR)
                .crossJoin(REGION)
                .where(INDICATOR.ID.in(numbersOf(indicators)))
                .and(REGION.ID.in(db.fetchValues(select(REGION.ID).from(REGION).where(REGION.CODE.in(regions)))))
                .asTable("asked");
        return asked.join(OBSERVATION)
                .on(OBSERVATION.INDICATOR_ID.eq(asked.field("indicator_id", Long.class)))
                .and(OBSERVATION.REGION_ID.eq(asked.field("region_id", Long.class)));
    }

    private static Table<?> named(Table<?> observations) {
        return observations.join(INDICATOR).on(INDICATOR.ID.eq(OBSERVATION.INDICATOR_ID));
    }

    private List<Long> numbersOf(Collection<String> indicators) {
        return db.fetchValues(select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.in(indicators)));
    }

    private static Condition approvedFor(StatementQuery query) {
        var wanted = OBSERVATION.APPROVED.isTrue()
                .and(recordedAt(query.recordedAsOf()))
                .and(overlaps(query.fromYear(), query.toYear()));
        if (query.asOf() != null) {
            wanted = wanted.and(isOf(REPLY.KNOWN_ON.le(query.asOf())));
        }
        return wanted;
    }

    private static Condition isOf(Condition reply) {
        return exists(selectOne().from(REPLY).where(REPLY.ID.eq(OBSERVATION.REPLY_ID)).and(reply));
    }

    private static Condition approvedFor(StatementQuery query, boolean publicOnly) {
        return publicOnly ? approvedFor(query).and(isOf(REPLY.PUBLICITY.eq(Publicity.PUBLIC.name())))
                : approvedFor(query);
    }

    /** Counted by number, which is the order of the index of current rows, and named afterwards. */
    List<SeriesSize> sizes(StatementQuery query, boolean publicOnly) {
        var cells = countDistinct(OBSERVATION.PERIOD_CODE).as("cells");
        var statements = count().as("statements");
        var series = select(OBSERVATION.INDICATOR_ID, OBSERVATION.REGION_ID, cells, statements)
                .from(ofSeries(query.indicators(), query.regions()))
                .where(approvedFor(query, publicOnly))
                .groupBy(OBSERVATION.INDICATOR_ID, OBSERVATION.REGION_ID)
                .asTable("series");
        return db.select(INDICATOR.CODE, REGION.CODE, series.field(cells), series.field(statements))
                .from(series)
                .join(INDICATOR).on(INDICATOR.ID.eq(series.field(OBSERVATION.INDICATOR_ID)))
                .join(REGION).on(REGION.ID.eq(series.field(OBSERVATION.REGION_ID)))
                .fetch(mapping(SeriesSize::new)).stream()
                .sorted(Comparator.comparing(SeriesSize::indicator).thenComparing(SeriesSize::region))
                .toList();
    }

    boolean isMore(Collection<String> indicators, int rows) {
        return db.fetchExists(selectOne()
                .from(OBSERVATION)
                .where(ofIndicators(indicators))
                .and(recordedAt(null))
                .limit(1)
                .offset(rows));
    }

    Set<CellKey> cells(StatementQuery query, boolean publicOnly) {
        return db.selectDistinct(INDICATOR.CODE, REGION.CODE, OBSERVATION.PERIOD_CODE)
                .from(named(ofSeries(query.indicators(), query.regions())))
                .join(REGION).on(REGION.ID.eq(OBSERVATION.REGION_ID))
                .where(approvedFor(query, publicOnly))
                .fetchSet(mapping((indicator, region, period) ->
                        new CellKey(indicator, region, Period.parse(period))));
    }

    List<Observation> approved(Collection<CellKey> cells) {
        return ofCells(cells, OBSERVATION.APPROVED.isTrue());
    }

    List<Observation> inPreparation(Collection<CellKey> cells) {
        return ofCells(cells, OBSERVATION.APPROVED.isFalse());
    }

    /** What stands at the crossing of others' codes is left out here. */
    private List<Observation> ofCells(Collection<CellKey> cells, Condition wanted) {
        var all = Set.copyOf(cells);
        return fetch(ofSeriesOf(cells), null, isOfPeriodsOf(cells).and(wanted)).stream()
                .filter(o -> all.contains(o.cell()))
                .sorted(BY_CELL)
                .toList();
    }

    private Table<?> ofSeriesOf(Collection<CellKey> cells) {
        return ofSeries(cells.stream().map(CellKey::indicator).collect(Collectors.toSet()),
                cells.stream().map(CellKey::region).collect(Collectors.toSet()));
    }

    private static Condition isOfPeriodsOf(Collection<CellKey> cells) {
        return OBSERVATION.PERIOD_CODE.in(cells.stream().map(cell -> cell.period().code()).collect(Collectors.toSet()))
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END)));
    }

    /** By number, for whose sake H2 uses the index; it would pass it by for a subquery of several. */
    private Condition ofIndicators(Collection<String> indicators) {
        return indicators.size() == 1
                ? OBSERVATION.INDICATOR_ID.eq(
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(indicators.iterator().next())))
                : OBSERVATION.INDICATOR_ID.in(numbersOf(indicators));
    }

    /** By its number, so that H2 looks up its rows and not those of all regions. */
    private static Condition ofRegion(String region) {
        return OBSERVATION.REGION_ID.eq(select(REGION.ID).from(REGION).where(REGION.CODE.eq(region)));
    }

    /**
     * Cells of a region whose statements no one value satisfies: the highest low end lies above the lowest high end, or
     * on it without all being one point. An end that is not bounded is null, which neither extreme takes notice of.
     */
    List<CellKey> apart(String region, @Nullable LocalDate asOf, int limit) {
        var lowest = min(OBSERVATION.HIGH);
        var highest = max(OBSERVATION.LOW);
        var cells = select(OBSERVATION.INDICATOR_ID, OBSERVATION.PERIOD_CODE)
                .from(OBSERVATION)
                .where(ofRegion(region))
                .and(OBSERVATION.APPROVED.isTrue())
                .and(recordedAt(null))
                .and(asOf == null ? noCondition() : isOf(REPLY.KNOWN_ON.le(asOf)))
                .groupBy(OBSERVATION.INDICATOR_ID, OBSERVATION.PERIOD_CODE)
                .having(count().gt(1)
                        .and(highest.gt(lowest)
                                .or(highest.eq(lowest).and(min(OBSERVATION.LOW).lt(max(OBSERVATION.HIGH))))))
                .asTable("cells");
        var period = cells.field(OBSERVATION.PERIOD_CODE);
        return db.select(INDICATOR.CODE, period)
                .from(cells)
                .join(INDICATOR).on(INDICATOR.ID.eq(cells.field(OBSERVATION.INDICATOR_ID)))
                .orderBy(period.desc(), INDICATOR.CODE)
                .limit(limit)
                .fetch(mapping((indicator, code) -> new CellKey(indicator, region, Period.parse(code))));
    }

    /** Each cell is looked up by itself, so that none is read for the sake of another's indicator and period. */
    List<Observation> approvedOfEach(Collection<CellKey> cells) {
        var indicators = db.select(INDICATOR.CODE, INDICATOR.ID)
                .from(INDICATOR)
                .where(INDICATOR.CODE.in(cells.stream().map(CellKey::indicator).collect(Collectors.toSet())))
                .fetchMap(INDICATOR.CODE, INDICATOR.ID);
        var regions = db.select(REGION.CODE, REGION.ID)
                .from(REGION)
                .where(REGION.CODE.in(cells.stream().map(CellKey::region).collect(Collectors.toSet())))
                .fetchMap(REGION.CODE, REGION.ID);
        var rows = cells.stream().distinct()
                .filter(it -> indicators.containsKey(it.indicator()) && regions.containsKey(it.region()))
                .map(it -> row(inline(indicators.get(it.indicator())), inline(regions.get(it.region())),
                        inline(it.period().code())))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var wanted = values(rows.toArray(Row3[]::new)).as("wanted", "indicator_id", "region_id", "period_code");
        var ids = db.select(OBSERVATION.ID)
                .from(wanted)
                .join(OBSERVATION)
                .on(OBSERVATION.INDICATOR_ID.eq(wanted.field("indicator_id", Long.class)))
                .and(OBSERVATION.REGION_ID.eq(wanted.field("region_id", Long.class)))
                .and(OBSERVATION.PERIOD_CODE.eq(wanted.field("period_code", String.class)))
                .where(OBSERVATION.APPROVED.isTrue())
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END)))
                .fetch(OBSERVATION.ID);
        return ids.isEmpty() ? List.of()
                : fetch(OBSERVATION.ID.in(ids), OBSERVATION.ID).stream().sorted(BY_CELL).toList();
    }

    /** The current rows, approved or in preparation, of some cells of a region, oldest first. */
    List<Observation> current(String region, Collection<String> indicators, Collection<String> periods) {
        return indicators.isEmpty() ? List.of() : fetch(ofIndicators(indicators)
                .and(ofRegion(region))
                .and(OBSERVATION.PERIOD_CODE.in(periods))
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END))), OBSERVATION.ID);
    }

    /** The current rows in preparation of some indicators of a region in some years, oldest first. */
    List<Observation> inPreparation(String region, Collection<String> indicators, int fromYear, int toYear) {
        return indicators.isEmpty() ? List.of() : fetch(INDICATOR.CODE.in(indicators)
                .and(ofRegion(region))
                .and(OBSERVATION.APPROVED.isFalse())
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END)))
                .and(overlaps(fromYear, toYear)), OBSERVATION.ID);
    }

    /** The current rows in preparation of some indicators of some regions, oldest first. */
    List<Observation> inPreparation(Collection<String> regions, Collection<String> indicators) {
        return fetch(ofSeries(indicators, regions), null, OBSERVATION.APPROVED.isFalse()
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END))), OBSERVATION.ID);
    }

    /** Every row of a cell, whatever its source and state, newest first. */
    List<Observation> all(CellKey cell) {
        return fetch(isOf(cell), OBSERVATION.ID.desc());
    }

    /** The approved ones of them. */
    List<Observation> approvedOf(CellKey cell) {
        return fetch(isOf(cell).and(OBSERVATION.APPROVED.isTrue()), OBSERVATION.ID.desc());
    }

    private static Condition isOf(CellKey cell) {
        return INDICATOR.CODE.eq(cell.indicator())
                .and(ofRegion(cell.region()))
                .and(OBSERVATION.PERIOD_CODE.eq(cell.period().code()));
    }

    /** Those of some rows whose cells were handed over or approved after them. */
    Set<Long> decidedSince(Collection<Long> ids) {
        var later = OBSERVATION.as("later");
        return ids.isEmpty() ? Set.of() : db.select(OBSERVATION.ID)
                .from(OBSERVATION)
                .where(OBSERVATION.ID.in(ids))
                .andExists(selectOne().from(later)
                        .where(later.INDICATOR_ID.eq(OBSERVATION.INDICATOR_ID))
                        .and(later.REGION_ID.eq(OBSERVATION.REGION_ID))
                        .and(later.PERIOD_CODE.eq(OBSERVATION.PERIOD_CODE))
                        .and(later.ID.gt(OBSERVATION.ID))
                        .and(later.STATE.notIn(State.DRAFT.name(), State.RETURNED.name())))
                .fetchSet(OBSERVATION.ID);
    }

    /** The newest of them. */
    List<Observation> newest(CellKey cell, int limit) {
        var newest = db.select(OBSERVATION.ID)
                .from(OBSERVATION)
                .where(ofIndicators(List.of(cell.indicator())))
                .and(ofRegion(cell.region()))
                .and(OBSERVATION.PERIOD_CODE.eq(cell.period().code()))
                .orderBy(OBSERVATION.ID.desc())
                .limit(limit)
                .fetch(OBSERVATION.ID);
        return newest.isEmpty() ? List.of() : fetch(OBSERVATION.ID.in(newest), OBSERVATION.ID.desc());
    }

    Change.Count countChanges(Instant after, Instant until) {
        return new Change.Count(countChanges(Kind.ADDED, after, until), countChanges(Kind.REVISED, after, until),
                countChanges(Kind.WITHDRAWN, after, until));
    }

    private long countChanges(Kind kind, Instant after, Instant until) {
        return db.select(count())
                .from(OBSERVATION)
                .leftJoin(OTHER).on(isSameKeyAt(kind == Kind.WITHDRAWN ? until : after))
                .where(changed(kind, after, until))
                .fetchSingle().value1();
    }

    /** Paired before they are cut off. */
    List<Change> changes(Instant after, Instant until, int limit) {
        var pairs = new ArrayList<Record2<Long, Long>>();
        for (var kind : Kind.values()) {
            pairs.addAll(db.select(OBSERVATION.ID, OTHER.ID)
                    .from(OBSERVATION)
                    .join(INDICATOR).on(INDICATOR.ID.eq(OBSERVATION.INDICATOR_ID))
                    .join(REGION).on(REGION.ID.eq(OBSERVATION.REGION_ID))
                    .leftJoin(OTHER).on(isSameKeyAt(kind == Kind.WITHDRAWN ? until : after))
                    .where(changed(kind, after, until))
                    .orderBy(REGION.CODE, INDICATOR.CODE, OBSERVATION.PERIOD_CODE, OBSERVATION.ID)
                    .limit(limit - pairs.size())
                    .fetch());
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        var rows = fetch(OBSERVATION.ID.in(pairs.stream().flatMap(it -> Stream.of(it.value1(), it.value2()))
                .filter(Objects::nonNull).toList()), OBSERVATION.ID).stream()
                .collect(Collectors.toMap(Observation::id, Function.identity()));
        return pairs.stream().map(it -> {
            var row = rows.get(it.value1());
            return row.recordedFrom().isAfter(after) ? new Change(rows.get(it.value2()), row) : new Change(row, null);
        }).toList();
    }

    /** Whether the other is the approved row of the key at a moment. */
    private static Condition isSameKeyAt(Instant moment) {
        return OTHER.INDICATOR_ID.eq(OBSERVATION.INDICATOR_ID)
                .and(OTHER.REGION_ID.eq(OBSERVATION.REGION_ID))
                .and(OTHER.RECORDED_TO.gt(moment))
                .and(OTHER.PERIOD_CODE.eq(OBSERVATION.PERIOD_CODE))
                .and(OTHER.REPLY_ID.eq(OBSERVATION.REPLY_ID))
                .and(OTHER.APPROVED.isTrue())
                .and(OTHER.RECORDED_FROM.le(moment));
    }

    /**
     * What has come is found by when it was recorded; what has gone by its state, whose index goes on with when it was
     * closed.
     */
    private static Condition changed(Kind kind, Instant after, Instant until) {
        var come = OBSERVATION.APPROVED.isTrue()
                .and(OBSERVATION.RECORDED_FROM.gt(after)).and(OBSERVATION.RECORDED_FROM.le(until))
                .and(OBSERVATION.RECORDED_TO.gt(until));
        return switch (kind) {
            case ADDED -> come.and(OTHER.ID.isNull());
            case REVISED -> come.and(OTHER.ID.isNotNull()).and(saysOther());
            case WITHDRAWN -> OBSERVATION.STATE.eq(APPROVED)
                    .and(OBSERVATION.RECORDED_FROM.le(after)).and(OBSERVATION.RECORDED_TO.gt(after))
                    .and(OBSERVATION.RECORDED_TO.le(until))
                    .and(OTHER.ID.isNull());
        };
    }

    /** Whether a row says anything else than the other: as {@link org.youju.observation.history.Aspect} has it. */
    private static Condition saysOther() {
        return OBSERVATION.OBS_VALUE.isDistinctFrom(OTHER.OBS_VALUE)
                .or(OBSERVATION.VALUE_HI.isDistinctFrom(OTHER.VALUE_HI))
                .or(OBSERVATION.QUALIFIER.isDistinctFrom(OTHER.QUALIFIER))
                .or(OBSERVATION.LOW.isDistinctFrom(OTHER.LOW))
                .or(OBSERVATION.LOW_END.isDistinctFrom(OTHER.LOW_END))
                .or(OBSERVATION.HIGH.isDistinctFrom(OTHER.HIGH))
                .or(OBSERVATION.HIGH_END.isDistinctFrom(OTHER.HIGH_END))
                .or(OBSERVATION.PRINTED.isDistinctFrom(OTHER.PRINTED))
                .or(OBSERVATION.PERIOD_NOTE.isDistinctFrom(OTHER.PERIOD_NOTE))
                .or(OBSERVATION.UNCITED_REASON.isDistinctFrom(OTHER.UNCITED_REASON))
                .or(OBSERVATION.OBS_STATUS.isDistinctFrom(OTHER.OBS_STATUS))
                .or(OBSERVATION.VINTAGE.isDistinctFrom(OTHER.VINTAGE))
                .or(OBSERVATION.COMMENT_TEXT.isDistinctFrom(OTHER.COMMENT_TEXT))
                .or(OBSERVATION.DEPARTURE_TEXT.isDistinctFrom(OTHER.DEPARTURE_TEXT))
                .or(isQuotedBeyond(OBSERVATION.ID, OTHER.ID))
                .or(isQuotedBeyond(OTHER.ID, OBSERVATION.ID));
    }

    private static Condition isQuotedBeyond(Field<Long> row, Field<Long> other) {
        var mine = OBSERVATION_CITATION.as("mine");
        var words = CITATION.as("words");
        var theirs = OBSERVATION_CITATION.as("theirs");
        var same = CITATION.as("same");
        return exists(selectOne().from(mine).join(words).on(words.ID.eq(mine.CITATION_ID))
                .where(mine.OBSERVATION_ID.eq(row)).and(mine.ROLE.eq(inline(STATES)))
                .andNotExists(selectOne().from(theirs).join(same).on(same.ID.eq(theirs.CITATION_ID))
                        .where(theirs.OBSERVATION_ID.eq(other)).and(theirs.ROLE.eq(inline(STATES)))
                        .and(same.EXACT_TEXT.eq(words.EXACT_TEXT))));
    }

    /** Lets one transaction at a time state figures of a source, until it ends. */
    void lockSource(long replyId) {
        replies.lock(replyId);
    }

    /** Locks the current rows in preparation of some cells of a region until the transaction ends. */
    void lockInPreparation(String region, Collection<String> indicators, Collection<String> periods) {
        var ids = db.select(OBSERVATION.ID)
                .from(OBSERVATION)
                .where(ofIndicators(indicators))
                .and(ofRegion(region))
                .and(OBSERVATION.PERIOD_CODE.in(periods))
                .and(OBSERVATION.APPROVED.isFalse())
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END)))
                .fetch(OBSERVATION.ID);
        if (!ids.isEmpty()) {
            lock(ids);
        }
    }

    /** Opens a draft in the place of a row in preparation that is closed. */
    long insertRevision(NewObservation o, Observation of, @Nullable String reason, String by, Instant at) {
        var id = insert(o, State.DRAFT, reason, of, null, by, at);
        confirmAsBefore(id, of);
        return id;
    }

    private static Condition recordedAt(@Nullable Instant moment) {
        return moment == null
                ? OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END))
                : OBSERVATION.RECORDED_FROM.le(moment).and(OBSERVATION.RECORDED_TO.gt(moment));
    }

    private static Condition overlaps(@Nullable Integer fromYear, @Nullable Integer toYear) {
        if (fromYear == null && toYear == null) {
            return noCondition();
        }
        var overlaps = OBSERVATION.PERIOD_KIND.ne(PeriodKind.UNKNOWN.name());
        if (fromYear != null) {
            overlaps = overlaps.and(OBSERVATION.PERIOD_END.isNull()
                    .or(OBSERVATION.PERIOD_END.ge(LocalDate.of(fromYear, 1, 1))));
        }
        if (toYear != null) {
            overlaps = overlaps.and(OBSERVATION.PERIOD_START.isNull()
                    .or(OBSERVATION.PERIOD_START.le(LocalDate.of(toYear, 12, 31))));
        }
        return overlaps;
    }

    List<String> longestSeries(String region, @Nullable LocalDate asOf, @Nullable Instant recordedAsOf, int minimum,
            int limit) {
        var years = countDistinct(OBSERVATION.PERIOD_END).as("years");
        var series = select(OBSERVATION.INDICATOR_ID, years)
                .from(OBSERVATION)
                .where(ofRegion(region))
                .and(OBSERVATION.APPROVED.isTrue())
                .and(recordedAt(recordedAsOf))
                .and(OBSERVATION.PERIOD_KIND.in(PeriodKind.YEAR.name(), PeriodKind.AS_OF.name()))
                .and(asOf == null ? noCondition() : isOf(REPLY.KNOWN_ON.le(asOf)))
                .groupBy(OBSERVATION.INDICATOR_ID)
                .having(countDistinct(OBSERVATION.PERIOD_END).ge(minimum))
                .asTable("series");
        return db.select(INDICATOR.CODE)
                .from(series)
                .join(INDICATOR).on(INDICATOR.ID.eq(series.field(OBSERVATION.INDICATOR_ID)))
                .orderBy(series.field(years).desc(), INDICATOR.CODE)
                .limit(limit)
                .fetch(INDICATOR.CODE);
    }

    List<Observation> approvedOf(long replyId) {
        return fetch(OBSERVATION.REPLY_ID.eq(replyId)
                        .and(OBSERVATION.APPROVED.isTrue())
                        .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END))),
                CITATION.START_POS.asc().nullsLast(), INDICATOR.CODE, OBSERVATION.PERIOD_CODE, OBSERVATION.ID);
    }

    List<Observation> approvedOf(Collection<Long> ids) {
        return fetch(OBSERVATION.ID.in(ids).and(OBSERVATION.APPROVED.isTrue()), OBSERVATION.ID);
    }

    @Override
    protected List<Observation> find(Collection<Long> ids) {
        return fetch(OBSERVATION.ID.in(ids), OBSERVATION.ID);
    }

    List<Observation> inState(Set<State> states, Scope scope, Narrowing wanted, int limit) {
        var oldest = db.select(OBSERVATION.ID)
                .from(OBSERVATION)
                .where(isInState(states, scope))
                .and(wanted.indicators() == null ? noCondition() : OBSERVATION.INDICATOR_ID.in(
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.in(wanted.indicators()))))
                .and(wanted.department() == null ? noCondition() : isAnsweredBy(Set.of(wanted.department())))
                .and(wanted.period() == null ? noCondition() : OBSERVATION.PERIOD_CODE.eq(wanted.period()))
                .and(wanted.reply() == null ? noCondition() : OBSERVATION.REPLY_ID.eq(wanted.reply()))
                .orderBy(OBSERVATION.RECORDED_FROM, OBSERVATION.ID)
                .limit(limit)
                .fetch(OBSERVATION.ID);
        return oldest.isEmpty() ? List.of()
                : fetch(OBSERVATION.ID.in(oldest), OBSERVATION.RECORDED_FROM, OBSERVATION.ID);
    }

    Map<String, List<String>> periodsInState(Set<State> states, Scope scope) {
        return db.selectDistinct(INDICATOR.CODE, OBSERVATION.PERIOD_CODE)
                .from(OBSERVATION)
                .join(INDICATOR).on(INDICATOR.ID.eq(OBSERVATION.INDICATOR_ID))
                .where(isInState(states, scope))
                .fetchGroups(INDICATOR.CODE, OBSERVATION.PERIOD_CODE);
    }

    private static Condition isInState(Set<State> states, Scope scope) {
        return OBSERVATION.STATE.in(names(states))
                .and(OBSERVATION.RECORDED_TO.eq(inline(Observation.OPEN_END)))
                .and(scope.regions().isEmpty() ? noCondition() : OBSERVATION.REGION_ID.in(
                        select(REGION.ID).from(REGION).where(REGION.CODE.in(scope.regions()))))
                .and(scope.departments().isEmpty() ? noCondition() : isAnsweredBy(scope.departments()));
    }

    private static Condition isAnsweredBy(Set<String> departments) {
        return OBSERVATION.INDICATOR_ID.in(
                select(INDICATOR.ID).from(INDICATOR).join(DEPARTMENT).on(DEPARTMENT.ID.eq(INDICATOR.DEPARTMENT_ID))
                        .where(DEPARTMENT.CODE.in(departments)));
    }

    List<Observation> history(Observation of) {
        return fetch(INDICATOR.CODE.eq(of.indicator())
                        .and(ofRegion(of.region()))
                        .and(OBSERVATION.PERIOD_CODE.eq(of.period().code()))
                        .and(OBSERVATION.REPLY_ID.eq(of.reply().id()))
                        .and(OBSERVATION.APPROVED.isTrue()),
                OBSERVATION.RECORDED_FROM.desc(), OBSERVATION.ID);
    }

    private List<Observation> fetch(Condition wanted, OrderField<?>... order) {
        return fetch(INDICATOR.join(OBSERVATION).on(OBSERVATION.INDICATOR_ID.eq(INDICATOR.ID)), null, wanted, order);
    }

    /**
     * @param among observations, alone or joined to what is wanted of them
     * @param moment when rulings have to hold, null for now
     */
    private List<Observation> fetch(Table<?> among, @Nullable Instant moment, Condition wanted,
            OrderField<?>... order) {
        var rows = db.select(FIELDS)
                .from(among)
                .leftJoin(OBSERVATION_CITATION).on(OBSERVATION_CITATION.OBSERVATION_ID.eq(OBSERVATION.ID)
                        .and(OBSERVATION_CITATION.ROLE.eq(inline(STATES))))
                .leftJoin(CITATION).on(CITATION.ID.eq(OBSERVATION_CITATION.CITATION_ID))
                .where(wanted)
                .orderBy(order)
                .fetch();
        var byStatement = new LinkedHashMap<Long, List<Record>>();
        rows.forEach(r -> byStatement.computeIfAbsent(r.get(OBSERVATION.ID), id -> new ArrayList<>(1)).add(r));
        var sources = replies.replies(rows.stream().map(r -> r.get(OBSERVATION.REPLY_ID)).collect(Collectors.toSet()));
        var measures = measures(rows.stream().map(r -> r.get(OBSERVATION.INDICATOR_ID)).collect(Collectors.toSet()));
        var regions = codesOfRegions(rows.stream().map(r -> r.get(OBSERVATION.REGION_ID)).collect(Collectors.toSet()));
        var ruled = byStatement.values().stream().anyMatch(of -> of.getFirst().get(OBSERVATION.STATE).equals(APPROVED))
                ? rulings.holding(measures.keySet(), regions.keySet(), moment) : Map.<CellKey, Ruling>of();
        return byStatement.values().stream().map(of -> {
            var r = of.getFirst();
            return observation(r, measures.get(r.get(OBSERVATION.INDICATOR_ID)),
                    regions.get(r.get(OBSERVATION.REGION_ID)), sources.get(r.get(OBSERVATION.REPLY_ID)), of.stream()
                            .filter(c -> c.get(CITATION.ID) != null).map(ObservationRepository::citation).toList());
        }).map(row -> chosen(row, ruled.get(row.cell()), moment)).toList();
    }

    private static Observation chosen(Observation row, @Nullable Ruling ruling, @Nullable Instant moment) {
        return ruling != null && row.state() == State.APPROVED && ruling.replyId() == row.reply().id()
                && (moment != null || row.isCurrent()) ? row.chosenBy(ruling) : row;
    }

    /** What an indicator gives its statements. */
    private record Measure(String code, Unit unit, @Nullable String department) {
    }

    /** Read once an indicator, not joined to each of its rows; of indicators that are drafts or retired too. */
    private Map<Long, Measure> measures(Set<Long> indicatorIds) {
        return indicatorIds.isEmpty() ? Map.of() : db.select(INDICATOR.ID, INDICATOR.CODE, DEPARTMENT.CODE)
                .select(UNIT_FIELDS)
                .from(INDICATOR)
                .join(UNIT).on(UNIT.ID.eq(INDICATOR.UNIT_ID))
                .leftJoin(DEPARTMENT).on(DEPARTMENT.ID.eq(INDICATOR.DEPARTMENT_ID))
                .where(INDICATOR.ID.in(indicatorIds))
                .fetchMap(INDICATOR.ID, r -> new Measure(r.get(INDICATOR.CODE), unit(r), r.get(DEPARTMENT.CODE)));
    }

    private Map<Long, String> codesOfRegions(Set<Long> ids) {
        return ids.isEmpty() ? Map.of() : db.select(REGION.ID, REGION.CODE)
                .from(REGION)
                .where(REGION.ID.in(ids))
                .fetchMap(REGION.ID, REGION.CODE);
    }

    private static Observation observation(Record r, Measure measure, String region, Reply reply,
            List<Citation> citations) {
        return new Observation(r.get(OBSERVATION.ID), measure.code(), region, measure.department(),
                Period.parse(r.get(OBSERVATION.PERIOD_CODE)), r.get(OBSERVATION.PERIOD_NOTE), reply,
                new Figure(r.get(OBSERVATION.PRINTED), plain(r.get(OBSERVATION.OBS_VALUE)),
                        plain(r.get(OBSERVATION.VALUE_HI)), Qualifier.valueOf(r.get(OBSERVATION.QUALIFIER)),
                        measure.unit(), Figure.keptStep(r.get(OBSERVATION.PRINT_STEP)),
                        Interval.kept(plain(r.get(OBSERVATION.LOW)), End.valueOf(r.get(OBSERVATION.LOW_END)),
                                plain(r.get(OBSERVATION.HIGH)), End.valueOf(r.get(OBSERVATION.HIGH_END)))),
                ObsStatus.valueOf(r.get(OBS_STATUS)),
                r.get(OBSERVATION.VINTAGE) == null ? null : Vintage.valueOf(r.get(OBSERVATION.VINTAGE)),
                r.get(OBSERVATION.COMMENT_TEXT), r.get(OBSERVATION.DEPARTURE_TEXT),
                State.valueOf(r.get(OBSERVATION.STATE)), r.get(OBSERVATION.REASON),
                r.get(OBSERVATION.UNCITED_REASON), r.get(OBSERVATION.RECORDED_BY), r.get(OBSERVATION.RECORDED_FROM),
                r.get(OBSERVATION.RECORDED_TO), citations, null);
    }

    private static Citation citation(Record r) {
        return new Citation(r.get(CITATION.ID), r.get(OBSERVATION.REPLY_ID), r.get(CITATION.START_POS),
                r.get(CITATION.END_POS), r.get(CITATION.EXACT_TEXT), r.get(CITATION.PREFIX_TEXT),
                r.get(CITATION.SUFFIX_TEXT), r.get(CITATION.PAGE_NUMBER),
                Citation.State.valueOf(r.get(CITATION.STATE)));
    }

    /** The keys of some statements, and perhaps of others, that have a current approved row. */
    Set<SourceKey> approvedOfKeys(Collection<NewObservation> observations) {
        if (observations.isEmpty()) {
            return Set.of();
        }
        var cells = observations.stream().map(NewObservation::cell).toList();
        return db.select(INDICATOR.CODE, REGION.CODE, OBSERVATION.PERIOD_CODE, OBSERVATION.REPLY_ID)
                .from(named(ofSeriesOf(cells)))
                .join(REGION).on(REGION.ID.eq(OBSERVATION.REGION_ID))
                .where(isOfPeriodsOf(cells))
                .and(OBSERVATION.REPLY_ID.in(
                        observations.stream().map(NewObservation::replyId).collect(Collectors.toSet())))
                .and(OBSERVATION.APPROVED.isTrue())
                .fetchSet(mapping((indicator, region, period, reply) ->
                        new SourceKey(new CellKey(indicator, region, Period.parse(period)), reply)));
    }

    /** The documents that citations are of, by the number of the citation. */
    Map<Long, Long> sourcesOf(Collection<Long> citationIds) {
        return citationIds.isEmpty() ? Map.of()
                : db.select(CITATION.ID, CITATION.REPLY_ID)
                        .from(CITATION)
                        .where(CITATION.ID.in(citationIds))
                        .fetchMap(CITATION.ID, CITATION.REPLY_ID);
    }

    /** Followed by {@link #begin}. */
    long insertDraft(NewObservation o, String by, Instant at) {
        return insert(o, State.DRAFT, null, null, null, by, at);
    }

    long insertCorrection(NewObservation o, Observation of, String reason, String by, Instant at) {
        return begin(insert(o, State.DRAFT, reason, of, null, by, at), at);
    }

    long insertRestored(NewObservation o, @Nullable Observation of, String reason, String by, Instant at) {
        return begin(insert(o, State.DRAFT, reason, of, null, by, at), at);
    }

    /** Says more about a draft, or about a returned row, which stays returned for the same reason. */
    long insertBeside(NewObservation o, Observation of, String by, Instant at) {
        var id = insert(o, of.state(), of.reason(), of, null, by, at);
        confirmAsBefore(id, of);
        return id;
    }

    /** Lets a returned row stand again in the place of the draft that followed it, null where that was given up. */
    long insertReturned(Observation returned, @Nullable Observation draft, String by, Instant at) {
        var id = insert(asNew(returned), State.RETURNED, returned.reason(), draft == null ? returned : draft, null, by, at);
        confirmAsBefore(id, returned);
        return id;
    }

    long insertMended(NewObservation o, Observation of, String by, Instant at) {
        var id = insert(o, State.DRAFT, reasonBefore(of.id()), of, null, by, at);
        confirmAsBefore(id, of);
        return begin(id, at);
    }

    private long begin(long id, Instant at) {
        begin(List.of(id), at);
        return id;
    }

    /**
     * Lets drafts begin after the one before them of their key, which may have been given up while the insert waited
     * for it: once the insert is done, nobody else has one open.
     */
    void begin(Collection<Long> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        var before = OBSERVATION.as("before");
        db.select(OBSERVATION.ID, max(before.RECORDED_TO))
                .from(OBSERVATION)
                .join(before).on(before.INDICATOR_ID.eq(OBSERVATION.INDICATOR_ID)
                        .and(before.REGION_ID.eq(OBSERVATION.REGION_ID))
                        .and(before.RECORDED_TO.gt(at)).and(before.RECORDED_TO.lt(Observation.OPEN_END))
                        .and(before.PERIOD_CODE.eq(OBSERVATION.PERIOD_CODE))
                        .and(before.REPLY_ID.eq(OBSERVATION.REPLY_ID))
                        .and(before.APPROVED.isFalse()))
                .where(OBSERVATION.ID.in(ids))
                .groupBy(OBSERVATION.ID)
                .fetch()
                .forEach(late -> db.update(OBSERVATION)
                        .set(OBSERVATION.RECORDED_FROM, late.value2())
                        .where(OBSERVATION.ID.eq(late.value1()))
                        .execute());
    }

    @Override
    protected void giveUp(Observation row, Instant at) {
        super.giveUp(row, at);
        events.publishEvent(new CellWritten(row.cell(), false));
    }

    @Override
    protected void revoke(Observation row, String reason, Instant at) {
        super.revoke(row, reason, at);
        events.publishEvent(new CellWritten(row.cell(), true));
    }

    @Override
    protected long insertAgain(Observation row, State state, @Nullable String reason, @Nullable String submittedBy,
            String by, Instant at) {
        var id = insert(asNew(row), state, reason, row, submittedBy, by, at);
        confirmAsBefore(id, row);
        return id;
    }

    /** What confirms a row confirms the one that takes its place. */
    private void confirmAsBefore(long id, Observation before) {
        db.insertInto(OBSERVATION_CITATION)
                .columns(OBSERVATION_CITATION.OBSERVATION_ID, OBSERVATION_CITATION.CITATION_ID,
                        OBSERVATION_CITATION.ROLE)
                .select(select(val(id), OBSERVATION_CITATION.CITATION_ID, OBSERVATION_CITATION.ROLE)
                        .from(OBSERVATION_CITATION)
                        .where(OBSERVATION_CITATION.OBSERVATION_ID.eq(before.id()))
                        .and(OBSERVATION_CITATION.ROLE.eq(CONFIRMS)))
                .execute();
    }

    void confirm(long id, Collection<Long> citationIds) {
        citationIds.forEach(citation -> db.insertInto(OBSERVATION_CITATION)
                .set(OBSERVATION_CITATION.OBSERVATION_ID, id)
                .set(OBSERVATION_CITATION.CITATION_ID, citation)
                .set(OBSERVATION_CITATION.ROLE, CONFIRMS)
                .onConflictDoNothing()
                .execute());
    }

    void unconfirm(long id, Collection<Long> citationIds) {
        db.deleteFrom(OBSERVATION_CITATION)
                .where(OBSERVATION_CITATION.OBSERVATION_ID.eq(id))
                .and(OBSERVATION_CITATION.CITATION_ID.in(citationIds))
                .and(OBSERVATION_CITATION.ROLE.eq(CONFIRMS))
                .execute();
    }

    static NewObservation asNew(Observation row) {
        return new NewObservation(row.indicator(), row.region(), row.period(), row.periodNote(), row.reply().id(),
                row.figure(), row.status(), row.vintage(), row.comment(), row.departure(), row.uncitedReason(),
                row.citations().stream().map(Citation::id).toList());
    }

    private long insert(NewObservation o, State state, @Nullable String reason, @Nullable Observation of,
            @Nullable String submittedBy, String by, Instant at) {
        var figure = o.figure();
        var period = o.period();
        long id = db.insertInto(OBSERVATION)
                .set(OBSERVATION.INDICATOR_ID,
                        select(INDICATOR.ID).from(INDICATOR).where(INDICATOR.CODE.eq(o.indicator())))
                .set(OBSERVATION.REGION_ID, select(REGION.ID).from(REGION).where(REGION.CODE.eq(o.region())))
                .set(OBSERVATION.PERIOD_CODE, period.code())
                .set(OBSERVATION.PERIOD_KIND, period.kind().name())
                .set(OBSERVATION.PERIOD_START, period.start())
                .set(OBSERVATION.PERIOD_END, period.end())
                .set(OBSERVATION.PERIOD_NOTE, o.periodNote())
                .set(OBSERVATION.REPLY_ID, o.replyId())
                .set(OBSERVATION.OBS_VALUE, figure.value())
                .set(OBSERVATION.VALUE_HI, figure.valueHi())
                .set(OBSERVATION.LOW, figure.interval().low())
                .set(OBSERVATION.LOW_END, figure.interval().lowEnd().name())
                .set(OBSERVATION.HIGH, figure.interval().high())
                .set(OBSERVATION.HIGH_END, figure.interval().highEnd().name())
                .set(OBSERVATION.QUALIFIER, figure.qualifier().name())
                .set(OBSERVATION.PRINT_STEP, figure.step())
                .set(OBSERVATION.PRINTED, figure.printed())
                .set(OBSERVATION.OBS_STATUS, o.status().name())
                .set(OBSERVATION.VINTAGE, o.vintage() == null ? null : o.vintage().name())
                .set(OBSERVATION.COMMENT_TEXT, o.comment())
                .set(OBSERVATION.DEPARTURE_TEXT, o.departure())
                .set(OBSERVATION.STATE, state.name())
                .set(OBSERVATION.APPROVED, state == State.APPROVED)
                .set(OBSERVATION.REASON, reason)
                .set(OBSERVATION.UNCITED_REASON, o.uncitedReason())
                .set(OBSERVATION.SUPERSEDES_ID, of == null ? null : of.id())
                .set(OBSERVATION.SUBMITTED_BY, submittedBy)
                .set(OBSERVATION.RECORDED_BY, by)
                .set(OBSERVATION.RECORDED_FROM, at)
                .set(OBSERVATION.RECORDED_TO, Observation.OPEN_END)
                .returningResult(OBSERVATION.ID)
                .fetchSingle().value1();
        if (!o.citationIds().isEmpty()) {
            db.insertInto(OBSERVATION_CITATION, OBSERVATION_CITATION.OBSERVATION_ID, OBSERVATION_CITATION.CITATION_ID,
                            OBSERVATION_CITATION.ROLE)
                    .valuesOfRows(o.citationIds().stream().map(citation -> row(id, citation, STATES)).toList())
                    .execute();
        }
        events.publishEvent(new CellWritten(o.cell(), state == State.APPROVED));
        if (of != null && !of.cell().equals(o.cell())) {
            events.publishEvent(new CellWritten(of.cell(), false));
        }
        var moved = of != null && of.reply().id() != o.replyId();
        // a return is told once, as what whoever returned it did
        var carried = state == State.RETURNED && of != null && of.state() != State.SUBMITTED;
        tell(carried ? State.DRAFT : state, of == null ? null : of.state(), o.cell().auditName(),
                of == null ? null : moved ? of.stated() + " · " + of.reply().label() : of.stated(),
                saying(moved ? figure.printed() + " · " + find(id).orElseThrow().reply().label() : figure.printed(),
                        carried ? null : reason));
        return id;
    }
}
