package org.youju.entry.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.grid.GridCell;
import org.youju.base.grid.GridRow;
import org.youju.entry.Sheet;
import org.youju.entry.SheetCell;
import org.youju.entry.SheetQuery;
import org.youju.entry.SheetRow;
import org.youju.figure.FigureWriter;
import org.youju.figure.Shown;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;

/** Writes the rows of a sheet in a language, as the grid draws them. */
final class SheetWriter {

    private static final String YEAR_END = "-12-31";

    private final Catalogue catalogue;
    private final SheetQuery query;
    private final Locale locale;
    private final BiFunction<String, String, String> words;

    /** @param words writes a key with its argument in the language */
    SheetWriter(Catalogue catalogue, SheetQuery query, Locale locale, BiFunction<String, String, String> words) {
        this.words = words;
        this.catalogue = catalogue;
        this.query = query;
        this.locale = locale;
    }

    /** All rows, each theme under its heading; only those with something to do, where only those are asked for. */
    List<GridRow> all(Sheet sheet, boolean todo) {
        var rows = new ArrayList<GridRow>();
        var theme = "";
        for (var row : sheet.rows()) {
            if (todo && row.cells().stream().noneMatch(SheetCell::isToDo)) {
                continue;
            }
            if (!row.indicator().theme().equals(theme)) {
                theme = row.indicator().theme();
                rows.add(GridRow.group(theme, catalogue.theme(theme).name(locale)));
            }
            rows.add(row(row));
        }
        return rows;
    }

    GridRow row(SheetRow row) {
        var unit = row.indicator().unit();
        return new GridRow(row.indicator().code(), row.indicator().name(locale), FigureWriter.unit(unit, locale),
                row.cells().stream().map(cell -> cell(cell, unit)).toList(),
                row.breaks().stream().map(year -> year - query.from()).sorted().toList());
    }

    private GridCell cell(SheetCell cell, Unit unit) {
        var first = cell.column() - cell.span() + 1 - query.from();
        var look = GridCell.Look.valueOf(cell.look().name());
        var period = cell.key().period().code();
        if (cell.implied() != null) {
            var computed = FigureWriter.computedInUnit(cell.implied().value(), unit, locale);
            return new GridCell(first, cell.span(), period, look, 0, computed.before(), number(computed, unit),
                    computed.after(), spoken(computed, FigureWriter.computed(cell.implied().value(), unit, locale), unit), beside(cell), null, 0, cell.others().size(), false, cell.commented(), !cell.isOpen(), null, false, false);
        }
        var shown = cell.shown().orElse(null);
        if (shown == null) {
            return new GridCell(first, cell.span(), period, look, 0, "", null, "", null, beside(cell), null, 0, cell.others().size(), false,
                    cell.commented(), !cell.isOpen(), null, false, false);
        }
        var figure = FigureWriter.inUnit(shown.figure(), locale);
        return new GridCell(first, cell.span(), period, look, cell.seen(), figure.before(), number(figure, unit),
                figure.after(), spoken(figure, FigureWriter.show(shown.figure(), locale), unit), label(cell), shown.figure().printed(), cell.sources(), cell.others().size(), !shown.isSourced(),
                shown.comment() != null || cell.commented(), !cell.isOpen(),
                cell.finding() == null ? null : GridCell.Finding.valueOf(cell.finding().name()),
                shown.ruling() != null, shown.departure() != null);
    }

    /** With what its unit is more than the row's: 1.2万 where the row is in persons. */
    private String number(Shown shown, Unit unit) {
        var name = FigureWriter.unit(unit, locale);
        if (shown.unit().equals(name)) {
            return shown.number();
        }
        var scale = shown.unit().endsWith(unit.base())
                ? shown.unit().substring(0, shown.unit().length() - unit.base().length()) : " " + shown.unit();
        var own = name.endsWith(unit.base()) ? name.substring(0, name.length() - unit.base().length()) : name;
        return scale.equals(own) ? shown.number() : shown.number() + scale;
    }

    /** As the whole figure is read aloud, null where that is what is drawn with the row's unit behind it. */
    private @Nullable String spoken(Shown shown, Shown whole, Unit unit) {
        var aloud = FigureWriter.spoken(whole, unit, locale);
        var gap = "zh".equals(locale.getLanguage()) ? "" : " ";
        var drawn = Stream.of(shown.before(), number(shown, unit), shown.after()).filter(it -> !it.isEmpty())
                .collect(Collectors.joining(gap)) + gap + FigureWriter.unit(unit, locale);
        return aloud.equals(drawn) ? null : aloud;
    }

    /** The period where the column doesn't say it, why a person chose what is shown, and what stands beside it. */
    private @Nullable String label(SheetCell cell) {
        var ruling = cell.shown().orElseThrow().ruling();
        var said = Stream.of(periodOf(cell), ruling == null ? null : words.apply("entry.ruled", ruling.reason()),
                beside(cell)).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return said.isEmpty() ? null : said;
    }

    /** The other periods of the same column; null where there are none. */
    private @Nullable String beside(SheetCell cell) {
        var periods = cell.others().stream().map(other -> other.key().period().label(locale))
                .collect(Collectors.joining(" · "));
        return periods.isEmpty() ? null : words.apply("entry.beside", periods);
    }

    /** 2021–2023年, or the day within the year; null where the column says it. */
    private @Nullable String periodOf(SheetCell cell) {
        var period = cell.key().period();
        return switch (period.kind()) {
            case YEAR -> null;
            case AS_OF -> period.code().endsWith(YEAR_END) ? null : period.code().substring("2024-".length());
            case HALF_YEAR, QUARTER, MONTH, SPAN, SINCE, BY, UNKNOWN -> period.label(locale);
        };
    }
}
