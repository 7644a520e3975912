package org.youju.observation.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.youju.observation.Observation;
import org.youju.reply.Citation;

/** What may differ between two versions, each aspect by itself. */
public enum Aspect {

    /** The number, or the two ends of a range, whatever the print around it. */
    VALUE(row -> List.of(number(row.figure().value()),
            row.figure().valueHi() == null ? "" : number(row.figure().valueHi()))),
    QUALIFIER(row -> row.figure().qualifier()),
    INTERVAL(Observation::interval),
    /** The print, where only that differs. */
    PRINT(row -> row.figure().printed()),
    PERIOD(Observation::period),
    PERIOD_NOTE(Observation::periodNote),
    SOURCE(row -> row.reply().id()),
    /** The sentences that state it. */
    QUOTE(row -> row.citations().stream().map(Citation::exact).toList()),
    /** Why no sentence states it. */
    EXCUSE(Observation::uncitedReason),
    STATUS(Observation::status),
    VINTAGE(Observation::vintage),
    COMMENT(Observation::comment),
    /** Why it says something else than its sentences. */
    DEPARTURE(Observation::departure);

    private final Function<Observation, @Nullable Object> of;

    Aspect(Function<Observation, @Nullable Object> of) {
        this.of = of;
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    boolean differs(Observation one, Observation other) {
        return !Objects.equals(of.apply(one), of.apply(other));
    }
}
