package org.youju.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.TestServices;
import org.youju.check.Finding;
import org.youju.check.Sentences;
import org.youju.figure.Period;
import org.youju.observation.Cell;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Role;

class PublishedRulesTest extends RuledLedgerTest {

    private PublishedRules published;

    @BeforeEach
    void get() {
        published = ledger.services.get(PublishedRules.class);
    }

    private void approve(String period, String printed) {
        var source = ledger.source(period + printed, "2024-01-01");
        var stated = ledger.states(source, printed);
        ledger.approved(new NewObservation("TAX", "310105", Period.parse(period), null, source, stated.figure(),
                stated.status(), null, null, null, stated.citationIds()));
    }

    private List<Finding> broken() {
        var cells = Cell.of(ledger.services.get(ObservationService.class).statements(
                StatementQuery.of(List.of("TAX"), "310105", null)));
        return TestServices.as("leader", Role.VIEWER, () -> published.broken("310105", cells));
    }

    @Test
    void a_leader_is_told_what_breaks_a_rule_with_the_numbers_and_their_sources() {
        approve("2023", "310亿元");
        add(Rule.of(new Condition.Range("TAX", null, new BigDecimal("300")), Importance.HIGH));
        assertThat(broken()).singleElement().satisfies(it -> {
            assertThat(it.indicator()).isEqualTo("TAX");
            assertThat(Sentences.write(it.reason(), Locale.CHINESE)).contains("2023年", "310亿元");
            assertThat(it.inputs()).singleElement().extracting(input -> input.reply().label()).isEqualTo("2023310亿元");
        });
    }

    @Test
    void a_sum_over_the_years_that_falls_names_both_years() {
        approve("2022", "320亿元");
        approve("2023", "310亿元");
        add(Rule.of(new Condition.Monotone("TAX"), Importance.HIGH));
        assertThat(broken()).singleElement().satisfies(it -> {
            assertThat(Sentences.write(it.reason(), Locale.CHINESE)).contains("320亿元", "310亿元");
            assertThat(it.inputs()).extracting(input -> input.period().code()).containsExactlyInAnyOrder("2022", "2023");
        });
    }

    @Test
    void what_somebody_has_explained_or_keeps_the_rule_or_is_switched_off_needs_no_attention() {
        approve("2023", "310亿元");
        var id = add(Rule.of(new Condition.Range("TAX", null, new BigDecimal("300")), Importance.HIGH));
        add(Rule.of(new Condition.Range("TAX", null, new BigDecimal("310")), Importance.HIGH));
        var findings = ledger.services.get(RuleFindings.class);
        var stated = Ledger.clerk(() -> findings.of(cell("2023"))).getFirst().breach().stated();
        Ledger.clerk(() -> {
            findings.explain(cell("2023"), id, stated, "含一次性入库");
            return null;
        });
        assertThat(broken()).isEmpty();
        add(new Rule(0, new Condition.Range("TAX", null, new BigDecimal("200")), null, Importance.HIGH, Missing.SKIP,
                BigDecimal.ZERO, "", false, 0));
        assertThat(broken()).isEmpty();
    }

    @Test
    void the_sums_and_the_indicators_that_rules_read_are_those_of_the_region() {
        assertThat(published.sums("310105")).isEmpty();
        add(Rule.of(new Condition.Monotone("TAX"), Importance.HIGH));
        assertThat(published.read("310105")).containsExactly("TAX");
        assertThat(published.readWith("310105", "TAX")).containsExactly("TAX");
        assertThat(published.readWith("310105", "OTHER")).isEmpty();
    }

    @Test
    void who_is_not_logged_in_is_told_nothing() {
        assertThatThrownBy(() -> published.broken("310105", List.of())).isInstanceOf(AccessDeniedException.class);
    }
}
