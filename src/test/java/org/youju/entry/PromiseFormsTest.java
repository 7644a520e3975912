package org.youju.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.Faults;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.check.SampleStatements;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.Verdict.Kind;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Ledger;
import org.youju.observation.State;
import org.youju.reply.ReplyKind;
import org.youju.security.Role;

class PromiseFormsTest extends BothEnginesTest {

    private static final CommitmentKind FLOOR = CommitmentKind.FLOOR_PER_PERIOD;

    private Ledger ledger;
    private PromiseForms forms;
    private CommitmentService commitments;
    private long source;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow", "org.youju.extraction", "org.youju.entry");
        forms = ledger.services.get(PromiseForms.class);
        commitments = ledger.services.get(CommitmentService.class);
        source = ledger.source("REPLY", "2024-04-25");
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorService.class).addUnits(SampleStatements.CATALOGUE.units().stream()
                    .filter(it -> it.code().equals("元") || it.code().equals("家")).toList());
            return null;
        });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private PromiseEntry entry(@Nullable CommitmentKind kind, String target, String from, String to) {
        return new PromiseEntry(null, "TAX", "310105", kind, target, from, to, "", "", null,
                new Quote.Written(source, "每年税收不少于300亿元"), "", "", 0);
    }

    private static PromiseEntry of(Commitment row, String target, String reason) {
        return new PromiseEntry(row.code(), row.indicator(), row.region(), row.kind(), target,
                Integer.toString(row.from()), row.to() == null ? "" : row.to().toString(), "", "", null, null, "", reason,
                row.id());
    }

    private String save(PromiseEntry entry) {
        return Ledger.clerk(() -> forms.save(entry));
    }

    private Commitment standing(String code) {
        return Ledger.clerk(() -> forms.standing(code)).orElseThrow();
    }

    private void approve(String code) {
        var submitted = Ledger.clerk(() -> commitments.submit(List.of(standing(code).id())));
        Ledger.approver(() -> commitments.approve(submitted));
        ledger.pass(1);
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void a_promise_is_drafted_with_its_sentence_and_counts_once_somebody_else_has_approved_it() {
        var code = save(entry(FLOOR, "不少于300亿元", "2023年", "2024"));
        assertThat(standing(code)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.DRAFT);
            assertThat(it.citation().exact()).isEqualTo("每年税收不少于300亿元");
            assertThat(it.target().printed()).isEqualTo("不少于300亿元");
            assertThat(it.from()).isEqualTo(2023);
            assertThat(it.to()).isEqualTo(2024);
        });
        assertThat(commitments.all(null)).isEmpty();
        approve(code);
        assertThat(commitments.all(null)).extracting(Commitment::code).containsExactly(code);
    }

    @Test
    void what_can_not_be_is_refused_with_a_sentence_and_nothing_is_kept() {
        assertRefused("promise.kind.missing", () -> save(entry(null, "300亿元", "2023", "2024")));
        assertRefused("promise.target.missing", () -> save(entry(FLOOR, " ", "2023", "2024")));
        assertRefused("promise.target.no-unit", () -> save(entry(FLOOR, "不少于300", "2023", "2024")));
        assertThatThrownBy(() -> save(entry(FLOOR, "300家", "2023", "2024"))).isInstanceOfSatisfying(RuleViolation.class,
                it -> assertThat(it.key()).startsWith("entry.text."));
        assertRefused("commitment.growth", () -> save(entry(CommitmentKind.GROWTH_ABOUT, "300亿元", "2023", "2024")));
        assertRefused("promise.from.missing", () -> save(entry(FLOOR, "300亿元", "", "2024")));
        assertRefused("promise.from.wrong", () -> save(entry(FLOOR, "300亿元", "23", "2024")));
        assertRefused("promise.to.wrong", () -> save(entry(FLOOR, "300亿元", "2023", "明年")));
        assertRefused("commitment.window.reversed", () -> save(entry(FLOOR, "300亿元", "2024", "2023")));
        assertRefused("promise.source.missing", () -> save(new PromiseEntry(null, "TAX", "310105", FLOOR, "300亿元", "2023",
                "", "", "", null, null, "", "", 0)));
        assertThat(Ledger.clerk(() -> commitments.inPreparation(List.of("C001")))).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> save(new PromiseEntry(null, "TAX", "310105", null, "不少于300", "23", "明年", "", "", null,
                null, "", "", 0))).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(Faults.of(refusal)).extracting(RuleViolation::key).containsExactly(
                        "promise.kind.missing", "promise.target.no-unit", "promise.from.wrong", "promise.to.wrong",
                        "promise.source.missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"不少于0亿元", "0亿元", "-5亿元"})
    void a_floor_that_every_figure_reaches_is_refused(String target) {
        assertRefused("commitment.empty.floor", () -> save(entry(FLOOR, target, "2023", "2024")));
    }

    @Test
    void a_ceiling_of_zero_says_something_and_one_below_it_nothing() {
        assertRefused("commitment.empty.ceiling", () -> save(entry(CommitmentKind.CEILING, "-5亿元", "2023", "2024")));
        assertThat(standing(save(entry(CommitmentKind.CEILING, "0亿元", "2023", "2024"))).target().value()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FLOOR_PER_PERIOD, 不超过300亿元, floor", "LEVEL_BY, 300亿元以内, floor", "CUMULATIVE_BY, 不足300亿元, floor",
            "CEILING, 不少于300亿元, ceiling", "CEILING, 超过300亿元, ceiling", "CEILING, 300余亿元, ceiling"})
    void a_target_whose_words_say_the_opposite_of_its_kind_is_refused(CommitmentKind kind, String target, String which) {
        assertRefused("commitment.contrary." + which, () -> save(entry(kind, target, "2023", "2023")));
    }

    @ParameterizedTest
    @CsvSource({"2025年6月底, 2025-06-30", "2025-06, 2025-06-30", "到2025年6月底, 2025-06-30", "2025-Q3, 2025-09-30",
            "2025年上半年, 2025-06-30", "2025-06-15, 2025-06-15", "2025, ", "2025年底, ", "2025-12-31, "})
    void a_window_ends_with_a_year_a_quarter_a_month_or_a_day(String typed, LocalDate day) {
        var row = standing(save(entry(CommitmentKind.CUMULATIVE_BY, "900亿元", "2023", typed)));
        assertThat(row.to()).isEqualTo(2025);
        assertThat(row.endsOn()).isEqualTo(day);
        assertThat(row.lastDay()).isEqualTo(day == null ? LocalDate.of(2025, 12, 31) : day);
    }

    @Test
    void a_promise_for_every_year_ends_with_a_year() {
        assertRefused("commitment.window.part", () -> save(entry(FLOOR, "300亿元", "2023", "2025年6月底")));
    }

    private PromiseEntry level(String target, String baseYear, String base) {
        return new PromiseEntry(null, "TAX", "310105", CommitmentKind.LEVEL_BY, target, "2024", "2099", baseYear, base,
                null, new Quote.Written(source, "税收达到400亿元"), "", "", 0);
    }

    @Test
    void a_level_is_measured_from_what_the_series_states_unless_a_person_sets_the_base() {
        assertRefused("promise.base.missing", () -> save(level("400亿元", "", "")));
        assertRefused("promise.base.no-unit", () -> save(level("400亿元", "", "300")));
        assertRefused("commitment.base.zero", () -> save(level("400亿元", "", "0亿元")));
        assertRefused("promise.base.same", () -> save(level("400亿元", "", "400亿元")));
        assertRefused("promise.base-year.wrong", () -> save(level("400亿元", "前年", "300亿元")));
        assertRefused("commitment.base.year", () -> save(level("400亿元", "2024", "300亿元")));
        assertThat(standing(save(level("400亿元", "2020", "250亿元"))).base()).satisfies(it -> {
            assertThat(it.year()).isEqualTo(2020);
            assertThat(it.value()).isEqualByComparingTo("250");
        });
        ledger.approved(ledger.states(source, "310亿元"));
        assertThat(Ledger.clerk(() -> forms.measured(level("400亿元", "", "")))).get().satisfies(it -> {
            assertThat(it.year()).isEqualTo(2023);
            assertThat(it.stated().figure().printed()).isEqualTo("310亿元");
        });
        assertThat(standing(save(level("400亿元", "", ""))).base()).isNull();
    }

    @Test
    void a_promise_that_no_document_holds_is_kept_in_its_own_words_with_a_reason() {
        var spoken = new PromiseEntry(null, "TAX", "310105", FLOOR, "300亿元", "2025", "", "", "", null, null,
                "今年税收不少于300亿元", "", 0);
        assertRefused("promise.reason.missing", () -> save(spoken));
        var code = save(new PromiseEntry(null, "TAX", "310105", FLOOR, "300亿元", "2025", "", "", "", null, null,
                "今年税收不少于300亿元", "区长办公会口头承诺", 0));
        assertThat(standing(code)).satisfies(it -> {
            assertThat(it.reply().kind()).isEqualTo(ReplyKind.LEDGER);
            assertThat(it.citation().exact()).isEqualTo("今年税收不少于300亿元");
            assertThat(it.reason()).isEqualTo("区长办公会口头承诺");
        });
    }

    @Test
    void a_change_is_a_new_row_with_a_reason_and_the_old_one_stays() {
        var code = save(entry(FLOOR, "不少于300亿元", "2023", "2024"));
        approve(code);
        var row = standing(code);
        assertRefused("commitment.step.correct-reason", () -> save(of(row, "不少于320亿元", " ")));
        save(of(row, "不少于320亿元", "区政府调整"));
        assertThat(commitments.commitment(code).target().printed()).as("until it is approved").isEqualTo("不少于300亿元");
        approve(code);
        assertThat(commitments.history(code)).extracting(it -> it.target().printed())
                .containsExactly("不少于320亿元", "不少于300亿元");
        assertThat(commitments.commitment(code).reason()).isEqualTo("区政府调整");
    }

    @Test
    void a_draft_is_put_right_and_a_returned_one_too() {
        var code = save(entry(FLOOR, "不少于300亿元", "2023", "2024"));
        ledger.pass(1);
        save(of(standing(code), "不少于310亿元", ""));
        ledger.pass(1);
        assertThat(standing(code)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.DRAFT);
            assertThat(it.target().printed()).isEqualTo("不少于310亿元");
            assertThat(it.citation().exact()).isEqualTo("每年税收不少于300亿元");
        });
        var submitted = Ledger.clerk(() -> commitments.submit(List.of(standing(code).id())));
        assertRefused("commitment.draft.exists", () -> save(of(standing(code), "不少于320亿元", "")));
        Ledger.approver(() -> commitments.giveBack(submitted, "数不对"));
        save(of(standing(code), "不少于330亿元", ""));
        assertThat(standing(code)).satisfies(it -> {
            assertThat(it.state()).isEqualTo(State.DRAFT);
            assertThat(it.reason()).as("the approver's is not the author's").isNull();
        });
    }

    @Test
    void whoever_comes_second_is_told() {
        var code = save(entry(FLOOR, "不少于300亿元", "2023", "2024"));
        var seen = standing(code);
        ledger.pass(1);
        save(of(seen, "不少于310亿元", ""));
        assertThatThrownBy(() -> save(of(seen, "不少于320亿元", ""))).isInstanceOf(LostRace.class);
        assertThat(standing(code).target().printed()).isEqualTo("不少于310亿元");
        Ledger.clerk(() -> {
            commitments.giveUp(List.of(code));
            return null;
        });
        assertThatThrownBy(() -> save(of(seen, "不少于320亿元", ""))).isInstanceOf(LostRace.class);
    }

    @Test
    void it_is_said_how_a_promise_would_be_judged_as_it_is_written() {
        ledger.approved(ledger.states(source, "310亿元"));
        assertThat(Ledger.clerk(() -> forms.preview(entry(FLOOR, "不少于300亿元", "2023", "2023")))).get()
                .satisfies(it -> assertThat(it.verdict().kind()).isEqualTo(Kind.MET));
        assertThat(Ledger.clerk(() -> forms.preview(entry(FLOOR, "不少于320亿元", "2023", "2023")))).get()
                .satisfies(it -> assertThat(it.verdict().kind()).isEqualTo(Kind.NOT_MET));
        assertThat(Ledger.clerk(() -> forms.preview(entry(CommitmentKind.LEVEL_BY, "400亿元", "2025", "2026")))).get()
                .as("the base year 2024 is missing").satisfies(it -> {
                    assertThat(it.verdict().kind()).isEqualTo(Kind.NO_DATA);
                    assertThat(it.verdict().explanation().getFirst().key()).isEqualTo("commitment.why.noBase");
                });
        assertThat(Ledger.clerk(() -> forms.preview(entry(FLOOR, "300", "2023", "2023")))).isEmpty();
    }

    @Test
    void only_who_keeps_figures_registers_promises() {
        for (var role : List.of(Role.VIEWER, Role.ANALYST, Role.APPROVER, Role.ADMIN)) {
            assertThatThrownBy(() -> TestServices.as("somebody", role,
                    () -> forms.save(entry(FLOOR, "300亿元", "2023", "2024")))).as(role.name())
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> TestServices.within("310000",
                () -> forms.save(entry(FLOOR, "300亿元", "2023", "2024")))).hasMessage("security.denied.scope-all");
    }
}
