package org.youju.extraction.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.CANDIDATE;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.OBSERVATION;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.security.Role;

/** Several people at one reply: each sees what the others decide, and nothing is decided twice or lost. */
class ReviewConcurrencyTest extends BothEnginesTest {

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(database);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** What two people who act at one moment are answered, each a value or the refusal. */
    private static List<Object> together(Supplier<?> one, Supplier<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = List.of(act("li", one, start, pool::submit), act("wu", other, start, pool::submit));
            var said = new ArrayList<>();
            for (var answer : answers) {
                try {
                    said.add(answer.get(30, TimeUnit.SECONDS));
                } catch (ExecutionException e) {
                    said.add(e.getCause());
                }
            }
            return said;
        }
    }

    private interface Pool {
        Future<Object> submit(Callable<Object> task);
    }

    private static Future<Object> act(String who, Supplier<?> work, CyclicBarrier start, Pool pool) {
        return pool.submit(() -> {
            start.await(10, TimeUnit.SECONDS);
            return TestServices.as(who, Role.STATISTICIAN, work::get);
        });
    }

    @Test
    void of_two_who_accept_the_same_candidate_one_wins_and_the_other_is_told() throws Exception {
        var reply = desk.begun("A", Desk.TEXT);
        for (var span : List.of("约310亿元", "每年不少于100万平方米")) {
            var seen = desk.candidate(reply, span);
            Supplier<?> accept = () -> desk.reviews.accept(seen.id(), seen.version(), seen.terms());
            var said = together(accept, accept);
            assertThat(said).filteredOn(ReviewCandidate.class::isInstance).hasSize(1);
            assertThat(said).filteredOn(RuleViolation.class::isInstance).singleElement()
                    .satisfies(it -> assertThat(((RuleViolation) it).key()).isEqualTo("review.candidate.changed.ACCEPTED"));
        }
        assertThat(dsl.fetchCount(OBSERVATION)).isOne();
        assertThat(dsl.fetchCount(COMMITMENT)).isOne();
    }

    @Test
    void two_who_begin_at_once_begin_one_review() throws Exception {
        var reply = desk.reply("A", Desk.TEXT);
        var said = together(() -> desk.reviews.begin(reply), () -> desk.reviews.begin(reply));
        assertThat(said.getFirst()).isInstanceOf(List.class).isEqualTo(said.getLast());
        assertThat(dsl.fetchCount(CANDIDATE)).isEqualTo(7);
    }

    @Test
    void two_who_accept_many_at_once_lose_none() throws Exception {
        var reply = desk.begun("A", Desk.TEXT);
        var said = together(() -> desk.reviews.acceptAbove(reply, 0.5), () -> desk.reviews.acceptAbove(reply, 0.5));
        assertThat(said).allMatch(Batch.class::isInstance);
        assertThat(said).extracting(it -> ((Batch) it).accepted().size()).containsExactlyInAnyOrder(5, 0);
        assertThat(dsl.fetchCount(OBSERVATION)).isEqualTo(4);
    }

    @Test
    void promises_that_are_accepted_at_once_have_codes_of_their_own() throws Exception {
        var one = desk.candidate(desk.begun("A", Desk.TEXT), "每年不少于100万平方米");
        var other = desk.candidate(desk.begun("B", Desk.TEXT), "每年不少于100万平方米");
        var said = together(() -> desk.reviews.accept(one.id(), 0, one.terms()),
                () -> desk.reviews.accept(other.id(), 0, other.terms()));
        assertThat(said).extracting(it -> ((ReviewCandidate) it).commitmentCode()).doesNotHaveDuplicates().hasSize(2);
    }
}
