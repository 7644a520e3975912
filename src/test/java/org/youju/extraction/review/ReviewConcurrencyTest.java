package org.youju.extraction.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.CANDIDATE;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.OBSERVATION;
import static org.youju.db.Tables.OBSERVATION_CITATION;

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
    void one_promise_in_two_wordings_is_drafted_once() throws Exception {
        var reply = desk.begun("A", "精品小区2018年起每年不少于100万平方米。\n精品小区2018年起每年不低于100万平方米。\n");
        var both = Desk.clerk(() -> desk.reviews.review(reply)).orElseThrow().candidates();
        var said = together(() -> desk.reviews.accept(both.getFirst().id(), 0, both.getFirst().terms()),
                () -> desk.reviews.accept(both.getLast().id(), 0, both.getLast().terms()));
        assertThat(said).filteredOn(ReviewCandidate.class::isInstance).hasSize(1);
        assertThat(said).filteredOn(RuleViolation.class::isInstance).singleElement()
                .satisfies(it -> assertThat(((RuleViolation) it).key()).isEqualTo("review.terms.promise.drafted"));
        assertThat(dsl.fetchCount(COMMITMENT)).isOne();
    }

    @Test
    void what_is_merged_while_the_other_is_accepted_confirms_it() throws Exception {
        for (var key : List.of("A", "B", "C")) {
            var reply = desk.begun(key, "2023年，数字经济综合税收约310亿元。\n2023年，数字经济综合税收达到310.0亿元。\n");
            var first = desk.candidate(reply, "约310亿元");
            var second = desk.candidate(reply, "310.0亿元");
            var said = together(() -> desk.reviews.accept(first.id(), 0, first.terms()),
                    () -> desk.reviews.merge(second.id(), 0, first.id()));
            assertThat(said).allMatch(ReviewCandidate.class::isInstance);
            assertThat(dsl.fetchCount(OBSERVATION_CITATION, OBSERVATION_CITATION.ROLE.eq("CONFIRMS")
                    .and(OBSERVATION_CITATION.OBSERVATION_ID.eq(desk.candidate(reply, "约310亿元").observationId()))))
                    .isOne();
        }
    }

    @Test
    void what_is_taken_back_while_another_is_merged_into_it_leaves_no_half_of_either() throws Exception {
        for (var key : List.of("A", "B", "C")) {
            var reply = desk.begun(key, "2023年，数字经济综合税收约310亿元。\n2023年，数字经济综合税收达到310.0亿元。\n");
            var first = desk.accept(desk.candidate(reply, "约310亿元"));
            var second = desk.candidate(reply, "310.0亿元");
            var said = together(() -> desk.reviews.undo(first.id(), first.version()),
                    () -> desk.reviews.merge(second.id(), 0, first.id()));
            assertThat(said).allMatch(ReviewCandidate.class::isInstance);
            var again = desk.accept(desk.candidate(reply, "约310亿元"));
            assertThat(dsl.fetchCount(OBSERVATION_CITATION, OBSERVATION_CITATION.ROLE.eq("CONFIRMS")
                    .and(OBSERVATION_CITATION.OBSERVATION_ID.eq(again.observationId())))).isOne();
        }
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
