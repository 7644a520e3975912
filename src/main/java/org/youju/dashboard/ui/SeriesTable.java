package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.youju.base.chart.TableRow;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.check.Derivation;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.FigureWriter;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.observation.Cell;
import org.youju.observation.ui.QuotedFigure;
import org.youju.observation.ui.SourceBadge;
import org.youju.observation.ui.StatusWords;

/** The rows that stand under an indicator's chart, one column for each of its periods. */
final class SeriesTable {

    private final IndicatorSeries series;
    private final Catalogue catalogue;
    private final Component owner;
    private final Locale locale;
    private final List<@Nullable Period> periods;

    /** The rows of a chart, in its columns. */
    SeriesTable(IndicatorSeries series, SeriesChart chart, Catalogue catalogue, Component owner, Locale locale) {
        this(series, new ArrayList<>(chart.periods().values()), catalogue, owner, locale);
    }

    /** The rows of a series that is not drawn, in the order of its periods. */
    SeriesTable(IndicatorSeries series, Catalogue catalogue, Component owner, Locale locale) {
        this(series, new ArrayList<>(series.cells().stream().map(c -> c.key().period()).toList()), catalogue, owner, locale);
    }

    private SeriesTable(IndicatorSeries series, List<@Nullable Period> periods, Catalogue catalogue, Component owner,
            Locale locale) {
        this.series = series;
        this.periods = periods;
        this.catalogue = catalogue;
        this.owner = owner;
        this.locale = locale;
    }

    List<TableRow> rows() {
        return List.of(
                row("dashboard.table.growth", this::growth, d -> dash()),
                row("dashboard.table.state", this::state, this::computed),
                row("dashboard.table.source", c -> new SourceBadge(c.statements(), c.representing()),
                        d -> new SourceBadge(new Workings(catalogue, locale).of(d))));
    }

    /** The same rows as a table of its own, with the values. */
    Component plain() {
        var table = new NativeTable();
        table.addClassName("yj-table");
        var head = new NativeTableRow();
        head.add(header(owner.getTranslation("dashboard.table.period"), "row"));
        periods.forEach(p -> head.add(header(p == null ? "—" : p.label(locale), "col")));
        table.add(head);
        var values = row("dashboard.table.value",
                c -> new Span(StatusWords.marked(FigureWriter.show(c.representing().figure(), locale).text(),
                        c.representing(), locale)), d -> dash());
        var all = new ArrayList<TableRow>();
        all.add(values);
        all.add(row("dashboard.table.interval", this::interval, this::interval));
        all.addAll(rows());
        all.forEach(row -> {
            var line = new NativeTableRow();
            line.add(header(row.label(), "row"));
            row.cells().forEach(cell -> line.add(new NativeTableCell(cell)));
            table.add(line);
        });
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", owner.getTranslation("dashboard.indicator.series"));
        return scroll;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private TableRow row(String key, Function<Cell, Component> stated, Function<Derivation, Component> computed) {
        var cells = new ArrayList<Component>();
        for (var period : periods) {
            if (period == null) {
                cells.add(dash());
                continue;
            }
            cells.add(series.cell(period).map(stated)
                    .orElseGet(() -> computed.apply(series.implied(period).getFirst())));
        }
        return new TableRow(owner.getTranslation(key), cells);
    }

    private Component interval(Cell cell) {
        var interval = cell.representing().interval();
        return interval.isPoint() ? dash() : new Span(FigureWriter.interval(cell.representing().figure(), locale));
    }

    private Component interval(Derivation derived) {
        return new Span(FigureWriter.computedInterval(derived.interval(), derived.value(), series.indicator().unit(),
                locale));
    }

    private Component growth(Cell cell) {
        return catalogue.growthsOf(series.indicator().code()).stream()
                .flatMap(g -> series.related(g.code(), cell.key().period()).stream()).findFirst()
                .<Component>map(g -> QuotedFigure.change(g.representing()))
                .orElseGet(SeriesTable::dash);
    }

    private Component state(Cell cell) {
        var shown = cell.representing();
        return shown.status().isFirm()
                ? new StateBadge(StateBadge.Tone.OK, Glyph.MET, owner.getTranslation("dashboard.state.approved"))
                : new StateBadge(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE,
                        owner.getTranslation("dashboard.status." + shown.status()));
    }

    private Component computed(Derivation derived) {
        return new StateBadge(StateBadge.Tone.INFO, Glyph.INFORMATION, owner.getTranslation("dashboard.state.computed"));
    }

    private static Component dash() {
        return new Span("—");
    }
}
