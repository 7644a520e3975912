package org.youju.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.SampleUiTest;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Judge;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.VerdictOverride;
import org.youju.commitment.ui.Formula;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

/** 60万人以上 in 2026, by what is stated up to July, when 58.1 % of the year are over. */
class PaceWordsTest extends SampleUiTest {

    private static Judged jobs(String printed, @Nullable VerdictOverride override) {
        var promise = SampleCommitments.ALL.stream().filter(it -> it.code().equals("C069")).findFirst().orElseThrow();
        return new Judged(promise, Judge.judge(promise,
                Cell.of(List.of(statement("JB_NEW_EMPLOYED", "310000", "2026-01/2026-07", printed))), List.of(), CATALOGUE,
                LocalDate.of(2026, 8, 15)), override);
    }

    @ParameterizedTest
    @CsvSource({"38万人, 达进度 +5个百分点, yj-state-ok", "30万人, 欠进度 −8个百分点, yj-state-warn",
        "20万人, 欠进度 −25个百分点, yj-state-bad"})
    void the_band_is_a_word_and_a_sign_and_only_then_a_colour(String printed, String words, String tone) {
        var badge = new VerdictBadge(jobs(printed, null));
        assertThat(words(badge)).isEqualTo(words);
        assertThat(badge.getElement().getChild(0).getClassList()).contains(tone);
    }

    @Test
    void english_formulas_count_in_millions_and_billions_and_periods_stay_what_they_are() {
        assertThat(Formula.of(jobs("38万人", null), Locale.ENGLISH)).isEqualTo("0.38 ÷ 0.6 (million persons)");
        assertThat(Formula.of(jobs("38万人", null), Locale.CHINESE)).isEqualTo("38 ÷ 60");
        var budget = SampleCommitments.judged(List.of(SampleCommitments.promise("FI_BUDGET_REVENUE",
                CommitmentKind.FLOOR_PER_PERIOD, "170亿元", 2023, 2024)), false, LocalDate.of(2026, 1, 15)).getFirst();
        assertThat(Formula.of(budget, Locale.ENGLISH)).isEqualTo("16.853 < 17 (CNY bn)");
    }

    @Test
    void what_a_person_decided_says_so_and_keeps_the_rules_word_beside_it() {
        var badge = new VerdictBadge(jobs("20万人", new VerdictOverride(1, 1, Kind.ON_PACE, "理由",
                LocalDate.of(2026, 9, 30), "zhao", null, null, Instant.EPOCH, Observation.OPEN_END)));
        assertThat(words(badge)).isEqualTo("达进度人工改判");
        assertThat(badge.getElement().getAttribute("title"))
                .startsWith("达进度（人工改判，至2026-09-30）；按规则：欠进度。").contains("慢25个百分点");
    }
}
