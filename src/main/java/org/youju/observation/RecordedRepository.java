package org.youju.observation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What all tables of {@link Recorded} rows share: one row closes as another opens, and none is ever lost. */
public abstract class RecordedRepository<T extends Recorded> {

    /** Where a table keeps what the steps need. */
    public record Columns(Table<?> table, Field<Long> id, Field<String> state, Field<Boolean> approved,
            Field<Long> supersedes, Field<String> submittedBy, Field<String> recordedBy, Field<Instant> recordedTo) {
    }

    private final DSLContext db;
    private final Columns columns;

    protected RecordedRepository(DSLContext db, Columns columns) {
        this.db = db;
        this.columns = columns;
    }

    /** One row, current or not. */
    protected abstract Optional<T> find(long id);

    /** The rows of the key that a row belongs to. */
    protected abstract Condition sameKey(T row);

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
        return db.select(columns.id())
                .from(columns.table())
                .where(columns.id().eq(id))
                .forUpdate()
                .fetchOptional()
                .flatMap(r -> find(id));
    }

    /** Closes a row and opens it anew in another state. */
    protected long replace(T row, State state, @Nullable String reason, @Nullable String submittedBy, String by,
            Instant at) {
        close(row, at);
        return insertAgain(row, state, reason, submittedBy, by, at);
    }

    /** Closes a row. */
    protected void close(T row, Instant at) {
        close(columns.id().eq(row.id()), at);
    }

    /** Closes the current approved row of the key that a row belongs to, if there is one. */
    protected void closeApproved(T row, Instant at) {
        close(sameKey(row).and(columns.approved().isTrue()).and(columns.recordedTo().eq(Observation.OPEN_END)), at);
    }

    private void close(Condition rows, Instant at) {
        db.update(columns.table())
                .set(columns.recordedTo(), at)
                .where(rows)
                .execute();
    }

    /** Who submitted a row, null where nobody has. */
    protected @Nullable String submittedBy(long id) {
        return db.select(columns.submittedBy())
                .from(columns.table())
                .where(columns.id().eq(id))
                .fetchSingle(columns.submittedBy());
    }

    /** Who entered or submitted a row: the authors of it and of the rows in preparation that it came from. */
    protected Set<String> authors(long id) {
        var authors = new HashSet<String>();
        for (Long row = id; row != null;) {
            var r = db.select(columns.recordedBy(), columns.state(), columns.supersedes())
                    .from(columns.table())
                    .where(columns.id().eq(row))
                    .fetchSingle();
            switch (State.valueOf(r.value2())) {
                case DRAFT, SUBMITTED -> authors.add(r.value1());
                case RETURNED -> { }
                case APPROVED -> {
                    return authors;
                }
            }
            row = r.value3();
        }
        return authors;
    }
}
