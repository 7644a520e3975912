package org.youju.entry.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.RegionSelect;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.entry.SheetQuery;
import org.youju.entry.Sheets;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/** The sheet of a region: statisticians fill it, approvers read it. */
@Route(Routes.ENTRY)
@Menu(title = "entry.menu", icon = "ENTRY", order = 5)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class EntryView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final int USUAL_YEARS = 7;

    private final Sheets sheets;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Presence presence;
    private final Access access;
    private final Clock clock;
    private final boolean editable;
    private final PageHeader header = new PageHeader(getTranslation("entry.title"));
    private final Button submit = new Button();
    private final Div counts = new Div();

    private @Nullable SheetPanel panel;
    private @Nullable EntryState state;
    private @Nullable Registration seat;

    EntryView(Sheets sheets, IndicatorService indicators, ReplyService replies, Presence presence, Access access,
            Clock clock) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.replies = replies;
        this.presence = presence;
        this.access = access;
        this.clock = clock;
        editable = access.may(Permission.EDIT_DRAFTS);
        addClassNames("yj-page", "yj-sheet-page");
        submit.addClassNames("yj-primary", "yj-sheet-submit");
        submit.addClickListener(click -> confirmSubmit());
        counts.addClassName("yj-sheet-counts");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("entry.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = EntryState.read(event.getLocation().getQueryParameters());
        leave();
        state = asked;
        var catalogue = indicators.catalogue();
        var scope = access.current().scope().regions();
        var regions = catalogue.regions().stream().filter(r -> scope.isEmpty() || scope.contains(r.code())).toList();
        var region = asked.region().flatMap(code -> regions.stream().filter(r -> r.code().equals(code)).findFirst())
                .or(() -> regions.stream().filter(r -> r.parent() != null).findFirst())
                .or(() -> regions.stream().findFirst());
        removeAll();
        header.reset();
        var closed = catalogue.regions().stream().filter(r -> asked.region().equals(Optional.of(r.code())))
                .filter(r -> !regions.contains(r)).findFirst();
        if (closed.isPresent()) {
            add(elsewhere(closed.get(), region));
            return;
        }
        if (region.isEmpty() || catalogue.indicators().isEmpty()) {
            var none = new Div(getTranslation("entry.none"));
            none.addClassNames("yj-panel", "yj-empty");
            add(none);
            return;
        }
        show(region.get(), regions, catalogue.themes(), years(region.get(), asked));
    }

    /** Nobody is led into the cells of a region that they did not ask for. */
    private Component elsewhere(Region closed, Optional<Region> own) {
        var none = new Div(new Div(getTranslation("entry.region.other", closed.name(getLocale()))));
        none.addClassNames("yj-panel", "yj-empty");
        own.ifPresent(it -> none.add(new Anchor(Routes.ENTRY + "?region=" + it.code(),
                getTranslation("entry.region.own", it.name(getLocale())))));
        return none;
    }

    private SheetQuery years(Region region, EntryState asked) {
        var last = asked.to().orElse(LocalDate.now(clock).getYear());
        var first = asked.from().orElse(last - USUAL_YEARS + 1);
        var theme = asked.theme().filter(code -> indicators.catalogue().themes().stream()
                .anyMatch(t -> t.code().equals(code))).orElse(null);
        var department = asked.department().filter(code -> answering().stream().anyMatch(d -> d.code().equals(code)))
                .orElse(null);
        try {
            return new SheetQuery(region.code(), first, last, theme, department);
        } catch (RuleViolation violation) {
            return new SheetQuery(region.code(), last - USUAL_YEARS + 1, last, theme, department);
        }
    }

    private void show(Region region, List<Region> regions, List<Theme> themes, SheetQuery query) {
        header.note(getTranslation("entry.note", region.name(getLocale()), query.from(), query.to()));
        header.controls(new RegionSelect<>(region, regions, r -> r.name(getLocale()),
                r -> go(state.withRegion(r.code()))), year("entry.from", query.from(), first ->
                go(state.withYears(first, Math.max(first, query.to())))), year("entry.to", query.to(), last ->
                go(state.withYears(Math.min(last, query.from()), last))));
        if (editable) {
            header.controls(submit);
        }
        var filter = new SegmentedBar<>(getTranslation("entry.filter"), state.todo(), List.of(false, true),
                only -> getTranslation(only ? "entry.filter.todo" : "entry.filter.all"))
                .onChoice(only -> go(state.withTodo(only)));
        var theme = new Select<Optional<Theme>>();
        theme.addClassName("yj-sheet-theme");
        theme.setAriaLabel(getTranslation("entry.theme"));
        theme.setItemLabelGenerator(t -> t.map(it -> it.name(getLocale())).orElse(getTranslation("entry.theme.all")));
        var items = new ArrayList<Optional<Theme>>(List.of(Optional.empty()));
        themes.forEach(t -> items.add(Optional.of(t)));
        theme.setItems(items);
        theme.setValue(themes.stream().filter(t -> t.code().equals(query.theme())).findFirst());
        theme.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(state.withTheme(change.getValue().map(Theme::code)));
            }
        });
        var hint = new Span(getTranslation(editable ? "entry.hint" : "entry.hint.read-only"));
        hint.addClassName("yj-sheet-hint");
        var bar = new Div(filter, theme, counts, hint);
        if (!answering().isEmpty()) {
            bar.addComponentAtIndex(2, department(query));
        }
        bar.addClassName("yj-sheet-bar");
        panel = new SheetPanel(sheets, indicators.catalogue(), replies, query, state.todo(),
                editable ? "yj-sheet " + access.current().username() + " " + query.region() : null, this::count,
                (row, column) -> keep(state.withCell(row, column)),
                (row, period) -> presence.move(UI.getCurrentOrThrow(), row, period), this::address);
        add(bar, panel, new Legend());
        count();
        state.cell().ifPresent(cell -> {
            var dot = cell.indexOf('.');
            panel.go(cell.substring(0, dot), cell.substring(dot + 1));
        });
        sit(UI.getCurrent());
    }

    /** The departments that answer for some indicator. */
    private List<Department> answering() {
        var codes = indicators.catalogue().indicators().stream().map(Indicator::department).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return indicators.departments().stream().filter(it -> codes.contains(it.code())).toList();
    }

    private Select<Optional<Department>> department(SheetQuery query) {
        var select = new Select<Optional<Department>>();
        select.addClassName("yj-sheet-theme");
        select.setAriaLabel(getTranslation("todo.only.DEPARTMENT"));
        select.setItemLabelGenerator(it -> it.map(of -> of.name(getLocale())).orElse(getTranslation("todo.all.DEPARTMENT")));
        var items = new ArrayList<Optional<Department>>(List.of(Optional.empty()));
        answering().forEach(it -> items.add(Optional.of(it)));
        select.setItems(items);
        select.setValue(answering().stream().filter(it -> it.code().equals(query.department())).findFirst());
        select.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(state.withDepartment(change.getValue().map(Department::code)));
            }
        });
        return select;
    }

    private Select<Integer> year(String key, int chosen, IntConsumer listener) {
        var last = Math.max(chosen, LocalDate.now(clock).getYear() + 1);
        var select = new Select<Integer>();
        select.addClassName("yj-sheet-year");
        select.setAriaLabel(getTranslation(key));
        select.setItems(IntStream.rangeClosed(Math.min(chosen, last - SheetQuery.MOST_YEARS + 1), last).boxed()
                .sorted(Comparator.reverseOrder()).toList());
        select.setValue(chosen);
        select.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                listener.accept(change.getValue());
            }
        });
        return select;
    }

    private void count() {
        if (panel == null) {
            return;
        }
        var drafts = panel.drafts().size();
        var bare = panel.sourceless();
        submit.setText(getTranslation("entry.submit", drafts - bare));
        submit.setEnabled(drafts > 0);
        var why = drafts > 0 && drafts == bare ? getTranslation("entry.submit.none.text", bare) : null;
        submit.setAriaLabel(why == null ? null : submit.getText() + getTranslation("grid.colon") + why);
        if (why == null) {
            submit.getElement().removeAttribute("title");
        } else {
            submit.getElement().setAttribute("title", why);
        }
        counts.removeAll();
        panel.counts().forEach((key, number) -> {
            var count = new Span(getTranslation(key, number));
            count.addClassNames("yj-sheet-count", key.replace('.', '-'));
            counts.add(count);
        });
    }

    private void confirmSubmit() {
        var ids = panel.drafts();
        var bare = panel.sourceless();
        var dialog = new ConfirmDialog();
        if (bare == ids.size()) {
            dialog.setHeader(getTranslation("entry.submit.none"));
            dialog.setText(getTranslation("entry.submit.none.text", bare));
            dialog.setConfirmText(getTranslation("entry.submit.none.ok"));
            dialog.open();
            return;
        }
        dialog.setHeader(getTranslation("entry.submit.title", ids.size() - bare));
        var words = getTranslation(bare == 0 ? "entry.submit.text" : "entry.submit.text.bare", ids.size() - bare, bare);
        var unexplained = panel.unexplained(ids);
        dialog.setText(unexplained == 0 ? words
                : words + " " + getTranslation("entry.submit.text.unexplained", unexplained));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setConfirmText(getTranslation("entry.submit", ids.size() - bare));
        dialog.addConfirmListener(confirmed -> panel.submit(ids));
        dialog.open();
    }

    private void go(EntryState to) {
        Routes.open(address(to));
    }

    private String address() {
        return address(state);
    }

    private static String address(EntryState of) {
        var query = of.toQuery().getQueryString();
        return Routes.ENTRY + (query.isEmpty() ? "" : "?" + query);
    }

    /** Says in the address where a person is, without going anywhere. */
    private void keep(EntryState to) {
        state = to;
        UI.getCurrentOrThrow().getPage().getHistory()
                .replaceState(null, Routes.ENTRY + "?" + to.toQuery().getQueryString());
    }

    private void sit(@Nullable UI ui) {
        if (ui != null && panel != null && seat == null) {
            var who = access.current();
            seat = presence.sit(ui, panel.region(), who.shortName(), who.displayName(), panel);
            panel.place().ifPresent(cell -> presence.move(ui, cell.indicator(), cell.period().code()));
        }
    }

    private void leave() {
        if (seat != null) {
            seat.remove();
            seat = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        sit(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }
}
