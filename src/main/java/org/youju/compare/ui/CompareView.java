package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.youju.base.chart.ChartView;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.compare.ChartKind;
import org.youju.compare.Comparison;
import org.youju.compare.ComparisonService;
import org.youju.compare.Description;
import org.youju.compare.Finder;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.SelectionAddress;
import org.youju.compare.SelectionAddress.Dropped;
import org.youju.compare.export.Report;
import org.youju.compare.reckon.Known;
import org.youju.compare.saved.SavedAnalyses;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.workflow.release.Releases;

/** The analyst's workbench: what changed, since when, against what, and whether it is real. */
@Route(Routes.COMPARE)
@Menu(title = "compare.menu", icon = "COMPARE", order = 3)
@PermitAll
class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    /** Every choice draws the page anew; the focus stays on the control that was pressed. */
    private static final String KEEP_FOCUS = """
            this.addEventListener('focusin', event => {
              this.lastFocus = event.target.closest('[data-return]')?.dataset.return
                || event.target.closest('[id^=cmp-]')?.id;
            });
            if (this.lastFocus && (document.activeElement === document.body || !document.activeElement)) {
              this.querySelector('#' + CSS.escape(this.lastFocus))?.focus();
            }""";
    private static final int MOST_MOMENTS = 8;
    private static final int SUGGESTED = 4;

    private final ComparisonService comparisons;
    private final IndicatorService indicators;
    private final Releases releases;
    private final SavedAnalyses analyses;
    private final Access access;
    private final PageHeader header = new PageHeader(getTranslation("compare.menu"));

    CompareView(ComparisonService comparisons, IndicatorService indicators, Releases releases,
            SavedAnalyses analyses, Access access) {
        this.analyses = analyses;
        this.comparisons = comparisons;
        this.indicators = indicators;
        this.releases = releases;
        this.access = access;
        addClassNames("yj-page", "yj-compare");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compare.menu");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var catalogue = indicators.catalogue();
        var reading = SelectionAddress.read(event.getLocation().getQueryParameters().getParameters()).within(catalogue);
        var selection = reading.selection();
        removeAll();
        reading.dropped().forEach(it -> add(notice(it)));
        if (selection.recorded().isPresent() && !access.may(Permission.READ_AUDIT)) {
            add(notice(getTranslation("compare.recorded.denied")));
            selection = selection.withRecorded(Optional.empty());
        }
        if (selection.regions().isEmpty()) {
            selection = selection.withRegions(List.of(home(catalogue)));
        }
        show(comparisons.read(selection));
        getElement().executeJs(KEEP_FOCUS);
    }

    /** The first district, else the first region. */
    private static String home(Catalogue catalogue) {
        return catalogue.regions().stream().filter(it -> it.parent() != null).findFirst()
                .or(() -> catalogue.regions().stream().findFirst()).map(Region::code).orElse("0");
    }

    private Component notice(Dropped dropped) {
        return notice(getTranslation("compare.dropped", getTranslation(dropped.key()), dropped.value()));
    }

    private static Component notice(String sentence) {
        var notice = new Div(Glyph.INFORMATION.icon(), new Span(sentence));
        notice.addClassName("yj-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    private void show(Comparison comparison) {
        var words = new Words(this, comparison, getLocale());
        header.reset().title(getTranslation("compare.menu"));
        header.note(comparison.lines().stream().map(words::indicator).distinct().limit(3)
                .collect(Collectors.joining(getTranslation("source.comma"))));
        header.controls(moments(comparison), new SavedMenu(analyses, access, comparison.selection()));
        var right = new Div();
        right.addClassName("yj-compare-results");
        var columns = new Div(new SelectionPanel(comparison, words, new Finder(comparison.catalogue(),
                indicators.aliases()), this::go, days(comparison)), right);
        columns.addClassName("yj-compare-columns");
        add(columns);
        if (comparison.selection().indicators().isEmpty()) {
            right.add(suggestions(comparison));
            return;
        }
        var value = new ValuePanel(comparison, words);
        var views = new ArrayList<ChartView>();
        right.add(pictures(comparison, words, value, views), value);
        if (access.may(Permission.EXPORT) && !comparison.years().isEmpty()) {
            var report = Report.of(comparison, link(comparison.selection()), getLocale(), this::getTranslation);
            header.controls(new ExportMenu(report, comparison.selection().chart() == ChartKind.HEAT ? List.of()
                    : new Drawing(report.comparison(), new Words(this, report.comparison(), getLocale())).charts(), views));
        }
        sentences(comparison).ifPresent(right::add);
        if (!comparison.years().isEmpty()) {
            var table = new Section(new ComparisonTable(comparison, words, this::go, value::showAll));
            table.addClassNames("yj-panel", "yj-compare-table-panel");
            right.add(table);
            var moments = new MomentsPanel(comparison, words);
            comparison.selection().against().ifPresent(day -> right.add(moments.sideBySide(
                    comparisons.read(comparison.selection().withAsOf(Optional.of(day))))));
            if (comparison.selection().has(Option.REVISIONS)) {
                moments.revisions().ifPresent(right::add);
            }
        }
    }

    /** The whole address of a comparison, as the browser would name it. */
    private static String link(Selection selection) {
        var path = Routes.compare(SelectionAddress.write(selection));
        if (!(VaadinRequest.getCurrent() instanceof VaadinServletRequest request)) {
            return path;
        }
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + request.getServerPort())
                + request.getContextPath() + "/" + path;
    }

    private void go(Selection selection) {
        Routes.open(Routes.compare(SelectionAddress.write(selection)));
    }

    private Component moments(Comparison comparison) {
        var selection = comparison.selection();
        var picker = new AsOfPicker(selection.asOf(), days(comparison),
                day -> go(selection.withRecorded(Optional.empty()).withAsOf(day)));
        return access.may(Permission.READ_AUDIT) ? picker.records(selection.recorded(), releases.all().stream()
                .limit(MOST_MOMENTS).map(it -> new AsOfPicker.Records(it.at(), it.name())).toList(),
                at -> go(selection.withAsOf(Optional.empty()).withRecorded(Optional.of(at)))) : picker;
    }

    /** The days on which the sources of the values shown were published, newest first. */
    private static List<AsOfPicker.Moment> days(Comparison comparison) {
        return comparison.lines().stream().flatMap(line -> line.values().values().stream()).map(Known::cell)
                .filter(Objects::nonNull).flatMap(cell -> cell.statements().stream()).map(it -> it.reply())
                .filter(it -> it.issuedOn() != null && it.issuedOn().isDay()).distinct()
                .map(it -> new AsOfPicker.Moment(it.knownOn(), it.label()))
                .sorted((a, b) -> b.day().compareTo(a.day())).distinct().limit(MOST_MOMENTS).toList();
    }

    private Component suggestions(Comparison comparison) {
        var panel = new Section(new Paragraph(getTranslation("compare.empty")));
        panel.addClassNames("yj-panel", "yj-empty");
        comparison.catalogue().headlines().stream().limit(SUGGESTED).forEach(it -> panel.add(suggestion(it, comparison)));
        return panel;
    }

    private Component suggestion(Indicator indicator, Comparison comparison) {
        return new Paragraph(new Anchor(Routes.compare(SelectionAddress.write(
                comparison.selection().withIndicators(List.of(indicator.code())))), indicator.name(getLocale())));
    }

    private Component pictures(Comparison comparison, Words words, ValuePanel value, List<ChartView> views) {
        var note = new Span(comparison.years().isEmpty() ? ""
                : getTranslation("compare.span", comparison.years().getFirst(), comparison.years().getLast()));
        note.addClassName("yj-card-note");
        var head = new Div(new H2(words.title()), note);
        head.addClassName("yj-card-head");
        var panel = new Section(head);
        panel.addClassNames("yj-panel", "yj-compare-pictures");
        if (comparison.facets().isEmpty()) {
            panel.add(new Paragraph(getTranslation("compare.nothing")));
        } else if (comparison.selection().chart() == ChartKind.HEAT) {
            panel.add(ComparisonTable.heat(comparison, words));
        } else {
            var drawing = new Drawing(comparison, words);
            var charts = drawing.charts();
            drawing.notes().forEach(it -> panel.add(notice(it)));
            if (comparison.facets().size() > 1 && comparison.selection().chart() != ChartKind.SCATTER) {
                panel.add(notice(getTranslation("compare.facets", comparison.facets().size())));
            }
            var grid = new Div();
            grid.addClassNames("yj-compare-charts", charts.size() > 1 ? "yj-compare-many" : "yj-compare-one");
            charts.forEach(spec -> {
                var view = new ChartView(spec);
                view.setHeaderVisible(charts.size() > 1 || !spec.title().equals(words.title()));
                view.addPointPressListener(press -> value.show(press.getKey()));
                grid.add(view);
                views.add(view);
            });
            if (charts.size() == 1) {
                note.add((note.getText().isEmpty() ? "" : " ") + charts.getFirst().unit());
            }
            panel.add(grid);
        }
        return panel;
    }

    private Optional<Component> sentences(Comparison comparison) {
        var said = Description.of(comparison, getLocale(), this::getTranslation);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var panel = new Section();
        panel.addClassNames("yj-panel", "yj-compare-says");
        panel.getElement().setAttribute("aria-label", getTranslation("compare.says"));
        said.forEach(it -> panel.add(new Paragraph(it)));
        return Optional.of(panel);
    }
}
