package org.youju.dashboard;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads something at most once, however many cards ask for it at the same time. A failed reading is tried again by
 * the next who asks.
 *
 * @param <T> what is read; never null
 */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    public Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = Objects.requireNonNull(source.get());
        }
        return value;
    }
}
