package org.youju.compare.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Stretch;
import org.youju.compare.reckon.Transform;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Direction;
import org.youju.observation.Observation;

/**
 * A workbook whose results are formulas on its values: change a value and what was made of it changes. Three sheets:
 * values, results, sources. What was refused stands as its reason, never as a number.
 */
public final class ExcelFile {

    private static final int FIRST_YEAR_COLUMN = 3;
    private static final int FIRST_ROW = 1;
    private static final int MOST_WIDTH = 60;
    private static final int WIDTH = 256;
    private static final String GENERAL = "General";

    private final Report report;
    private final List<Line> lines;
    private final List<Integer> years;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, CellStyle> styles = new HashMap<>();
    private final String values;

    private ExcelFile(Report report) {
        this.report = report;
        lines = Stream.concat(report.comparison().lines().stream(), report.comparison().others().stream()
                .filter(it -> report.comparison().lines().stream().noneMatch(own -> own.key().equals(it.key())))).toList();
        var known = new TreeSet<>(report.comparison().years());
        report.comparison().lines().forEach(line -> report.comparison().years().forEach(year ->
                report.comparison().result(line, year).ifPresent(it -> it.inputs().forEach(input -> known.addAll(
                        yearsOf(input))))));
        years = List.copyOf(known);
        for (var line : lines) {
            rows.put(line.key(), FIRST_ROW + rows.size());
        }
        values = report.say().of("compare.file.sheet.values");
    }

    /** The years in which an input of a result stands, which may lie before those shown: a base, or the year before. */
    private List<Integer> yearsOf(Known input) {
        return lines.stream().flatMap(line -> line.values().entrySet().stream())
                .filter(it -> it.getValue() == input).map(Map.Entry::getKey).toList();
    }

    /** The file. */
    public static byte[] write(Report report) {
        return new ExcelFile(report).write();
    }

