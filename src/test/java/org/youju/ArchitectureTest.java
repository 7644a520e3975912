package org.youju;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "org.youju", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package may use only those before it. */
    private static final List<String> LINE = List.of("db", "figure", "base", "security", "indicator", "reply",
            "observation", "check", "commitment", "workflow", "extraction", "entry", "exchange", "dashboard",
            "compare", "ledger", "api", "sample");

    @ArchTest
    static void packages_stand_in_one_line(JavaClasses classes) {
        for (int i = 0; i < LINE.size() - 1; i++) {
            var later = LINE.subList(i + 1, LINE.size()).stream().map(ArchitectureTest::within).toArray(String[]::new);
            noClasses().that().resideInAPackage(within(LINE.get(i)))
                    .should().dependOnClassesThat().resideInAnyPackage(later)
                    .allowEmptyShould(true).check(classes);
        }
    }

    @ArchTest
    static final ArchRule every_package_has_its_place_in_the_line = noClasses()
            .that().resideOutsideOfPackages(LINE.stream().map(ArchitectureTest::within).toArray(String[]::new))
            .should().resideOutsideOfPackage("org.youju");

    @ArchTest
    static final ArchRule no_cycles = slices().matching("org.youju.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_repositories_touch_jOOQ = noClasses()
            .that(resideInAnyPackage("org.youju..")).and().resideOutsideOfPackage("org.youju.db..")
            .and().haveNameNotMatching(".*Repository(\\$.*)?")
            .should().dependOnClassesThat().resideInAnyPackage("org.jooq..", "org.youju.db..");

    @ArchTest
    static final ArchRule only_views_touch_Vaadin = noClasses()
            .that().resideOutsideOfPackages("org.youju", "..ui..", "org.youju.base.chart..", "org.youju.base.grid..",
                    "org.youju.security..")
            .should().dependOnClassesThat().resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule only_charts_touch_the_Chart_js_model = noClasses()
            .that().resideOutsideOfPackage("org.youju.base.chart..")
            .should().dependOnClassesThat().resideInAPackage("software.xdev..");

    private static String within(String name) {
        return "org.youju." + name + "..";
    }
}
