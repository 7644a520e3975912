package org.youju.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.figure.Period;
import org.youju.observation.CellDrafts.Grounds;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;

/** However many cells are pasted or brought back, the store is asked as often. */
class CellBatchTest extends BothEnginesTest {

    private Ledger ledger;
    private CellDrafts cells;

    @BeforeEach
    void open() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.commitment", "org.youju.extraction");
        cells = ledger.services.get(CellDrafts.class);
        Ledger.clerk(() -> ledger.replies.openLedger("310105", "长宁区"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void many_cited_figures_are_forecast_and_brought_back_with_as_few_questions_as_two() {
        assertThat(cited(List.of("2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020")))
                .isEqualTo(cited(List.of("2021", "2022")));
    }

    @Test
    void many_emptied_cells_are_brought_back_with_as_few_questions_as_two() {
        assertThat(emptied(List.of("2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020")))
                .isEqualTo(emptied(List.of("2021", "2022")));
    }

    /** How often the store is read to forecast, and to bring back, figures that were returned and written over. */
    private List<Integer> cited(List<String> years) {
        var source = ledger.source("OF " + years.getFirst(), "2024-04-25");
        var said = ledger.states(source, "310亿元");
        var drafts = Ledger.clerk(() -> ledger.observations.draft(years.stream().map(year -> new NewObservation("TAX",
                "310105", Period.parse(year), null, source, said.figure(), said.status(), null, null, null,
                said.citationIds())).toList()));
        var submitted = Ledger.clerk(() -> ledger.observations.submit(drafts));
        var returned = Ledger.approver(() -> ledger.observations.giveBack(submitted, "核对"));
        var over = write(writes(years, returned, "约310亿元", null, "按核实的数填"));
        var back = writes(years, over, "310亿元", returned, "按核实的数填");
        var rows = Ledger.clerk(() -> cells.current(years.stream().map(CellBatchTest::cell).toList())).stream()
                .collect(Collectors.groupingBy(Observation::cell));
        int forecast = reads(() -> assertThat(cells.obstacles(back, rows)).allMatch(Optional::isEmpty));
        return List.of(forecast, reads(() -> write(back)));
    }

    private int emptied(List<String> years) {
        var none = years.stream().map(year -> 0L).toList();
        var first = write(writes(years, none, "310亿元", null, null));
        Ledger.clerk(() -> cells.write("310105", writes(years, first, null, null, null)));
        return reads(() -> write(writes(years, none, "310亿元", first, null)));
    }

    private List<Long> write(List<Write> writes) {
        return Ledger.clerk(() -> cells.write("310105", writes)).stream().map(it -> ((Outcome.Kept) it).id()).toList();
    }

    private int reads(Supplier<Object> work) {
        int before = ledger.services.reads();
        Ledger.clerk(work);
        return ledger.services.reads() - before;
    }

    private static CellKey cell(String year) {
        return new CellKey("TAX", "310105", Period.parse(year));
    }

    private static List<Write> writes(List<String> years, List<Long> seen, @Nullable String printed,
            @Nullable List<Long> restores, @Nullable String departure) {
        return IntStream.range(0, years.size()).mapToObj(i -> new Write(cell(years.get(i)),
                printed == null ? null : Ledger.figure(printed), seen.get(i), restores == null ? null : restores.get(i),
                Grounds.AS_BEFORE.because(departure))).toList();
    }
}
