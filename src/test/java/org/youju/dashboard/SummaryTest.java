package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.dashboard.Summary.Clause;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryTest {

    @Test
    void cards_of_one_period_share_a_sentence_and_a_growth_follows_its_value() {
        var summary = Summary.of(List.of(SampleSeries.card("DE_TAX", 2023), SampleSeries.card("DE_FIRMS", 2023),
                SampleSeries.card("DE_SOFTWARE_REVENUE", 2023)));
        assertThat(summary.sentences()).extracting(s -> s.period().code()).containsExactly("2023", "2024-04-25");
        assertThat(summary.sentences().getFirst().clauses()).extracting(SummaryTest::printed)
                .containsExactly("约 310 亿元", "约 18%", "超过 2600 亿元", "约 60%");
        assertThat(summary.figures()).isEqualTo(5);
    }

    @Test
    void each_document_is_named_once() {
        var summary = Summary.of(List.of(SampleSeries.card("DE_TAX", 2023), SampleSeries.card("DE_FIRMS", 2023),
                SampleSeries.card("FI_BUDGET_REVENUE", 2023)));
        assertThat(summary.sources()).extracting(r -> r.label())
                .startsWith("长发改〔2024〕19号").hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void a_carried_over_or_missing_value_says_nothing() {
        assertThat(Summary.of(List.of(SampleSeries.card("TL_RENT_SUBSIDY", 2025), SampleSeries.card("DE_TAX", 2022)))
                .sentences()).isEmpty();
    }

    @Test
    void a_promise_stands_beside_the_amount_that_it_is_of_and_not_beside_its_growth() {
        var summary = Summary.of(List.of(SampleSeries.card("FI_BUDGET_REVENUE", 2024, SampleSeries.BUDGET_PROMISES)));
        assertThat(summary.sentences().getFirst().clauses()).extracting(SummaryTest::printed)
                .containsExactly("180.97亿元", "1 of 2 by 2025", "7.38%");
    }

    private static String printed(Clause clause) {
        return switch (clause) {
            case Clause.Value(var indicator, var stated) -> stated.figure().printed();
            case Clause.Growth(var stated) -> stated.figure().printed();
            case Clause.Promise promise -> "1 of " + promise.of() + " by " + promise.year().orElse(0);
        };
    }
}
