package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.compare.Comparison;
import org.youju.compare.Notes;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.Selection.Column;
import org.youju.compare.Selection.Sort;
import org.youju.compare.reckon.Adding;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Stretch;
import org.youju.compare.reckon.Transform;
import org.youju.compare.reckon.Worth;

/** Everything that the charts show, and more: years across, then what changed between the first and the last of them. */
final class ComparisonTable extends Div {

    private static final int WIDTH = 72;
    private static final int HEIGHT = 22;
    private static final int EDGE = 3;
    private static final int MOST_NOTES = 20;
    private static final Pattern QUOTE = Pattern.compile("\u201c([^\u201d]*\\p{IsHan}[^\u201d]*)\u201d");

    private final Comparison comparison;
    private final Words words;
    private final Consumer<Selection> go;
    private final Consumer<Line> sources;

    /**
     * @param go      asked for another selection, by sorting and pinning
     * @param sources asked for the sources of a line
     */
    ComparisonTable(Comparison comparison, Words words, Consumer<Selection> go, Consumer<Line> sources) {
        this.comparison = comparison;
        this.words = words;
        this.go = go;
        this.sources = sources;
        addClassName("yj-compare-table");
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-compare-values");
        table.setCaptionText(words.say("compare.table.caption", words.title()));
        head(table);
        body(table);
        add(Tables.scrolling(table));
        notes();
    }

    private void head(NativeTable table) {
        var row = table.getHead().addRow();
        row.add(sorted(Column.NAME, "compare.table.indicator"), sorted(Column.REGION, "compare.table.region"));
        comparison.years().forEach(year -> row.add(number(yearHeader(year))));
        row.add(number(sorted(Column.CHANGE, heading("change"))), number(sorted(Column.GROWTH, heading("growth"))),
                number(sorted(Column.YEARLY, heading("yearly"))), Tables.header(words.say("compare.table.trend"), "col"),
                Tables.header(words.say("compare.table.status"), "col"),
                Tables.header(words.say("compare.table.sources"), "col"));
    }

    private String heading(String column) {
        return Notes.heading(comparison.selection().transform(), column);
    }

    private static NativeTableHeaderCell number(NativeTableHeaderCell cell) {
        cell.addClassName("yj-compare-year");
        return cell;
    }

    private NativeTableHeaderCell yearHeader(int year) {
        return year == comparison.years().getFirst() ? sorted(Column.START, "compare.table.start", year)
                : year == comparison.years().getLast() ? sorted(Column.END, "compare.table.end", year)
                : Tables.header(Integer.toString(year), "col");
    }

    private NativeTableHeaderCell sorted(Column column, String key, Object... arguments) {
        var cell = Tables.header(sortButton(column, words.say(key, arguments)), "col");
        comparison.selection().sort().filter(it -> it.by() == column).ifPresent(it ->
                cell.getElement().setAttribute("aria-sort", it.descending() ? "descending" : "ascending"));
        return cell;
    }

    /** Ascending, descending, and back to the order of the choice. */
    private Component sortButton(Column column, String name) {
        var now = comparison.selection().sort().filter(it -> it.by() == column);
        var button = new NativeButton(name + now.map(it -> it.descending() ? " ↓" : " ↑").orElse(""));
        button.addClassName("yj-compare-sort");
        button.setId("cmp-sort-" + column);
        button.addClickListener(click -> go.accept(comparison.selection().withSort(now.isEmpty()
                ? Optional.of(new Sort(column, false))
                : now.get().descending() ? Optional.empty() : Optional.of(new Sort(column, true)))));
        return button;
    }

    private void body(NativeTable table) {
        var lines = ordered();
        if (comparison.selection().has(Option.THEMES)) {
            var themes = new LinkedHashMap<String, List<Line>>();
            lines.forEach(it -> themes.computeIfAbsent(it.indicator().theme(), theme -> new ArrayList<>()).add(it));
            themes.forEach((theme, of) -> {
                var name = Tables.header(comparison.catalogue().theme(theme).name(words.locale()), "rowgroup");
                name.getElement().setAttribute("colspan", Integer.toString(comparison.years().size() + 8));
                name.addClassName("yj-compare-theme");
                table.getBody().addRow().add(name);
                of.forEach(it -> table.getBody().add(row(it)));
            });
        } else {
            lines.forEach(it -> table.getBody().add(row(it)));
        }
        totals(table);
    }

