package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.figure.Nature;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Ledger;
import org.youju.observation.Observation;
import org.youju.security.Role;
import org.youju.security.Scope;

class RuleFindingsTest extends RuledLedgerTest {

    private static final Rule NO_FALL = Rule.of(new Condition.Monotone("TAX"), Importance.HIGH);

    private RuleFindings findings;

    @BeforeEach
    void open() {
        findings = ledger.services.get(RuleFindings.class);
    }

    @Test
    void every_kind_of_rule_is_kept_as_it_was_written_and_changed_by_who_saw_it() {
        var ten = BigDecimal.TEN;
        Ledger.clerk(() -> {
            var catalogue = ledger.services.get(IndicatorService.class);
            var tax = catalogue.catalogue().indicator("TAX");
            catalogue.addIndicators(List.of(new Indicator("PART", "部分", "Part", "DE", null,
                    tax.unit(), Nature.FLOW, tax.direction(), tax.priceBasis(), null, null, null, null, null, true,
                    null)));
            return null;
        });
        var all = List.of(new Condition.Range("TAX", null, ten), new Condition.Jump("TAX", ten),
                new Condition.Share("TAX"), new Condition.Sum("TAX", List.of("PART")), new Condition.Roll("TAX", "PART"),
                new Condition.Ratio("TAX", "PART", BigDecimal.ONE, ten), new Condition.Monotone("TAX"),
                new Condition.UnitCost("TAX", "PART", null, ten),
                new Condition.UnitCost(null, "TAX", null, null, "PART", null), new Condition.Pair("PART", "TAX"));
        all.forEach(condition -> add(new Rule(0, condition, "310105", Importance.MEDIUM, Missing.REPORT,
                new BigDecimal("0.5"), "请核对", true, 0)));
        var kept = Ledger.clerk(rules::rules);
        assertThat(kept).extracting(Rule::condition).containsExactlyElementsOf(all);
        var first = kept.getFirst();
        assertThat(first).isEqualTo(new Rule(first.id(), all.getFirst(), "310105", Importance.MEDIUM, Missing.REPORT,
                new BigDecimal("0.5"), "请核对", true, 0));
        var off = new Rule(first.id(), new Condition.Share("PART"), null, Importance.LOW, Missing.SKIP, BigDecimal.ZERO,
                "", false, 0);
        change(off);
        assertThat(Ledger.clerk(rules::rules).getFirst()).isEqualTo(new Rule(first.id(), off.condition(), null,
                Importance.LOW, Missing.SKIP, BigDecimal.ZERO, "", false, 1));
        assertRefused("check.rule.changed", () -> change(off));
    }

    @Test
    void what_is_typed_is_held_against_what_stands_beside_it() {
        add(NO_FALL);
        write("2023", "774亿元", 0);
        assertThat(typed("2022", "842亿元")).singleElement().satisfies(finding -> {
            assertThat(finding.isOpen()).isTrue();
            assertThat(finding.breach().year()).isEqualTo(2023);
        });
        assertThat(typed("2022", "642亿元")).isEmpty();
        assertThat(typed("2024", "700亿元")).hasSize(1);
        assertThat(Ledger.clerk(() -> findings.of(cell("2023"), Optional.empty()))).isEmpty();
        assertThat(typed("2023/..", "1亿元")).isEmpty();
    }

    @Test
    void what_adds_up_over_spans_and_by_days_is_held_together_and_keeps_from_approval() {
        add(NO_FALL);
        write("2017/2023", "774亿元", 0);
        assertThat(typed("2017/2022", "842亿元")).singleElement().satisfies(finding ->
                assertThat(finding.breach().period().code()).isEqualTo("2017/2023"));
        assertThat(typed("2017/2022", "642亿元")).isEmpty();
        assertThat(typed("2017/2024", "700亿元")).hasSize(1);
        assertThat(typed("2024", "700亿元")).hasSize(1);
        // it is found however long ago that was
        assertThat(typed("2029", "700亿元")).hasSize(1);
        assertThat(typed("2024-06-30", "700亿元")).hasSize(1);
        assertThat(typed("2020/2024", "700亿元")).isEmpty();
    }

    @Test
    void a_part_of_a_year_is_found_at_both_it_and_the_year() {
        add(Rule.of(new Condition.Jump("TAX", BigDecimal.TEN), Importance.HIGH));
        write("2023", "774亿元", 0);
        assertThat(typed("2023-Q1", "775亿元")).singleElement().satisfies(finding ->
                assertThat(finding.breach().reason().key()).endsWith("PART"));
        write("2023-Q1", "200亿元", 0);
        assertThat(typed("2023", "150亿元")).hasSize(1);
        assertThat(typed("2023", "210亿元")).isEmpty();
        assertThat(typed("2024-S1", "4000亿元")).singleElement().satisfies(finding ->
                assertThat(finding.breach().reason().key()).endsWith("PART_JUMP"));
    }

