package org.youju.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.CITATION;
import static org.youju.db.Tables.COMMITMENT;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.REGION;
import static org.youju.db.Tables.REPLY;
import static org.youju.db.Tables.THEME;
import static org.youju.db.Tables.UNIT;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.youju.BothEnginesTest;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.check.SampleStatements;
import org.youju.commitment.Verdict.Kind;
import org.youju.figure.Figure;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellScope;
import org.youju.observation.Moments;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

class CommitmentServiceTest extends BothEnginesTest {

    private static final String DISTRICT = "310105";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    private AnnotationConfigApplicationContext context;
    private CommitmentService commitments;
    private long replyId;
    private long citationId;

    @BeforeEach
    void wire() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean("dsl", DSLContext.class,
                () -> dsl.configuration().derive(ExceptionTranslatorExecuteListener.DEFAULT).dsl());
        context.registerBean("clock", Clock.class, () -> CLOCK);
        context.register(Access.class, IndicatorService.class, ReplyService.class, ObservationService.class, CellScope.class, Moments.class,
                CommitmentService.class, CommitmentRepository.class, AssumptionRepository.class, Assumptions.class,
                OverrideRepository.class, VerdictOverrides.class);
        for (var repository : List.of("org.youju.indicator.IndicatorRepository", "org.youju.reply.ReplyRepository",
                "org.youju.observation.ObservationRepository", "org.youju.observation.MomentRepository",
                "org.youju.observation.ruling.RulingRepository")) {
            context.register(ClassUtils.resolveClassName(repository, null));
        }
        context.refresh();
        commitments = context.getBean(CommitmentService.class);
        insertCatalogue();
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
        context.close();
    }

    @Test
    void an_approved_promise_is_read_back_as_it_was_entered() {
        approved(promise("C001", "每年不少于100万平方米", 2018, null));
        var read = commitments.commitment("C001");
        assertThat(read.target()).isEqualTo(target("每年不少于100万平方米"));
        assertThat(read.kind()).isEqualTo(CommitmentKind.FLOOR_PER_PERIOD);
        assertThat(read.from()).isEqualTo(2018);
        assertThat(read.to()).isNull();
        assertThat(read.citation().exact()).isEqualTo("每年不少于100万平方米");
        assertThat(read.reply().sourceKey()).isEqualTo("SEED");
        assertThat(read.state()).isEqualTo(State.APPROVED);
        assertThat(read.recordedTo()).isEqualTo(Observation.OPEN_END);
    }

    @Test
    void promises_are_read_by_indicator_and_region_and_by_the_reply_that_makes_them() {
        approved(promise("C001", "每年不少于100万平方米", 2018, null));
        assertThat(commitments.commitments(Set.of("UR_REFINED_AREA"), Set.of(DISTRICT), null)).hasSize(1);
        assertThat(commitments.commitments(Set.of("UR_REFINED_AREA"), Set.of("310000"), null)).isEmpty();
        assertThat(commitments.commitments(Set.of("UR_REFINED_AREA_CUM"), Set.of(DISTRICT), null)).isEmpty();
        assertThat(commitments.commitments(Set.of(), Set.of(DISTRICT), null)).isEmpty();
        assertThat(commitments.commitmentsOf(replyId)).extracting(Commitment::code).containsExactly("C001");
        assertThat(commitments.commitmentsOf(replyId + 1)).isEmpty();
    }

    @Test
    void a_promise_is_not_known_before_its_document_was_published() {
        approved(promise("C001", "每年不少于100万平方米", 2018, null));
        assertThat(commitments.all(LocalDate.of(2024, 4, 24))).isEmpty();
        assertThat(commitments.all(LocalDate.of(2024, 4, 25))).hasSize(1);
    }

    @Test
    void a_draft_is_no_promise_yet_and_only_some_may_read_it() {
        as("clerk", Role.STATISTICIAN);
        commitments.draft(List.of(promise("C001", "每年不少于100万平方米", 2018, null)));
        assertThat(commitments.all(null)).isEmpty();
        assertThat(commitments.inPreparation("C001")).map(Commitment::state).contains(State.DRAFT);
        as("leader", Role.VIEWER);
        assertThatThrownBy(() -> commitments.inPreparation("C001")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> commitments.draft(List.of())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> commitments.commitment("C001")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void nobody_approves_what_they_submitted_themselves() {
        as("one", Role.STATISTICIAN);
        var submitted = commitments.submit(commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023))));
        as("one", Role.APPROVER);
        assertThatThrownBy(() -> commitments.approve(submitted)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("commitment.step.own"));
        as("two", Role.APPROVER);
        assertThat(commitments.approve(submitted)).hasSize(1);
        assertThatThrownBy(() -> commitments.approve(submitted)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("commitment.step.changed"));
    }

    @Test
    void nobody_approves_what_they_entered_even_where_a_colleague_submitted_it() {
        as("one", Role.STATISTICIAN);
        var drafts = commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023)));
        as("colleague", Role.STATISTICIAN);
        var submitted = commitments.submit(drafts);
        as("one", Role.APPROVER);
        assertThatThrownBy(() -> commitments.approve(submitted)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("commitment.step.own"));
    }

    @Test
    void a_returned_draft_keeps_its_reason_and_can_be_submitted_again() {
        as("clerk", Role.STATISTICIAN);
        var submitted = commitments.submit(commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023))));
        as("checker", Role.APPROVER);
        var returned = commitments.giveBack(submitted, "期限有误");
        as("clerk", Role.STATISTICIAN);
        assertThat(commitments.inPreparation("C001")).map(Commitment::reason).contains("期限有误");
        assertThat(commitments.submit(returned)).hasSize(1);
    }

    @Test
    void a_returned_promise_that_is_put_right_is_a_draft_again_with_all_who_made_it() {
        as("clerk", Role.STATISTICIAN);
        var submitted = commitments.submit(commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023))));
        assertThatThrownBy(() -> commitments.mend(promise("C001", "120万平方米", 2023, 2024))).isInstanceOfSatisfying(
                RuleViolation.class, e -> assertThat(e.key()).isEqualTo("commitment.step.state"));
        as("checker", Role.APPROVER);
        commitments.giveBack(submitted, "期限有误");
        as("colleague", Role.STATISTICIAN);
        var draft = commitments.mend(promise("C001", "120万平方米", 2023, 2024));
        assertThat(commitments.inPreparationOf(replyId)).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo(draft);
            assertThat(c.state()).isEqualTo(State.DRAFT);
            assertThat(c.reason()).isNull();
            assertThat(c.to()).isEqualTo(2024);
        });
        var again = commitments.submit(List.of(draft));
        as("clerk", Role.APPROVER);
        assertThatThrownBy(() -> commitments.approve(again)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("commitment.step.own"));
    }

    @Test
    void drafts_of_promises_are_seen_within_the_scope() {
        as("clerk", Role.STATISTICIAN);
        commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023)));
        assertThat(commitments.inPreparation(List.of("C001", "C002"))).extracting(Commitment::code)
                .containsExactly("C001");
        assertThat(commitments.inPreparationOf(replyId + 1)).isEmpty();
        assertThat(commitments.answeredInState(Set.of(State.DRAFT))).extracting(Answered::indicator)
                .containsExactly("UR_REFINED_AREA");
        assertThat(commitments.answeredInState(Set.of(State.SUBMITTED))).isEmpty();
        SecurityContextHolder.getContext().setAuthentication(Access.authentication(new CurrentAccount("wu", "吴",
                Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()))));
        assertThat(commitments.inPreparationOf(replyId)).isEmpty();
        assertThatThrownBy(() -> commitments.inPreparation(List.of("C001"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> commitments.inPreparation("C001")).isInstanceOf(AccessDeniedException.class)
                .hasMessage("security.denied.scope");
    }

    @Test
    void codes_pass_over_those_that_are_taken() {
        as("clerk", Role.STATISTICIAN);
        commitments.draft(List.of(promise("C002", "100万平方米", 2023, 2023)));
        assertThat(commitments.nextCodes(3)).containsExactly("C001", "C003", "C004");
        assertThat(commitments.nextCodes(1).getFirst()).isEqualTo("C005");
    }

    @Test
    void a_change_opens_a_new_row_and_the_old_one_stays_readable() {
        var first = approved(promise("C001", "100万平方米", 2023, 2023));
        as("clerk", Role.STATISTICIAN);
        var draft = commitments.change(first, promise("C001", "120万平方米", 2023, 2023), "区政府调整");
        var submitted = commitments.submit(List.of(draft));
        assertThat(commitments.commitment("C001").target().value()).isEqualByComparingTo("100");
        as("checker", Role.APPROVER);
        commitments.approve(submitted);
        assertThat(commitments.commitment("C001").target().value()).isEqualByComparingTo("120");
        assertThat(commitments.history("C001")).extracting(c -> c.target().value().intValue()).containsExactly(120, 100);
        assertThat(commitments.history("C001").getLast().recordedTo())
                .isEqualTo(commitments.history("C001").getFirst().recordedFrom());
        assertThat(dsl.fetchCount(COMMITMENT)).isEqualTo(6);
        var then = commitments.history("C001").getLast().recordedFrom();
        assertThat(commitments.judged(Set.of("UR_REFINED_AREA"), Set.of(DISTRICT), null, then, List.of()))
                .as("by our records of then").extracting(it -> it.commitment().target().value().intValue())
                .containsExactly(100);
    }

    @Test
    void one_code_has_one_draft() {
        as("clerk", Role.STATISTICIAN);
        commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023)));
        assertThatThrownBy(() -> commitments.draft(List.of(promise("C001", "100万平方米", 2023, 2023))))
                .isInstanceOfSatisfying(RuleViolation.class,
                        e -> assertThat(e.key()).isEqualTo("commitment.draft.exists"));
    }

    @Test
    void a_target_in_another_unit_and_a_window_that_ends_before_it_begins_are_refused() {
        as("clerk", Role.STATISTICIAN);
        var rate = SampleStatements.read("5%", "DE_TAX_GROWTH");
        assertThatThrownBy(() -> commitments.draft(List.of(new NewCommitment("C001", citationId, "UR_REFINED_AREA",
                DISTRICT, CommitmentKind.FLOOR_PER_PERIOD, rate, 2023, 2023, null))))
                .isInstanceOfSatisfying(RuleViolation.class, e -> {
                    assertThat(e.key()).isEqualTo("commitment.unit");
                    assertThat(e.arguments()).containsExactly("%", "万平方米");
                });
        assertThatThrownBy(() -> promise("C001", "100万平方米", 2023, 2022)).isInstanceOfSatisfying(RuleViolation.class,
                e -> assertThat(e.key()).isEqualTo("commitment.window.reversed"));
    }

    @Test
    void only_what_a_promise_is_measured_by_can_be_assumed() {
        approved(promise("C001", "每年不少于100万平方米", 2018, null));
        as("clerk", Role.STATISTICIAN);
        assertThatThrownBy(() -> assumptions().propose(assumption("DE_TAX_GROWTH"), "")).isInstanceOfSatisfying(
                RuleViolation.class, e -> assertThat(e.key()).isEqualTo("commitment.assumption.indicator"));
    }

    private Assumptions assumptions() {
        return context.getBean(Assumptions.class);
    }

    @Test
    void promises_are_judged_by_the_statements_that_are_recorded() {
        approved(promise("C001", "每年不少于100万平方米", 2018, null));
        state("2017/2023", "774万平方米");
        assertThat(verdict(null).kind()).isEqualTo(Kind.NOT_PROVABLE);
        as("clerk", Role.STATISTICIAN);
        var proposed = assumptions().propose(assumption("UR_REFINED_AREA_CUM"), "");
        assertThat(verdict(null).kind()).as("before it is approved").isEqualTo(Kind.NOT_PROVABLE);
        as("checker", Role.APPROVER);
        var id = assumptions().approve(List.of(proposed)).getFirst();
        assertThat(verdict(null).kind()).isEqualTo(Kind.MET_ON_TOTAL);
        assertThat(verdict(LocalDate.of(2024, 4, 25)).perYear()).extracting(Verdict.YearVerdict::year).endsWith(2023);
        assumptions().revoke(id, "clerk", "有误");
        assertThat(verdict(null).kind()).isEqualTo(Kind.NOT_PROVABLE);
    }

    private Verdict verdict(@Nullable LocalDate asOf) {
        return commitments.judged(Set.of("UR_REFINED_AREA"), Set.of(DISTRICT), asOf).getFirst().verdict();
    }

    private void state(String period, String printed) {
        var observations = context.getBean(ObservationService.class);
        as("clerk", Role.STATISTICIAN);
        var submitted = observations.submit(observations.draft(List.of(new NewObservation(
                "UR_REFINED_AREA_CUM", DISTRICT, Period.parse(period), null, replyId,
                SampleStatements.read(printed, "UR_REFINED_AREA_CUM"), ObsStatus.A, null, null,
                null, List.of(citationId)))));
        as("checker", Role.APPROVER);
        observations.approve(submitted);
    }

    private long approved(NewCommitment promise) {
        as("clerk", Role.STATISTICIAN);
        var submitted = commitments.submit(commitments.draft(List.of(promise)));
        as("checker", Role.APPROVER);
        return commitments.approve(submitted).getFirst();
    }

    private NewCommitment promise(String code, String printed, int from, @Nullable Integer to) {
        return new NewCommitment(code, citationId, "UR_REFINED_AREA", DISTRICT, CommitmentKind.FLOOR_PER_PERIOD,
                target(printed), from, to, null);
    }

    private static NewAssumption assumption(String indicator) {
        return new NewAssumption("C001", indicator, Period.parse("2017"), new BigDecimal("100"), "仅试点3个小区");
    }

    private static Figure target(String printed) {
        return SampleStatements.read(printed, "UR_REFINED_AREA");
    }

    private static void as(String username, Role role) {
        SecurityContextHolder.getContext().setAuthentication(
                Access.authentication(new CurrentAccount(username, username, role, Scope.ALL)));
    }

    private void insertCatalogue() {
        dsl.insertInto(REGION).set(REGION.CODE, DISTRICT).set(REGION.NAME_ZH, "长宁区").set(REGION.NAME_EN, "Changning")
                .execute();
        var theme = dsl.insertInto(THEME).set(THEME.CODE, "T").set(THEME.NAME_ZH, "更新").set(THEME.NAME_EN, "Renewal")
                .set(THEME.SORT_ORDER, 1).returningResult(THEME.ID).fetchSingle().value1();
        for (var code : List.of("UR_REFINED_AREA", "UR_REFINED_AREA_CUM", "DE_TAX_GROWTH")) {
            var indicator = SampleStatements.CATALOGUE.indicator(code);
            var unit = indicator.unit();
            if (dsl.fetchCount(UNIT, UNIT.CODE.eq(unit.code())) == 0) {
                dsl.insertInto(UNIT).set(UNIT.CODE, unit.code()).set(UNIT.NAME_EN, unit.nameEn())
                        .set(UNIT.DIMENSION, unit.dimension()).set(UNIT.BASE_CODE, unit.base())
                        .set(UNIT.FACTOR, unit.factor()).set(UNIT.COUNTED, unit.counted())
                        .set(UNIT.SDMX_CODE, unit.sdmx()).set(UNIT.ALIASES, String.join(" ", unit.aliases())).execute();
            }
            dsl.insertInto(INDICATOR).set(INDICATOR.CODE, code).set(INDICATOR.NAME_ZH, indicator.nameZh())
                    .set(INDICATOR.NAME_EN, indicator.nameEn()).set(INDICATOR.THEME_ID, theme)
                    .set(INDICATOR.UNIT_ID, dsl.fetchSingle(UNIT, UNIT.CODE.eq(unit.code())).getId())
                    .set(INDICATOR.NATURE, indicator.nature().name())
                    .set(INDICATOR.DIRECTION, indicator.direction().name())
                    .set(INDICATOR.PRICE_BASIS, indicator.priceBasis().name())
                    .set(INDICATOR.CUMULATIVE_OF_ID, indicator.cumulativeOf() == null ? null
                            : dsl.fetchSingle(INDICATOR, INDICATOR.CODE.eq(indicator.cumulativeOf())).getId())
                    .execute();
        }
        replyId = dsl.insertInto(REPLY).set(REPLY.SOURCE_KEY, "SEED").set(REPLY.KIND, "REPLY").set(REPLY.TITLE, "答复")
                .set(REPLY.ISSUER, "发改委").set(REPLY.ISSUED_ON, "2024-04-25")
                .set(REPLY.KNOWN_ON, LocalDate.of(2024, 4, 25)).set(REPLY.PUBLICITY, "PUBLIC").set(REPLY.GRADE, "A")
                .set(REPLY.RECORDED_BY, "test").set(REPLY.RECORDED_AT, CLOCK.instant()).returningResult(REPLY.ID)
                .fetchSingle().value1();
        citationId = dsl.insertInto(CITATION).set(CITATION.REPLY_ID, replyId)
                .set(CITATION.EXACT_TEXT, "每年不少于100万平方米").set(CITATION.PREFIX_TEXT, "").set(CITATION.SUFFIX_TEXT, "")
                .set(CITATION.STATE, "QUOTE_ONLY").returningResult(CITATION.ID).fetchSingle().value1();
    }
}