    private List<Line> ordered() {
        var lines = new ArrayList<>(comparison.lines());
        var units = comparison.lines().stream().map(it -> it.indicator().unit().code()).distinct().toList();
        comparison.selection().sort().ifPresent(sort -> {
            var by = switch (sort.by()) {
                case NAME -> Comparator.comparing(words::indicator);
                case REGION -> Comparator.comparing(words::region);
                case START, END, CHANGE, GROWTH, YEARLY -> number(sort);
            };
            lines.sort(sort.by() == Column.START || sort.by() == Column.END || sort.by() == Column.CHANGE
                    ? Comparator.comparing((Line it) -> units.indexOf(it.indicator().unit().code())).thenComparing(by)
                    : sort.descending() && (sort.by() == Column.NAME || sort.by() == Column.REGION) ? by.reversed() : by);
        });
        var pinned = comparison.selection().pinned();
        lines.sort(Comparator.comparing(it -> !pinned.contains(it.key())));
        return lines;
    }

    /** Lines without a number come last, whichever way is asked for. */
    private Comparator<Line> number(Sort sort) {
        Comparator<BigDecimal> order = Comparator.naturalOrder();
        return Comparator.comparing((Line it) -> value(it, sort.by()).orElse(null),
                Comparator.nullsLast(sort.descending() ? order.reversed() : order));
    }

    private Optional<BigDecimal> value(Line line, Column column) {
        return comparison.stretch(line).flatMap(it -> switch (column) {
            case START -> line.at(it.first()).map(Known::value);
            case END -> line.at(it.last()).map(Known::value);
            case CHANGE -> number(it.change());
            case GROWTH -> number(it.growth());
            case YEARLY -> number(it.yearly());
            case NAME, REGION -> Optional.<BigDecimal>empty();
        });
    }

    private static Optional<BigDecimal> number(Outcome outcome) {
        return outcome instanceof Result result ? Optional.of(result.value()) : Optional.empty();
    }

    private NativeTableRow row(Line line) {
        var row = new NativeTableRow();
        var name = new NativeTableHeaderCell(pin(line), new Span(words.indicator(line)), unit(line));
        name.getElement().setAttribute("scope", "row");
        row.add(name, new NativeTableCell(words.region(line)));
        comparison.years().forEach(year -> row.add(cell(line, year)));
        var stretch = comparison.stretch(line);
        row.add(figure(line, Transform.CHANGE, stretch.map(Stretch::change), stretch),
                figure(line, Transform.GROWTH, stretch.map(Stretch::growth), stretch),
                figure(line, Transform.CAGR, stretch.map(Stretch::yearly), stretch),
                new NativeTableCell(spark(line)), status(line), source(line));
        return row;
    }

