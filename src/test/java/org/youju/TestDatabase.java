package org.youju;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A migrated database that lives as long as one test; several threads may use it. */
public record TestDatabase(DataSource dataSource, SQLDialect dialect, Runnable drop) implements AutoCloseable {

    /** Statements on this database, each its own transaction unless {@code transaction} is called. */
    public DSLContext dsl() {
        return DSL.using(dataSource, dialect);
    }

    @Override
    public void close() {
        drop.run();
    }
}
