package org.youju;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** Each test has an empty, migrated H2 database of its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class DbTest {

    protected TestDatabase database;
    protected DSLContext dsl;

    /** The engine that the next test runs on. */
    protected Engine engine() {
        return Engine.H2;
    }

    @BeforeEach
    void openDatabase() {
        database = engine().lend();
        dsl = database.dsl();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }
}