    private byte[] write() {
        try (var book = new XSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            values(book.createSheet(values));
            results(book.createSheet(report.say().of("compare.file.sheet.results")));
            sources(book.createSheet(report.say().of("compare.file.sheet.sources")));
            book.setForceFormulaRecalculation(true);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void values(Sheet sheet) {
        var heads = new ArrayList<>(List.of(report.say().of("compare.table.indicator"),
                report.say().of("compare.table.region"), report.say().of("compare.file.unit")));
        years.forEach(year -> heads.add(year.toString()));
        fill(sheet.createRow(0), heads);
        lines.forEach(line -> {
            var row = sheet.createRow(rows.get(line.key()));
            fill(row, List.of(line.indicator().name(report.locale()), line.region().name(report.locale()),
                    report.writing().unit(line, Transform.LEVEL, null)));
            years.forEach(year -> line.at(year).ifPresent(known -> {
                var cell = row.createCell(column(year));
                cell.setCellValue(known.value().doubleValue());
                style(cell, shown(known));
            }));
        });
        int at = FIRST_ROW + lines.size() + 1;
        for (var text : report.footer()) {
            sheet.createRow(at++).createCell(0).setCellValue(text);
        }
        widths(sheet, FIRST_YEAR_COLUMN);
        sheet.createFreezePane(FIRST_YEAR_COLUMN, FIRST_ROW);
    }

    /** The number as it is, with the limiting word before it and what it is worth behind it. */
    private String shown(Known known) {
        if (known.cell() == null) {
            return quoted("≈") + places(Writing.decimals(known)) + quoted(report.mark(List.of(known)));
        }
        var figure = known.cell().representing().figure();
        var words = FigureWriter.show(figure, report.locale());
        var behind = words.after() + (figure.valueHi() == null ? ""
                : report.say().of("compare.file.mark", report.writing().interval(figure.interval())))
                + report.mark(List.of(known));
        var format = quoted(words.before().matches(".*[a-z]") ? words.before() + " " : words.before()) + GENERAL + quoted(behind);
        return figure.value().signum() < 0 && !words.number().startsWith("\u2212") ? format + ";" + format : format;
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : '"' + words.replace("\"", "") + '"';
    }

    private void style(Cell cell, String format) {
        if (!format.equals(GENERAL)) {
            cell.setCellStyle(styles.computeIfAbsent(format, it -> {
                var style = cell.getSheet().getWorkbook().createCellStyle();
                style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(it));
                return style;
            }));
        }
    }

    private int column(int year) {
        return FIRST_YEAR_COLUMN + years.indexOf(year);
    }

    /** The cell of a value, as formulas of the other sheet name it. */
    private String at(Line line, int year) {
        return "'" + values.replace("'", "''") + "'!"
                + new CellReference(rows.get(line.key()), column(year)).formatAsString();
    }

    private void results(Sheet sheet) {
        var transform = report.transform();
        var shown = report.comparison().years();
        var heads = new ArrayList<>(report.heads().subList(0, FIRST_YEAR_COLUMN));
        shown.forEach(year -> heads.add(year.toString()));
        heads.addAll(List.of(report.say().of("compare.file.change"), report.say().of("compare.file.growth"),
                report.say().of("compare.file.yearly"), report.say().of("compare.file.years")));
        fill(sheet.createRow(0), heads);
        int at = FIRST_ROW;
        for (var line : report.comparison().lines()) {
            var row = sheet.createRow(at++);
            fill(row, List.of(line.indicator().name(report.locale()), line.region().name(report.locale()),
                    report.writing().unit(line, transform, report.others().get(line.region().code())).strip()));
            for (int year : shown) {
                result(row.createCell(FIRST_YEAR_COLUMN + shown.indexOf(year)), line, transform,
                        report.comparison().outcome(line, year), formula(line, year, transform));
            }
            var stretch = report.comparison().stretch(line);
            int next = FIRST_YEAR_COLUMN + shown.size();
            result(row.createCell(next), line, Transform.CHANGE, stretch.map(Stretch::change), stretch.map(it ->
                    at(line, it.last()) + "-" + at(line, it.first())));
            result(row.createCell(next + 1), line, Transform.GROWTH, stretch.map(Stretch::growth), stretch.map(it ->
                    growth(line, it.first(), it.last())));
            result(row.createCell(next + 2), line, Transform.CAGR, stretch.map(Stretch::yearly), stretch.map(it ->
                    average(line, it.first(), it.last())));
            stretch.filter(it -> it.first() < it.last()).ifPresent(it ->
                    row.createCell(next + 3).setCellValue(it.first() + "–" + it.last()));
        }
        at++;
        sheet.createRow(at++).createCell(0).setCellValue(report.title());
        for (var text : report.sentences()) {
            sheet.createRow(at++).createCell(0).setCellValue(text);
        }
        for (var text : report.notes()) {
            sheet.createRow(at++).createCell(0).setCellValue(text);
        }
        widths(sheet, FIRST_YEAR_COLUMN);
        sheet.createFreezePane(FIRST_YEAR_COLUMN, FIRST_ROW);
    }

    private String growth(Line line, int from, int to) {
        return "(" + at(line, to) + "/" + at(line, from) + "-1)*100";
    }

    private String average(Line line, int from, int to) {
        return "((" + at(line, to) + "/" + at(line, from) + ")^(1/" + (to - from) + ")-1)*100";
    }

    /** The formula of a result; only asked for where there is one. */
    private Optional<String> formula(Line line, int year, Transform transform) {
        if (report.comparison().result(line, year).isEmpty()) {
            return Optional.empty();
        }
        int base = report.comparison().baseYear().orElse(year);
        return Optional.of(switch (transform) {
            case LEVEL -> at(line, year);
            case CHANGE -> at(line, year) + "-" + at(line, year - 1);
            case GROWTH -> growth(line, year - 1, year);
            case INDEX -> at(line, year) + "/" + at(line, base) + "*100";
            case CAGR -> average(line, base, year);
            case CUMULATIVE -> "SUM(" + at(line, line.values().ceilingKey(report.comparison().years().getFirst())) + ":"
                    + new CellReference(rows.get(line.key()), column(year)).formatAsString() + ")";
            case SHARE -> at(line, year) + "/" + at(other(line), year) + "*" + scale(line) + "*100";
            case PER -> at(line, year) + "/" + at(other(line), year) + "*" + scale(line);
            case TARGET -> at(line, year) + "-" + line.goalIn(year).orElseThrow().value().toPlainString();
            case RANK -> rank(line, year);
        });
    }

    private Line other(Line line) {
        var other = report.others().get(line.region().code());
        if (other == null) {
            throw new IllegalStateException("A result of " + line.key() + " without the indicator that it is reckoned by.");
        }
        return other;
    }

    private String scale(Line line) {
        return line.indicator().unit().factor().toPlainString() + "/"
                + other(line).indicator().unit().factor().toPlainString();
    }

    private String rank(Line line, int year) {
        var sign = line.indicator().direction() == Direction.DOWN ? "<" : ">";
        var formula = new StringBuilder("1");
        lines.stream().filter(it -> it.indicator().code().equals(line.indicator().code()) && !it.key().equals(line.key())
                        && it.isOfLevel(line) && it.at(year).isPresent())
                .forEach(it -> formula.append("+IF(").append(at(it, year)).append(sign).append(at(line, year)).append(",1,0)"));
        return formula.toString();
    }

    private void result(Cell cell, Line line, Transform transform, Optional<? extends Outcome> outcome,
            Optional<String> formula) {
        outcome.ifPresent(it -> result(cell, line, transform, it, formula));
    }

    /** The formula with its value; words in place of both where no number is supported, or none can be told from no change. */
    private void result(Cell cell, Line line, Transform transform, Outcome outcome, Optional<String> formula) {
        switch (outcome) {
            case Outcome.Absent absent -> cell.setBlank();
            case Outcome.Refused refused -> cell.setCellValue(report.say().of("compare.short." + refused.reason()));
            case Result result when Writing.isCompatible(transform, result) -> cell.setCellValue(report.say().of("compare.compatible"));
            case Result result when transform != Transform.LEVEL && transform != Transform.RANK
                    && Writing.cell(transform, result) == null ->
                    cell.setCellValue(report.writing().text(line, transform, result) + report.mark(result));
            case Result result -> formula.ifPresent(it -> {
                cell.setCellFormula(it);
                cell.setCellValue(result.value().doubleValue());
                var known = Writing.cell(transform, result);
                style(cell, transform == Transform.LEVEL ? shown(result.inputs().getFirst())
                        : (known == null ? GENERAL : places(known.scale())) + quoted(report.mark(result)));
            });
        }
    }

    /** As many decimals as the screen prints. */
    private static String places(int decimals) {
        return decimals <= 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private void sources(Sheet sheet) {
        fill(sheet.createRow(0), List.of("#", report.say().of("compare.table.indicator"), report.say().of("compare.table.region"),
                report.say().of("compare.years"), report.say().of("source.recorded"), report.say().of("source.interval"),
                report.say().of("compare.file.document"), report.say().of("compare.file.sentence")));
        int at = 1;
        var documents = report.documents().stream().map(it -> it.id()).toList();
        for (var line : lines) {
            for (int year : report.comparison().years()) {
                for (var statement : line.at(year).stream().flatMap(Report::statements).toList()) {
                    fill(sheet.createRow(at++), List.of("[" + (documents.indexOf(statement.reply().id()) + 1) + "]",
                            report.comparison().catalogue().name(statement.indicator(), report.locale()),
                            line.region().name(report.locale()), statement.period().label(report.locale()),
                            statement.figure().printed(), report.writing().interval(statement.interval()),
                            statement.reply().label(), sentence(statement)));
                }
            }
        }
        at++;
        for (var citation : report.citations()) {
            sheet.createRow(at++).createCell(0).setCellValue(citation);
        }
        widths(sheet, 1);
    }

    private static String sentence(Observation statement) {
        return statement.citations().isEmpty() ? "" : statement.citations().getFirst().exact();
    }

    private static void fill(Row row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
    }

    private static void widths(Sheet sheet, int columns) {
        for (int i = 0; i < columns; i++) {
            int longest = 8;
            for (var row : sheet) {
                longest = Math.max(longest, row.getRowNum() > sheet.getLastRowNum() - 6 ? 0 : length(row.getCell(i)));
            }
            sheet.setColumnWidth(i, Math.min(MOST_WIDTH, longest * 2 + 2) * WIDTH);
        }
    }

    private static int length(@Nullable Cell cell) {
        return cell == null ? 0 : Math.min(MOST_WIDTH / 2, cell.toString().length());
    }
}
