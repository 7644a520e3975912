package org.youju.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What time a figure speaks of. A period is a code, never a timestamp: {@code 2023}, {@code 2017/2023}, {@code unknown}. */
public interface Period {

    /** The code by which the period is stored and exchanged; equal periods have equal codes. */
    String code();

    PeriodKind kind();

    /** First day, or null where the period has no stated beginning. */
    @Nullable LocalDate start();

    /** Last day, or null where the period has no stated end. */
    @Nullable LocalDate end();
}
