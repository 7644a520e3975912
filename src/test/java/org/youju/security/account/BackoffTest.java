package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackoffTest {

    private final FakeClock clock = new FakeClock();
    private final Backoff backoff = new Backoff(clock, 5, Duration.ofSeconds(30), Duration.ofMinutes(30),
            Duration.ofHours(1));

    private void fail(int times) {
        for (int at = 0; at < times; at++) {
            assertThat(backoff.begin("li")).isEmpty();
        }
    }

    @Test
    void four_failures_cost_nothing_and_the_fifth_thirty_seconds() {
        fail(4);
        assertThat(backoff.waiting("li")).isEmpty();
        fail(1);
        assertThat(backoff.begin("li")).contains(Duration.ofSeconds(30));
    }

    @Test
    void every_further_failure_doubles_the_wait_up_to_the_longest() {
        fail(4);
        for (var seconds : new int[] {30, 60, 120, 240, 480, 960, 1800, 1800}) {
            fail(1);
            assertThat(backoff.waiting("li")).contains(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void asking_during_a_wait_does_not_lengthen_it() {
        fail(5);
        clock.pass(Duration.ofSeconds(10));
        assertThat(backoff.begin("li")).contains(Duration.ofSeconds(20));
        assertThat(backoff.begin("li")).contains(Duration.ofSeconds(20));
    }

    @Test
    void success_forgets_the_failures() {
        fail(4);
        backoff.succeeded("li");
        fail(4);
        assertThat(backoff.waiting("li")).isEmpty();
    }

    @Test
    void failures_are_forgotten_an_hour_after_the_last() {
        fail(4);
        clock.pass(Duration.ofMinutes(61));
        fail(1);
        assertThat(backoff.waiting("li")).isEmpty();
    }

    @Test
    void one_name_never_makes_another_wait() {
        fail(5);
        assertThat(backoff.begin("wang")).isEmpty();
    }

    @Test
    void an_office_whose_people_now_and_then_mistype_never_waits() {
        var office = new Backoff(clock, 5, Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofMinutes(1));
        for (int at = 0; at < 100; at++) {
            assertThat(office.begin("10.0.0.1")).isEmpty();
            clock.pass(Duration.ofSeconds(40));
            assertThat(office.begin("10.0.0.1")).isEmpty();
            office.takeBack("10.0.0.1");
            clock.pass(Duration.ofSeconds(40));
        }
    }

    @Test
    void what_is_taken_back_makes_no_failure_last_longer() {
        fail(4);
        clock.pass(Duration.ofMinutes(50));
        fail(1);
        backoff.takeBack("li");
        clock.pass(Duration.ofMinutes(11));
        fail(4);
        assertThat(backoff.waiting("li")).isEmpty();
    }
}
