package org.youju.indicator.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.figure.Numbers;
import org.youju.figure.Unit;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.indicator.keep.DefinitionKeeper;
import org.youju.indicator.keep.DepartmentKeeper;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.indicator.keep.Kept;
import org.youju.indicator.keep.ListKeeper;
import org.youju.indicator.keep.RegionKeeper;
import org.youju.indicator.keep.ThemeKeeper;
import org.youju.indicator.keep.UnitKeeper;
import org.youju.indicator.ui.ListPanel.Column;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/** The catalogue: statisticians keep it, approvers read it. Which part is shown, and what is looked for, is in the address. */
@Route(Routes.CATALOGUE)
@Menu(title = "catalogue.menu", icon = "CATALOGUE", order = 9)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class CatalogueView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private enum Part {
        INDICATORS, HEADLINES, THEMES, UNITS, DEPARTMENTS, REGIONS
    }

    private static final String PART = "part";
    private static final String SOUGHT = "q";

    private final IndicatorKeeper indicators;
    private final DefinitionKeeper definitions;
    private final ThemeKeeper themes;
    private final UnitKeeper units;
    private final DepartmentKeeper departments;
    private final RegionKeeper regions;
    private final IndicatorService catalogue;
    private final Access access;
    private final PageHeader header = new PageHeader(getTranslation("catalogue.title"));

    CatalogueView(IndicatorKeeper indicators, DefinitionKeeper definitions, ThemeKeeper themes, UnitKeeper units,
            DepartmentKeeper departments, RegionKeeper regions, IndicatorService catalogue, Access access) {
        this.indicators = indicators;
        this.definitions = definitions;
        this.themes = themes;
        this.units = units;
        this.departments = departments;
        this.regions = regions;
        this.catalogue = catalogue;
        this.access = access;
        addClassName("yj-page");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("catalogue.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var part = query.getSingleParameter(PART).flatMap(name -> Arrays.stream(Part.values())
                .filter(it -> it.name().equalsIgnoreCase(name)).findFirst()).orElse(Part.INDICATORS);
        removeAll();
        header.reset();
        var tabs = new SegmentedBar<>(getTranslation("catalogue.parts"), part, List.of(Part.values()),
                it -> getTranslation("catalogue.part." + it)).onChoice(it -> Routes.open(address(it, "")));
        tabs.addClassName("yj-parts");
        var events = new Anchor(Routes.EVENTS, getTranslation("event.title"));
        events.addClassName("yj-button");
        header.controls(events);
        add(tabs, content(part, query.getSingleParameter(SOUGHT).orElse("")));
    }

    private static String address(Part part, String sought) {
        var query = new LinkedHashMap<String, String>();
        if (part != Part.INDICATORS) {
            query.put(PART, part.name().toLowerCase(Locale.ROOT));
        }
        if (!sought.isEmpty()) {
            query.put(SOUGHT, sought);
        }
        var text = QueryParameters.simple(query).getQueryString();
        return Routes.CATALOGUE + (text.isEmpty() ? "" : "?" + text);
    }

    private Component content(Part part, String sought) {
        return switch (part) {
            case INDICATORS -> {
                var panel = new IndicatorsPanel(indicators, definitions, catalogue, access, sought, words ->
                        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, address(part, words)));
                adding(part, access.may(Permission.EDIT_DRAFTS), () -> panel.edit(null));
                yield panel;
            }
            case HEADLINES -> new HeadlinesPanel(indicators, catalogue);
            case THEMES -> themes();
            case UNITS -> units();
            case DEPARTMENTS -> departments();
            case REGIONS -> regions();
        };
    }

    private void adding(Part part, boolean mayAdd, Runnable action) {
        if (mayAdd) {
            var add = new Button(getTranslation("catalogue.add." + part), click -> action.run());
            add.addClassName("yj-primary");
            header.controls(add);
        }
    }

    private Component themes() {
        return list(Part.THEMES, themes, "catalogue.themes.caption", List.of(
                new Column<>("catalogue.name-zh", it -> it.theme().nameZh()),
                new Column<>("catalogue.name-en", it -> it.theme().nameEn()),
                new Column<>("catalogue.code.label", it -> it.theme().code()),
                new Column<>("catalogue.order", it -> Integer.toString(it.theme().order())),
                new Column<>("catalogue.part-of", it -> text(it.parent()))),
                (opened, shown) -> new ThemeDialog(themes, opened, title(Part.THEMES, opened), shown));
    }

    private Component units() {
        return list(Part.UNITS, units, "catalogue.units.caption", List.of(
                new Column<>("catalogue.code.label", Unit::code), new Column<>("catalogue.name-en", Unit::nameEn),
                new Column<>("catalogue.unit.dimension", Unit::dimension),
                new Column<>("catalogue.unit.is", it -> Numbers.text(it.factor()) + " " + it.base()),
                new Column<>("catalogue.aliases", it -> String.join(" ", it.aliases()))),
                (opened, shown) -> new UnitDialog(units, opened, title(Part.UNITS, opened), shown));
    }

    private Component departments() {
        return list(Part.DEPARTMENTS, departments, "catalogue.departments.caption", List.of(
                new Column<>("catalogue.name-zh", Department::nameZh),
                new Column<>("catalogue.name-en", Department::nameEn),
                new Column<>("catalogue.code.label", Department::code)),
                (opened, shown) -> new DepartmentDialog(departments, opened, title(Part.DEPARTMENTS, opened), shown))
                .whenEmpty("catalogue.departments.none");
    }

    private Component regions() {
        return list(Part.REGIONS, regions, "catalogue.regions.caption", List.of(
                new Column<>("catalogue.name-zh", Region::nameZh), new Column<>("catalogue.name-en", Region::nameEn),
                new Column<>("catalogue.code.label", Region::code),
                new Column<>("catalogue.part-of", it -> text(it.parent()))),
                (opened, shown) -> new RegionDialog(regions, opened, title(Part.REGIONS, opened), shown));
    }

    private static String text(@Nullable String text) {
        return text == null ? "—" : text;
    }

    private String title(Part part, @Nullable Object opened) {
        return getTranslation((opened == null ? "catalogue.add." : "catalogue.edit.") + part);
    }

    /** The form of an entry, null for a new one, which tells once it is kept. */
    private interface Form<T> {

        Dialog of(@Nullable Kept<T> opened, Runnable kept);
    }

    private <T> ListPanel<T> list(Part part, ListKeeper<T> keeper, String captionKey, List<Column<T>> columns,
            Form<T> form) {
        var panel = new ListPanel<>(keeper, captionKey, columns, form::of);
        adding(part, keeper.mayKeep(), () -> form.of(null, panel::show).open());
        return panel;
    }
}
