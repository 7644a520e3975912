package org.youju.observation;

import static org.youju.db.Tables.UNIT;
import static org.youju.figure.Numbers.plain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.youju.figure.Unit;
import org.youju.observation.approval.ApprovalRepository;
import org.youju.security.audit.Audited;

/** What all tables of {@link Recorded} rows share: one row closes as another opens, and none is ever lost. */
public abstract class RecordedRepository<T extends Recorded> {

    /** What {@link #unit} reads. */
    protected static final List<SelectField<?>> UNIT_FIELDS = List.of(UNIT.CODE, UNIT.NAME_EN, UNIT.DIMENSION,
            UNIT.BASE_CODE, UNIT.FACTOR, UNIT.COUNTED, UNIT.SDMX_CODE, UNIT.ALIASES);

    /**
     * Where a table keeps what the steps need.
     *
     * @param key what the rows have in common of which one is approved
     */
    public record Columns(Table<?> table, Field<Long> id, Field<String> state, Field<Boolean> approved,
            Field<Long> supersedes, Field<String> reason, Field<String> submittedBy, Field<String> recordedBy,
            Field<Instant> recordedTo, List<Field<?>> key) {

        public Columns {
            key = List.copyOf(key);
        }
    }

    private final DSLContext db;
    private final Columns columns;
    private final ApplicationEventPublisher events;
    private final String entity;

    /** @param entity what the audit trail calls its rows */
    protected RecordedRepository(DSLContext db, Columns columns, ApplicationEventPublisher events, String entity) {
        this.db = db;
        this.columns = columns;
        this.events = events;
        this.entity = entity;
    }

    /**
     * Tells the audit trail of a row that has been opened.
     *
     * @param from the state of the row whose place it takes, null where it takes none
     * @param name what its key is called
     * @param was  what the row says whose place it takes, null where it takes none
     * @param says what it says, with the reason where one is given
     */
    protected void tell(State state, @Nullable State from, String name, @Nullable String was, String says) {
        events.publishEvent(new Audited(null, switch (state) {
            case DRAFT -> from == State.SUBMITTED ? "recall" : "draft";
            case SUBMITTED -> "submit";
            case APPROVED -> "approve";
            case RETURNED -> "return";
        }, entity, name, was, says));
    }

    /** What a row says, with its reason, as the audit trail keeps it. */
    protected static String saying(String says, @Nullable String reason) {
        return reason == null ? says : says + " (" + reason + ")";
    }

    /** The unit that a row holds in its {@link #UNIT_FIELDS}. */
    protected static Unit unit(Record r) {
        var aliases = r.get(UNIT.ALIASES);
        return new Unit(r.get(UNIT.CODE), r.get(UNIT.NAME_EN), r.get(UNIT.DIMENSION), r.get(UNIT.BASE_CODE),
                plain(r.get(UNIT.FACTOR)), r.get(UNIT.COUNTED), r.get(UNIT.SDMX_CODE),
                aliases.isBlank() ? List.of() : List.of(aliases.split(" ")));
    }

