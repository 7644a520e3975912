package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntervalTest {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    @Test
    void a_point_has_two_closed_ends() {
        var point = Interval.point(BigDecimal.TEN);
        assertEquals(new Interval(BigDecimal.TEN, End.CLOSED, BigDecimal.TEN, End.CLOSED), point);
        assertThat(point.isPoint()).isTrue();
    }

    @Test
    void ends_that_a_store_has_made_one_are_both_included() {
        assertEquals(Interval.point(FIVE), Interval.kept(FIVE, End.CLOSED, FIVE, End.OPEN));
        assertEquals(new Interval(FIVE, End.CLOSED, BigDecimal.TEN, End.OPEN),
                Interval.kept(FIVE, End.CLOSED, BigDecimal.TEN, End.OPEN));
        assertEquals(Interval.atLeast(FIVE), Interval.kept(FIVE, End.CLOSED, null, End.UNBOUNDED));
        assertEquals(new BigDecimal("0.000001"), Figure.keptStep(new BigDecimal("0.000000")));
    }

    @Test
    void a_low_end_above_the_high_end_is_refused() {
        assertThatThrownBy(() -> Interval.closed(BigDecimal.TEN, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_between_a_number_and_itself_is_refused() {
        assertThatThrownBy(() -> interval("[5, 5)")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ends_are_equal_as_numbers() {
        assertEquals(Interval.closed(new BigDecimal("1.50"), new BigDecimal("1E+1")),
                Interval.closed(new BigDecimal("1.5"), BigDecimal.TEN));
    }

    @Test
    void sums_and_differences_take_the_ends_that_belong_together() {
        assertEquals(interval("[4, 7)"), interval("[1, 2)").plus(interval("[3, 5]")));
        assertEquals(interval("[-4, -1)"), interval("[1, 2)").minus(interval("[3, 5]")));
        assertEquals(interval("[4, ∞)"), interval("[1, 2)").plus(interval("[3, ∞)")));
    }

    @Test
    void a_negated_interval_swaps_its_ends() {
        assertEquals(interval("(-2, -1]"), interval("[1, 2)").negate());
        assertEquals(interval("(∞, -1]"), interval("[1, ∞)").negate());
    }

    @Test
    void products_follow_the_signs() {
        assertEquals(interval("[3, 10)"), interval("[1, 2)").times(interval("[3, 5]")));
        assertEquals(interval("(-10, -3]"), interval("[1, 2)").times(interval("[-5, -3]")));
        assertEquals(interval("[3, 10]"), interval("[-2, -1]").times(interval("[-5, -3]")));
        assertEquals(interval("[-10, 15]"), interval("[-2, 3]").times(interval("[-2, 5]")));
        assertEquals(interval("[-4, 6)").times(FIVE.negate()), interval("(-30, 20]"));
    }

    @Test
    void zero_times_anything_is_zero() {
        assertEquals(Interval.point(BigDecimal.ZERO), Interval.point(BigDecimal.ZERO).times(interval("[1, ∞)")));
        assertThat(interval("[0, 1]").times(interval("(2, 3)")).contains(BigDecimal.ZERO)).isTrue();
    }

    @Test
    void an_unbounded_factor_leaves_the_product_unbounded_on_the_side_of_its_sign() {
        assertEquals(interval("[3, ∞)"), interval("[1, 2]").times(interval("[3, ∞)")));
        assertEquals(interval("(∞, -3]"), interval("[-2, -1]").times(interval("[3, ∞)")));
        assertEquals(interval("(∞, ∞)"), interval("[-2, 1]").times(interval("[3, ∞)")));
    }

    @Test
    void quotients_follow_the_signs() {
        assertEquals(interval("(2, 5]"), interval("[10, 20]").dividedBy(interval("[4, 5)")));
        assertEquals(interval("[-5, -2]"), interval("[10, 20]").dividedBy(interval("[-5, -4]")));
        assertEquals(interval("(0, 5]"), interval("[10, 20]").dividedBy(interval("[4, ∞)")));
        assertEquals(interval("[2, ∞)"), interval("[10, 20]").dividedBy(interval("(0, 5]")));
    }

    @Test
    void division_by_an_interval_that_contains_zero_is_refused() {
        assertThatThrownBy(() -> interval("[1, 2]").dividedBy(interval("[-1, 1]")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("contains zero");
        assertThatThrownBy(() -> interval("[1, 2]").dividedBy(BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_result_is_soft_where_an_end_it_comes_from_is_soft() {
        assertEquals(interval("[4, 7~"), interval("[1, 2~").plus(interval("[3, 5)")));
        assertEquals(interval("[3, 10~"), interval("[1, 2~").times(interval("[3, 5)")));
        assertEquals(interval("~2, 5]"), interval("[10, 20]").dividedBy(interval("[4, 5~")));
    }

    @Test
    void open_ends_are_excluded_and_soft_ends_count_as_their_numbers() {
        assertThat(interval("[1, 5)").contains(FIVE)).isFalse();
        assertThat(interval("[1, 5~").contains(FIVE)).isTrue();
        assertThat(interval("[1, 5)").intersects(interval("[5, 9]"))).isFalse();
        assertThat(interval("[1, 5~").intersects(interval("[5, 9]"))).isTrue();
        assertThat(interval("[1, 5]").intersects(interval("(5, 9]"))).isFalse();
    }

    @Test
    void an_intersection_keeps_the_ends_that_exclude_more() {
        assertEquals(Optional.of(interval("(3, 5)")), interval("[1, 5)").intersection(interval("(3, 5]")));
        assertEquals(Optional.of(interval("[3, 5]")), interval("(∞, 5]").intersection(interval("[3, ∞)")));
        assertEquals(Optional.empty(), interval("[1, 2]").intersection(interval("[3, 4]")));
    }

    @Test
    void a_cap_cuts_and_is_hard() {
        assertEquals(interval("[75, 100]"), interval("[75, ∞)").cappedAt(BigDecimal.valueOf(100)));
        assertEquals(interval("(60, 70~"), interval("(60, 70~").cappedAt(BigDecimal.valueOf(100)));
        assertThatThrownBy(() -> interval("(100, 110~").cappedAt(BigDecimal.valueOf(100)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_certain_by_a_soft_end() {
        assertThat(interval("[1, 5~").certainlyAtMost(FIVE)).isFalse();
        assertThat(interval("[1, 5~").certainlyBelow(BigDecimal.TEN)).isFalse();
        assertThat(interval("~5, 9]").certainlyAtLeast(BigDecimal.ONE)).isFalse();
        assertThat(interval("[1, 5~").certainlyApartFrom(interval("[7, 9]"))).isFalse();
        assertThat(interval("[7, 9]").certainlyApartFrom(interval("[1, 5~"))).isFalse();
    }

    @Test
    void an_open_end_is_certainly_below_its_own_number() {
        assertThat(interval("[1, 5)").certainlyBelow(FIVE)).isTrue();
        assertThat(interval("[1, 5]").certainlyBelow(FIVE)).isFalse();
        assertThat(interval("[1, 5]").certainlyAtMost(FIVE)).isTrue();
        assertThat(interval("(5, 9]").certainlyAbove(FIVE)).isTrue();
        assertThat(interval("[5, 9]").certainlyAbove(FIVE)).isFalse();
        assertThat(interval("[5, 9]").certainlyAtLeast(FIVE)).isTrue();
        assertThat(interval("[5, ∞)").certainlyAtMost(BigDecimal.valueOf(1_000_000))).isFalse();
    }

    @Test
    void hard_ends_keep_two_intervals_apart_in_either_order() {
        assertThat(interval("[1, 5)").certainlyApartFrom(interval("[5, 9]"))).isTrue();
        assertThat(interval("[5, 9]").certainlyApartFrom(interval("[1, 5)"))).isTrue();
        assertThat(interval("[1, 5]").certainlyApartFrom(interval("[5, 9]"))).isFalse();
    }

    /** Reads [1, 2), ~5 for a soft end, ∞ for none. */
    static Interval interval(String text) {
        var comma = text.indexOf(',');
        var last = text.charAt(text.length() - 1);
        var low = text.substring(1, comma).strip();
        var high = text.substring(comma + 1, text.length() - 1).strip();
        return new Interval(low.equals("∞") ? null : new BigDecimal(low),
                low.equals("∞") ? End.UNBOUNDED : end(text.charAt(0)), high.equals("∞") ? null : new BigDecimal(high),
                high.equals("∞") ? End.UNBOUNDED : end(last));
    }

    private static End end(char bracket) {
        return switch (bracket) {
            case '[', ']' -> End.CLOSED;
            case '(', ')' -> End.OPEN;
            case '~' -> End.SOFT;
            default -> throw new IllegalArgumentException("No bracket: " + bracket);
        };
    }
}
