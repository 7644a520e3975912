package org.youju.workflow.chase.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.base.ui.control.StackedCell;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.security.Role;
import org.youju.security.ui.PersonName;
import org.youju.workflow.chase.Chase;
import org.youju.workflow.chase.Chases;

/** 催报: what is asked for, the overdue ones first, and what has become of the rest. */
@Route(Routes.CHASES)
@Menu(title = "chase.menu", icon = "CLOCK", order = 8)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class ChasesView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private enum Shown {
        OPEN, OVERDUE, ALL
    }

    private final Chases chases;
    private final IndicatorService indicators;
    private final PageHeader header = new PageHeader(getTranslation("chase.page"));
    private final WarnBox refusal = new WarnBox("alert");
    private final Div content = new Div();
    private Shown shown = Shown.OPEN;
    private int settled = Chases.FEW;

    ChasesView(Chases chases, IndicatorService indicators) {
        this.chases = chases;
        this.indicators = indicators;
        addClassNames("yj-page", "yj-chases");
        add(new SegmentedBar<>(getTranslation("chase.filter"), shown, List.of(Shown.values()),
                it -> getTranslation("chase.filter." + it)).onChoice(it -> {
                    shown = it;
                    show();
                }), refusal, content);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("chase.page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        refusal.clear();
        content.removeAll();
        var all = chases.list(shown == Shown.ALL ? settled + 1 : 0);
        var today = chases.today();
        var count = chases.count();
        header.note(getTranslation("chase.count", count.open(), count.overdue()));
        boolean isMore = all.stream().filter(it -> it.state() != Chase.State.OPEN).count() > settled;
        var some = all.stream().filter(it -> switch (shown) {
            case OPEN -> it.state() == Chase.State.OPEN;
            case OVERDUE -> it.isOverdue(today);
            case ALL -> true;
        }).toList();
        if (some.isEmpty()) {
            var none = new Div(getTranslation("chase.none"));
            none.addClassNames("yj-panel", "yj-empty");
            none.add(new Text(" "), new Anchor(Routes.ENTRY, getTranslation("chase.sheet")));
            content.add(none);
            return;
        }
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked");
        table.setCaptionText(getTranslation("chase.caption"));
        var head = table.getHead().addRow();
        for (var key : List.of("chase.what", "chase.department", "chase.due.head", "chase.note", "chase.stands",
                "chase.asked")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var departments = indicators.departments();
        some.stream().limit(isMore ? some.size() - 1 : some.size())
                .forEach(chase -> table.getBody().add(row(chase, departments)));
        var scroll = new Div(table);
        scroll.addClassNames("yj-table-scroll", "yj-panel");
        content.add(scroll);
        if (isMore) {
            content.add(new Button(getTranslation("chase.more"), click -> {
                settled += Chases.FEW;
                show();
            }));
        }
    }

    private NativeTableRow row(Chase chase, List<Department> departments) {
        var catalogue = indicators.catalogue();
        var cell = chase.cell();
        var where = new Span(catalogue.region(cell.region()).name(getLocale()) + " · "
                + cell.period().label(getLocale()));
        where.addClassName("yj-caption");
        var what = new NativeTableHeaderCell(new Anchor(Routes.cell(cell.indicator(), cell.region(),
                cell.period().code()), catalogue.name(cell.indicator(), getLocale())), where);
        what.getElement().setAttribute("scope", "row");
        var stands = cell("chase.stands", new ChaseBadge(chase, chases.today()));
        if (chase.state() == Chase.State.OPEN) {
            var cancel = new Button(getTranslation("chase.cancel"), click -> cancel(chase));
            cancel.addClassName("yj-verb");
            cancel.setAriaLabel(getTranslation("chase.cancel.of", catalogue.name(cell.indicator(), getLocale())));
            stands.show(cancel);
        }
        return new NativeTableRow(what,
                cell("chase.department", new Span(AskedOf.name(chase, departments, getLocale(), this))),
                cell("chase.due.head", new Span(chase.dueOn().toString())),
                cell("chase.note", new Span(chase.note())), stands, cell("chase.asked", new Span(PersonName.of(chase.by(), this::getTranslation))));
    }

    private StackedCell cell(String label, Component shown) {
        return new StackedCell(getTranslation(label), shown);
    }

    private void cancel(Chase chase) {
        try {
            chases.cancel(chase.id());
            show();
        } catch (RuleViolation violation) {
            show();
            refusal.say(getTranslation(violation.key(), violation.arguments()));
        } catch (AccessDeniedException denied) {
            refusal.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }
}
