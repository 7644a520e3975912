package org.youju.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.NotFoundException;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.CellKey;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.security.Role;
import org.youju.security.Scope;

/** Accounts work within their regions and departments: every door to a draft is open inside, and shut outside. */
class ScopeTest extends BothEnginesTest {

    private static final String REGION = "310105";

    private Ledger ledger;
    private ToDo toDo;
    private CellDrafts drafts;
    private ObservationService observations;
    private List<Scope> inside;
    private List<Scope> outside;
    private int years = 1950;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow");
        toDo = ledger.services.get(ToDo.class);
        drafts = ledger.services.get(CellDrafts.class);
        observations = ledger.observations;
        var own = Ledger.clerk(() -> {
            var indicators = ledger.services.get(IndicatorService.class);
            var department = indicators.departmentNamed("发展改革委").code();
            var unit = indicators.catalogue().unit("亿元");
            indicators.addRegions(List.of(new Region("310106", "静安区", "Jing'an", null)));
            indicators.addIndicators(List.of(new Indicator("FUNDS", "资金", "Funds", "DE", department, unit, Nature.FLOW,
                    Direction.UP, PriceBasis.CURRENT, null, null, null, null, null, true, null)));
            return department;
        });
        var other = Ledger.clerk(() -> ledger.services.get(IndicatorService.class).departmentNamed("统计局").code());
        inside = List.of(Scope.ALL, new Scope(Set.of(REGION), Set.of()), new Scope(Set.of(), Set.of(own)),
                new Scope(Set.of(REGION, "310106"), Set.of(own, other)));
        outside = List.of(new Scope(Set.of("310106"), Set.of()), new Scope(Set.of(), Set.of(other)),
                new Scope(Set.of(REGION), Set.of(other)), new Scope(Set.of("310106"), Set.of(own)));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_statistician_takes_every_step_within_the_scope() {
        for (var scope : inside) {
            var statement = statement();
            var draft = clerk(scope, () -> observations.draft(List.of(statement))).getFirst();
            assertThat(clerk(scope, () -> observations.inPreparation(statement.cell()))).hasSize(1);
            assertThat(clerk(scope, () -> drafts.trail(statement.cell()))).hasSize(1);
            assertThat(clerk(scope, toDo::unfinished)).extracting(Item::id).contains(draft);
            var submitted = clerk(scope, () -> observations.submit(List.of(draft))).getFirst();
            var returned = chief(scope, () -> observations.giveBack(List.of(submitted), "请核对")).getFirst();
            var mended = clerk(scope, () -> observations.mend(returned, statement));
            var again = clerk(scope, () -> observations.submit(List.of(mended)));
            var approved = chief(scope, () -> observations.approve(again)).getFirst();
            var corrected = clerk(scope, () -> observations.correct(approved, statement, "更正"));
            clerk(scope, () -> {
                observations.giveUp(List.of(corrected));
                return null;
            });
            var written = clerk(scope, () -> drafts.write(REGION, List.of(write(0)))).getFirst();
            assertThat(written).isInstanceOf(Outcome.Kept.class);
            var cell = ledger.kept(written);
            clerk(scope, () -> drafts.excuse(cell.id(), "内部报表"));
        }
    }

