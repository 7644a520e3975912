package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitmentTest {

    private static Commitment promise(CommitmentKind kind, int from, @Nullable Integer to, @Nullable LocalDate endsOn) {
        var c = SampleCommitments.promise("DE_TAX", kind, "400亿元", from, to);
        return new Commitment(c.id(), c.code(), c.reply(), c.citation(), c.indicator(), c.region(), kind, c.target(), from,
                to, endsOn, null, null, c.state(), null, c.recordedBy(), c.recordedFrom(), c.recordedTo());
    }

    @ParameterizedTest
    @CsvSource({"2018, , , 2018/..", "2024, 2024, , 2024", "2018, 2023, , 2018/2023", "2021, 2025, 2025-06-30, 2021/2025-06-30"})
    void its_window_reaches_to_the_last_day(int from, @Nullable Integer to, @Nullable LocalDate endsOn, String period) {
        assertThat(promise(CommitmentKind.LEVEL_BY, from, to, endsOn).window().code()).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"FLOOR_PER_PERIOD, 2018, , true", "FLOOR_PER_PERIOD, 2023, 2023, false", "CUMULATIVE_BY, 2023, 2025, true",
            "CEILING, 2018, , false", "LEVEL_BY, 2018, 2025, false"})
    void only_what_speaks_of_several_years_together_speaks_of_their_sum(CommitmentKind kind, int from, @Nullable Integer to,
            boolean addsUp) {
        assertThat(promise(kind, from, to, null).addsUp()).isEqualTo(addsUp);
    }
}