    @Test
    void an_open_finding_keeps_a_figure_from_being_approved_until_it_is_explained() {
        add(NO_FALL);
        ledger.approve(ledger.submit(excused(write("2023", "774亿元", 0))));
        var wrong = excused(write("2022", "842亿元", 0));
        var submitted = ledger.submit(wrong);
        assertRefused("check.rule.open", () -> ledger.approve(submitted));
        assertThat(ledger.known()).hasSize(1);

        var finding = Ledger.clerk(() -> findings.of(cell("2022"))).getFirst();
        assertRefused("check.explain.empty", () -> explain(finding, " "));
        assertRefused("check.explain.long", () -> explain(finding, "长".repeat(1001)));
        explain(finding, "2023年口径收窄");
        assertThat(Ledger.clerk(() -> findings.of(cell("2022")))).singleElement().satisfies(it -> {
            assertThat(it.isOpen()).isFalse();
            assertThat(it.explained().body()).isEqualTo("2023年口径收窄");
            assertThat(it.explained().by()).isEqualTo("clerk");
        });
        ledger.approve(submitted);
        assertThat(ledger.known()).hasSize(2);
    }

    @Test
    void neither_of_two_submitted_figures_that_do_not_go_together_is_approved_before_that_is_explained() {
        add(NO_FALL);
        var before = ledger.submit(excused(write("2022", "100亿元", 0)));
        var after = ledger.submit(excused(write("2023", "80亿元", 0)));
        assertRefused("check.rule.open", () -> ledger.approve(before));
        assertRefused("check.rule.open", () -> ledger.approve(after));
        assertThat(Ledger.approver(() -> findings.of(List.of(ledger.observations.observation(before))))).hasSize(1);

        Ledger.approver(() -> ledger.observations.giveBack(List.of(after), "请核对"));
        ledger.approve(before);
        assertThat(ledger.known()).hasSize(1);
    }

    @Test
    void an_explanation_is_of_these_figures_and_of_no_others() {
        add(NO_FALL);
        write("2023", "774亿元", 0);
        var draft = write("2022", "842亿元", 0);
        var finding = Ledger.clerk(() -> findings.of(cell("2022"))).getFirst();
        explain(finding, "口径收窄");
        write("2022", "900亿元", draft.id());
        assertThat(Ledger.clerk(() -> findings.of(cell("2022"))).getFirst().isOpen()).isTrue();
        assertRefused("check.explain.changed", () -> explain(finding, "口径收窄"));
    }

    @Test
    void a_lesser_finding_is_told_and_keeps_nobody_back() {
        add(Rule.of(NO_FALL.condition(), Importance.MEDIUM));
        ledger.approve(ledger.submit(excused(write("2023", "774亿元", 0))));
        var row = ledger.submit(excused(write("2022", "842亿元", 0)));
        assertThat(Ledger.approver(() -> findings.of(List.of(ledger.observations.observation(row)))).get(row)).hasSize(1);
        ledger.approve(row);
    }

    @Test
    void who_may_not_enter_figures_keeps_no_rule_and_explains_nothing() {
        assertDenied(() -> Ledger.approver(() -> rules.add(NO_FALL)));
        assertThat(Ledger.approver(rules::rules)).isEmpty();
        assertDenied(() -> TestServices.as("li", Role.ANALYST, rules::rules));
        assertDenied(() -> TestServices.as("li", Role.ANALYST, () -> findings.of(cell("2022"))));
        var id = add(NO_FALL);
        write("2023", "774亿元", 0);
        write("2022", "842亿元", 0);
        var stated = Ledger.clerk(() -> findings.of(cell("2022"))).getFirst().breach().stated();
        assertDenied(() -> Ledger.approver(() -> {
            findings.explain(cell("2022"), id, stated, "口径收窄");
            return null;
        }));
        assertDenied(() -> TestServices.as("wu", Role.STATISTICIAN, new Scope(Set.of("310000"), Set.of()), () -> {
            findings.explain(cell("2022"), id, stated, "口径收窄");
            return null;
        }));
        assertDenied(() -> TestServices.as("wu", Role.STATISTICIAN, new Scope(Set.of("310105"), Set.of()),
                () -> rules.add(NO_FALL)));
    }

    private void change(Rule rule) {
        Ledger.clerk(() -> {
            rules.change(rule);
            return null;
        });
    }

    private void explain(RuleFinding finding, String why) {
        Ledger.clerk(() -> {
            findings.explain(cell("2022"), finding.breach().rule().id(), finding.breach().stated(), why);
            return null;
        });
    }

    private List<RuleFinding> typed(String period, String printed) {
        return Ledger.clerk(() -> findings.of(cell(period), Optional.of(Ledger.figure(printed))));
    }

    private long excused(Observation draft) {
        return Ledger.clerk(() -> drafts.excuse(draft.id(), "内部报表")).id();
    }

    private static void assertDenied(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(AccessDeniedException.class);
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
