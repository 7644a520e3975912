package org.youju.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.indicator.IndicatorService;
import org.youju.observation.State;
import org.youju.reply.Reply;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;
import org.youju.workflow.Item;
import org.youju.workflow.ToDo;

/**
 * What waits for whoever is here, document by document: approvers approve or send back what others submitted, those who
 * enter figures see what came back and what they have not submitted yet.
 */
@Route(Routes.TO_DO)
@Menu(title = "todo.menu", icon = "REVIEW", order = 7)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class ToDoView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final ToDo toDo;
    private final IndicatorService indicators;
    private final Access access;
    private final Clock clock;
    private final PageHeader header = new PageHeader(getTranslation("todo.title"));
    private final WarnBox refusal = new WarnBox("alert");
    private final Span done = new Span();
    private final Button approve = new Button(getTranslation("todo.approve"), click -> approve());
    private final Button giveBack = new Button(getTranslation("todo.return"), click -> giveBack());
    private final Div content = new Div();
    private final List<ItemTable> tables = new ArrayList<>();

    ToDoView(ToDo toDo, IndicatorService indicators, Access access, Clock clock) {
        this.toDo = toDo;
        this.indicators = indicators;
        this.access = access;
        this.clock = clock;
        addClassNames("yj-page", "yj-todo");
        approve.addClassName("yj-primary");
        giveBack.addClassName("yj-button");
        done.addClassName("yj-muted");
        done.getElement().setAttribute("role", "status");
        if (access.may(Permission.APPROVE)) {
            header.controls(giveBack, approve);
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
        show();
    }

    private void show() {
        refusal.clear();
        tables.clear();
        content.removeAll();
        var submitted = toDo.submitted();
        if (access.may(Permission.APPROVE)) {
            header.note(getTranslation("todo.count", submitted.size()));
            section("todo.waiting", submitted, true);
        } else {
            var unfinished = toDo.unfinished();
            header.note(getTranslation("todo.count.own", unfinished.size(), submitted.size()));
            section("todo.returned", in(State.RETURNED, unfinished), false);
            section("todo.drafts", in(State.DRAFT, unfinished), false);
            section("todo.submitted", submitted, false);
        }
        if (content.getComponentCount() == 0) {
            var nothing = new Div(getTranslation("todo.nothing"));
            nothing.addClassName("yj-empty");
            content.add(nothing);
        }
        selectionChanged();
    }

    private static List<Item> in(State state, List<Item> items) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    private void section(String key, List<Item> items, boolean deciding) {
        if (items.isEmpty()) {
            return;
        }
        var section = new Section(new H2(getTranslation(key, items.size())));
        section.addClassName("yj-todo-section");
        byDocument(items).forEach((reply, of) -> section.add(document(reply, of, deciding)));
        if (items.size() >= ToDo.MOST) {
            var rest = new Div(getTranslation("todo.most", ToDo.MOST));
            rest.addClassName("yj-muted");
            section.add(rest);
        }
        content.add(section);
    }

    private static Map<Reply, List<Item>> byDocument(List<Item> items) {
        var replies = items.stream().map(Item::reply)
                .collect(Collectors.toMap(Reply::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        return items.stream().collect(Collectors.groupingBy(item -> replies.get(item.reply().id()),
                LinkedHashMap::new, Collectors.toList()));
    }

    private Component document(Reply reply, List<Item> items, boolean deciding) {
        var link = new Anchor(deciding ? Routes.reply(reply.id()) : Routes.review(reply.id()), reply.label());
        var title = new Span(reply.title());
        title.addClassName("yj-caption");
        var head = new Div(link, title);
        head.addClassName("yj-todo-document");
        var me = access.current().username();
        var table = new ItemTable(items, indicators.catalogue(), clock.getZone(),
                deciding ? item -> !item.by().equals(me) : null, this::selectionChanged);
        if (deciding) {
            tables.add(table);
            var all = new Button(getTranslation("todo.select.all"), click -> table.selectAll());
            all.addClassName("yj-verb");
            all.setAriaLabel(getTranslation("todo.select.all.of", reply.label()));
            head.add(all);
        }
        var panel = new Div(head, table);
        panel.addClassName("yj-panel");
        return panel;
    }

    private List<Item> selected() {
        return tables.stream().flatMap(table -> table.selected().stream()).toList();
    }

    private void selectionChanged() {
        var count = selected().size();
        approve.setText(getTranslation("todo.approve", count));
        giveBack.setText(getTranslation("todo.return.count", count));
        approve.setEnabled(count > 0);
        giveBack.setEnabled(count > 0);
    }

    private void approve() {
        var items = selected();
        decide(items, () -> toDo.approve(items), "todo.approved");
    }

    private void giveBack() {
        var items = selected();
        new ReturnDialog(items.size(), reason -> decide(items, () -> toDo.giveBack(items, reason), "todo.given-back"))
                .open();
    }

    /** What is refused is told above the list, which stays as it is but for what others have changed meanwhile. */
    private void decide(Collection<Item> items, Runnable decision, String doneKey) {
        @Nullable String why = null;
        try {
            decision.run();
        } catch (RuleViolation e) {
            why = getTranslation(e.key(), e.arguments());
        } catch (AccessDeniedException e) {
            why = getTranslation(String.valueOf(e.getMessage()));
        }
        show();
        if (why == null) {
            done.setText(getTranslation(doneKey, items.size()));
        } else {
            done.setText("");
            refusal.say(why);
        }
    }
}
