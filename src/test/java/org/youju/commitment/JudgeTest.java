package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.cells;
import static org.youju.check.SampleStatements.statement;
import static org.youju.commitment.SampleCommitments.ASSUMPTIONS;
import static org.youju.commitment.SampleCommitments.assumption;
import static org.youju.commitment.SampleCommitments.commitment;
import static org.youju.commitment.SampleCommitments.promise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.check.Basis;
import org.youju.check.Sentences;
import org.youju.commitment.Verdict.Kind;
import org.youju.figure.Interval;
import org.youju.observation.Cell;
import org.youju.observation.Observation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JudgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class Refined_communities_at_least_100_a_year_from_2018 {

        @Test
        void by_the_recorded_assumption_774_less_at_most_100_is_673_5_or_more_and_met_on_total() {
            var verdict = judge("C001", ASSUMPTIONS);
            assertThat(verdict.kind()).isEqualTo(Kind.MET_ON_TOTAL);
            assertThat(verdict.basis()).isEqualTo(Basis.STATED);
            assertThat(verdict.actual()).isNotNull().satisfies(i -> {
                assertThat(i.low()).isEqualByComparingTo("673.5");
                assertThat(i.high()).isEqualByComparingTo("774.5");
            });
            assertThat(verdict.value()).isEqualByComparingTo("774");
            assertThat(verdict.formula()).isEqualTo("774 − 100 ≥ 6 × 100");
            assertThat(verdict.inputs()).extracting(o -> o.figure().printed()).containsExactly("774万平方米");
            assertThat(verdict.assumptions()).extracting(a -> a.period().code()).containsExactly("2017");
            assertThat(verdict.judgedFrom()).isEqualTo(2018);
            assertThat(verdict.judgedTo()).isEqualTo(2023);
        }

        @Test
        void the_verdict_carries_the_sentence_that_says_so() {
            var verdict = judge("C001", ASSUMPTIONS);
            assertThat(verdict.sentence(Locale.CHINESE, (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                    .isEqualTo("累计774万平方米覆盖2017–2023年，承诺期为2018–2023年；按已记录的假定，2017年不超过100万平方米。"
                            + "2018–2023年合计不少于673.5万平方米，达到6期×100万平方米＝600万平方米；每年是否都达到，不能逐年证明。"
                            + "承诺没有写终止年，判到有数的最后一年2023年；2024–2025年没有数。");
            assertThat(verdict.sentence(Locale.ENGLISH, (key, args) -> Sentences.write(key, args, Locale.ENGLISH)))
                    .contains("at most").contains("6 periods").doesNotContain("{");
        }

        @Test
        void without_the_assumption_it_is_not_provable() {
            var verdict = judge("C001", List.of());
            assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVABLE);
            assertThat(verdict.assumptions()).isEmpty();
            assertThat(verdict.completion()).isNull();
            assertThat(verdict.explanation().getFirst().key()).isEqualTo("commitment.why.unbounded");
        }

        @Test
        void an_assumption_of_more_than_173_5_does_not_prove_it() {
            assertThat(judge("C001", List.of(assumption("C001", "UR_REFINED_AREA_CUM", "2017", "173.5"))).kind())
                    .isEqualTo(Kind.MET_ON_TOTAL);
            assertThat(judge("C001", List.of(assumption("C001", "UR_REFINED_AREA_CUM", "2017", "173.6"))).kind())
                    .isEqualTo(Kind.NOT_PROVABLE);
        }

        @Test
        void an_assumption_of_another_promise_does_not_count() {
            assertThat(judge("C001", List.of(assumption("C002", "UR_REFINED_AREA_CUM", "2017", "100"))).kind())
                    .isEqualTo(Kind.NOT_PROVABLE);
        }

        @Test
        void _2023_alone_is_met_by_132_and_the_other_years_are_unknown() {
            assertThat(judge("C003", List.of()).kind()).isEqualTo(Kind.MET);
            assertThat(judge("C001", ASSUMPTIONS).perYear()).extracting(y -> y.year() + " " + y.kind())
                    .containsExactly("2018 NO_DATA", "2019 NO_DATA", "2020 NO_DATA", "2021 NO_DATA", "2022 NO_DATA",
                            "2023 MET", "2024 NO_DATA", "2025 NO_DATA");
        }

        @Test
        void a_sum_never_decides_a_single_year() {
            assertThat(judge("C002", ASSUMPTIONS).kind()).isEqualTo(Kind.NO_DATA);
        }

        @Test
        void one_year_below_100_is_not_met_whatever_the_sum() {
            var verdict = Judge.judge(commitment("C001"), with(statement("UR_REFINED_AREA", CHANGNING, "2020", "88万平方米")),
                    ASSUMPTIONS, CATALOGUE, TODAY);
            assertThat(verdict.kind()).isEqualTo(Kind.NOT_MET);
            assertThat(verdict.formula()).isEqualTo("88 < 100");
        }

        @Test
        void before_its_first_year_is_over_there_is_no_data() {
            var verdict = Judge.judge(commitment("C001"), List.of(), List.of(), CATALOGUE, LocalDate.of(2018, 5, 1));
            assertThat(verdict.kind()).isEqualTo(Kind.NO_DATA);
            assertThat(verdict.judgedTo()).isNull();
        }

        private List<Cell> with(Observation more) {
            return SampleCommitments.concat(cells(), Cell.of(List.of(more)));
        }
    }

    @ParameterizedTest(name = "{0} is {1}, {2}: {3}")
    @CsvSource({
        "C064, NOT_MET, STATED, 上海 budget revenue 2024: 0.7 of 5",
        "C066, NOT_MET, STATED, 上海 budget revenue 2025: 1.5 of 2",
        "C060, NOT_MET, UNVALIDATED, 上海 GDP 2020: 1.7 of about 6",
        "C059, NOT_MET, STATED, 上海 budget revenue 2019: 0.8 of 5",
        "C063, MET, STATED, 上海 GDP 2024: 5.0 of about 5",
        "C058, MET, ESTIMATED, 上海 GDP 2019: forecast of at least 6 of 6-6.5",
        "C056, MET, UNVALIDATED, 上海 GDP 2017: 6.9 of about 6.5",
        "C061, MET, UNVALIDATED, 上海 GDP 2021: 8.1 of at least 6",
        "C004, MET, UNVALIDATED, Changning GDP 2024: 7.4 of about 5",
        "C005, MET, STATED, Changning budget revenue 2024: 7.38 of 5",
        "C008, MET, ESTIMATED, Changning budget revenue 2017: 7.05 of about 7",
        "C010, MET, STATED, modern services share 2017: at least 77 of at least 75",
        "C014, MET, STATED, state assets 2017: about 108 of about 108",
        "C015, MET, STATED, floorspace 2017: 52.03 of about 52",
        "C016, MET, STATED, talents 2017: 2 of 2",
        "C020, NO_DATA, STATED, residents 2017: nothing stated",
        "C021, MET, STATED, deaths 2017: 0.01 of at most 0.02",
        "C073, MET, STATED, unemployment 2024: 4.2 of at most 5",
        "C072, NO_DATA, STATED, unemployment 2021: nothing stated",
        "C067, NO_DATA, STATED, 上海 GDP 2026: not over",
        "C052, NO_DATA, STATED, waste sorting 2020: nothing stated",
        "C079, MET, STATED, new beds 2024: 4385 of 4000"})
    void on_the_real_data(String code, Kind kind, Basis basis, String what) {
        var verdict = judge(code, ASSUMPTIONS);
        assertThat(verdict.kind()).as(what).isEqualTo(kind);
        assertThat(verdict.basis()).as(what).isEqualTo(basis);
        assertThat(verdict.inputs().isEmpty()).isEqualTo(kind == Kind.NO_DATA);
    }

    @Test
    void every_promise_of_the_sample_has_a_sentence_in_both_languages() {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(SampleCommitments.ALL).hasSize(94).allSatisfy(c -> assertThat(judge(c.code(), ASSUMPTIONS)
                    .sentence(locale, (key, args) -> Sentences.write(key, args, locale)))
                    .isNotBlank().doesNotContain("{", "null"));
        }
    }

    @Test
    void a_verdict_on_an_unvalidated_figure_says_so() {
        assertThat(judge("C060", List.of()).sentence(Locale.CHINESE,
                (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                .isEqualTo("2020年实际1.7%，没有达到约6%。依据待核实数。");
    }

    @Test
    void what_is_stated_on_both_sides_of_the_threshold_is_not_provable() {
        var verdict = yearly("HQ_MNC_NEW", "不少于105家", "100余家");
        assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVABLE);
        assertThat(verdict.actual()).isEqualTo(statement("HQ_MNC_NEW", CHANGNING, "2024", "100余家").interval());
    }

    @Test
    void nothing_is_not_met_by_a_soft_end() {
        assertThat(yearly("HQ_MNC_NEW", "不少于300家", "100余家").kind()).isEqualTo(Kind.NOT_PROVABLE);
        assertThat(yearly("HQ_MNC_NEW", "不少于300家", "不足200家").kind()).isEqualTo(Kind.NOT_MET);
    }

    @Test
    void an_exact_print_meets_by_its_number_what_its_interval_would_not() {
        assertThat(yearly("FI_BUDGET_REVENUE", "不少于180亿元", "180亿元").kind()).isEqualTo(Kind.MET);
        assertThat(yearly("FI_BUDGET_REVENUE", "不少于180亿元", "约180亿元").kind()).isEqualTo(Kind.NOT_PROVABLE);
    }

    @Test
    void a_level_where_less_is_better_is_a_ceiling() {
        assertThat(level("EN_PM25", "30微克/立方米", "27微克/立方米")).isEqualTo(Kind.MET);
        assertThat(level("EN_PM25", "30微克/立方米", "33微克/立方米")).isEqualTo(Kind.NOT_MET);
        assertThat(level("EN_PM25", "约30微克/立方米", "30.4微克/立方米")).isEqualTo(Kind.MET);
    }

    @Test
    void every_year_met_is_met_and_the_sum_is_shown() {
        var verdict = judge(promise("HQ_MNC_NEW", CommitmentKind.FLOOR_PER_PERIOD, "3家", 2022, 2023),
                statement("HQ_MNC_NEW", CHANGNING, "2022", "4家"), statement("HQ_MNC_NEW", CHANGNING, "2023", "5家"));
        assertThat(verdict.kind()).isEqualTo(Kind.MET);
        assertThat(verdict.actual()).isEqualTo(Interval.point(BigDecimal.valueOf(9)));
        assertThat(verdict.completion()).isEqualByComparingTo("1.5");
    }

    @Test
    void shares_do_not_add_up_to_a_total() {
        var verdict = judge(promise("DE_TAX_SHARE", CommitmentKind.FLOOR_PER_PERIOD, "55%", 2022, 2023),
                statement("DE_TAX_SHARE", CHANGNING, "2022", "约55%"), statement("DE_TAX_SHARE", CHANGNING, "2023", "60%"));
        assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVABLE);
    }

    @Test
    void what_is_stated_of_a_span_counts_as_its_sum() {
        var promise = promise("HQ_MNC_NEW", CommitmentKind.CUMULATIVE_BY, "20家", 2021, 2025);
        assertThat(judge(promise, statement("HQ_MNC_NEW", CHANGNING, "2021/2025", "22家")).kind()).isEqualTo(Kind.MET);
        assertThat(judge(promise, statement("HQ_MNC_NEW", CHANGNING, "2021/2025", "19家")).kind())
                .isEqualTo(Kind.NOT_MET);
        assertThat(judge(promise, statement("HQ_MNC_NEW", CHANGNING, "2021/2024", "22家")).kind())
                .isEqualTo(Kind.NO_DATA);
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class While_the_window_is_open {

        private final LocalDate august = LocalDate.of(2026, 8, 15);

        @Test
        void an_amount_ahead_of_the_time_that_had_passed_at_its_end_is_on_pace() {
            var verdict = jobs("2026-01/2026-07", "38万人", august);
            assertThat(verdict.kind()).isEqualTo(Kind.ON_PACE);
            assertThat(verdict.elapsed()).isNotNull().satisfies(e -> assertThat(e.doubleValue()).isBetween(0.5808, 0.5809));
            assertThat(verdict.completion()).isNotNull()
                    .satisfies(c -> assertThat(c.doubleValue()).isBetween(0.6333, 0.6334));
            assertThat(verdict.sentence(Locale.CHINESE, (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                    .isEqualTo("截至最近有数的2026年7月31日，完成63%，时间已过58.1%，快5个百分点。");
        }

        @Test
        void an_amount_behind_it_is_behind_and_more_than_ten_points_is_far_behind() {
            assertThat(jobs("2026-01/2026-07", "30万人", august))
                    .satisfies(v -> assertThat(v.kind()).isEqualTo(Kind.BEHIND))
                    .satisfies(v -> assertThat(v.isFarBehind()).isFalse());
            assertThat(jobs("2026-01/2026-07", "20万人", august).isFarBehind()).isTrue();
        }

        @Test
        void a_rate_has_no_pace_until_the_window_closes() {
            var verdict = Judge.judge(commitment("C067"), Cell.of(List.of(
                    statement("EC_GDP_GROWTH", "310000", "2026-S1", "5.5%"))), List.of(), CATALOGUE, august);
            assertThat(verdict.kind()).isEqualTo(Kind.NO_DATA);
            assertThat(verdict.explanation().getFirst().key()).isEqualTo("commitment.why.noPace");
        }

        @Test
        void a_level_is_paced_from_its_base() {
            var promise = promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2026, 2029);
            var now = statement("HQ_MNC_STOCK", CHANGNING, "2026-06-30", "55家");
            var verdict = Judge.judge(promise, Cell.of(List.of(now,
                    statement("HQ_MNC_STOCK", CHANGNING, "2025-12-31", "40家"))), List.of(), CATALOGUE, august);
            assertThat(verdict.completion()).isEqualByComparingTo("0.25");
            assertThat(verdict.kind()).isEqualTo(Kind.ON_PACE);
            assertThat(verdict.formula()).isEqualTo("(55 − 40) ÷ (100 − 40)");
        }

        @Test
        void a_base_that_a_person_has_set_takes_the_place_of_the_series_and_the_verdict_says_so() {
            var promise = within(promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2026, 2029), null,
                    new Base(2020, new BigDecimal("30")));
            var verdict = Judge.judge(promise, Cell.of(List.of(
                    statement("HQ_MNC_STOCK", CHANGNING, "2026-06-30", "55家"),
                    statement("HQ_MNC_STOCK", CHANGNING, "2025-12-31", "40家"))), List.of(), CATALOGUE, august);
            assertThat(verdict.formula()).isEqualTo("(55 − 30) ÷ (100 − 30)");
            assertThat(verdict.sentence(Locale.CHINESE, (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                    .contains("进度从2020年的基数30家算起");
        }

        @Test
        void a_milestone_has_no_pace_in_words_of_its_own() {
            var verdict = Judge.judge(promise("HQ_MNC_STOCK", CommitmentKind.MILESTONE, "100家", 2026, 2029),
                    List.of(), List.of(), CATALOGUE, august);
            assertThat(verdict.sentence(Locale.CHINESE, (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                    .isEqualTo("里程碑没有序时进度，2029年结束后看是否完成。");
        }

        @Test
        void a_missing_base_year_is_named_and_none_is_made_up() {
            var verdict = Judge.judge(promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2026, 2029),
                    Cell.of(List.of(statement("HQ_MNC_STOCK", CHANGNING, "2024-12-31", "40家"),
                            statement("HQ_MNC_STOCK", CHANGNING, "2026-06-30", "55家"))), List.of(), CATALOGUE, august);
            assertThat(verdict.kind()).isEqualTo(Kind.NO_DATA);
            assertThat(verdict.explanation()).singleElement().satisfies(e -> {
                assertThat(e.key()).isEqualTo("commitment.why.noBase");
                assertThat(e.arguments()).containsExactly("2025");
            });
        }

        @Test
        void a_target_equal_to_its_base_has_no_pace() {
            var verdict = Judge.judge(promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2026, 2029),
                    Cell.of(List.of(statement("HQ_MNC_STOCK", CHANGNING, "2025-12-31", "100家"),
                            statement("HQ_MNC_STOCK", CHANGNING, "2026-06-30", "100家"))), List.of(), CATALOGUE, august);
            assertThat(verdict.kind()).isEqualTo(Kind.NO_DATA);
            assertThat(verdict.explanation().getFirst().key()).isEqualTo("commitment.why.zeroBase");
        }

        @Test
        void a_closed_year_that_failed_decides_a_floor_for_every_year() {
            var verdict = Judge.judge(promise("HQ_MNC_NEW", CommitmentKind.FLOOR_PER_PERIOD, "3家", 2024, 2027),
                    Cell.of(List.of(statement("HQ_MNC_NEW", CHANGNING, "2024", "2家"),
                            statement("HQ_MNC_NEW", CHANGNING, "2025", "9家"))), List.of(), CATALOGUE, august);
            assertThat(verdict.kind()).isEqualTo(Kind.NOT_MET);
        }

        @Test
        void years_and_the_running_part_add_up_to_the_pace_of_a_longer_window() {
            var verdict = Judge.judge(promise("HQ_MNC_NEW", CommitmentKind.CUMULATIVE_BY, "20家", 2025, 2026),
                    Cell.of(List.of(statement("HQ_MNC_NEW", CHANGNING, "2026-S1", "6家"),
                            statement("HQ_MNC_NEW", CHANGNING, "2025", "9家"))), List.of(), CATALOGUE, august);
            assertThat(verdict.completion()).isEqualByComparingTo("0.75");
            assertThat(verdict.formula()).isEqualTo("(9 + 6) ÷ 20");
            assertThat(verdict.kind()).isEqualTo(Kind.ON_PACE);
        }

        @Test
        void a_window_that_has_not_begun_has_no_data() {
            assertThat(Judge.judge(promise("HQ_MNC_NEW", CommitmentKind.FLOOR_PER_PERIOD, "3家", 2027, 2027), List.of(),
                    List.of(), CATALOGUE, august).explanation().getFirst().key()).isEqualTo("commitment.why.notBegun");
        }

        @Test
        void at_the_end_of_each_quarter_so_much_of_the_window_is_over_and_so_much_should_be_done() {
            var nodes = jobs("2026-S1", "33万人", august).nodes();
            assertThat(nodes).extracting(n -> n.end().toString())
                    .containsExactly("2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31");
            assertThat(nodes).extracting(n -> n.elapsed().setScale(4, RoundingMode.HALF_UP).toPlainString())
                    .containsExactly("0.2466", "0.4959", "0.7479", "1.0000");
            assertThat(nodes).extracting(n -> n.needed().setScale(2, RoundingMode.HALF_UP).toPlainString())
                    .containsExactly("14.79", "29.75", "44.88", "60.00");
            assertThat(nodes).extracting(Verdict.Node::done)
                    .containsExactly(null, new BigDecimal("33"), null, null);
        }

        @Test
        void a_level_should_have_come_so_far_from_its_base_at_the_end_of_each_quarter() {
            var promise = promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2026, 2027);
            var nodes = Judge.judge(promise, Cell.of(List.of(
                    statement("HQ_MNC_STOCK", CHANGNING, "2026-06-30", "55家"),
                    statement("HQ_MNC_STOCK", CHANGNING, "2025-12-31", "40家"))), List.of(), CATALOGUE, august).nodes();
            assertThat(nodes).hasSize(8);
            assertThat(nodes.get(3)).satisfies(n -> {
                assertThat(n.elapsed()).isEqualByComparingTo("0.5");
                assertThat(n.needed()).isEqualByComparingTo("70");
            });
            assertThat(nodes.get(1).done()).isEqualByComparingTo("55");
        }

        @Test
        void what_has_no_pace_or_is_over_has_no_quarters() {
            assertThat(Judge.judge(commitment("C067"), List.of(), List.of(), CATALOGUE, august).nodes()).isEmpty();
            assertThat(jobs("2026", "61万人", LocalDate.of(2027, 1, 1)).nodes()).isEmpty();
        }

        private Verdict jobs(String period, String printed, LocalDate day) {
            return Judge.judge(commitment("C069"),
                    Cell.of(List.of(statement("JB_NEW_EMPLOYED", "310000", period, printed))), List.of(), CATALOGUE, day);
        }
    }

    @Test
    void on_the_last_day_of_a_window_it_is_open_and_on_the_next_it_is_closed() {
        var facts = Cell.of(List.of(statement("JB_NEW_EMPLOYED", "310000", "2026", "58万人")));
        assertThat(Judge.judge(commitment("C069"), facts, List.of(), CATALOGUE, LocalDate.of(2026, 12, 31)).kind())
                .isEqualTo(Kind.BEHIND);
        assertThat(Judge.judge(commitment("C069"), facts, List.of(), CATALOGUE, LocalDate.of(2027, 1, 1)).kind())
                .isEqualTo(Kind.NOT_MET);
    }

    private static Verdict judge(String code, List<Assumption> assumptions) {
        return Judge.judge(commitment(code), cells(), assumptions, CATALOGUE, TODAY);
    }

    private static Verdict judge(Commitment promise, Observation... facts) {
        return Judge.judge(promise, Cell.of(List.of(facts)), List.of(), CATALOGUE, TODAY);
    }

    private static Verdict yearly(String indicator, String target, String actual) {
        return judge(promise(indicator, CommitmentKind.FLOOR_PER_PERIOD, target, 2024, 2024),
                statement(indicator, CHANGNING, "2024", actual));
    }

    private static Kind level(String indicator, String target, String actual) {
        return judge(promise(indicator, CommitmentKind.LEVEL_BY, target, 2024, 2024),
                statement(indicator, CHANGNING, "2024", actual)).kind();
    }

    private static Commitment within(Commitment of, LocalDate endsOn, Base base) {
        return new Commitment(of.id(), of.code(), of.reply(), of.citation(), of.indicator(), of.region(), of.kind(),
                of.target(), of.from(), of.to(), endsOn, base, of.department(), of.state(), of.reason(), of.recordedBy(),
                of.recordedFrom(), of.recordedTo());
    }

    @Nested
    @DisplayNameGeneration(ReplaceUnderscores.class)
    class A_window_that_ends_within_a_year {

        private final LocalDate june = LocalDate.of(2025, 6, 30);
        private final Commitment amount = within(promise("DE_TAX", CommitmentKind.CUMULATIVE_BY, "700亿元", 2024, 2025),
                june, null);
        private final Observation year = statement("DE_TAX", CHANGNING, "2024", "400亿元");

        private Verdict judge(Commitment promise, LocalDate day, Observation... stated) {
            return Judge.judge(promise, Cell.of(List.of(stated)), List.of(), CATALOGUE, day);
        }

        @Test
        void is_open_until_its_last_day_and_paced_up_to_it() {
            assertThat(amount.isOpen(june)).isTrue();
            assertThat(amount.isOpen(june.plusDays(1))).isFalse();
            var verdict = judge(amount, LocalDate.of(2025, 1, 1), year);
            assertThat(verdict.kind()).isEqualTo(Kind.BEHIND);
            assertThat(verdict.elapsed()).isEqualByComparingTo(
                    new BigDecimal(366).divide(new BigDecimal(547), java.math.MathContext.DECIMAL128));
            assertThat(verdict.nodes()).extracting(Verdict.Node::end).hasSize(6).endsWith(june);
        }

        @Test
        void is_judged_by_the_years_before_and_the_part_of_the_last() {
            var met = judge(amount, TODAY, year, statement("DE_TAX", CHANGNING, "2025-S1", "310亿元"));
            assertThat(met.kind()).isEqualTo(Kind.MET);
            assertThat(met.formula()).isEqualTo("400 + 310");
            assertThat(judge(amount, TODAY, year, statement("DE_TAX", CHANGNING, "2025-S1", "290亿元")).kind())
                    .isEqualTo(Kind.NOT_MET);
        }

        @Test
        void is_not_judged_by_what_reaches_beyond_it_or_falls_short_of_it() {
            var beyond = judge(amount, TODAY, year, statement("DE_TAX", CHANGNING, "2025", "900亿元"));
            assertThat(beyond.kind()).isEqualTo(Kind.NO_DATA);
            assertThat(beyond.sentence(Locale.CHINESE, (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                    .isEqualTo("没有到2025年6月30日为止的数。");
            assertThat(judge(amount, TODAY, year, statement("DE_TAX", CHANGNING, "2025-Q1", "900亿元")).kind())
                    .isEqualTo(Kind.NO_DATA);
        }

        @Test
        void of_a_level_is_judged_by_the_state_on_its_last_day() {
            var level = within(promise("HQ_MNC_STOCK", CommitmentKind.LEVEL_BY, "100家", 2024, 2025), june, null);
            var verdict = judge(level, TODAY, statement("HQ_MNC_STOCK", CHANGNING, "2025-06-30", "101家"),
                    statement("HQ_MNC_STOCK", CHANGNING, "2025-12-31", "90家"));
            assertThat(verdict.kind()).isEqualTo(Kind.MET);
            assertThat(verdict.sentence(Locale.CHINESE, (key, args) -> Sentences.write(key, args, Locale.CHINESE)))
                    .isEqualTo("2025年6月30日实际101家，达到100家。");
        }
    }
}
