package org.youju.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.security.Role;

class IndicatorServiceTest extends BothEnginesTest {

    private TestServices services;
    private IndicatorService indicators;

    @BeforeEach
    void start() {
        services = new TestServices(database, "org.youju.indicator");
        indicators = services.get(IndicatorService.class);
        clerk(() -> indicators.addThemes(List.of(new Theme("T", "主题", "Theme", 1))));
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void an_indicator_brings_its_unit_where_the_catalogue_has_none() {
        clerk(() -> indicators.addWithUnit(indicator("T_ROADS", "公里")));
        clerk(() -> indicators.addWithUnit(indicator("T_RIVERS", "公里")));
        assertThat(indicators.catalogue().units()).extracting(Unit::code).containsExactly("公里");
        assertThat(seenBy(Role.STATISTICIAN)).containsExactly("T_RIVERS", "T_ROADS");
    }

    @Test
    void an_indicator_that_was_added_while_entering_is_a_draft_until_it_is_approved_with_what_it_refers_to() {
        clerk(() -> indicators.addWithUnit(indicator("T_ROADS", "公里")));
        clerk(() -> indicators.addWithUnit(growthOf("T_ROADS")));
        clerk(() -> indicators.addWithUnit(indicator("T_RIVERS", "公里")));
        assertThat(seenBy(Role.APPROVER)).hasSize(3);
        assertThat(seenBy(Role.VIEWER)).isEmpty();
        assertThat(indicators.catalogue().indicators()).as("without an account").isEmpty();
        assertThatThrownBy(() -> clerk(() -> indicators.approve(List.of("T_ROADS_GROWTH"))))
                .isInstanceOf(AccessDeniedException.class);
        TestServices.as("approver", Role.APPROVER, () -> {
            indicators.approve(List.of("T_ROADS_GROWTH"));
            return null;
        });
        assertThat(seenBy(Role.VIEWER)).containsExactly("T_ROADS", "T_ROADS_GROWTH");
        clerk(() -> indicators.approve(List.of("T_ROADS")));
    }

    private List<String> seenBy(Role role) {
        return TestServices.as("somebody", role, () -> indicators.catalogue().indicators()).stream()
                .map(Indicator::code).toList();
    }

    private static Indicator growthOf(String code) {
        var level = indicator(code, "公里");
        return new Indicator(code + "_GROWTH", "增长", "Growth", "T", null, level.unit(), Nature.RATE, Direction.NONE,
                PriceBasis.NONE, null, code, null, null, null, true, null);
    }

    @Test
    void a_code_that_is_taken_is_refused_and_leaves_no_unit_behind() {
        clerk(() -> indicators.addWithUnit(indicator("T_ROADS", "公里")));
        assertThatThrownBy(() -> clerk(() -> indicators.addWithUnit(indicator("T_ROADS", "条"))))
                .isInstanceOfSatisfying(RuleViolation.class, it -> {
                    assertThat(it.key()).isEqualTo("indicator.code.taken");
                    assertThat(it.arguments()).containsExactly("T_ROADS");
                });
        assertThat(indicators.catalogue().units()).extracting(Unit::code).containsExactly("公里");
    }

    @Test
    void a_department_is_found_by_its_name_or_added_under_a_code_of_its_own() {
        var development = named("区发展改革委");
        assertThat(named(" 区发展改革委 ")).isEqualTo(development);
        assertThat(named("区民政局").code()).isNotEqualTo(development.code());
        assertThat(indicators.departments()).extracting(Department::nameZh).containsExactly("区发展改革委", "区民政局");
        assertThatThrownBy(() -> named(" ")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> named("局".repeat(201))).isInstanceOf(RuleViolation.class);
    }

    private Department named(String name) {
        return TestServices.as("clerk", Role.STATISTICIAN, () -> indicators.departmentNamed(name));
    }

    private static Indicator indicator(String code, String unit) {
        return new Indicator(code, code, code, "T", null,
                new Unit(unit, unit, "count_" + unit, unit, BigDecimal.ONE, true, "NUMBER", List.of()), Nature.STOCK,
                Direction.NONE, PriceBasis.NONE, null, null, null, null, null, true, null);
    }

    private static void clerk(Runnable work) {
        TestServices.as("clerk", Role.STATISTICIAN, () -> {
            work.run();
            return null;
        });
    }
}
