package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
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
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.youju.reply.ui.CopyButton;
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
            this.keepsFocus ??= this.addEventListener('focusin', event => {
              this.lastFocus = event.target.closest('[data-return]')?.dataset.return
                || event.target.closest('[id^=cmp-]')?.id;
            }) ?? true;
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
    private final Clock clock;
    private final PageHeader header = new PageHeader(getTranslation("compare.menu"));
    private final Div notices = new Div();
    private final Div choice = new Div();
    private final NativeButton open = new NativeButton(getTranslation("compare.choice"));
    private boolean seen;
    private final PicturesPanel pictures = new PicturesPanel();
    private final Div results = new Div();

    CompareView(ComparisonService comparisons, IndicatorService indicators, Releases releases,
            SavedAnalyses analyses, Access access, Clock clock) {
        this.clock = clock;
        this.analyses = analyses;
        this.comparisons = comparisons;
        this.indicators = indicators;
        this.releases = releases;
        this.access = access;
        addClassNames("yj-page", "yj-compare");
        results.addClassName("yj-compare-results");
        var right = new Div(pictures, results);
        right.addClassName("yj-compare-results");
        open.addClassNames("yj-button", "yj-compare-open");
        open.setId("cmp-open");
        open.getElement().setAttribute("aria-expanded", "true");
        open.addClickListener(click -> fold("true".equals(open.getElement().getAttribute("aria-expanded"))));
        choice.addClassName("yj-compare-folds");
        var left = new Div(open, choice);
        var columns = new Div(left, right);
        columns.addClassName("yj-compare-columns");
        add(notices, columns);
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
        notices.removeAll();
        reading.dropped().forEach(it -> notices.add(notice(it)));
        if (selection.recorded().isPresent() && !access.may(Permission.READ_AUDIT)) {
            notices.add(notice(getTranslation("compare.recorded.denied")));
            selection = selection.withRecorded(Optional.empty());
        }
        if (selection.regions().isEmpty()) {
            selection = selection.withRegions(List.of(home(catalogue)));
        }
        var comparison = comparisons.read(selection);
        if (selection.from().isPresent() && !comparison.years().isEmpty()
                && comparison.years().getFirst() > selection.from().getAsInt()) {
            notices.add(notice(getTranslation("compare.years.cut", Selection.MOST_YEARS,
                    Integer.toString(comparison.years().getFirst()))));
        }
        notices.setVisible(notices.getComponentCount() > 0);
        show(comparison);
        getElement().executeJs(KEEP_FOCUS);
    }

    /** The first district, else the first region. */
    private static String home(Catalogue catalogue) {
        return catalogue.regions().stream().filter(it -> it.parent() != null).findFirst()
                .or(() -> catalogue.regions().stream().findFirst()).map(Region::code).orElse("0");
    }

    private Component notice(Dropped dropped) {
        return notice(dropped.after() != null ? getTranslation("compare.years.turned", dropped.value(),
                Integer.toString(dropped.after())) : getTranslation("compare.dropped", getTranslation(dropped.key()), dropped.value()));
    }

    static Component notice(String sentence) {
        var notice = new Div(Glyph.INFORMATION.icon(), new Span(sentence));
        notice.addClassName("yj-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }

    /** On a narrow screen the choice stands above what it shows and folds away, so that a chart is seen at once. */
    private void fold(boolean closed) {
        open.getElement().setAttribute("aria-expanded", Boolean.toString(!closed));
        choice.setClassName("yj-compare-folded", closed);
    }

    private void show(Comparison comparison) {
        var words = new Words(this, comparison, getLocale());
        header.reset().title(getTranslation("compare.menu"));
        header.note(comparison.lines().stream().map(words::indicator).distinct().limit(3)
                .collect(Collectors.joining(getTranslation("source.comma"))));
        header.controls(moments(comparison), new SavedMenu(analyses, access, comparison.selection()));
        choice.removeAll();
        choice.add(new SelectionPanel(comparison, words, new Finder(comparison.catalogue(), indicators.aliases()),
                this::go, days(comparison), access.may(Permission.READ_AUDIT)));
        if (!seen) {
            fold(!comparison.selection().indicators().isEmpty());
            seen = true;
        }
        results.removeAll();
        pictures.setVisible(!comparison.selection().indicators().isEmpty());
        if (comparison.selection().indicators().isEmpty()) {
            results.add(suggestions(comparison));
            return;
        }
        var value = new ValuePanel(comparison, words);
        pictures.show(comparison, words, value);
        results.add(value);
        var exported = access.may(Permission.EXPORT) && !comparison.years().isEmpty()
                ? Optional.of(Report.of(comparison, link(comparison.selection()), clock.instant(), getLocale(), words::say))
                : Optional.<Report>empty();
        exported.ifPresent(report -> header.controls(new ExportMenu(report,
                () -> comparison.selection().chart() == ChartKind.HEAT ? List.of()
                        : new Drawing(report.comparison(), new Words(this, report.comparison(), getLocale())).charts(),
                pictures.views())));
        sentences(comparison, words, exported).ifPresent(results::add);
        if (!comparison.years().isEmpty()) {
            var table = new Section(new ComparisonTable(comparison, words, this::go, value::showAll));
            table.addClassNames("yj-panel", "yj-compare-table-panel");
            results.add(table);
            comparison.selection().against().ifPresent(day -> results.add(new MomentsPanel(comparison, words).sideBySide(
                    comparisons.read(comparison.selection().withAsOf(Optional.of(day))))));
            if (comparison.selection().has(Option.REVISIONS)) {
                new RevisionsPanel(comparison, words).panel().ifPresent(results::add);
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

    private Optional<Component> sentences(Comparison comparison, Words words, Optional<Report> exported) {
        var said = Description.of(comparison, getLocale(), words::say);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var panel = new Section();
        panel.addClassNames("yj-panel", "yj-compare-says");
        panel.getElement().setAttribute("aria-label", getTranslation("compare.says"));
        said.forEach(it -> panel.add(new Paragraph(it)));
        exported.filter(it -> !it.sentences().isEmpty()).ifPresent(it -> panel.add(new CopyButton(
                getTranslation("compare.says.copy"), String.join("\n", it.sentences()) + "\n"
                        + String.join("\n", it.citations()))));
        return Optional.of(panel);
    }
}
