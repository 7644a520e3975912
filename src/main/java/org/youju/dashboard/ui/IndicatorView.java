package org.youju.dashboard.ui;

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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.chart.ChartView;
import org.youju.base.chart.Picture;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.RegionSelect;
import org.youju.check.Derivation;
import org.youju.dashboard.DashboardService;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Cell;
import org.youju.observation.ObservationService;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.QuotedFigure;
import org.youju.observation.ui.SourceBadge;
import org.youju.observation.ui.StatusWords;
import org.youju.reply.Places;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.workflow.release.Releases;

/** One indicator of a region: its series, everything that states it, how it is defined, and how it came to be known. */
@Route(Routes.INDICATORS + "/:code")
@PermitAll
class IndicatorView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final DashboardService dashboard;
    private final IndicatorService indicators;
    private final ObservationService observations;
    private final ReplyService replies;
    private final Releases releases;
    private final Access access;
    private final PageHeader header = new PageHeader("");
    private String title = "";

    IndicatorView(DashboardService dashboard, IndicatorService indicators, ObservationService observations,
            ReplyService replies, Releases releases, Access access) {
        this.releases = releases;
        this.dashboard = dashboard;
        this.indicators = indicators;
        this.observations = observations;
        this.replies = replies;
        this.access = access;
        addClassNames("yj-page", "yj-indicator-page");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var reading = PageState.read(event.getLocation().getQueryParameters());
        var catalogue = indicators.catalogue();
        var indicator = catalogue.indicator(event.getRouteParameters().get("code").orElseThrow());
        var region = reading.state().region().orElseGet(() -> Homes.of(catalogue));
        var state = reading.state().withRegion(region);
        var series = dashboard.series(region, indicator.code(), state.asOf().orElse(null),
                state.recorded().orElse(null));
        title = indicator.name(getLocale());
        removeAll();
        reading.notices().forEach(notice -> add(new Notice(getTranslation(notice.key(), notice.value()))));
        show(series, state, catalogue);
    }

    private void show(IndicatorSeries series, PageState state, Catalogue catalogue) {
        var indicator = series.indicator();
        var chart = SeriesChart.of(series, this, getLocale());
        header.reset().title(title)
                .crumb(getTranslation("dashboard.indicators"), Routes.INDICATORS)
                .crumb(catalogue.theme(indicator.theme()).name(getLocale()), Routes.INDICATORS);
        controls(series, state, catalogue);
        entry(series, state);
        var statements = new StatementList(series, new Places(replies), getLocale(), state.asOf(),
                state.asOf().isEmpty());
        var unit = new Span(FigureWriter.axisUnit(indicator.unit(), getLocale()));
        unit.addClassName("yj-card-note");
        var compare = new Anchor(Routes.compare(indicator.code(), series.region().code()),
                getTranslation("dashboard.indicator.compare"));
        var head = new Div(new H2(getTranslation("dashboard.indicator.series")), unit, compare);
        head.addClassName("yj-card-head");
        var left = new Section(head);
        left.addClassNames("yj-panel", "yj-series-panel");
        if (series.cells().isEmpty() && series.implied().isEmpty()) {
            left.add(new EmptyPage(getTranslation("dashboard.indicator.empty", series.region().name(getLocale()))));
        } else if (chart.isPresent()) {
            var view = new ChartView();
            view.setHeaderVisible(false);
            view.setTablePlacement(ChartView.TablePlacement.ALIGNED);
            view.show(chart.get().spec(year(series, state)), new SeriesTable(series, chart.get(), catalogue, this, getLocale()).rows());
            view.addPointPressListener(press -> SeriesChart.open(series, state, press.getKey()));
            left.add(view);
            if (access.may(Permission.EXPORT)) {
                download(view, series, state);
            }
        } else {
            left.add(new SeriesTable(series, catalogue, this, getLocale()).plain());
        }
        var right = new Div(statements);
        if (!series.promises().isEmpty()) {
            right.add(new PromisesPanel(series.promises(), catalogue));
        }
        var findings = dashboard.attention(series, state.asOf().orElse(null), state.recorded().orElse(null));
        var refused = dashboard.refused(series);
        if (!findings.isEmpty() || !refused.isEmpty()) {
            right.add(new FindingsPanel(findings, refused));
        }
        var routes = series.routes();
        if (!routes.isEmpty()) {
            right.add(new RoutesPanel(routes, indicator.unit(), catalogue));
        }
        right.add(new DefinitionPanel(series, catalogue), new KnowledgePanel(series, state, observations));
        right.addClassName("yj-indicator-side");
        var columns = new Div(left, right);
        columns.addClassName("yj-indicator-columns");
        add(strip(series, state), columns);
    }

    private void controls(IndicatorSeries series, PageState state, Catalogue catalogue) {
        header.controls(
                new RegionSelect<>(series.region(), catalogue.regions(), r -> r.name(getLocale()),
                        region -> go(series, state.withRegion(region.code()))),
                new AsOfPicker(state.asOf(), moments(series),
                        day -> go(series, state.withoutRecorded().withAsOf(day)))
                        .records(state.recorded(), ReleaseMoments.of(releases),
                                at -> go(series, state.withAsOf(Optional.empty()).withRecorded(at))));
    }

    /** The form of one figure of the indicator, for those who keep its figures. */
    private void entry(IndicatorSeries series, PageState state) {
        var indicator = series.indicator();
        if (access.may(Permission.EDIT_DRAFTS)
                && access.current().scope().covers(series.region().code(), indicator.department())) {
            var form = new Anchor(Routes.observation(indicator.code(), series.region().code(), "",
                    Routes.indicator(indicator.code(), state)), getTranslation("dashboard.indicator.enter"));
            form.addClassName("yj-indicator-enter");
            header.controls(form);
        }
    }

    private void go(IndicatorSeries series, PageState state) {
        Routes.open(Routes.indicator(series.indicator().code(), state));
    }

    private List<AsOfPicker.Moment> moments(IndicatorSeries series) {
        return series.cells().stream().flatMap(c -> c.statements().stream()).map(o -> o.reply())
                .filter(r -> r.issuedOn() != null && r.issuedOn().isDay())
                .map(r -> new AsOfPicker.Moment(r.knownOn(), r.label())).distinct()
                .sorted((a, b) -> b.day().compareTo(a.day())).limit(8).toList();
    }

    private void download(ChartView view, IndicatorSeries series, PageState state) {
        var button = new Button(getTranslation("dashboard.chart.download"), click -> view.download(new Picture(
                series.indicator().code() + "-" + series.region().code(), footer(series, state))));
        button.setPrefixComponent(Glyph.EXPORT.icon());
        header.controls(button);
    }

    /** What proves a picture: code, definition, as-of day and the documents that its points rest on. */
    private List<String> footer(IndicatorSeries series, PageState state) {
        var lines = new ArrayList<String>();
        lines.add(getTranslation("dashboard.picture.indicator", series.indicator().code(), series.region().name(getLocale()),
                Math.max(1, series.breaks().size() + 1),
                AsOfPicker.words(this, state)));
        lines.add(getTranslation("dashboard.picture.sources", String.join(getTranslation("dashboard.picture.and"),
                series.cells().stream().map(c -> c.representing().reply().label()).distinct().limit(6).toList())));
        return lines;
    }

    private static @Nullable Integer year(IndicatorSeries series, PageState state) {
        return state.year().isPresent() ? Integer.valueOf(state.year().getAsInt())
                : latest(series).flatMap(c -> c.key().period().belongsToYear().stream().boxed().findFirst()).orElse(null);
    }

    private static Optional<Cell> latest(IndicatorSeries series) {
        return series.cells().stream().filter(c -> c.key().period().end() != null).reduce((a, b) -> b)
                .or(() -> series.cells().stream().findFirst());
    }

    /** The newest value with what belongs to it, and what the indicator is. */
    private Component strip(IndicatorSeries series, PageState state) {
        var strip = new Div();
        strip.addClassNames("yj-panel", "yj-keyfacts");
        var year = state.year();
        var cell = year.isPresent()
                ? series.cells().stream().filter(c -> c.key().period().belongsToYear().equals(year)).reduce((a, b) -> b)
                        .or(() -> latest(series))
                : latest(series);
        cell.ifPresentOrElse(c -> {
            var shown = c.representing();
            var main = new Div(new Span(shown.period().label(getLocale())), FigureText.of(shown));
            StatusWords.of(shown, getLocale()).ifPresent(it -> main.add(new StateBadge(StateBadge.Tone.WARN,
                    Glyph.NOT_PROVABLE, it)));
            main.addClassName("yj-keyfacts-main");
            strip.add(main, fact("dashboard.card.interval", FigureWriter.interval(shown.figure(), getLocale())));
            series.related().stream().filter(r -> r.key().period().equals(c.key().period())
                            && !r.key().indicator().equals(series.indicator().code())).limit(3)
                    .forEach(r -> strip.add(related(r)));
        }, () -> series.implied().stream().max(Comparator.comparing(Derivation::period))
                .ifPresent(derived -> implied(strip, derived, series.indicator())));
        strip.add(about(series.indicator()));
        return strip;
    }

    /** What follows from other figures, where no source states the indicator at all. */
    private void implied(Div strip, Derivation derived, Indicator indicator) {
        var figure = new Span(FigureWriter.computed(derived.value(), derived.interval(), indicator.unit(),
                getLocale()).text());
        figure.addClassNames("yj-figure", "yj-is-computed");
        var main = new Div(new Span(derived.period().label(getLocale())), figure);
        main.addClassName("yj-keyfacts-main");
        strip.add(main,
                fact("dashboard.card.interval", FigureWriter.computedInterval(derived.interval(), derived.value(),
                        indicator.unit(), getLocale())),
                fact(getTranslation("dashboard.state.computed"),
                        new SourceBadge(new Workings(indicators.catalogue(), getLocale()).of(derived))));
    }

    private Component related(Cell cell) {
        var name = indicators.catalogue().indicator(cell.key().indicator()).name(getLocale());
        return fact(name, new QuotedFigure(cell.representing()));
    }

    private Component about(Indicator indicator) {
        var about = new Div(
                fact("dashboard.indicator.code", indicator.code()),
                fact("dashboard.indicator.nature", getTranslation("dashboard.nature." + indicator.nature())),
                fact("dashboard.indicator.unit", FigureWriter.unit(indicator.unit(), getLocale())),
                fact("dashboard.indicator.direction", getTranslation("dashboard.direction." + indicator.direction())),
                fact("dashboard.indicator.price", getTranslation("dashboard.price." + indicator.priceBasis())),
                fact("dashboard.indicator.department", indicator.department() == null
                        ? getTranslation("dashboard.unknown") : department(indicator.department())));
        about.addClassName("yj-keyfacts-about");
        return about;
    }

    private String department(String code) {
        return indicators.departments().stream().filter(it -> it.code().equals(code)).findFirst()
                .map(it -> it.name(getLocale())).orElse(code);
    }

    private Component fact(String key, String value) {
        return fact(getTranslation(key), new Span(value));
    }

    private static Component fact(String name, Component value) {
        var label = new Span(name);
        label.addClassName("yj-caption");
        value.addClassName("yj-fact-value");
        var fact = new Div(label, value);
        fact.addClassName("yj-keyfacts-fact");
        return fact;
    }
}
