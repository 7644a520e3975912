package org.youju.compare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.youju.check.SampleStatements.CATALOGUE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.h2.tools.Csv;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.youju.base.ui.Translations;
import org.youju.check.SampleStatements;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.SampleCommitments;
import org.youju.compare.Comparison;
import org.youju.compare.ComparisonTestAccess;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.reckon.Lines;
import org.youju.compare.reckon.Transform;
import org.youju.observation.Cell;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.reply.Grade;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;

/** The files, read back by other libraries than those that wrote them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportTest {

    private static final Selection BUDGET = Selection.NONE.withIndicators(List.of("FI_BUDGET_REVENUE", "EC_GDP"))
            .withRegions(List.of("310105", "310000")).withYears(OptionalInt.of(2020), OptionalInt.of(2025))
            .withOther(Optional.of("PP_RESIDENT"));

    private static final Instant AT = Instant.parse("2026-11-29T17:05:06Z");

    private static Comparison comparison(Selection selection, List<Observation> statements) {
        var cells = Cell.of(statements);
        var indicators = selection.indicators().stream().map(CATALOGUE::indicator).toList();
        var regions = selection.regions().stream().map(CATALOGUE::region).toList();
        var implied = selection.has(Option.IMPLIED);
        return ComparisonTestAccess.of(selection, CATALOGUE,
                Lines.of(CATALOGUE, indicators, regions, cells, List.of(), implied),
                Lines.of(CATALOGUE, selection.other().stream().map(CATALOGUE::indicator).toList(), regions, cells,
                        List.of(), implied));
    }

    private static Report report(Selection selection, List<Observation> statements) {
        return report(selection, statements, Locale.CHINESE);
    }

    private static Report report(Selection selection, List<Observation> statements, Locale locale) {
        var translations = new Translations();
        return Report.of(comparison(selection, statements), "https://youju.example/compare?i=X", AT, locale,
                (key, arguments) -> translations.getTranslation(key, locale, arguments));
    }

    private static Report report(Selection selection) {
        return report(selection, SampleStatements.all());
    }

    private static Map<String, Document> parts(byte[] file) throws Exception {
        var parts = new HashMap<String, Document>();
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(entry.getName(), builder.parse(new ByteArrayInputStream(zip.readAllBytes())));
                }
            }
        }
        return parts;
    }

    private static List<Element> elements(Document document, String name) {
        var found = new ArrayList<Element>();
        var nodes = document.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static Map<String, Double> numbers(Document sheet) {
        var numbers = new HashMap<String, Double>();
        elements(sheet, "c").forEach(cell -> {
            var type = cell.getAttribute("t");
            var value = cell.getElementsByTagName("v");
            if ((type.isEmpty() || type.equals("n")) && value.getLength() == 1) {
                numbers.put(cell.getAttribute("r"), Double.valueOf(value.item(0).getTextContent()));
            }
        });
        return numbers;
    }

    /** Reckons the few formulas that the workbook writes: + − × ÷ ^, brackets, SUM and IF. */
    private static double reckon(String formula, Map<String, Double> values) {
        var range = Pattern.compile("SUM\\('[^']+'!([A-Z]+)(\\d+):([A-Z]+)\\d+\\)").matcher(formula);
        if (range.matches()) {
            double sum = 0;
            for (char column = range.group(1).charAt(0); column <= range.group(3).charAt(0); column++) {
                sum += values.getOrDefault(column + range.group(2), 0.0);
            }
            return sum;
        }
        var plain = Pattern.compile("'[^']+'!([A-Z]+\\d+)").matcher(formula)
                .replaceAll(cell -> "(" + new BigDecimal(values.get(cell.group(1))).toPlainString() + ")");
        var choice = Pattern.compile("IF\\(\\(([^)]*)\\)([<>])\\(([^)]*)\\),1,0\\)").matcher(plain);
        plain = choice.replaceAll(it -> {
            int order = Double.compare(Double.parseDouble(it.group(1)), Double.parseDouble(it.group(3)));
            return (it.group(2).equals(">") ? order > 0 : order < 0) ? "1" : "0";
        });
        return new Arithmetic(plain).value();
    }

    private static final class Arithmetic {

        private final String text;
        private int at;

        Arithmetic(String text) {
            this.text = text;
        }

        double value() {
            double value = sum();
            assertThat(at).as(text).isEqualTo(text.length());
            return value;
        }

        private boolean take(char sign) {
            boolean there = at < text.length() && text.charAt(at) == sign;
            at += there ? 1 : 0;
            return there;
        }

        private double sum() {
            double value = product();
            while (true) {
                if (take('+')) {
                    value += product();
                } else if (take('-')) {
                    value -= product();
                } else {
                    return value;
                }
            }
        }

        private double product() {
            double value = power();
            while (true) {
                if (take('*')) {
                    value *= power();
                } else if (take('/')) {
                    value /= power();
                } else {
                    return value;
                }
            }
        }

        private double power() {
            double value = single();
            return take('^') ? Math.pow(value, power()) : value;
        }

        private double single() {
            if (take('(')) {
                double value = sum();
                assertThat(take(')')).as(text).isTrue();
                return value;
            }
            int from = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.'
                    || at == from && text.charAt(at) == '-')) {
                at++;
            }
            return Double.parseDouble(text.substring(from, at));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Transform.class, names = "TARGET", mode = EnumSource.Mode.EXCLUDE)
    void every_result_of_the_workbook_is_a_formula_on_its_values_that_gives_that_result(Transform transform) throws Exception {
        var parts = parts(ExcelFile.write(report(BUDGET.withTransform(transform))));
        var values = numbers(parts.get("xl/worksheets/sheet1.xml"));
        int formulas = 0;
        for (var cell : elements(parts.get("xl/worksheets/sheet2.xml"), "c")) {
            var formula = cell.getElementsByTagName("f");
            if (formula.getLength() == 1) {
                double stored = Double.parseDouble(cell.getElementsByTagName("v").item(0).getTextContent());
                assertThat(reckon(formula.item(0).getTextContent(), values)).as(cell.getAttribute("r"))
                        .isCloseTo(stored, within(Math.max(1e-6, Math.abs(stored) * 1e-9)));
                formulas++;
            }
        }
        assertThat(formulas).isGreaterThan(5);
    }

    @Test
    void the_workbook_names_its_sources_with_their_sentences_and_what_proves_it() throws Exception {
        var strings = parts(ExcelFile.write(report(BUDGET))).get("xl/sharedStrings.xml").getDocumentElement().getTextContent();
        assertThat(strings).contains("168.53亿元", "FI_BUDGET_REVENUE（口径第1版）", "https://youju.example/compare?i=X", "时点：最新");
    }

    @Test
    void the_csv_has_a_row_for_each_value_in_plain_numbers_and_opens_elsewhere() throws SQLException, IOException {
        var file = new String(CsvFile.write(report(BUDGET.withTransform(Transform.GROWTH))), StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFF");
        var rows = new ArrayList<Map<String, String>>();
        try (var csv = new Csv().read(new StringReader(file.substring(1)), null)) {
            while (csv.next()) {
                var row = new HashMap<String, String>();
                for (var column : List.of("VALUE", "LOW", "RESULT", "BASIS", "NOTE", "PRINTED")) {
                    row.put(column.toLowerCase(Locale.ROOT), Objects.requireNonNullElse(csv.getString(column), ""));
                }
                row.put("key", csv.getString("INDICATOR") + " " + csv.getString("REGION") + " " + csv.getString("PERIOD"));
                rows.add(row);
            }
        }
        assertThat(rows).anySatisfy(row -> assertThat(row).containsEntry("key", "FI_BUDGET_REVENUE 310105 2023")
                .containsEntry("value", "168.53").containsEntry("low", "168.525").containsEntry("result", "8.3")
                .containsEntry("basis", "STATED").containsEntry("printed", "168.53亿元"));
        assertThat(rows).anySatisfy(row -> assertThat(row).containsEntry("key", "FI_BUDGET_REVENUE 310105 2022")
                .containsEntry("basis", "IMPLIED").containsEntry("note", "NO_BASE"));
    }

    @Test
    void the_markdown_table_has_as_many_cells_in_every_row_and_cites_documents_by_number() {
        var file = new String(TextFile.markdown(report(BUDGET)), StandardCharsets.UTF_8);
        var table = file.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(table).hasSize(2 + 4).allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).hasSize(3 + 6 + 4 + 2));
        assertThat(file).contains("168.53", "（推算）").containsPattern("\\\\\\[1\\\\\\] .+：《.+》.*20\\d\\d年");
    }

    @Test
    void the_word_document_holds_the_table_and_the_citations() throws Exception {
        var document = parts(TextFile.word(report(BUDGET))).get("word/document.xml");
        assertThat(elements(document, "w:tr")).hasSize(5);
        assertThat(elements(document, "w:tc")).hasSize(5 * (3 + 6 + 4));
        assertThat(document.getDocumentElement().getTextContent()).contains("一般公共预算收入", "168.53", "[1] ");
    }

    @Test
    void values_that_are_not_public_leave_in_no_file_and_nothing_is_reckoned_from_them() {
        var hidden = SampleStatements.all().stream().map(it -> it.indicator().equals("FI_BUDGET_REVENUE")
                && it.period().code().equals("2024") ? internal(it) : it).toList();
        var report = report(BUDGET.withTransform(Transform.GROWTH).with(Option.IMPLIED, false), hidden);
        assertThat(report.withheld()).isEqualTo(2);
        assertThat(report.footer()).anyMatch(it -> it.contains("有2个数不公开"));
        var all = new String(CsvFile.write(report), StandardCharsets.UTF_8)
                + new String(TextFile.markdown(report), StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("180.97").contains("168.53");
        assertThat(all.lines().filter(it -> it.startsWith("FI_BUDGET_REVENUE") && it.contains(",2025,")))
                .isNotEmpty().allMatch(it -> it.contains("NO_BASE"));
    }

    private static Reply closed(Reply reply) {
        return new Reply(reply.id(), reply.sourceKey(), reply.kind(), reply.docNo(), reply.title(), reply.issuer(),
                reply.signatory(), reply.issuedOn(), Publicity.INTERNAL, reply.grade(), reply.url(), reply.textHeld());
    }

    private static Observation internal(Observation of) {
        return new Observation(of.id(), of.indicator(), of.region(), of.department(), of.period(), of.periodNote(),
                closed(of.reply()), of.figure(), of.status(), of.vintage(), of.comment(), of.state(), of.reason(),
                of.uncitedReason(), of.recordedBy(), of.recordedFrom(), of.recordedTo(), of.citations());
    }

    private static Commitment internal(Commitment of) {
        return new Commitment(of.id(), of.code(), closed(of.reply()), of.citation(), of.indicator(), of.region(), of.kind(),
                of.target(), of.from(), of.to(), of.department(), of.state(), of.reason(), of.recordedBy(),
                of.recordedFrom(), of.recordedTo());
    }

    @Test
    void a_promise_that_is_not_public_leaves_in_no_file_and_no_result_is_held_against_it() {
        var promise = SampleCommitments.promise("FI_BUDGET_REVENUE", CommitmentKind.FLOOR_PER_PERIOD, "160亿元", 2023, 2025);
        var selection = BUDGET.withIndicators(List.of("FI_BUDGET_REVENUE")).withRegions(List.of("310105"))
                .withTransform(Transform.TARGET);
        var cells = SampleStatements.cells();
        var results = new ArrayList<Boolean>();
        for (var made : List.of(promise, internal(promise))) {
            var comparison = ComparisonTestAccess.of(selection, CATALOGUE, Lines.of(CATALOGUE,
                    List.of(CATALOGUE.indicator("FI_BUDGET_REVENUE")), List.of(CATALOGUE.region("310105")), cells,
                    List.of(made), false), List.of());
            assertThat(comparison.hasResults(comparison.lines().getFirst())).isTrue();
            results.add(comparison.publicPart().hasResults(comparison.lines().getFirst()));
        }
        assertThat(results).containsExactly(true, false);
    }

    private static String text(byte[] markdown) {
        return new String(markdown, StandardCharsets.UTF_8).replace("\\", "");
    }

    @Test
    void a_file_says_up_to_which_day_and_moment_it_tells_what_is_known() {
        assertThat(text(TextFile.markdown(report(BUDGET)))).contains("时点：最新（截至2026-11-30）；记录：2026-11-30 01:05");
        assertThat(new String(CsvFile.write(report(BUDGET)), StandardCharsets.UTF_8))
                .contains(",as_of,recorded_as_of,link", ",2026-11-30,2026-11-29T17:05:06Z,");
        var asked = BUDGET.withAsOf(Optional.of(LocalDate.of(2024, 4, 25)))
                .withRecorded(Optional.of(Instant.parse("2025-01-02T03:04:05Z")));
        assertThat(text(TextFile.markdown(report(asked)))).contains("时点：2024-04-25；记录：2025-01-02 11:04");
        assertThat(new String(CsvFile.write(report(asked)), StandardCharsets.UTF_8))
                .contains(",2024-04-25,2025-01-02T03:04:05Z,");
    }

    @Test
    void a_text_keeps_what_the_values_are_worth_between_which_years_a_change_is_and_what_must_be_said_with_it()
            throws Exception {
        var doubtful = new ArrayList<>(SampleStatements.all());
        doubtful.add(SampleStatements.statement("FI_BUDGET_REVENUE", "310105", "2020", SampleStatements.read("150亿元",
                "FI_BUDGET_REVENUE"), ObsStatus.V, null,
                SampleStatements.source("DOUBTFUL", "区统计局", "2021-01-01", Grade.A)));
        var report = report(BUDGET.with(Option.ACROSS_BREAKS, true), doubtful);
        var word = parts(TextFile.word(report)).get("word/document.xml").getDocumentElement().getTextContent();
        for (var file : List.of(text(TextFile.markdown(report)), word)) {
            assertThat(file).contains("150（待核实）", "168.53（决算）", " //", "2024年起口径不同（", "跨口径断点计算（//），只供参考。",
                    "不可与公布的不变价增速相比");
        }
        var usual = report(BUDGET);
        word = parts(TextFile.word(usual)).get("word/document.xml").getDocumentElement().getTextContent();
        for (var file : List.of(text(TextFile.markdown(usual)), word)) {
            assertThat(file).contains("亿元（推算）（2022–2025）");
        }
    }

    @Test
    void the_workbook_shows_limiting_words_and_worth_beside_its_numbers_and_only_the_years_that_count() throws Exception {
        var parts = parts(ExcelFile.write(report(BUDGET.withYears(OptionalInt.of(2022), OptionalInt.of(2025)))));
        var formats = elements(parts.get("xl/styles.xml"), "numFmt").stream().map(it -> it.getAttribute("formatCode")).toList();
        assertThat(formats).anyMatch(it -> it.equals("\"≈\"0.0\"（推算）\"")).anyMatch(it -> it.startsWith("\"≥\"General"));
        var columns = elements(parts.get("xl/worksheets/sheet1.xml"), "c").stream().map(it -> it.getAttribute("r"))
                .filter(it -> it.matches("[A-Z]+1")).toList();
        assertThat(columns).containsExactly("A1", "B1", "C1", "D1", "E1", "F1", "G1");
        var strings = parts.get("xl/sharedStrings.xml").getDocumentElement().getTextContent();
        assertThat(strings).contains("168.525–168.535").doesNotContain("168.53–168.54");
    }

    @Test
    void a_formula_shows_as_many_decimals_as_the_screen_prints() throws Exception {
        var parts = parts(ExcelFile.write(report(BUDGET.withTransform(Transform.GROWTH))));
        var formats = elements(parts.get("xl/styles.xml"), "numFmt").stream().map(it -> it.getAttribute("formatCode")).toList();
        assertThat(formats).anyMatch(it -> it.startsWith("0.0") && !it.startsWith("0.00"));
        var cells = elements(parts.get("xl/worksheets/sheet2.xml"), "c").stream()
                .filter(it -> it.getElementsByTagName("f").getLength() == 1).toList();
        assertThat(cells).isNotEmpty().allMatch(it -> !it.getAttribute("s").isEmpty());
    }

    @Test
    void a_share_of_something_without_an_upper_limit_is_written_as_the_most_that_it_can_be() throws Exception {
        var share = Selection.NONE.withIndicators(List.of("FI_BUDGET_REVENUE")).withRegions(List.of("310000"))
                .withYears(OptionalInt.of(2024), OptionalInt.of(2024)).withTransform(Transform.SHARE)
                .withOther(Optional.of("EC_GDP"));
        var statements = List.of(SampleStatements.statement("FI_BUDGET_REVENUE", "310000", "2024", "8374.2亿元"),
                SampleStatements.statement("EC_GDP", "310000", "2024", "≥5万亿元"));
        assertThat(text(TextFile.markdown(report(share, statements)))).contains("| ≤16.7% |").doesNotContain("20%");
        var sheet = parts(ExcelFile.write(report(share, statements)));
        assertThat(elements(sheet.get("xl/worksheets/sheet2.xml"), "f")).isEmpty();
        assertThat(sheet.get("xl/sharedStrings.xml").getDocumentElement().getTextContent()).contains("≤16.7%");
    }

    @Test
    void a_computed_number_leaves_no_finer_than_it_is_known() throws Exception {
        var csv = new String(CsvFile.write(report(BUDGET)), StandardCharsets.UTF_8);
        assertThat(csv).contains("310105,长宁区,2022,155.6,155.588,155.611,").contains(",168.53,168.525,168.535,")
                .doesNotContainPattern("\\d\\.\\d{7}");
        var formats = elements(parts(ExcelFile.write(report(BUDGET))).get("xl/styles.xml"), "numFmt").stream()
                .map(it -> it.getAttribute("formatCode")).toList();
        assertThat(formats).filteredOn(it -> it.startsWith("\"≈\"")).isNotEmpty().allMatch(it -> it.startsWith("\"≈\"0.0\""));
    }

    @Test
    void a_sum_that_has_a_limit_only_tells_it_no_finer_than_what_it_is_the_sum_of() {
        var gdp = Selection.NONE.withIndicators(List.of("EC_GDP")).withRegions(List.of("310000"))
                .withYears(OptionalInt.of(2020), OptionalInt.of(2025)).withTransform(Transform.CUMULATIVE);
        assertThat(text(TextFile.markdown(report(gdp)))).contains("≥223900（", "≥280600（").doesNotContain("223916");
        assertThat(text(TextFile.markdown(report(gdp, SampleStatements.all(), Locale.ENGLISH))))
                .contains("≥CNY 22,390 bn", "≥CNY 28,060 bn").doesNotContain("223,9");
    }

    @Test
    void in_English_limiting_words_stand_apart_from_numbers_and_both_sheets_name_units_alike() throws Exception {
        var tax = Selection.NONE.withIndicators(List.of("DE_TAX")).withRegions(List.of("310105"));
        var book = parts(ExcelFile.write(report(tax, SampleStatements.all(), Locale.ENGLISH)));
        assertThat(elements(book.get("xl/styles.xml"), "numFmt").stream().map(it -> it.getAttribute("formatCode")))
                .contains("\"about \"General");
        assertThat(book.get("xl/sharedStrings.xml").getDocumentElement().getTextContent())
                .contains("100 million yuan");
        assertThat(elements(book.get("xl/sharedStrings.xml"), "t").stream().map(Element::getTextContent)).doesNotContain("亿元");
    }

    @Test
    void every_file_tells_an_index_close_to_its_base_as_the_page_does() throws Exception {
        var index = Selection.NONE.withIndicators(List.of("FI_BUDGET_REVENUE")).withRegions(List.of("310000"))
                .withTransform(Transform.INDEX);
        var report = report(index, List.of(SampleStatements.statement("FI_BUDGET_REVENUE", "310000", "2023", "8000亿元"),
                SampleStatements.statement("FI_BUDGET_REVENUE", "310000", "2024", "8000.4亿元")));
        assertThat(text(TextFile.markdown(report))).contains("| 100 | 100.0 |");
        assertThat(new String(CsvFile.write(report), StandardCharsets.UTF_8)).contains(",INDEX,100,", "MAYBE_UP");
        assertThat(elements(parts(ExcelFile.write(report)).get("xl/worksheets/sheet2.xml"), "f"))
                .extracting(Element::getTextContent).anyMatch(it -> it.endsWith("*100"));
    }
}
