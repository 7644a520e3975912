package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnceTest {

    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void nothing_is_read_before_somebody_asks() {
        var once = new Once<>(readings::incrementAndGet);
        assertThat(readings).hasValue(0);
        assertThat(once.get()).isEqualTo(1);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void many_who_ask_at_the_same_time_are_given_one_reading() throws Exception {
        var cards = 8;
        var together = new CyclicBarrier(cards);
        var once = new Once<>(() -> {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            return new Object() {
                final int number = readings.incrementAndGet();
            };
        });
        var askers = new ArrayList<Callable<Object>>();
        for (int card = 0; card < cards; card++) {
            askers.add(() -> {
                together.await();
                return once.get();
            });
        }
        try (var threads = Executors.newFixedThreadPool(cards)) {
            var answers = new ArrayList<>();
            for (var answer : threads.invokeAll(askers)) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(cards).allSatisfy(answer -> assertThat(answer).isSameAs(answers.getFirst()));
        }
        assertThat(readings).hasValue(1);
    }

    @Test
    void a_reading_that_failed_is_tried_again_by_the_next_who_asks() {
        var once = new Once<>(() -> {
            if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("The database is away");
            }
            return "read";
        });
        assertThatThrownBy(once::get).hasMessage("The database is away");
        assertThat(once.get()).isEqualTo("read");
        assertThat(once.get()).isEqualTo("read");
        assertThat(readings).hasValue(2);
    }
}