    /** One row, current or not. */
    public Optional<T> find(long id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Rows of some numbers, current or not, in a few queries however many they are; other numbers are left out. */
    protected abstract List<T> find(Collection<Long> ids);

    /**
     * Opens a row with the content of another.
     *
     * @return its number
     */
    protected abstract long insertAgain(T row, State state, @Nullable String reason, @Nullable String submittedBy,
            String by, Instant at);

    /** How a table writes some states. */
    protected static List<String> names(Set<State> states) {
        return states.stream().map(State::name).toList();
    }

    /** Locks a row until the transaction ends, so that it is closed at most once. */
    protected Optional<T> lock(long id) {
        lock(List.of(id));
        return find(id);
    }

    /** Locks rows until the transaction ends, in the order of their numbers, so that two batches can't wait for each other. */
    protected void lock(Collection<Long> ids) {
        lock(columns.id().in(ids));
    }

    /**
     * The numbers of the current approved rows that rows of some numbers would take the place of, by their numbers;
     * those that would take the place of none are left out.
     */
    protected Map<Long, Long> approvedBeside(Collection<Long> ids) {
        var beside = columns.table().as("beside");
        var key = columns.key().stream().map(field -> isSame(field, beside)).reduce(Condition::and).orElseThrow();
        var number = beside.field(columns.id());
        return db.select(columns.id(), number)
                .from(columns.table())
                .join(beside).on(key
                        .and(beside.field(columns.approved()).isTrue())
                        .and(beside.field(columns.recordedTo()).eq(Observation.OPEN_END)))
                .where(columns.id().in(ids))
                .fetchMap(columns.id(), number);
    }

    private static <V> Condition isSame(Field<V> field, Table<?> beside) {
        return beside.field(field).eq(field);
    }

    /** A row that takes the place of a locked one may refer to it meanwhile, beside the weaker of PostgreSQL's locks alone. */
    private void lock(Condition wanted) {
        var rows = db.select(columns.id())
                .from(columns.table())
                .where(wanted)
                .orderBy(columns.id());
        (db.family() == SQLDialect.POSTGRES ? rows.forNoKeyUpdate() : rows.forUpdate()).fetch();
    }

    /** Tells of a step within the transaction that takes it. */
    protected void decided(Step step, List<Decided.Taken> taken, String by, @Nullable String reason) {
        events.publishEvent(new Decided(step, taken, by, reason));
    }

    /** Writes down what was approved, so that a change past the product is found. */
    protected void keepApproval(List<Long> ids, String by, Instant at) {
        new ApprovalRepository(db).keep(entity, ids, by, at);
    }

    /** Closes a row in whose place another opens. */
    protected void close(T row, Instant at) {
        close(columns.id().eq(row.id()), at);
    }

    /** Closes a row in whose place none opens. */
    protected void giveUp(T row, Instant at) {
        close(row, at);
        events.publishEvent(new Audited(null, "give-up", entity, row.auditName(), row.stated(), null));
    }

    /** Closes an approved row in whose place none opens. */
    protected void revoke(T row, String reason, Instant at) {
        close(row, at);
        events.publishEvent(new Audited(null, "revoke-approved", entity, row.auditName(), row.stated(), reason));
    }

    /** Closes rows in whose place others open; those that are closed already stay so. */
    protected void close(Collection<Long> ids, Instant at) {
        close(columns.id().in(ids), at);
    }

    private void close(Condition rows, Instant at) {
        db.update(columns.table())
                .set(columns.recordedTo(), at)
                .where(rows)
                .and(columns.recordedTo().eq(Observation.OPEN_END))
                .execute();
    }

    /** Who submitted rows, by their numbers; null where nobody has. */
    protected Map<Long, @Nullable String> submittedBy(Collection<Long> ids) {
        return db.select(columns.id(), columns.submittedBy())
                .from(columns.table())
                .where(columns.id().in(ids))
                .fetchMap(columns.id(), columns.submittedBy());
    }

    /** Why a row is to take the place of what is approved, or null: never why it was returned. */
    @Nullable String ownReason(Recorded row) {
        return row.state() == State.RETURNED ? reasonBefore(row.id()) : row.reason();
    }

    /** Why a returned row was a draft before it was returned: why it corrects what is approved, or null. */
    protected @Nullable String reasonBefore(long id) {
        for (Long row = id; row != null;) {
            var r = db.select(columns.reason(), columns.state(), columns.supersedes())
                    .from(columns.table())
                    .where(columns.id().eq(row))
                    .fetchSingle();
            switch (State.valueOf(r.value2())) {
                case DRAFT, SUBMITTED -> {
                    return r.value1();
                }
                case APPROVED -> {
                    return null;
                }
                case RETURNED -> row = r.value3();
            }
        }
        return null;
    }

    /** Who entered or submitted what was approved as a row. */
    protected Set<String> madeBy(long approved) {
        var before = db.select(columns.supersedes())
                .from(columns.table())
                .where(columns.id().eq(approved))
                .fetchOptional(columns.supersedes());
        return before.map(id -> authors(List.of(id)).get(id)).orElse(Set.of());
    }

    /**
     * Who entered or submitted rows, by their numbers: the authors of each and of the rows in preparation that it came
     * from. All are followed back together, one query a step.
     */
    protected Map<Long, Set<String>> authors(Collection<Long> ids) {
        var authors = new HashMap<Long, Set<String>>();
        var reached = new HashMap<Long, Long>();
        var returned = new HashMap<Long, String>();
        ids.forEach(id -> {
            authors.put(id, new HashSet<>());
            reached.put(id, id);
        });
        while (!reached.isEmpty()) {
            var rows = db.select(columns.id(), columns.recordedBy(), columns.state(), columns.supersedes())
                    .from(columns.table())
                    .where(columns.id().in(reached.values()))
                    .fetchMap(columns.id());
            reached.entrySet().removeIf(at -> {
                var r = rows.get(at.getValue());
                var state = State.valueOf(r.value3());
                // who returned it is no author; who let it stand returned with another content is one
                var by = returned.remove(at.getKey());
                if (by != null && state != State.SUBMITTED) {
                    authors.get(at.getKey()).add(by);
                }
                if (state == State.DRAFT || state == State.SUBMITTED) {
                    authors.get(at.getKey()).add(r.value2());
                } else if (state == State.RETURNED) {
                    returned.put(at.getKey(), r.value2());
                }
                if (state == State.APPROVED || r.value4() == null) {
                    return true;
                }
                at.setValue(r.value4());
                return false;
            });
        }
        return authors;
    }
}
