package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.youju.db.Tables.INDICATOR;
import static org.youju.db.Tables.OBSERVATION_CITATION;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Theme;
import org.youju.reply.Citation;
import org.youju.security.Role;

class ObservationServiceTest extends BothEnginesTest {

    private Ledger ledger;
    private ObservationService observations;
    private long source;

    @BeforeEach
    void open() {
        ledger = new Ledger(database);
        observations = ledger.observations;
        source = ledger.source("REPLY", "2024-04-25");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_figure_is_known_once_it_is_approved_and_is_read_back_whole() {
        var stated = ledger.states(source, "约310亿元");
        var draft = ledger.draft(stated);
        assertThat(ledger.known()).isEmpty();
        var submitted = ledger.submit(draft);
        assertThat(ledger.known()).isEmpty();
        ledger.approve(submitted);
        assertThat(ledger.known()).singleElement().satisfies(o -> {
            assertThat(o.figure()).isEqualTo(stated.figure());
            assertThat(o.state()).isEqualTo(State.APPROVED);
            assertThat(o.citations()).extracting(c -> c.exact()).containsExactly("约310亿元");
            assertThat(o.reply().sourceKey()).isEqualTo("REPLY");
        });
    }

    @Test
    void nobody_approves_what_they_drafted_or_submitted() {
        var drafted = ledger.draft(ledger.states(source, "310亿元"));
        var submitted = TestServices.as("colleague", Role.STATISTICIAN,
                () -> observations.submit(List.of(drafted)).getFirst());
        for (var author : List.of("clerk", "colleague")) {
            assertRefused("observation.step.own", () -> TestServices.as(author, Role.APPROVER,
                    () -> observations.approve(List.of(submitted))));
        }
        ledger.approve(submitted);
        assertThat(ledger.known()).hasSize(1);
    }

    @Test
    void who_sent_a_figure_back_may_approve_it_later() {
        var submitted = ledger.submit(ledger.draft(ledger.states(source, "310亿元")));
        assertRefused("observation.step.return-reason",
                () -> Ledger.approver(() -> observations.giveBack(List.of(submitted), " ")));
        var returned = Ledger.approver(() -> observations.giveBack(List.of(submitted), "请核对单位")).getFirst();
        assertThat(Ledger.clerk(() -> observations.observation(returned))).satisfies(o -> {
            assertThat(o.state()).isEqualTo(State.RETURNED);
            assertThat(o.reason()).isEqualTo("请核对单位");
        });
        var again = ledger.submit(returned);
        assertThat(Ledger.clerk(() -> observations.observation(again)).reason()).as("it is the approver's").isNull();
        ledger.approve(again);
        assertThat(ledger.known()).hasSize(1);
    }

    @Test
    void who_submitted_a_figure_recalls_it_until_somebody_decides() {
        var drafted = ledger.draft(ledger.states(source, "310亿元"));
        var submitted = TestServices.as("colleague", Role.STATISTICIAN,
                () -> observations.submit(List.of(drafted)).getFirst());
        assertRefused("observation.step.recall-other", () -> Ledger.clerk(() -> observations.recall(List.of(submitted))));
        assertThatThrownBy(() -> Ledger.approver(() -> observations.recall(List.of(submitted))))
                .isInstanceOf(AccessDeniedException.class);
        var recalled = TestServices.as("colleague", Role.STATISTICIAN, () -> observations.recall(List.of(submitted)))
                .getFirst();
        assertThat(Ledger.clerk(() -> observations.observation(recalled))).satisfies(o -> {
            assertThat(o.state()).isEqualTo(State.DRAFT);
            assertThat(o.recordedBy()).isEqualTo("colleague");
            assertThat(o.isRecalledFrom(Ledger.clerk(() -> observations.observation(submitted)))).isTrue();
            assertThat(o.citations()).extracting(Citation::exact).containsExactly("310亿元");
        });
        assertRefused("observation.step.changed", () -> Ledger.approver(() -> observations.approve(List.of(submitted))));
        assertRefused("observation.step.state", () -> TestServices.as("colleague", Role.STATISTICIAN,
                () -> observations.recall(List.of(recalled))));
        var again = ledger.submit(recalled);
        for (var author : List.of("clerk", "colleague")) {
            assertRefused("observation.step.own", () -> TestServices.as(author, Role.APPROVER,
                    () -> observations.approve(List.of(again))));
        }
        ledger.approve(again);
        assertRefused("observation.step.changed", () -> Ledger.clerk(() -> observations.recall(List.of(again))));
        assertThat(ledger.known()).hasSize(1);
    }

    @Test
    void a_recalled_correction_keeps_its_reason_and_what_is_approved_stays() {
        var first = ledger.approved(ledger.states(source, "301亿元"));
        var submitted = ledger.submit(Ledger.clerk(() ->
                observations.correct(first, ledger.states(source, "310亿元"), "录入错误")));
        var recalled = Ledger.clerk(() -> observations.recall(List.of(submitted))).getFirst();
        assertThat(ledger.known()).extracting(o -> o.figure().printed()).containsExactly("301亿元");
        ledger.approve(ledger.submit(recalled));
        assertThat(ledger.known()).singleElement().satisfies(o -> {
            assertThat(o.figure().printed()).isEqualTo("310亿元");
            assertThat(o.reason()).isEqualTo("录入错误");
        });
    }

    @Test
    void a_correction_needs_a_reason_and_replaces_only_once_approved() {
        var first = ledger.approved(ledger.states(source, "301亿元"));
        var right = ledger.states(source, "310亿元");
        assertRefused("observation.step.correct-reason",
                () -> Ledger.clerk(() -> observations.correct(first, right, " ")));
        assertRefused("observation.approved.exists", () -> ledger.draft(right));
        ledger.pass(1);
        var before = ledger.services.now();
        var correction = Ledger.clerk(() -> observations.correct(first, right, " 录入错误\n"));
        assertThat(ledger.known()).extracting(o -> o.figure().printed()).containsExactly("301亿元");
        ledger.pass(1);
        ledger.approve(ledger.submit(correction));
        assertThat(ledger.known()).singleElement().satisfies(o -> {
            assertThat(o.figure().printed()).isEqualTo("310亿元");
            assertThat(o.reason()).isEqualTo("录入错误");
        });
        assertThat(observations.history(first)).extracting(o -> o.figure().printed())
                .containsExactly("310亿元", "301亿元");
        assertThat(observations.statements(new StatementQuery(Set.of("TAX"), Set.of("310105"), null, null, null,
                before))).extracting(o -> o.figure().printed()).containsExactly("301亿元");
        assertThat(observations.statements(new StatementQuery(Set.of("TAX"), Set.of("310105"), null, null, null,
                TestServices.START.minusSeconds(1)))).isEmpty();
    }

    @Test
    void a_draft_is_given_up_and_kept_and_what_was_approved_stays() {
        var first = ledger.approved(ledger.states(source, "301亿元"));
        var correction = Ledger.clerk(() -> observations.correct(first, ledger.states(source, "310亿元"), "录入错误"));
        assertThatThrownBy(() -> Ledger.approver(() -> giveUp(correction))).isInstanceOf(AccessDeniedException.class);
        Ledger.clerk(() -> giveUp(correction));
        assertRefused("observation.step.changed", () -> Ledger.clerk(() -> giveUp(correction)));
        assertRefused("observation.step.state", () -> Ledger.clerk(() -> giveUp(first)));
        assertThat(Ledger.clerk(() -> observations.observation(correction)).isCurrent()).isFalse();
        assertThat(ledger.known()).extracting(o -> o.figure().printed()).containsExactly("301亿元");
        Ledger.clerk(() -> observations.correct(first, ledger.states(source, "310亿元"), "录入错误"));
    }

    @Test
    void a_correction_that_was_returned_is_handed_over_again_for_the_reason_its_author_gave() {
        var first = ledger.approved(ledger.states(source, "301亿元"));
        var correction = ledger.submit(
                Ledger.clerk(() -> observations.correct(first, ledger.states(source, "310亿元"), "录入错误")));
        var returned = Ledger.approver(() -> observations.giveBack(List.of(correction), "请核对单位")).getFirst();
        var again = ledger.submit(returned);
        assertThat(Ledger.clerk(() -> observations.observation(again)).reason()).isEqualTo("录入错误");
        ledger.approve(again);
        assertThat(ledger.known()).extracting(Observation::reason).containsExactly("录入错误");
    }

    private Object giveUp(long id) {
        observations.giveUp(List.of(id));
        return id;
    }

    @Test
    void a_returned_figure_that_is_put_right_is_a_draft_again_with_all_who_made_it() {
        var first = ledger.draft(ledger.states(source, "301亿元"));
        var confirming = Ledger.clerk(() -> ledger.replies.quote(source, "三百亿元"));
        Ledger.clerk(() -> {
            observations.confirm(first, List.of(confirming.id()));
            return null;
        });
        assertRefused("observation.step.state", () -> mend(first, ledger.states(source, "310亿元")));
        var submitted = ledger.submit(first);
        var returned = Ledger.approver(() -> observations.giveBack(List.of(submitted), "请核对")).getFirst();
        ledger.pass(1);
        var draft = mend(returned, ledger.states(source, "310亿元"));
        assertThat(Ledger.clerk(() -> observations.observation(draft))).satisfies(o -> {
            assertThat(o.state()).isEqualTo(State.DRAFT);
            assertThat(o.figure().printed()).isEqualTo("310亿元");
            assertThat(o.reason()).as("it is the approver's").isNull();
            assertThat(o.recordedFrom()).isEqualTo(
                    Ledger.clerk(() -> observations.observation(returned)).recordedTo());
        });
        assertThat(dsl.fetchCount(OBSERVATION_CITATION, OBSERVATION_CITATION.OBSERVATION_ID.eq(draft)
                .and(OBSERVATION_CITATION.CITATION_ID.eq(confirming.id())))).isOne();
        assertRefused("observation.step.changed", () -> mend(returned, ledger.states(source, "310亿元")));
        var again = ledger.submit(draft);
        for (var author : List.of("clerk", "colleague")) {
            assertRefused("observation.step.own", () -> TestServices.as(author, Role.APPROVER,
                    () -> observations.approve(List.of(again))));
        }
        ledger.approve(again);
        assertThat(ledger.known()).extracting(o -> o.figure().printed()).containsExactly("310亿元");
    }

    private long mend(long id, NewObservation mended) {
        return TestServices.as("colleague", Role.STATISTICIAN, () -> observations.mend(id, mended));
    }

    @Test
    void a_returned_figure_may_turn_out_to_be_of_another_period_but_not_of_another_source() {
        ledger.approved(in("2022", ledger.states(source, "290亿元")));
        var submitted = ledger.submit(ledger.draft(ledger.states(source, "310亿元")));
        var returned = Ledger.approver(() -> observations.giveBack(List.of(submitted), "期间有误")).getFirst();
        assertRefused("observation.approved.exists", () -> mend(returned, in("2022", ledger.states(source, "310亿元"))));
        assertRefused("observation.mend.otherSource",
                () -> mend(returned, ledger.states(ledger.source("OTHER", "2025-01-08"), "310亿元")));
        var right = in("2021", ledger.states(source, "310亿元"));
        ledger.approve(ledger.submit(mend(returned, right)));
        assertThat(ledger.known()).extracting(o -> o.period().code()).containsExactlyInAnyOrder("2021", "2022");
        assertThat(Ledger.clerk(() -> observations.inPreparation(ledger.states(source, "310亿元").cell()))).isEmpty();
    }

    private static NewObservation in(String period, NewObservation o) {
        return new NewObservation(o.indicator(), o.region(), Period.parse(period), null, o.replyId(), o.figure(),
                o.status(), null, null, null, o.citationIds());
    }

    @Test
    void nothing_is_confirmed_that_is_being_submitted() throws Exception {
        var draft = ledger.draft(ledger.states(source, "310亿元"));
        var confirming = Ledger.clerk(() -> ledger.replies.quote(source, "三百一十亿元"));
        var submitted = new CountDownLatch(1);
        var transaction = new TransactionTemplate(ledger.services.get(PlatformTransactionManager.class));
        try (var pool = Executors.newFixedThreadPool(1)) {
            var submitting = pool.submit(() -> transaction.execute(status -> {
                var id = ledger.submit(draft);
                submitted.countDown();
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                return id;
            }));
            submitted.await();
            assertRefused("observation.step.changed", () -> Ledger.clerk(() -> {
                observations.confirm(draft, List.of(confirming.id()));
                return null;
            }));
            submitting.get(30, TimeUnit.SECONDS);
        }
        assertThat(dsl.fetchCount(OBSERVATION_CITATION, OBSERVATION_CITATION.CITATION_ID.eq(confirming.id()))).isZero();
    }

    @Test
    void a_cell_is_read_by_itself_and_several_at_once() {
        ledger.approved(ledger.states(source, "310亿元"));
        ledger.approved(in("2022", ledger.states(source, "290亿元")));
        var draft = ledger.draft(in("2022", ledger.states(ledger.source("OTHER", "2025-01-08"), "291亿元")));
        var now = ledger.states(source, "310亿元").cell();
        var before = in("2022", ledger.states(source, "290亿元")).cell();
        assertThat(observations.statements(now)).extracting(o -> o.figure().printed()).containsExactly("310亿元");
        assertThat(observations.statements(List.of(now, before))).extracting(o -> o.figure().printed())
                .containsExactly("290亿元", "310亿元");
        assertThat(observations.statements(List.of())).isEmpty();
        assertThat(Ledger.clerk(() -> observations.inPreparation(List.of(now, before)))).extracting(Observation::id)
                .containsExactly(draft);
        assertThat(Ledger.clerk(() -> observations.inPreparation(before, source))).isEmpty();
        assertThatThrownBy(() -> TestServices.within("310000", () -> observations.inPreparation(before)))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
        assertThatThrownBy(() -> TestServices.as("v", Role.VIEWER, () -> observations.inPreparation(before)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_correction_keeps_its_cell_and_source() {
        var id = ledger.approved(ledger.states(source, "310亿元"));
        var other = ledger.source("OTHER", "2025-01-08");
        assertRefused("observation.correct.otherCell",
                () -> Ledger.clerk(() -> observations.correct(id, ledger.states(other, "310亿元"), "换来源")));
    }

    @Test
    void a_row_is_handled_once() {
        var draft = ledger.draft(ledger.states(source, "310亿元"));
        assertRefused("observation.draft.exists", () -> ledger.draft(ledger.states(source, "311亿元")));
        assertRefused("observation.step.state", () -> ledger.approve(draft));
        ledger.submit(draft);
        assertRefused("observation.step.changed", () -> ledger.submit(draft));
    }

    @Test
    void a_citation_of_another_document_is_refused() {
        var other = ledger.source("OTHER", "2025-01-08");
        var foreign = ledger.states(other, "310亿元");
        assertRefused("observation.citation.other", () -> ledger.draft(new NewObservation("TAX", "310105",
                foreign.period(), null, source, foreign.figure(), ObsStatus.A, null, null, null,
                foreign.citationIds())));
    }

    @Test
    void a_figure_without_a_citation_says_why() {
        var stated = ledger.states(source, "310亿元");
        var unexplained = ledger.draft(new NewObservation("TAX", "310105", stated.period(), null, source,
                stated.figure(), ObsStatus.A, null, null, " ", List.of()));
        assertRefused("observation.uncited", () -> ledger.submit(unexplained));
        Ledger.clerk(() -> giveUp(unexplained));
        ledger.pass(1);
        ledger.approved(new NewObservation("TAX", "310105", stated.period(), null, source, stated.figure(),
                ObsStatus.A, null, null, "增速与水平值同源", List.of()));
        assertThat(ledger.known()).singleElement()
                .satisfies(o -> assertThat(o.uncitedReason()).isEqualTo("增速与水平值同源"));
    }

    @Test
    void what_is_stated_of_a_series_is_counted_without_reading_it() {
        ledger.approved(ledger.states(source, "310亿元"));
        ledger.approved(ledger.states(ledger.source("UNDATED", null), "309.7亿元"));
        ledger.draft(ledger.states(ledger.source("DRAFT", null), "308亿元"));
        var all = StatementQuery.of(List.of("TAX"), "310105", null);
        assertThat(observations.sizes(all, true)).containsExactly(new SeriesSize("TAX", "310105", 1, 2));
        assertThat(observations.cells(all, true))
                .containsExactly(new CellKey("TAX", "310105", Period.parse("2023")));
        var dated = StatementQuery.of(List.of("TAX"), "310105", LocalDate.parse("2024-04-25"));
        assertThat(observations.sizes(dated, true)).containsExactly(new SeriesSize("TAX", "310105", 1, 1));
        assertThat(observations.sizes(StatementQuery.of(List.of(), "310105", null), false)).isEmpty();
    }

    @Test
    void figures_of_an_indicator_that_is_retired_are_still_read() {
        var approved = ledger.approved(ledger.states(source, "310亿元"));
        dsl.update(INDICATOR).set(INDICATOR.RETIRED_ON, LocalDate.parse("2024-05-01")).execute();
        Ledger.clerk(() -> {
            ledger.services.get(IndicatorService.class).addThemes(List.of(new Theme("OTHER", "其他", "Other", 2)));
            return null;
        });
        assertThat(observations.observation(approved).figure().unit().code()).isEqualTo("亿元");
    }

    @Test
    void several_sources_on_one_cell_all_stay() {
        ledger.approved(ledger.states(source, "310亿元"));
        ledger.approved(ledger.states(ledger.source("UNDATED", null), "309.7亿元"));
        ledger.approved(ledger.states(ledger.source("MONTH", "2024-02"), "311亿元"));
        assertThat(ledger.known()).extracting(o -> o.reply().sourceKey())
                .containsExactly("UNDATED", "MONTH", "REPLY");
        assertThat(Cell.of(ledger.known())).hasSize(1);
    }

    @Test
    void as_of_a_day_only_sources_published_by_then_are_known() {
        ledger.approved(ledger.states(source, "310亿元"));
        ledger.approved(ledger.states(ledger.source("UNDATED", null), "309.7亿元"));
        ledger.approved(ledger.states(ledger.source("MONTH", "2024-02"), "311亿元"));
        assertThat(knownOn("2024-02-28")).isEmpty();
        assertThat(knownOn("2024-02-29")).containsExactly("MONTH");
        assertThat(knownOn("2024-04-24")).containsExactly("MONTH");
        assertThat(knownOn("2024-04-25")).containsExactly("MONTH", "REPLY");
    }

    private List<String> knownOn(String day) {
        return observations.statements(StatementQuery.of(List.of("TAX"), "310105", LocalDate.parse(day))).stream()
                .map(o -> o.reply().sourceKey()).toList();
    }

    @Test
    void a_citation_is_everybodys_once_something_approved_rests_on_it_and_stays_so() {
        var first = ledger.draft(ledger.states(source, "301亿元"));
        assertThat(seen()).isEmpty();
        var approved = ledger.approve(ledger.submit(first));
        assertThat(seen()).containsExactly("301亿元");
        var right = ledger.states(source, "310亿元");
        var correction = Ledger.clerk(() -> observations.correct(approved, right, "录入错误"));
        assertThat(seen()).containsExactly("301亿元");
        ledger.approve(ledger.submit(correction));
        assertThat(seen()).containsExactly("301亿元", "310亿元");
    }

    private List<String> seen() {
        return TestServices.as("v", Role.VIEWER, () -> {
            var cited = ledger.replies.citationsOf(source);
            assertThat(ledger.replies.countCitations(List.of(source)).getOrDefault(source, 0)).isEqualTo(cited.size());
            return cited.stream().map(Citation::exact).toList();
        });
    }

    @Test
    void drafts_are_seen_and_made_only_by_those_who_may() {
        var draft = ledger.draft(ledger.states(source, "310亿元"));
        assertThatThrownBy(() -> TestServices.as("v", Role.VIEWER, () -> observations.observation(draft)))
                .isInstanceOf(NotFoundException.class);
        assertThat(Ledger.approver(() -> observations.observation(draft)).state()).isEqualTo(State.DRAFT);
        assertThatThrownBy(() -> Ledger.approver(() -> observations.submit(List.of(draft))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Ledger.clerk(() -> observations.approve(List.of(draft))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_draft_of_another_region_is_neither_submitted_nor_corrected() {
        var draft = ledger.draft(ledger.states(source, "310亿元"));
        assertThatThrownBy(() -> TestServices.within("310000", () -> observations.submit(List.of(draft))))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
        var approved = ledger.approve(ledger.submit(draft));
        var again = ledger.states(source, "311亿元");
        assertThatThrownBy(() -> TestServices.within("310000", () -> observations.correct(approved, again, "录入错误")))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
    }

    @Test
    void a_citation_tells_what_it_is_recorded_as() {
        ledger.approved(ledger.states(source, "约310亿元"));
        var uses = ledger.services.get(ObservationUses.class).of(source, Locale.CHINESE);
        assertThat(uses).singleElement().satisfies(use -> {
            assertThat(use.name()).isEqualTo("税收");
            assertThat(use.figure()).isEqualTo("约310亿元");
            assertThat(use.period()).isEqualTo("2023年");
        });
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
