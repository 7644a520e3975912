package org.youju;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every test of a class once on H2 and once on PostgreSQL: the base of repository and service tests. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
public abstract class BothEnginesTest extends DbTest {

    @Parameter
    Engine engine;

    @Override
    protected Engine engine() {
        return engine;
    }
}
