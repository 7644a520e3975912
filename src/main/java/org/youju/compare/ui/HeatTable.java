package org.youju.compare.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import java.math.BigDecimal;
import java.util.Optional;
import org.youju.compare.Comparison;
import org.youju.compare.Comparison.Facet;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;

/** Tables of tints in place of charts: the darker, the nearer to the greatest value of its unit. */
final class HeatTable extends Div {

    private static final int DARKEST = 4;

    private final Comparison comparison;
    private final Words words;

    HeatTable(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.words = words;
        addClassName("yj-heat");
        comparison.facets().forEach(facet -> add(Tables.scrolling(table(facet))));
    }

    private NativeTable table(Facet facet) {
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-heat-table");
        table.setCaptionText((words.title() + " " + words.unit(facet.lines().getFirst())).strip());
        var head = table.getHead().addRow();
        head.add(Tables.header(words.say("compare.table.indicator"), "col"));
        comparison.years().forEach(year -> {
            var cell = Tables.header(Integer.toString(year), "col");
            cell.addClassName("yj-compare-year");
            head.add(cell);
        });
        var told = facet.lines().stream().flatMap(line -> comparison.years().stream()
                .flatMap(year -> comparison.result(line, year).stream())).filter(this::hasPlace).map(Result::value).toList();
        var low = told.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        var high = told.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        facet.lines().forEach(line -> {
            var row = table.getBody().addRow();
            row.add(Tables.header(words.brief(line), "row"));
            comparison.years().forEach(year -> row.add(cell(line, year, low, high)));
        });
        return table;
    }

    /** Whether a result can be told from others; one that can't be told from no change has no tint. */
    private boolean hasPlace(Result result) {
        return !Writing.isCompatible(comparison.selection().transform(), result);
    }

    private NativeTableCell cell(Line line, int year, BigDecimal low, BigDecimal high) {
        var cell = new NativeTableCell();
        cell.addClassName("yj-compare-number");
        switch (comparison.outcome(line, year)) {
            case Outcome.Absent absent -> cell.add(Tables.absent(words.missing(line, year)));
            case Outcome.Refused refused -> cell.add(Tables.absent(words.brief(refused)));
            case Result result -> {
                cell.add(Tables.number(words.text(line, result), result));
                Optional.ofNullable(words.unvalidated(result)).map(Tables::mark).ifPresent(cell::add);
                if (hasPlace(result)) {
                    cell.addClassName("yj-heat-" + step(result.value(), low, high));
                }
            }
        }
        return cell;
    }

    private static int step(BigDecimal value, BigDecimal low, BigDecimal high) {
        var spread = high.subtract(low).doubleValue();
        return spread == 0 ? DARKEST / 2
                : (int) Math.min(DARKEST, value.subtract(low).doubleValue() / spread * (DARKEST + 1));
    }
}
