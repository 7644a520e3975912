package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntervalTest {

    @Test
    void a_point_has_two_closed_ends() {
        var point = Interval.point(BigDecimal.TEN);
        assertEquals(new Interval(BigDecimal.TEN, End.CLOSED, BigDecimal.TEN, End.CLOSED), point);
    }

    @Test
    void a_low_end_above_the_high_end_is_refused() {
        assertThatThrownBy(() -> Interval.closed(BigDecimal.TEN, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
