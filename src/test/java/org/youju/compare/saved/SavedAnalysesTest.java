package org.youju.compare.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.compare.ChartKind;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.Selection.Column;
import org.youju.compare.Selection.Sort;
import org.youju.compare.reckon.Transform;
import org.youju.security.Role;
import org.youju.security.audit.AuditQuery;
import org.youju.security.audit.AuditTrail;

class SavedAnalysesTest extends BothEnginesTest {

    private static final Selection TAX = Selection.NONE.withIndicators(List.of("DE_TAX", "EC_GDP"))
            .withRegions(List.of("310105")).withYears(OptionalInt.of(2020), OptionalInt.empty())
            .withTransform(Transform.INDEX).withBase(OptionalInt.of(2021)).withChart(ChartKind.BAR)
            .with(Option.TARGETS, true).withSort(Optional.of(new Sort(Column.GROWTH, true)))
            .withPinned(List.of("DE_TAX.310105"));

    private TestServices services;
    private SavedAnalyses analyses;

    @BeforeEach
    void start() {
        services = new TestServices(database, "org.youju.compare.saved", "org.youju.security.audit");
        analyses = services.get(SavedAnalyses.class);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private static <T> T ann(Supplier<T> work) {
        return TestServices.as("ann", Role.ANALYST, work);
    }

    private static <T> T bob(Supplier<T> work) {
        return TestServices.as("bob", Role.VIEWER, work);
    }

    private boolean forget(long id) {
        analyses.delete(id);
        return true;
    }

    @Test
    void a_kept_comparison_comes_back_as_it_was() {
        var kept = ann(() -> analyses.save(" 财力对比 ", TAX, false));
        assertThat(kept.name()).isEqualTo("财力对比");
        assertThat(kept.selection()).isEqualTo(TAX);
        assertThat(ann(() -> analyses.visible())).containsExactly(kept);
    }

    @Test
    void a_private_one_is_its_owners_alone_and_a_shared_one_everybodys() {
        ann(() -> analyses.save("private", TAX, false));
        var shared = ann(() -> analyses.save("shared", TAX, true));
        assertThat(bob(() -> analyses.visible())).containsExactly(shared);
        assertThatThrownBy(() -> analyses.visible()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_name_is_given_once_by_a_person_and_again_by_another() {
        ann(() -> analyses.save("财力", TAX, true));
        assertThatThrownBy(() -> ann(() -> analyses.save("财力", TAX, false))).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo("compare.saved.name.taken"));
        assertThat(bob(() -> analyses.save("财力", TAX, false)).owner()).isEqualTo("bob");
    }

    @Test
    void a_name_that_is_missing_or_too_long_and_an_empty_choice_are_refused() {
        for (var refused : List.of("compare.saved.name.empty: ", "compare.saved.name.long:" + "x".repeat(81))) {
            var parts = refused.split(":", 2);
            assertThatThrownBy(() -> ann(() -> analyses.save(parts[1], TAX, false)))
                    .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.key()).isEqualTo(parts[0]));
        }
        assertThatThrownBy(() -> ann(() -> analyses.save("nothing", Selection.NONE, false)))
                .isInstanceOfSatisfying(RuleViolation.class, it -> assertThat(it.key()).isEqualTo("compare.saved.nothing"));
        assertThatThrownBy(() -> TestServices.as("root", Role.ADMIN, () -> analyses.save("a", TAX, false)))
                .isInstanceOf(AccessDeniedException.class).hasMessage("security.denied.save-views");
    }

    @Test
    void only_its_owner_forgets_an_analysis() {
        var kept = ann(() -> analyses.save("shared", TAX, true));
        assertThatThrownBy(() -> bob(() -> forget(kept.id()))).isInstanceOf(AccessDeniedException.class)
                .hasMessage("compare.saved.foreign");
        assertThat(ann(() -> forget(kept.id()))).isTrue();
        assertThat(ann(() -> analyses.visible())).isEmpty();
        assertThatThrownBy(() -> ann(() -> forget(kept.id()))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void keeping_and_forgetting_stand_in_the_audit_trail() {
        var kept = ann(() -> analyses.save("财力", TAX, true));
        ann(() -> forget(kept.id()));
        assertThat(TestServices.as("head", Role.APPROVER, () -> services.get(AuditTrail.class).find(AuditQuery.ALL, 10)))
                .extracting(it -> it.what().actor() + " " + it.what().action() + " " + it.what().entity() + " " + it.what().name())
                .containsExactlyInAnyOrder("ann create analysis 财力", "ann delete analysis 财力");
    }
}