    @Test
    void another_scopes_drafts_are_neither_seen_nor_changed_by_a_statistician() {
        var statement = statement();
        var approved = ledger.approve(submit(statement()));
        var draft = ledger.draft(statement);
        var returned = Ledger.approver(() -> observations.giveBack(List.of(submit(statement())), "请核对")).getFirst();
        for (var scope : outside) {
            assertThat(clerk(scope, toDo::unfinished)).isEmpty();
            assertThat(clerk(scope, () -> drafts.inPreparation(REGION, List.of("FUNDS"), 1900, 2100))).isEmpty();
            assertThat(clerk(scope, () -> drafts.current(List.of(statement.cell())))).isEmpty();
            assertThatThrownBy(() -> clerk(scope, () -> observations.observation(draft)))
                    .isInstanceOf(NotFoundException.class);
            assertDenied(() -> clerk(scope, () -> observations.inPreparation(statement.cell())));
            assertDenied(() -> clerk(scope, () -> drafts.trail(statement.cell())));
            assertDenied(() -> clerk(scope, () -> observations.draft(List.of(statement()))));
            assertDenied(() -> clerk(scope, () -> observations.submit(List.of(draft))));
            assertDenied(() -> clerk(scope, () -> observations.mend(returned, statement())));
            assertDenied(() -> clerk(scope, () -> observations.correct(approved, statement, "更正")));
            assertDenied(() -> clerk(scope, () -> {
                observations.confirm(draft, List.of());
                return null;
            }));
            assertDenied(() -> clerk(scope, () -> drafts.excuse(draft, "内部报表")));
            assertDenied(() -> clerk(scope, () -> {
                observations.giveUp(List.of(draft));
                return null;
            }));
            assertThat(clerk(scope, () -> drafts.write(REGION, List.of(write(0), new Write(statement.cell(), null, 0)))))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused ->
                            assertThat(refused.why().key()).isEqualTo("observation.cell.scope")));
        }
        assertThat(Ledger.clerk(() -> observations.observation(draft))).satisfies(row -> {
            assertThat(row.isCurrent()).isTrue();
            assertThat(row.state()).isEqualTo(State.DRAFT);
        });
    }

    @Test
    void an_approver_decides_within_the_scope_and_sees_nothing_of_another() {
        for (var scope : inside) {
            submit(statement());
            submit(statement());
            var items = chief(scope, toDo::submitted);
            assertThat(items).hasSize(2);
            for (var strange : outside) {
                assertThat(chief(strange, toDo::submitted)).isEmpty();
                assertDenied(() -> chief(strange, () -> {
                    toDo.approve(items);
                    return null;
                }));
                assertDenied(() -> chief(strange, () -> {
                    toDo.giveBack(items, "请核对");
                    return null;
                }));
            }
            chief(scope, () -> {
                toDo.approve(items.subList(0, 1));
                toDo.giveBack(items.subList(1, 2), "请核对");
                return null;
            });
            assertThat(chief(scope, toDo::submitted)).isEmpty();
        }
    }

    @Test
    void what_no_department_answers_for_is_for_those_whose_departments_are_not_limited() {
        var draft = ledger.draft(ledger.states(ledger.source("REPLY", "2024-04-25"), "310亿元"));
        var departments = inside.stream().filter(scope -> !scope.departments().isEmpty()).toList();
        for (var scope : departments) {
            assertThat(clerk(scope, toDo::unfinished)).isEmpty();
            assertDenied(() -> clerk(scope, () -> observations.submit(List.of(draft))));
        }
        assertThat(clerk(inside.get(1), toDo::unfinished)).hasSize(1);
    }

    @Test
    void who_reads_only_what_is_approved_sees_no_draft_of_any_scope() {
        var draft = ledger.draft(statement());
        for (var role : List.of(Role.VIEWER, Role.ANALYST, Role.ADMIN)) {
            for (var scope : Stream.concat(inside.stream(), outside.stream()).toList()) {
                assertDenied(() -> TestServices.as("li", role, scope, toDo::unfinished));
                assertDenied(() -> TestServices.as("li", role, scope, () -> observations.submit(List.of(draft))));
                assertThatThrownBy(() -> TestServices.as("li", role, scope, () -> observations.observation(draft)))
                        .isInstanceOf(NotFoundException.class);
            }
        }
    }

    /** A statement of a cell that nothing was stated of. */
    private NewObservation statement() {
        var key = "REPLY" + ++years;
        var of = ledger.states(ledger.source(key, "2024-04-25"), "310亿元");
        return new NewObservation("FUNDS", REGION, new Period.Year(years), null, of.replyId(), of.figure(), of.status(),
                null, null, null, of.citationIds());
    }

    private Write write(long seen) {
        return new Write(new CellKey("FUNDS", REGION, new Period.Year(++years)), statement().figure(), seen);
    }

    private long submit(NewObservation statement) {
        return ledger.submit(ledger.draft(statement));
    }

    private static <T> T clerk(Scope scope, Supplier<T> work) {
        return TestServices.as("limited", Role.STATISTICIAN, scope, work);
    }

    private static <T> T chief(Scope scope, Supplier<T> work) {
        return TestServices.as("chief", Role.APPROVER, scope, work);
    }

    private static void assertDenied(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(AccessDeniedException.class);
    }
}
