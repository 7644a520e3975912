package org.youju;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.exception.DataAccessException;
import org.youju.db.DefaultSchema;

/**
 * Databases of one engine that tests lend one after the other: whoever gives one back leaves it as the migrations made
 * it, which takes a fraction of making one anew. One that can't be emptied, because something still holds it, is dropped.
 */
final class LentDatabases {

    /** What H2 and PostgreSQL say when a lock isn't to be had. */
    private static final Set<String> HELD = Set.of("HYT00", "55P03");

    private final Engine engine;
    private final Deque<TestDatabase> idle = new ArrayDeque<>();
    private final List<Result<?>> firstRows = new ArrayList<>();

    LentDatabases(Engine engine) {
        this.engine = engine;
    }

    synchronized TestDatabase lend() {
        var made = idle.isEmpty() ? fresh() : idle.pop();
        return new TestDatabase(made.dataSource(), made.dialect(), () -> giveBack(made));
    }

    private TestDatabase fresh() {
        var made = engine.fresh();
        if (firstRows.isEmpty()) {
            DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                    .map(table -> (Result<?>) made.dsl().selectFrom(table).fetch())
                    .filter(Result::isNotEmpty)
                    .forEach(firstRows::add);
        }
        return made;
    }

    private synchronized void giveBack(TestDatabase database) {
        try {
            database.dsl().transaction(work -> {
                empty(work.dsl(), database.dialect());
                firstRows.forEach(rows -> rows.forEach(row -> restore(work.dsl(), row)));
            });
            idle.push(database);
        } catch (DataAccessException failed) {
            database.close();
            if (!HELD.contains(failed.sqlState())) {
                throw failed;
            }
        }
    }

    /** Row by row, for there are few: truncating would give every table and index a new file. */
    private static void empty(DSLContext dsl, SQLDialect dialect) {
        var tables = DefaultSchema.DEFAULT_SCHEMA.getTables().stream().map(Table::getName).toList();
        if (dialect == SQLDialect.POSTGRES) {
            dsl.execute("set local lock_timeout = '2s'");
            dsl.execute("set local session_replication_role = 'replica'");
            dsl.execute(tables.stream().map(table -> "delete from " + table).collect(Collectors.joining("; ")));
        } else {
            dsl.execute("set referential_integrity false");
            tables.forEach(table -> dsl.execute("delete from " + table));
            dsl.execute("set referential_integrity true");
        }
        DefaultSchema.DEFAULT_SCHEMA.getSequences().forEach(sequence ->
                dsl.execute("alter sequence " + sequence.getName() + " restart with 1"));
    }

    private static <R extends Record> void restore(DSLContext dsl, R row) {
        var field = (TableField<?, ?>) row.field(0);
        dsl.insertInto(field.getTable()).set(row.intoMap()).execute();
    }
}
