package org.youju.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.cells;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.youju.commitment.Commitment;
import org.youju.commitment.Judge;
import org.youju.commitment.Judged;
import org.youju.commitment.SampleCommitments;
import org.youju.commitment.Verdict.Kind;
import org.youju.indicator.Department;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LedgerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Ledger LEDGER = new Ledger(CATALOGUE.region(CHANGNING),
            SampleCommitments.ALL.stream().map(it -> judged(answeredBy(it, it.code().equals("C001") ? "FGJ" : null)))
                    .toList(),
            CATALOGUE, Map.of("FGJ", new Department("FGJ", "区房管局", "Housing bureau")));

    private static Judged judged(Commitment promise) {
        return new Judged(promise, Judge.judge(promise, cells(), List.of(), CATALOGUE, TODAY), null);
    }

    private static Commitment answeredBy(Commitment c, @Nullable String department) {
        return new Commitment(c.id(), c.code(), c.reply(), c.citation(), c.indicator(), c.region(), c.kind(), c.target(),
                c.from(), c.to(), department, c.state(), c.reason(), c.recordedBy(), c.recordedFrom(), c.recordedTo());
    }

    private static List<String> listed(Reach reach, @Nullable String department, @Nullable Integer from,
            @Nullable Integer to, String words) {
        return LEDGER.of(new Narrowed(reach, Optional.ofNullable(department), year(from), year(to), words)).stream()
                .map(it -> it.commitment().code()).toList();
    }

    private static OptionalInt year(@Nullable Integer year) {
        return year == null ? OptionalInt.empty() : OptionalInt.of(year);
    }

    @Test
    void a_reach_holds_the_promises_of_the_region_or_of_those_above_it() {
        assertThat(LEDGER.count(Reach.OWN)).isEqualTo(55);
        assertThat(LEDGER.count(Reach.ABOVE)).isEqualTo(39);
        assertThat(LEDGER.of(Narrowed.NOT)).hasSize(94);
    }

    @Test
    void a_department_answers_for_its_promises_and_nobody_for_the_others() {
        assertThat(listed(Reach.ALL, "FGJ", null, null, "")).containsExactly("C001");
        assertThat(listed(Reach.ALL, Narrowed.NOBODY, null, null, "")).hasSize(93);
        assertThat(LEDGER.departmentsOfPromises()).containsExactly(Narrowed.NOBODY, "FGJ");
        assertThat(listed(Reach.ALL, null, null, null, "房管局")).containsExactly("C001");
    }

    @Test
    void a_window_is_listed_if_it_reaches_into_the_years_asked_for() {
        assertThat(listed(Reach.OWN, null, 2021, 2021, "")).as("only the one that has no end").containsExactly("C001");
        assertThat(listed(Reach.OWN, null, null, 2016, "")).containsExactly("C052", "C053", "C054", "C055");
        assertThat(listed(Reach.ALL, null, 2026, null, "")).contains("C001", "C067", "C069").doesNotContain("C065");
    }

    @Test
    void all_the_words_must_be_found_in_whatever_case() {
        assertThat(listed(Reach.ALL, null, null, null, "c064")).containsExactly("C064");
        assertThat(listed(Reach.ABOVE, null, null, null, "一般公共预算 2024")).containsExactly("C064");
        assertThat(listed(Reach.ALL, null, null, null, "一般公共预算 没有")).isEmpty();
    }

    @Test
    void what_counts_is_what_holds() {
        assertThat(Ledger.count(LEDGER.promises()))
                .containsEntry(Kind.NOT_MET, 4L)
                .containsEntry(Kind.NOT_PROVABLE, 1L)
                .doesNotContainKey(Kind.MET_ON_TOTAL);
    }
}
