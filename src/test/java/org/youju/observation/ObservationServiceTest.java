package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

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
        ledger.approve(ledger.submit(returned));
        assertThat(ledger.known()).hasSize(1);
    }

    @Test
    void a_correction_needs_a_reason_and_replaces_only_once_approved() {
        var first = ledger.approved(ledger.states(source, "301亿元"));
        var right = ledger.states(source, "310亿元");
        assertRefused("observation.step.correct-reason", () -> Ledger.clerk(() -> observations.correct(first, right, " ")));
        assertRefused("observation.approved.exists", () -> ledger.draft(right));
        ledger.pass(1);
        var before = ledger.services.now();
        var correction = Ledger.clerk(() -> observations.correct(first, right, "录入错误"));
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
        assertThatThrownBy(() -> Ledger.approver(() -> withdraw(correction))).isInstanceOf(AccessDeniedException.class);
        Ledger.clerk(() -> withdraw(correction));
        assertRefused("observation.step.changed", () -> Ledger.clerk(() -> withdraw(correction)));
        assertRefused("observation.step.state", () -> Ledger.clerk(() -> withdraw(first)));
        assertThat(Ledger.clerk(() -> observations.observation(correction)).isCurrent()).isFalse();
        assertThat(ledger.known()).extracting(o -> o.figure().printed()).containsExactly("301亿元");
        Ledger.clerk(() -> observations.correct(first, ledger.states(source, "310亿元"), "录入错误"));
    }

    private Object withdraw(long id) {
        observations.withdraw(List.of(id));
        return id;
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
        Ledger.clerk(() -> withdraw(unexplained));
        ledger.pass(1);
        ledger.approved(new NewObservation("TAX", "310105", stated.period(), null, source, stated.figure(),
                ObsStatus.A, null, null, "增速与水平值同源", List.of()));
        assertThat(ledger.known()).singleElement()
                .satisfies(o -> assertThat(o.uncitedReason()).isEqualTo("增速与水平值同源"));
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
        var elsewhere = new CurrentAccount("wu", "吴", Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()));
        SecurityContextHolder.getContext().setAuthentication(Access.authentication(elsewhere));
        assertThatThrownBy(() -> observations.submit(List.of(draft))).isInstanceOf(AccessDeniedException.class)
                .hasMessage("security.denied.scope");
        var approved = ledger.approve(ledger.submit(draft));
        var again = ledger.states(source, "311亿元");
        SecurityContextHolder.getContext().setAuthentication(Access.authentication(elsewhere));
        assertThatThrownBy(() -> observations.correct(approved, again, "录入错误"))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.scope");
        SecurityContextHolder.clearContext();
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
