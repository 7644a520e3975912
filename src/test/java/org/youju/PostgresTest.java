package org.youju;

/** Each test has an empty, migrated PostgreSQL database of its own; for what is true of PostgreSQL alone. */
public abstract class PostgresTest extends DbTest {

    @Override
    protected Engine engine() {
        return Engine.POSTGRESQL;
    }
}
