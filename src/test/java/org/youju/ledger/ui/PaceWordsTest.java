package org.youju.ledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.SampleUiTest;
import org.youju.commitment.Judge;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.VerdictOverride;
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
    @CsvSource({"38万人, 达进度 +5.3个百分点, yj-state-ok", "30万人, 欠进度 −8.1个百分点, yj-state-warn",
        "20万人, 欠进度 −24.7个百分点, yj-state-bad"})
    void the_band_is_a_word_and_a_sign_and_only_then_a_colour(String printed, String words, String tone) {
        var badge = new VerdictBadge(jobs(printed, null));
        assertThat(words(badge)).isEqualTo(words);
        assertThat(badge.getElement().getChild(0).getClassList()).contains(tone);
    }

    @Test
    void what_a_person_decided_says_so_and_keeps_the_rules_word_beside_it() {
        var badge = new VerdictBadge(jobs("20万人", new VerdictOverride(1, 1, Kind.ON_PACE, "理由",
                LocalDate.of(2026, 9, 30), "zhao", null, null, Instant.EPOCH, Observation.OPEN_END)));
        assertThat(words(badge)).isEqualTo("达进度人工改判");
        assertThat(badge.getElement().getAttribute("title"))
                .startsWith("达进度（人工改判，至2026-09-30）；按规则：欠进度。").contains("慢24.7个百分点");
    }
}
