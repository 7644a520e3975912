package org.youju.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.RuleFinding;
import org.youju.check.rule.ui.RuleChange;
import org.youju.check.rule.ui.RuleName;
import org.youju.check.rule.ui.Silenced;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.PromiseSource;
import org.youju.commitment.ui.RuleWords;
import org.youju.figure.FigureWriter;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Observation;
import org.youju.observation.Recorded;
import org.youju.observation.State;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.Citation;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;
import org.youju.workflow.Decisions;
import org.youju.workflow.Item;
import org.youju.workflow.ToDo;
import org.youju.workflow.chase.Chases;
import org.youju.workflow.withdrawal.Loosenings;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;
import org.youju.workflow.withdrawal.ui.WithdrawalLine;

/**
 * What waits for whoever is here, by document, theme, department or period: approvers approve or send back what others
 * submitted, those who enter figures see what came back, what they have not submitted yet and what they have, which they
 * may recall.
 */
@Route(Routes.TO_DO)
@Menu(title = "todo.menu", icon = "REVIEW", order = 7)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class ToDoView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final ToDo toDo;
    private final Decisions decisions;
    private final Chases chases;
    private final Withdrawals withdrawals;
    private final Loosenings loosenings;
    private final BreachSurvey survey;
    private final IndicatorService indicators;
    private final Access access;
    private final Clock clock;
    private final PageHeader header = new PageHeader(getTranslation("todo.title"));
    private final WarnBox refusal = new WarnBox("alert");
    private final Span done = new Span();
    private final Button approve = new Button(getTranslation("todo.approve"), click -> approve());
    private final Button giveBack = new Button(getTranslation("todo.return"), click -> giveBack());
    private final Button submit = new Button(getTranslation("todo.submit"), click -> submit());
    private final Button recall = new Button(getTranslation("todo.recall"), click -> recall());
    private final Div content = new Div();
    private final List<ItemTable> tables = new ArrayList<>();
    private final List<ItemTable> handedOver = new ArrayList<>();
    private ToDoState state = new ToDoState(Grouping.DOCUMENT, Map.of());

    ToDoView(ToDo toDo, Decisions decisions, Chases chases, Withdrawals withdrawals, Loosenings loosenings,
            BreachSurvey survey, IndicatorService indicators, Access access, Clock clock) {
        this.toDo = toDo;
        this.decisions = decisions;
        this.chases = chases;
        this.withdrawals = withdrawals;
        this.loosenings = loosenings;
        this.survey = survey;
        this.indicators = indicators;
        this.access = access;
        this.clock = clock;
        addClassNames("yj-page", "yj-todo");
        approve.addClassName("yj-primary");
        giveBack.addClassName("yj-button");
        submit.addClassName("yj-primary");
        recall.addClassName("yj-button");
        done.addClassName("yj-muted");
        done.getElement().setAttribute("role", "status");
        if (access.may(Permission.APPROVE)) {
            header.controls(giveBack, approve);
        } else if (access.may(Permission.EDIT_DRAFTS)) {
            header.controls(recall, submit);
        }
        add(refusal, done, content);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("todo.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        done.setText("");
        state = ToDoState.read(event.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        refusal.clear();
        tables.clear();
        handedOver.clear();
        content.removeAll();
        var wanted = state.narrowing(indicators.catalogue());
        var submitted = toDo.submittedOf(wanted);
        var unfinished = access.may(Permission.APPROVE) ? List.<Item>of() : toDo.unfinishedOf(wanted);
        bar(toDo.choices());
        asked();
        if (access.may(Permission.APPROVE)) {
            header.note(getTranslation("todo.count", submitted.size()));
            var me = access.current().username();
            section("todo.waiting", submitted, item -> !item.by().equals(me), tables);
        } else {
            header.note(getTranslation("todo.count.own", unfinished.size(), submitted.size()));
            Predicate<Item> own = access.may(Permission.EDIT_DRAFTS) ? item -> true : null;
            section("todo.returned", in(State.RETURNED, unfinished), own, tables);
            section("todo.drafts", in(State.DRAFT, unfinished), own, tables);
            var mine = submitted.stream().collect(Collectors.partitioningBy(toDo::mayRecall));
            section("todo.submitted.own", mine.get(true), item -> true, handedOver);
            section("todo.submitted", mine.get(false), null, tables);
        }
        withdrawals();
        loosenings();
        if (content.getChildren().noneMatch(Section.class::isInstance)) {
            var nothing = new Div(getTranslation(state.only().isEmpty() ? "todo.nothing" : "todo.nothing.only"));
            nothing.addClassName("yj-empty");
            content.add(nothing);
        }
        selectionChanged();
    }

    /** Nothing to choose from is no choice: only where there are items, or some were asked for. */
    private void bar(ToDo.Choices choices) {
        if (!choices.indicators().isEmpty() || !state.only().isEmpty()) {
            content.add(new ToDoBar(state, choices, indicators.catalogue(), names(), to -> Routes.open(to.address())));
        }
    }

    /** The way to the figures that are asked for, as long as there are any. */
    private void asked() {
        var count = chases.count();
        if (count.open() > 0) {
            var way = new Anchor(Routes.CHASES, getTranslation("todo.asked", count.open(), count.overdue()));
            way.addClassName("yj-todo-asked");
            content.add(way);
        }
    }

    private GroupNames names() {
        return new GroupNames(this::getTranslation, getLocale(), indicators);
    }

    private static List<Item> in(State state, List<Item> items) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    /**
     * @param choice which of the items may be selected; null where none is ever
     * @param among  the tables that are selected from together
     */
    private void section(String key, List<Item> items, @Nullable Predicate<Item> choice, List<ItemTable> among) {
        if (items.isEmpty()) {
            return;
        }
        var section = new Section(new H2(getTranslation(key, items.size())));
        section.addClassName("yj-todo-section");
        if (among == handedOver) {
            var who = new Div(getTranslation("todo.recall.who"));
            who.addClassName("yj-muted");
            section.add(who);
        }
        batches(items).forEach((common, of) -> section.add(batch(common, of, choice, among)));
        if (items.size() >= ToDo.MOST) {
            var rest = new Div(getTranslation("todo.most", ToDo.MOST));
            rest.addClassName("yj-muted");
            section.add(rest);
        }
        content.add(section);
    }

    /** What somebody wants taken off, with what whoever is here can do about it. */
    private void withdrawals() {
        var open = new LinkedHashMap<>(withdrawals.open());
        open.values().removeIf(row -> !state.shows(row, indicators.catalogue()));
        if (open.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("yj-dossier-sources");
        open.forEach((proposal, row) -> {
            var named = named(row);
            var what = new Div(named.shown());
            what.addClassName("yj-dossier-line");
            list.add(new ListItem(what, new WithdrawalLine(withdrawals, access, proposal, named.name(), named.words(),
                    clock.getZone(), this::show)));
        });
        var panel = new Div(list);
        panel.addClassName("yj-panel");
        var section = new Section(new H2(getTranslation("todo.withdrawals", open.size())), panel);
        section.addClassName("yj-todo-section");
        content.add(section);
    }

    /** The rules that somebody wants switched off or loosened; they are of no document, and of several periods. */
    private void loosenings() {
        var open = state.only().isEmpty() ? loosenings.open() : new LinkedHashMap<Withdrawal, Loosenings.Proposed>();
        if (open.isEmpty()) {
            return;
        }
        var catalogue = indicators.catalogue();
        var list = new UnorderedList();
        list.addClassName("yj-dossier-sources");
        open.forEach((proposal, it) -> {
            var name = RuleName.of(it.rule(), catalogue, this, getLocale());
            var what = new Div(new Anchor(Routes.rule(it.rule().id()), name));
            what.addClassName("yj-dossier-line");
            var item = new ListItem(what);
            if (it.instead() != null) {
                item.add(new RuleChange(it.rule(), it.instead(), catalogue));
            }
            item.add(new WithdrawalLine(loosenings, access, proposal, name, () -> it.instead() == null
                    ? new Silenced(it.rule(), survey) : new RuleChange(it.rule(), it.instead(), catalogue),
                    clock.getZone(), this::show));
            list.add(item);
        });
        var panel = new Div(list);
        panel.addClassName("yj-panel");
        var section = new Section(new H2(getTranslation("todo.loosenings", open.size())), panel);
        section.addClassName("yj-todo-section");
        content.add(section);
    }

    /**
     * What may be withdrawn.
     *
     * @param name  what a question calls it
     * @param words the words that it rests on
     */
    private record Named(String name, String words, Component... shown) {
    }

    private Named named(Recorded row) {
        var catalogue = indicators.catalogue();
        return switch (row) {
            case Observation statement -> new Named(FigureWriter.show(statement.figure(), getLocale()).text(),
                    statement.citations().stream().map(Citation::exact).findFirst().orElse(statement.stated()),
                    new Anchor(Routes.cell(statement.indicator(), statement.region(), statement.period().code()),
                            getTranslation("notice.about", catalogue.name(statement.indicator(), getLocale()),
                                    catalogue.region(statement.region()).name(getLocale()),
                                    statement.period().label(getLocale()))),
                    new FigureText(statement.figure()), new SourceBadge(statement));
            case Commitment promise -> {
                var name = promise.code() + " " + getTranslation("ledger.name",
                        catalogue.name(promise.indicator(), getLocale()), PromiseName.of(promise,
                                catalogue.indicator(promise.indicator()).direction(), this, getLocale()));
                yield new Named(name, PromiseSource.excerpt(promise).text(),
                        new Anchor(Routes.commitment(promise.region(), promise.code()), name),
                        new SourceBadge(PromiseSource.evidence(promise, getLocale())));
            }
            case Assumption assumption -> {
                var name = getTranslation("todo.assumed.bound", assumption.commitment(),
                        assumption.period().label(getLocale()),
                        RuleWords.amount(assumption.upperBound(), assumption.unit(), getLocale()));
                yield new Named(name, assumption.grounds(),
                        new Anchor(Routes.commitment(assumption.region(), assumption.commitment()), name),
                        new Span(assumption.grounds()));
            }
            default -> throw new IllegalArgumentException("No kind of row that is withdrawn: " + row);
        };
    }

    private Map<String, List<Item>> batches(List<Item> items) {
        var catalogue = indicators.catalogue();
        return items.stream().collect(Collectors.groupingBy(item -> state.by().key(item, catalogue),
                state.by() == Grouping.DOCUMENT ? LinkedHashMap::new : TreeMap::new, Collectors.toList()));
    }

    private Component batch(String key, List<Item> items, @Nullable Predicate<Item> choice, List<ItemTable> among) {
        var head = new Div();
        head.addClassName("yj-todo-document");
        String name;
        if (state.by() == Grouping.DOCUMENT) {
            var reply = items.getFirst().reply();
            name = reply.label();
            var title = new Span(reply.title());
            title.addClassName("yj-caption");
            head.add(new Anchor(access.may(Permission.APPROVE) ? Routes.reply(reply.id()) : Routes.review(reply.id()), name), title);
        } else {
            name = names().of(state.by(), key);
            var count = new Span(getTranslation("todo.batch", items.size()));
            count.addClassName("yj-caption");
            head.add(new Span(name), count);
        }
        var table = new ItemTable(name, items, indicators.catalogue(), indicators.departments(), clock.getZone(),
                choice,
                this::selectionChanged);
        if (choice != null) {
            among.add(table);
            var all = new Button(getTranslation("todo.select.all"), click -> table.selectAll());
            all.addClassName("yj-verb");
            all.setAriaLabel(getTranslation("todo.select.all.of", name));
            head.add(all);
        }
        var panel = new Div(head, table);
        panel.addClassName("yj-panel");
        return panel;
    }

    private List<Item> selected() {
        return selected(tables);
    }

    private static List<Item> selected(List<ItemTable> tables) {
        return tables.stream().flatMap(table -> table.selected().stream()).toList();
    }

    private void selectionChanged() {
        var count = selected().size();
        approve.setText(getTranslation("todo.approve", count));
        giveBack.setText(getTranslation("todo.return.count", count));
        submit.setText(getTranslation("todo.submit", count));
        var back = selected(handedOver).size();
        recall.setText(getTranslation("todo.recall.count", back));
        recall.setEnabled(back > 0);
        recall.setVisible(!handedOver.isEmpty());
        submit.setEnabled(count > 0);
        approve.setEnabled(count > 0);
        giveBack.setEnabled(count > 0);
    }

    private void submit() {
        tell(decisions.submit(selected()), "todo.handed-over");
    }

    private void recall() {
        tell(decisions.recall(selected(handedOver)), "todo.recalled");
    }

    private void approve() {
        var items = selected();
        var doubts = items.stream().filter(Item.Statement.class::isInstance).map(Item.Statement.class::cast)
                .mapToLong(item -> item.findings().stream().filter(RuleFinding::isDoubt).count() + item.apart().size())
                .sum();
        if (doubts == 0) {
            approve(items);
            return;
        }
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("todo.approve.doubts", doubts));
        dialog.setText(getTranslation("todo.approve.doubts.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setConfirmText(getTranslation("todo.approve", items.size()));
        dialog.addConfirmListener(confirmed -> approve(items));
        dialog.open();
    }

    private void approve(List<Item> items) {
        tell(decisions.approve(items), "todo.approved");
    }

    private void giveBack() {
        var items = selected();
        new ReturnDialog(items.size(), reason -> tell(decisions.giveBack(items, reason), "todo.given-back")).open();
    }

    /** What a refusal speaks of, with the names of indicators where it has their codes. */
    private Object[] named(RuleViolation why) {
        return Stream.of(why.arguments()).map(it -> it instanceof String code && indicators.catalogue().find(code).isPresent()
                ? indicators.catalogue().name(code, getLocale()) : it).toArray();
    }

    /** What could not go is told above the list, item by item with the reason, and stays selected by nobody. */
    private void tell(Decisions.Answer answer, String doneKey) {
        show();
        done.setText(answer.done() == 0 ? "" : getTranslation(doneKey, answer.done()));
        if (!answer.left().isEmpty()) {
            var catalogue = indicators.catalogue();
            var reasons = new UnorderedList();
            answer.left().forEach((item, why) -> {
                var name = catalogue.name(item.indicator(), getLocale());
                var sentence = getTranslation(why.key(), named(why));
                reasons.add(new ListItem(sentence.contains(name) ? sentence
                        : getTranslation("todo.left.item", name, sentence)));
            });
            refusal.show(new Span(getTranslation("todo.left", answer.left().size())), reasons);
        }
    }
}
