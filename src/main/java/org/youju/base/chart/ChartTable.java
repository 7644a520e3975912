package org.youju.base.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A chart's values as a table: one column for each category, or one row. */
class ChartTable extends NativeTable {

    /** One line of values: what they are, and the cell of each category. */
    private record Line(String label, IntFunction<Component> cell) {
    }

    private final ChartSpec spec;
    private final Words words;

    ChartTable(ChartSpec spec, List<TableRow> rows, boolean columnsAreCategories, Words words) {
        this.spec = spec;
        this.words = words;
        addClassNames("yj-chart-table", columnsAreCategories ? "yj-chart-table--aligned" : "yj-chart-table--plain");
        setCaptionText(words.of("caption", spec.title(), spec.unit()));
        getCaption().addClassName("yj-chart-table__caption");
        var lines = new ArrayList<Line>();
        spec.series().forEach(series -> {
            lines.add(new Line(spec.series().size() == 1 ? words.of("value") : series.name(),
                    at -> value(series.points().get(at), at)));
            if (series.points().stream().filter(Objects::nonNull).anyMatch(point -> point.range() != null)) {
                lines.add(new Line(spec.series().size() == 1 ? words.of("interval")
                        : words.of("interval-of", series.name()), at -> range(series.points().get(at))));
            }
        });
        spec.annotations().stream().filter(Annotation.Target.class::isInstance).map(Annotation.Target.class::cast)
                .forEach(target -> lines.add(new Line(target.name(), at -> target.values().get(at) == null
                        ? new Span("—") : new Span(ChartConfiguration.plain(target.values().get(at))))));
        rows.forEach(row -> lines.add(new Line(row.label(), row.cells()::get)));
        if (columnsAreCategories) {
            alignUnderCategories(lines);
        } else {
            listCategories(lines);
        }
    }

    private void alignUnderCategories(List<Line> lines) {
        var head = new NativeTableRow(header(words.of("category"), "col"));
        IntStream.range(0, spec.categories().size())
                .forEach(at -> head.add(highlight(header(spec.categories().get(at), "col"), at)));
        add(new NativeTableHeader(head));
        add(body(lines, line -> {
            var row = new NativeTableRow(header(line.label(), "row"));
            IntStream.range(0, spec.categories().size())
                    .forEach(at -> row.add(highlight(new NativeTableCell(line.cell().apply(at)), at)));
            return row;
        }));
    }

    private void listCategories(List<Line> lines) {
        var head = new NativeTableRow(header(words.of("category"), "col"));
        lines.forEach(line -> head.add(header(line.label(), "col")));
        add(new NativeTableHeader(head));
        add(body(IntStream.range(0, spec.categories().size()).boxed().toList(), at -> {
            var row = new NativeTableRow(highlight(header(spec.categories().get(at), "row"), at));
            lines.forEach(line -> row.add(highlight(new NativeTableCell(line.cell().apply(at)), at)));
            return row;
        }));
    }

    private static <T> NativeTableBody body(List<T> of, Function<T, NativeTableRow> row) {
        var body = new NativeTableBody();
        of.forEach(one -> body.add(row.apply(one)));
        return body;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private <C extends Component> C highlight(C cell, int category) {
        if (spec.categories().get(category).equals(spec.highlighted())) {
            cell.addClassName("yj-chart-table__highlighted");
        }
        return cell;
    }

    private Component value(@Nullable Point point, int category) {
        if (point == null) {
            var absent = new Span(spec.absence(category));
            absent.addClassName("yj-chart-table__absent");
            return absent;
        }
        return switch (point.mark()) {
            case STATED -> new Span(point.text());
            case COMPUTED -> marked(point.text(), "yj-chart-table__computed", point.marking(words));
            case UNVALIDATED -> marked(point.text(), "yj-chart-table__unvalidated", point.marking(words));
        };
    }

    private static Component marked(String text, String className, String word) {
        var value = new Span(text);
        value.addClassName(className);
        var said = new Span(word);
        said.addClassName("yj-chart-table__mark");
        return new Span(value, said);
    }

    private Component range(@Nullable Point point) {
        return new Span(point == null || point.range() == null ? "—" : ChartConfiguration.text(point.range()));
    }
}
