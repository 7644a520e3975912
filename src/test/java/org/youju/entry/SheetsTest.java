package org.youju.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.RuleViolation;
import org.youju.check.ScaleSlip;
import org.youju.check.rule.Importance;
import org.youju.entry.SheetCell.Look;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Definition;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.observation.CellDrafts;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.ObservationService;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;
import org.youju.security.Scope;

class SheetsTest extends BothEnginesTest {

    private static final Unit YI = new Unit("亿元", "CNY 100 million", "money", "元", BigDecimal.valueOf(100_000_000),
            false, "CNY", List.of());
    private static final Unit YUAN = new Unit("元", "CNY", "money", "元", BigDecimal.ONE, false, "CNY", List.of());
    private static final Unit PERCENT = new Unit("%", "%", "percent", "%", BigDecimal.ONE, false, "PT", List.of());
    private static final String REGION = "310105";
    /** The clock stands in 2025. */
    private static final SheetQuery YEARS = SheetQuery.of(REGION, 2019, 2025);

    private TestServices services;
    private Sheets grid;

    @BeforeEach
    void open() {
        services = new TestServices(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow", "org.youju.entry");
        grid = services.get(Sheets.class);
        clerk(() -> {
            var indicators = services.get(IndicatorService.class);
            indicators.addUnits(List.of(YUAN, YI, PERCENT));
            indicators.addThemes(List.of(new Theme("DE", "数字经济", "Digital economy", 1),
                    new Theme("TL", "人才", "Talent", 2)));
            indicators.addRegions(List.of(new Region(REGION, "长宁区", "Changning", null)));
            indicators.addIndicators(List.of(indicator("TAX", "DE", YI, Nature.FLOW, null),
                    indicator("TAX_GROWTH", "DE", PERCENT, Nature.RATE, "TAX"),
                    indicator("FUNDS", "TL", YI, Nature.FLOW, null)));
            indicators.addDefinitions(List.of(new Definition("TAX", REGION, 2, 2024, null, null, null,
                    PriceBasis.CURRENT, false, "口径变更")));
            return null;
        });
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void a_sheet_shows_what_is_stated_what_follows_and_what_is_due() {
        approve("TAX", "2023", "约310亿元");
        approve("TAX_GROWTH", "2023", "约18%");
        approve("FUNDS", "2021/2023", "1.9亿元");
        var sheet = clerk(() -> grid.sheet(YEARS));
        assertThat(sheet.rows()).extracting(row -> row.indicator().code())
                .containsExactly("TAX", "TAX_GROWTH", "FUNDS");
        var tax = sheet.rows().getFirst();
        assertThat(tax.cells()).extracting(SheetCell::look).containsExactly(Look.EMPTY, Look.EMPTY, Look.EMPTY,
                Look.IMPLIED, Look.APPROVED, Look.MISSING, Look.EMPTY);
        assertThat(tax.breaks()).isEqualTo(Set.of(2024));
        assertThat(tax.at(2023).orElseThrow().sources()).isEqualTo(1);
        assertThat(tax.at(2023).orElseThrow().isOpen()).isFalse();
        var funds = sheet.rows().getLast();
        assertThat(funds.cells()).extracting(SheetCell::column).containsExactly(2019, 2020, 2023, 2024, 2025);
        assertThat(funds.at(2022).orElseThrow()).satisfies(cell -> {
            assertThat(cell.span()).isEqualTo(3);
            assertThat(cell.key().period().code()).isEqualTo("2021/2023");
        });
        assertThat(clerk(() -> grid.sheet(new SheetQuery(REGION, 2019, 2025, "TL", null))).rows())
                .extracting(row -> row.indicator().code()).containsExactly("FUNDS");
    }

    @Test
    void what_a_rate_ties_together_is_read_again_together() {
        assertThat(grid.withWhatFollows(List.of("TAX_GROWTH"))).containsExactlyInAnyOrder("TAX", "TAX_GROWTH");
        assertThat(grid.withWhatFollows(List.of("TAX"))).containsExactlyInAnyOrder("TAX", "TAX_GROWTH");
        assertThat(grid.withWhatFollows(List.of("FUNDS"))).containsExactly("FUNDS");
    }

    @Test
    void a_year_within_a_span_keeps_its_column() {
        approve("FUNDS", "2021/2023", "1.9亿元");
        save(edit("FUNDS", "2022", "0.6亿元", 0));
        var funds = clerk(() -> grid.rows(YEARS, List.of("FUNDS"))).getFirst();
        assertThat(funds.at(2022).orElseThrow().look()).isEqualTo(Look.DRAFT);
        assertThat(funds.at(2023).orElseThrow().span()).isEqualTo(1);
        save(edit("FUNDS", "2023", "0.7亿元", 0));
        assertThat(clerk(() -> grid.rows(YEARS, List.of("FUNDS"))).getFirst().at(2023).orElseThrow())
                .satisfies(cell -> {
                    assertThat(cell.key().period().code()).isEqualTo("2023");
                    assertThat(cell.others()).extracting(other -> other.key().period().code()).containsExactly("2021/2023");
                });
    }

    @Test
    void a_scale_that_leaves_next_to_nothing_of_the_unit_is_hinted_at_in_its_cell_and_beside_it() {
        save(edit("FUNDS", "2022", "1.2万余", 0));
        assertThat(funds(2022).finding()).isEqualTo(Importance.LOW);
        var key = funds(2022).key();
        assertThat(clerk(() -> grid.findings(key, null)).slip().orElseThrow().scale())
                .isEqualTo(new ScaleSlip("1.2亿余", false));
        assertThat(clerk(() -> grid.findings(key, "3500万")).slip()).isEmpty();
        assertThat(clerk(() -> grid.findings(key, "1.2亿余")).slip()).isEmpty();
        approve("FUNDS", "2023", "310亿元");
        assertThat(clerk(() -> grid.findings(key, "300万")).slip().orElseThrow().scale())
                .isEqualTo(new ScaleSlip("300亿", true));
        save(edit("FUNDS", "2022", "0.6", funds(2022).seen()));
        assertThat(funds(2022).finding()).isNull();
    }

    private SheetCell funds(int year) {
        return clerk(() -> grid.rows(YEARS, List.of("FUNDS"))).getFirst().at(year).orElseThrow();
    }

    @Test
    void a_part_of_a_year_stands_beside_the_year_and_not_for_it() {
        save(edit("TAX", "2024-Q1", "20亿元", 0));
        var year = clerk(() -> grid.rows(YEARS, List.of("TAX"))).getFirst().at(2024).orElseThrow();
        assertThat(year.key().period().code()).isEqualTo("2024");
        assertThat(year.shown()).isEmpty();
        assertThat(year.isOpen()).isTrue();
        assertThat(year.isToDo()).isTrue();
        assertThat(year.others()).singleElement().satisfies(quarter -> {
            assertThat(quarter.key().period().code()).isEqualTo("2024-Q1");
            assertThat(quarter.look()).isEqualTo(Look.DRAFT);
        });
        save(edit("TAX", "2024", "95亿元", year.seen()));
        assertThat(clerk(() -> grid.rows(YEARS, List.of("TAX"))).getFirst().at(2024).orElseThrow().all())
                .extracting(cell -> cell.shown().orElseThrow().figure().printed()).containsExactly("95亿元", "20亿元");
    }

    @Test
    void a_row_of_a_block_without_a_name_is_told_so() {
        assertRefused("entry.indicator.missing", save(edit("", "2022", "262.7", 0)).getFirst());
    }

    @Test
    void of_a_batch_each_cell_is_answered_and_a_preview_says_the_same_and_keeps_nothing() {
        approve("TAX", "2023", "约310亿元");
        var edits = List.of(edit("TAX", "2022", "262.7", 0), edit("TAX", "2023年", "311", 0),
                edit("TAX", "20223", "311", 0), edit("TAX", "2024", "1.2.3", 0), edit("NOPE", "2024", "1", 0),
                edit("TAX", "2025", "", 0), edit("TAX_GROWTH", "2022", "8%", 4711));
        var forecast = clerk(() -> grid.preview(REGION, edits));
        assertThat(clerk(() -> grid.sheet(YEARS)).rows()).allSatisfy(row ->
                assertThat(row.cells()).extracting(SheetCell::look).doesNotContain(Look.DRAFT));
        var answers = save(edits.toArray(CellEdit[]::new));
        for (var said : List.of(forecast, answers)) {
            assertThat(said).satisfiesExactly(a -> assertThat(a).isInstanceOf(CellAnswer.Taken.class),
                    a -> assertRefused("observation.cell.approved", a), a -> assertRefused("entry.period.year", a),
                    a -> assertRefused("entry.text.TWO_DECIMAL_POINTS", a),
                    a -> assertRefused("entry.indicator.unknown", a),
                    a -> assertThat(a).isInstanceOf(CellAnswer.Same.class),
                    a -> assertThat(a).isInstanceOf(CellAnswer.Overtaken.class));
        }
        assertThat(clerk(() -> grid.rows(YEARS, List.of("TAX"))).getFirst().at(2022).orElseThrow().shown()
                .orElseThrow().figure().printed()).isEqualTo("262.7");
    }

    @Test
    void words_that_would_be_passed_over_are_refused_unless_they_stand_in_the_cell_already() {
        approve("FUNDS", "2022", "税收达1.9亿元");
        var restored = clerk(() -> grid.rows(YEARS, List.of("FUNDS"))).getFirst().at(2022).orElseThrow().approved().id();
        var edits = List.of(edit("TAX", "2021", "预计310", 0), edit("TAX", "2022", "税收达1.9亿元", 0),
                edit("TAX", "2023", "大概310", 0),
                new CellEdit("FUNDS", "2022", "税收达1.9亿元", 0, restored));
        for (var answers : List.of(clerk(() -> grid.preview(REGION, edits)), save(edits.toArray(CellEdit[]::new)))) {
            assertThat(answers).satisfiesExactly(a -> assertRefused("entry.text.NOT_UNDERSTOOD", a),
                    a -> assertRefused("entry.text.NOT_UNDERSTOOD", a),
                    a -> assertThat(a).isInstanceOf(CellAnswer.Taken.class),
                    a -> assertRefused("observation.cell.approved", a));
        }
        clerk(() -> {
            grid.correct(restored, "税收达1.9亿元", "核对");
            return null;
        });
        assertThat(funds(2022).shown().orElseThrow().figure().value()).isEqualByComparingTo("1.9");
    }

    @Test
    void a_sign_for_no_figure_is_passed_over_in_a_pasted_block_and_refused_where_it_is_typed() {
        save(edit("TAX", "2021", "300", 0));
        var edits = List.of(edit("TAX", "2020", "310", 0), edit("TAX", "2021", "—", draft("TAX", 2021)),
                edit("TAX", "2022", "…", 0), edit("TAX", "2023", "/", 0), edit("TAX", "2024", "－", 0),
                edit("TAX", "20223", "—", 0), edit("TAX", "2025", "未报", 0));
        for (var answers : List.of(clerk(() -> grid.preview(REGION, edits)), clerk(() -> grid.paste(REGION, edits)))) {
            assertThat(answers).hasSize(7).element(0).isInstanceOf(CellAnswer.Taken.class);
            assertThat(answers.subList(1, 5)).hasOnlyElementsOfType(CellAnswer.Same.class);
            assertRefused("entry.period.year", answers.get(5));
            assertRefused("entry.text.NO_NUMBER", answers.get(6));
        }
        assertThat(clerk(() -> grid.rows(YEARS, List.of("TAX"))).getFirst().at(2021).orElseThrow().shown().orElseThrow()
                .figure().printed()).isEqualTo("300");
        assertRefused("entry.text.NO_NUMBER", save(edit("TAX", "2022", "—", 0)).getFirst());
    }

    @Test
    void drafts_without_a_source_stay_and_the_others_are_handed_over() {
        save(edit("TAX", "2022", "262.7", 0), edit("FUNDS", "2022", "0.6", 0));
        var tax = draft("TAX", 2022);
        var funds = draft("FUNDS", 2022);
        var excused = clerk(() -> services.get(CellDrafts.class).excuse(tax, "内部报表")).id();
        var done = clerk(() -> grid.submit(YEARS, List.of(excused, funds)));
        assertThat(done.submitted()).isEqualTo(1);
        assertThat(done.refused().get(funds).key()).isEqualTo("observation.uncited");
        assertThat(clerk(() -> grid.rows(YEARS, List.of("TAX"))).getFirst().at(2022).orElseThrow().look())
                .isEqualTo(Look.SUBMITTED);
    }

    @Test
    void cells_of_another_department_are_closed_and_nothing_is_to_do_in_them() {
        approve("TAX", "2023", "约310亿元");
        var others = TestServices.as("wu", Role.STATISTICIAN, new Scope(Set.of(REGION), Set.of("STATS")),
                () -> grid.sheet(YEARS)).rows().getFirst();
        assertThat(others.cells()).hasSize(7).noneMatch(SheetCell::isOpen).noneMatch(SheetCell::isToDo);
        assertThat(clerk(() -> grid.sheet(YEARS)).rows().getFirst().cells()).filteredOn(SheetCell::isOpen).hasSize(6);
    }

    @Test
    void a_block_of_a_thousand_cells_is_kept_at_once() {
        clerk(() -> {
            services.get(IndicatorService.class).addIndicators(IntStream.range(0, 50)
                    .mapToObj(i -> indicator("N" + i, "TL", YI, Nature.FLOW, null)).toList());
            return null;
        });
        var edits = IntStream.range(0, 1000).mapToObj(i -> edit("N" + i / 20, 2005 + i % 20 + "", i + "", 0))
                .toArray(CellEdit[]::new);
        assertThat(save(edits)).hasSize(1000).allMatch(CellAnswer.Taken.class::isInstance);
        assertThat(clerk(() -> grid.sheet(SheetQuery.of(REGION, 2005, 2024))).rows().stream()
                .flatMap(row -> row.cells().stream()).filter(c -> c.look() == Look.DRAFT)).hasSize(1000);
    }

    @Test
    void only_who_may_read_drafts_reads_the_sheet_and_only_who_may_edit_writes_it() {
        assertThatThrownBy(() -> TestServices.as("li", Role.ANALYST, () -> grid.sheet(YEARS)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(approver(() -> grid.sheet(YEARS)).rows()).hasSize(3);
        assertThatThrownBy(() -> approver(() -> grid.save(REGION, List.of(edit("TAX", "2022", "1", 0)))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> SheetQuery.of(REGION, 2025, 2019)).isInstanceOf(RuleViolation.class);
    }

    private void approve(String indicator, String period, String printed) {
        var observations = services.get(ObservationService.class);
        var unit = printed.endsWith("%") ? PERCENT : YI;
        var draft = clerk(() -> {
            var replies = services.get(ReplyService.class);
            var source = replies.record(new NewReply(indicator + period, ReplyKind.OTHER, null, "文", "发文机关", null,
                    new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null)).id();
            return observations.submit(observations.draft(List.of(new NewObservation(indicator, REGION,
                    Period.parse(period), null, source, new FigureReader(List.of(YUAN, YI, PERCENT)).read(printed, unit,
                    Nature.FLOW), ObsStatus.A, null, null, null,
                    List.of(replies.quote(source, printed).id())))));
        });
        approver(() -> observations.approve(draft));
    }

    private long draft(String indicator, int year) {
        return clerk(() -> grid.rows(YEARS, List.of(indicator))).getFirst().at(year).orElseThrow().seen();
    }

    private List<CellAnswer> save(CellEdit... edits) {
        return clerk(() -> grid.save(REGION, List.of(edits)));
    }

    private static CellEdit edit(String indicator, String period, String text, long seen) {
        return new CellEdit(indicator, period, text, seen, null);
    }

    private static Indicator indicator(String code, String theme, Unit unit, Nature nature, String growthOf) {
        return new Indicator(code, code, code, theme, null, unit, nature, Direction.UP, PriceBasis.CURRENT, null,
                growthOf, null, null, null, true, null);
    }

    private static void assertRefused(String key, CellAnswer answer) {
        assertThat(answer).isInstanceOfSatisfying(CellAnswer.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo(key));
    }

    private static <T> T clerk(Supplier<T> work) {
        return TestServices.as("clerk", Role.STATISTICIAN, work);
    }

    private static <T> T approver(Supplier<T> work) {
        return TestServices.as("approver", Role.APPROVER, work);
    }
}
