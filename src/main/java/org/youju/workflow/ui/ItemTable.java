package org.youju.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.StackedCell;
import org.youju.check.Comparison;
import org.youju.check.Finding;
import org.youju.check.rule.ui.FindingLine;
import org.youju.commitment.Commitment;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.RuleWords;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Department;
import org.youju.observation.State;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.NotHeldBadge;
import org.youju.observation.ui.SourceBadge;
import org.youju.security.ui.PersonName;
import org.youju.workflow.Item;

/** The items of one batch: what each says, what is said of the same cell already, and where it stands. */
final class ItemTable extends Div {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Catalogue catalogue;
    private final List<Department> departments;
    private final ZoneId zone;
    private final Set<Item> selected = new LinkedHashSet<>();
    private final List<Input> boxes = new ArrayList<>();
    private final Runnable listener;

    /**
     * @param caption what they have in common
     * @param items   at least one
     * @param choice  which of them may be selected; null where none is ever
     * @param listener told when the selection changes
     */
    ItemTable(String caption, List<Item> items, Catalogue catalogue, List<Department> departments,
            ZoneId zone, @Nullable Predicate<Item> choice, Runnable listener) {
        this.catalogue = catalogue;
        this.departments = departments;
        this.zone = zone;
        this.listener = listener;
        addClassName("yj-table-scroll");
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked", "yj-todo-table");
        table.setCaptionText(getTranslation("todo.caption", caption));
        var head = table.getHead().addRow();
        if (choice != null) {
            head.add(header("todo.select"));
        }
        for (var key : new String[] {"todo.item", "todo.value", "todo.known", "todo.source", "todo.step"}) {
            head.add(header(key));
        }
        items.forEach(item -> table.getBody().add(row(item, choice)));
        add(table);
    }

    private NativeTableHeaderCell header(String key) {
        var cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** What is selected, in the order of the table. */
    Set<Item> selected() {
        return selected;
    }

    /** Selects every item that may be. */
    void selectAll() {
        boxes.forEach(box -> box.getElement().setProperty("checked", true));
        boxes.forEach(box -> selected.add(item(box)));
        listener.run();
    }

    private static Item item(Input box) {
        return ComponentUtil.getData(box, Item.class);
    }

    private NativeTableRow row(Item item, @Nullable Predicate<Item> choice) {
        var indicator = catalogue.indicator(item.indicator());
        var name = new Anchor(way(item), indicator.name(getLocale()));
        var about = new Span(catalogue.region(item.region()).name(getLocale()) + " · " + when(item));
        about.addClassName("yj-caption");
        var what = new NativeTableHeaderCell(name, about);
        what.getElement().setAttribute("scope", "row");
        var interval = new Span(getTranslation("source.interval") + " "
                + FigureWriter.interval(item.figure(), getLocale()));
        interval.addClassName("yj-caption");
        var value = cell("todo.value", new FigureText(item.figure()), interval);
        differs(item, value);
        if (item instanceof Item.Promise promise) {
            value.show(caption(rule(promise)));
        }
        var row = new NativeTableRow();
        if (choice != null) {
            row.add(cell("todo.select", box(item, choice.test(item), indicator.name(getLocale()) + " " + when(item))));
        }
        row.add(what, value, known(item), source(item), step(item));
        return row;
    }

    /** Marks what says something else than the words that it quotes, with the reason where one was given. */
    private void differs(Item item, StackedCell value) {
        var departure = item.departure();
        if (departure != null || item instanceof Item.Promise promise && promise.differs()) {
            value.show(mark("todo.differs"));
        }
        if (item instanceof Item.Promise promise && promise.apart()) {
            value.show(mark("todo.differs.window"));
        }
        if (departure != null) {
            value.show(reason(getTranslation("desk.differs.why", departure)));
        }
    }

    private StateBadge mark(String key) {
        return new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation(key)).tinted();
    }

    /** By which rule a promise would be judged. */
    private String rule(Item.Promise promise) {
        return String.join(" · ", new RuleWords(promise.row(), promise.judged().verdict(),
                catalogue.indicator(promise.indicator()).direction(), this, getLocale()).chips());
    }

    private static Span caption(String words) {
        var caption = new Span(words);
        caption.addClassName("yj-caption");
        return caption;
    }

    private static Span reason(String words) {
        var reason = new Span(words);
        reason.addClassName("yj-todo-reason");
        return reason;
    }

    /** To where a figure is mended, or looked into before it is decided about. */
    private static String way(Item item) {
        return switch (item) {
            case Item.Statement(var row, var comparisons, var findings, var apart, var departure) ->
                row.state() == State.SUBMITTED ? Routes.cell(row.indicator(), row.region(), row.period().code())
                        : Routes.observation(row.indicator(), row.region(), row.period().code(), Routes.TO_DO);
            case Item.Promise promise when promise.before() == null ->
                Routes.indicator(item.indicator(), PageState.DEFAULT.withRegion(item.region()));
            case Item.Promise promise -> Routes.commitment(promise.region(), promise.row().code());
            case Item.Assumed assumed -> Routes.commitment(assumed.region(), assumed.row().commitment());
        };
    }

