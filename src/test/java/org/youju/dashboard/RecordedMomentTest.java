package org.youju.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.figure.Period;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.security.Role;

/** The board by our records of a moment shows what was known then, whatever has been approved or corrected since. */
class RecordedMomentTest extends BothEnginesTest {

    private static final String REGION = "310105";

    private Ledger ledger;
    private DashboardService dashboard;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.dashboard");
        dashboard = ledger.services.get(DashboardService.class);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private long approved(int year, String printed) {
        var of = ledger.states(ledger.source("S" + year, "2024-04-25"), printed);
        return ledger.approved(new NewObservation(of.indicator(), of.region(), new Period.Year(year), null, of.replyId(),
                of.figure(), of.status(), null, null, null, of.citationIds()));
    }

    private List<String> longest(@Nullable Instant recorded) {
        return TestServices.as("li", Role.VIEWER, () -> dashboard.longSeries(REGION, null, recorded)).stream()
                .flatMap(series -> series.cells().stream()).map(cell -> cell.representing().stated()).toList();
    }

    @Test
    void the_longest_series_are_those_of_the_moment_with_the_figures_of_the_moment() {
        approved(2019, "301亿元");
        approved(2020, "302亿元");
        approved(2021, "303亿元");
        approved(2022, "304亿元");
        ledger.pass(1);
        var four = ledger.services.now();
        ledger.pass(1);
        var last = approved(2023, "305亿元");
        ledger.pass(1);
        var five = ledger.services.now();
        ledger.pass(1);
        var source = ledger.replies.withSourceKey("S2023").orElseThrow().id();
        var of = ledger.states(source, "355亿元");
        ledger.approve(ledger.submit(Ledger.clerk(() -> ledger.observations.correct(last, new NewObservation(
                of.indicator(), of.region(), new Period.Year(2023), null, source, of.figure(), of.status(), null, null,
                null, of.citationIds()), "笔误"))));
        assertThat(longest(four)).as("too few years to be long").isEmpty();
        assertThat(longest(five)).containsExactly("301亿元", "302亿元", "303亿元", "304亿元", "305亿元");
        assertThat(longest(null)).contains("355亿元").doesNotContain("305亿元");
    }

    @Test
    void a_board_of_a_moment_looks_back_from_its_day() {
        var board = TestServices.as("li", Role.VIEWER,
                () -> dashboard.board(REGION, OptionalInt.empty(), null, TestServices.START));
        assertThat(board.year()).as("without a figure it is the year of that day").isEqualTo(2025);
        ledger.pass(24 * 400);
        assertThat(TestServices.as("li", Role.VIEWER,
                () -> dashboard.board(REGION, OptionalInt.empty(), null, TestServices.START)).year()).isEqualTo(2025);
    }
}