    private Component pin(Line line) {
        boolean pinned = comparison.selection().pinned().contains(line.key());
        var button = new NativeButton(pinned ? "◆" : "◇");
        button.addClassName("yj-compare-pin");
        button.setId("cmp-pin-" + line.key());
        button.setAriaLabel(words.say("compare.table.pin", words.name(line)));
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pinned));
        button.addClickListener(click -> {
            var keys = new ArrayList<>(comparison.selection().pinned());
            if (!keys.remove(line.key())) {
                keys.add(line.key());
            }
            go.accept(comparison.selection().withPinned(keys));
        });
        return button;
    }

    private Component unit(Line line) {
        var unit = new Span(words.writing().axisUnit(line, Transform.LEVEL, null));
        unit.addClassName("yj-caption");
        return unit;
    }

    private NativeTableCell cell(Line line, int year) {
        var cell = new NativeTableCell();
        cell.addClassName("yj-compare-number");
        var transform = comparison.selection().transform();
        var known = line.at(year);
        switch (comparison.outcome(line, year)) {
            case Result result -> {
                cell.add(Tables.number(words.text(line, result), result));
                if (transform == Transform.LEVEL) {
                    mark(cell, result.inputs().getFirst());
                }
            }
            case Outcome.Absent absent -> cell.add(Tables.absent(words.missing(line, year)));
            case Outcome.Refused refused -> cell.add(Tables.absent(words.brief(refused)));
        }
        if (transform != Transform.LEVEL && known.isPresent()) {
            var level = new Span(words.writing().brief(line, known.get()));
            level.addClassNames("yj-caption", "yj-compare-level");
            cell.add(level);
            mark(cell, known.get());
        }
        return cell;
    }

    /** What a value is worth, as a word behind it. */
    private void mark(NativeTableCell cell, Known known) {
        var worth = words.worth(known);
        if (!worth.isEmpty()) {
            cell.add(Tables.mark(worth));
        }
    }

    private NativeTableCell figure(Line line, Transform transform, Optional<Outcome> outcome, Optional<Stretch> stretch) {
        var cell = new NativeTableCell();
        cell.addClassName("yj-compare-number");
        switch (outcome.orElseGet(Outcome.Absent::new)) {
            case Result result -> {
                cell.add(Tables.number(words.text(line, transform, result), result));
                if (transform == Transform.CHANGE) {
                    years(stretch.orElseThrow()).ifPresent(cell::add);
                }
            }
            case Outcome.Refused refused -> cell.add(Tables.absent(words.brief(refused)));
            case Outcome.Absent absent -> cell.add(Tables.absent("—"));
        }
        return cell;
    }

    /** Which years a change is between, where these are not the first and the last one shown. */
    private Optional<Component> years(Stretch stretch) {
        if (stretch.first() == comparison.years().getFirst() && stretch.last() == comparison.years().getLast()) {
            return Optional.empty();
        }
        var years = new Span(stretch.first() + "–" + stretch.last());
        years.addClassNames("yj-caption", "yj-compare-level");
        return Optional.of(years);
    }

    private NativeTableCell status(Line line) {
        var said = new LinkedHashSet<String>();
        comparison.years().forEach(year -> line.at(year).map(words::worth).filter(it -> !it.isEmpty()).ifPresent(said::add));
        if (!line.breaks().isEmpty()) {
            said.add(words.say("compare.break"));
        }
        return new NativeTableCell(!said.isEmpty() ? said.stream().limit(3).collect(Collectors.joining(words.say("source.comma")))
                : comparison.stretch(line).isPresent() ? words.say("compare.status.firm") : words.say("compare.status.none"));
    }

    private NativeTableCell source(Line line) {
        long count = comparison.years().stream().map(line::at).flatMap(Optional::stream).map(Known::cell)
                .filter(Objects::nonNull).map(it -> it.representing().reply().id()).distinct().count();
        if (comparison.stretch(line).isEmpty()) {
            return new NativeTableCell(Tables.absent("—"));
        }
        var button = new NativeButton(words.say("compare.table.source", count));
        button.addClassName("yj-source-badge");
        button.setAriaLabel(words.say("compare.table.source.open", words.name(line), count));
        button.addClickListener(click -> sources.accept(line));
        return new NativeTableCell(button);
    }

    /** A series in the space of a word; it repeats the row and is hidden from screen readers. */
    private Component spark(Line line) {
        var years = comparison.years().stream().filter(year -> line.at(year).isPresent()).toList();
        var spark = new Div();
        spark.getElement().setAttribute("aria-hidden", "true");
        if (years.size() > 1) {
            spark.addClassName("yj-compare-spark");
            spark.add(new Svg(drawing(line, years)));
        }
        return spark;
    }

    private String drawing(Line line, List<Integer> years) {
        var values = years.stream().map(year -> line.at(year).orElseThrow().value().doubleValue()).toList();
        double low = values.stream().mapToDouble(it -> it).min().orElse(0);
        double spread = Math.max(values.stream().mapToDouble(it -> it).max().orElse(1) - low, 1e-9);
        double step = (WIDTH - 2.0 * EDGE) / Math.max(1, comparison.years().size() - 1);
        var svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' focusable='false'>"
                .formatted(WIDTH, HEIGHT));
        double[] before = null;
        for (int i = 0; i < years.size(); i++) {
            double[] at = {EDGE + step * (years.get(i) - comparison.years().getFirst()),
                HEIGHT - EDGE - (values.get(i) - low) / spread * (HEIGHT - 2 * EDGE)};
            if (before != null && years.get(i) - years.get(i - 1) == 1
                    && line.breakBetween(years.get(i - 1), years.get(i)).isEmpty()) {
                svg.append(path(before, at));
            }
            svg.append("<circle class='%s' cx='%.1f' cy='%.1f' r='1.8'/>".formatted(
                    line.at(years.get(i)).orElseThrow().worth() == Worth.STATED ? "yj-spark-point"
                            : "yj-spark-point yj-is-computed", at[0], at[1]));
            before = at;
        }
        return svg.append("</svg>").toString();
    }

    private static String path(double[] from, double[] to) {
        return "<path class='yj-spark-line' d='M%.1f %.1fL%.1f %.1f'/>".formatted(from[0], from[1], to[0], to[1]);
    }

    /** One row for each indicator whose regions add up. */
    private void totals(NativeTable table) {
        if (comparison.selection().transform() != Transform.LEVEL) {
            return;
        }
        byIndicator().values().stream().filter(of -> Adding.obstacle(of, comparison.catalogue()).isEmpty()).forEach(of -> {
            var total = Adding.total(of);
            var row = table.getBody().addRow();
            row.addClassName("yj-compare-total");
            row.add(Tables.header(words.indicator(of.getFirst()), "row"),
                    new NativeTableCell(words.say("compare.table.total")));
            for (int year : comparison.years()) {
                var cell = new NativeTableCell(total.containsKey(year) ? sum(of.getFirst(), total.get(year))
                        : Tables.absent(words.say("compare.missing")));
                cell.addClassName("yj-compare-number");
                row.add(cell);
            }
            for (int i = 0; i < 6; i++) {
                row.add(new NativeTableCell());
            }
        });
    }

    private Component sum(Line line, Known known) {
        var span = new Span(words.writing().brief(line, known));
        span.addClassName("yj-is-computed");
        return span;
    }

    private Map<String, List<Line>> byIndicator() {
        return comparison.lines().stream().filter(comparison::hasResults).collect(Collectors.groupingBy(
                it -> it.indicator().code(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What must be said under the table. */
    private void notes() {
        var said = Notes.of(comparison, words.locale(), words::say);
        if (!said.isEmpty()) {
            add(list(said.subList(0, Math.min(MOST_NOTES, said.size()))));
        }
        var elsewhere = comparison.lines().stream().filter(it -> !it.others().isEmpty()).toList();
        if (!elsewhere.isEmpty()) {
            add(elsewhere(elsewhere));
        }
        if (said.size() > MOST_NOTES) {
            add(new NativeDetails(words.say("compare.notes.more", said.size() - MOST_NOTES),
                    list(said.subList(MOST_NOTES, said.size()))));
        }
    }

    private static UnorderedList list(List<String> sentences) {
        var list = new UnorderedList();
        list.addClassName("yj-compare-notes");
        sentences.forEach(it -> list.add(item(it)));
        return list;
    }

    /** A sentence in which something is quoted in Chinese, whatever the language of the page, marks it as such. */
    private static ListItem item(String sentence) {
        var item = new ListItem();
        int at = 0;
        var quote = QUOTE.matcher(sentence);
        while (quote.find()) {
            var words = new Span(quote.group(1));
            words.getElement().setAttribute("lang", "zh-CN");
            item.add(new Text(sentence.substring(at, quote.start(1))), words);
            at = quote.end(1);
        }
        item.add(new Text(sentence.substring(at)));
        return item;
    }

    /** Where the figures of other periods than whole years are shown. */
    private Paragraph elsewhere(List<Line> lines) {
        var see = new Paragraph(words.say("compare.others.see"));
        see.addClassName("yj-compare-elsewhere");
        var selection = comparison.selection();
        lines.forEach(line -> see.add(new Anchor(Routes.indicator(line.indicator().code(), new PageState(
                Optional.of(line.region().code()), OptionalInt.empty(), selection.asOf(), selection.recorded())),
                words.name(line))));
        return see;
    }
}