    private Component box(Item item, boolean selectable, String name) {
        if (!selectable) {
            var own = new Span(getTranslation("todo.own"));
            own.addClassName("yj-caption");
            return own;
        }
        var box = new Input();
        box.setType("checkbox");
        box.addClassName("yj-todo-box");
        box.setAriaLabel(getTranslation("todo.select.of", name));
        ComponentUtil.setData(box, Item.class, item);
        box.getElement().addPropertyChangeListener("checked", "change", change -> {
            if (Boolean.TRUE.equals(change.getValue())) {
                selected.add(item);
            } else {
                selected.remove(item);
            }
            listener.run();
        });
        boxes.add(box);
        return box;
    }

    private String when(Item item) {
        return switch (item) {
            case Item.Statement statement -> statement.row().period().label(getLocale());
            case Item.Promise promise -> getTranslation("todo.promise", promise.row().code(),
                    PromiseName.of(promise.row(), catalogue.indicator(promise.indicator()).direction(), this,
                            getLocale()));
            case Item.Assumed assumed -> getTranslation("todo.assumed", assumed.row().commitment(),
                    assumed.row().period().label(getLocale()));
        };
    }

    private StackedCell cell(String label, Component... shown) {
        return new StackedCell(getTranslation(label), shown);
    }

    private StackedCell known(Item item) {
        var cell = cell("todo.known");
        cell.addClassName("yj-todo-known");
        switch (item) {
            case Item.Statement statement -> known(statement, cell);
            case Item.Promise promise -> {
                var judged = promise.judged();
                cell.show(new Div(new VerdictBadge(judged), caption(getTranslation("promise.preview",
                        judged.verdict().sentence(getLocale(), this::getTranslation)))));
                if (promise.before() != null) {
                    cell.show(new PromiseChanges(promise.before(), promise.row(), catalogue, departments));
                }
            }
            case Item.Assumed assumed -> cell.show(new Span(getTranslation("todo.assumed.grounds",
                    assumed.row().grounds())));
        }
        return cell;
    }

    private void known(Item.Statement statement, StackedCell cell) {
        statement.comparisons().forEach(comparison -> {
            var other = comparison.other(statement.row());
            cell.show(new Div(badge(comparison), new FigureText(other.figure()), caption(other.reply().label())));
        });
        if (statement.comparisons().isEmpty()) {
            cell.show(new Span(getTranslation("todo.known.none")));
        }
        statement.findings().forEach(finding -> cell.show(new FindingLine(finding)));
        statement.apart().forEach(finding -> cell.show(apart(finding)));
    }

    /** That figures lead to different values, with the values and the documents. */
    private Div apart(Finding finding) {
        var reason = finding.reason();
        var sources = new Div(getTranslation("todo.apart.sources", finding.inputs().stream()
                .map(it -> it.reply().label()).distinct()
                .collect(Collectors.joining(getTranslation("todo.apart.comma")))));
        sources.addClassName("yj-caption");
        var line = new Div(new StateBadge(Tone.BAD, Glyph.NOT_MET, getTranslation("todo.apart")).tinted(),
                new Span(catalogue.name(finding.indicator(), getLocale()) + " "
                        + getTranslation(reason.key(), reason.written(getLocale()))), sources);
        line.addClassName("yj-finding");
        return line;
    }

    private StateBadge badge(Comparison comparison) {
        var agreement = comparison.agreement();
        var word = getTranslation("check.agreement." + agreement);
        return (switch (agreement) {
            case SAME -> new StateBadge(Tone.OK, Glyph.MET, word);
            case COMPATIBLE -> new StateBadge(Tone.OK, Glyph.MET_IN_TOTAL, word);
            case REVISION -> new StateBadge(Tone.WARN, Glyph.CLOCK, word);
            case CONFLICT -> new StateBadge(Tone.BAD, Glyph.NOT_MET, word);
        }).tinted();
    }

    private StackedCell source(Item item) {
        return switch (item) {
            case Item.Statement statement -> {
                var cell = cell("todo.source", new SourceBadge(statement.row()));
                NotHeldBadge.of(this, statement.row().citations()).ifPresent(cell::show);
                yield cell;
            }
            case Item.Promise promise -> source(promise.row());
            case Item.Assumed assumed -> source(assumed.promise());
        };
    }

    private StackedCell source(Commitment promise) {
        var cell = cell("todo.source", new Anchor(Routes.reply(promise.reply().id(), promise.citation().id()),
                promise.citation().exact()));
        NotHeldBadge.of(this, List.of(promise.citation())).ifPresent(cell::show);
        return cell;
    }

    private StackedCell step(Item item) {
        var cell = cell("todo.step", state(item.state()));
        var who = new Span(getTranslation("todo.step.by", PersonName.of(item.by(), this::getTranslation),
                MOMENT.format(item.since().atZone(zone))));
        who.addClassName("yj-caption");
        cell.show(who);
        if (item.reason() != null) {
            cell.show(reason(getTranslation("todo.step.reason", item.reason())));
        }
        return cell;
    }

    private StateBadge state(State state) {
        var word = getTranslation("todo.state." + state);
        return (switch (state) {
            case DRAFT -> new StateBadge(Tone.INFO, Glyph.ENTRY, word);
            case SUBMITTED -> new StateBadge(Tone.INFO, Glyph.CLOCK, word);
            case RETURNED -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
            case APPROVED -> new StateBadge(Tone.OK, Glyph.MET, word);
        }).tinted();
    }
}
