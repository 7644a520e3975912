package org.youju.check.quote.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.RegionSelect;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.base.ui.control.StackedCell;
import org.youju.check.quote.Quoted;
import org.youju.check.quote.Quotes;
import org.youju.check.quote.Standing;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.ReplyKind;
import org.youju.security.Role;

/**
 * Which documents quote figures that a later source has put others in the place of, or that contradict another source.
 * Region, 时点 and what is shown of it stand in the address.
 */
@Route(Routes.DOUBTFUL)
@RolesAllowed({Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.APPROVER})
class DoubtfulView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final String SHOW = "show";
    private static final String KIND = "kind";
    private static final int SCREENFUL = 200;

    /** What is shown of all. */
    enum Shown {
        ALL, SUPERSEDED, CONFLICT;

        boolean takes(Standing standing) {
            return switch (this) {
                case ALL -> true;
                case SUPERSEDED -> standing == Standing.SUPERSEDED;
                case CONFLICT -> standing != Standing.SUPERSEDED;
            };
        }
    }

    private final Quotes quotes;
    private final IndicatorService indicators;
    private final PageHeader header = new PageHeader(getTranslation("check.quote.page"));
    private final Div filters = new Div();
    private final Div content = new Div();
    private Shown shown = Shown.ALL;
    private @Nullable ReplyKind kind;

    DoubtfulView(Quotes quotes, IndicatorService indicators) {
        this.quotes = quotes;
        this.indicators = indicators;
        addClassNames("yj-page", "yj-quotes");
        filters.addClassName("yj-quotes-filters");
        content.addClassName("yj-panel");
        add(filters, content);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("check.quote.page");
    }

    /** What the address asks for and there is not is as if it were not asked for. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var state = PageState.read(query).state();
        shown = one(query, SHOW, Shown.values()).orElse(Shown.ALL);
        kind = one(query, KIND, ReplyKind.documents()).orElse(null);
        show(state);
    }

    private static <T extends Enum<T>> Optional<T> one(QueryParameters query, String name, T[] values) {
        return query.getSingleParameter(name)
                .flatMap(text -> Arrays.stream(values).filter(it -> it.name().equals(text)).findFirst());
    }

    private void show(PageState state) {
        var catalogue = indicators.catalogue();
        header.reset().crumb(getTranslation("reply.list"), Routes.REPLIES);
        var asked = state.region().flatMap(code -> catalogue.regions().stream()
                .filter(it -> it.code().equals(code)).findFirst()).or(() -> Region.home(catalogue.regions()));
        if (asked.isEmpty()) {
            fill(List.of(), catalogue);
            return;
        }
        var region = asked.get();
        var found = quotes.doubtful(region.code(), state.asOf().orElse(null));
        header.controls(new RegionSelect<>(region, catalogue.regions(), it -> it.name(getLocale()),
                        it -> go(state.withRegion(it.code()), shown, kind)),
                new AsOfPicker(state.asOf(), List.of(), day -> go(state.withAsOf(day), shown, kind)));
        filter(found, state);
        fill(found, catalogue);
    }

    private void filter(List<Quoted> found, PageState state) {
        filters.removeAll();
        var kinds = new Select<ReplyKind>();
        kinds.setAriaLabel(getTranslation("reply.fact.kind"));
        kinds.setItems(ReplyKind.documents());
        kinds.setEmptySelectionAllowed(true);
        kinds.setEmptySelectionCaption(getTranslation("reply.kind.all"));
        kinds.setItemLabelGenerator(it -> getTranslation(it == null ? "reply.kind.all" : "reply.kind." + it.name()));
        kinds.setValue(kind);
        kinds.addValueChangeListener(change -> go(state, shown, change.getValue()));
        filters.add(new SegmentedBar<>(getTranslation("check.quote.show"), shown, List.of(Shown.values()),
                it -> getTranslation("check.quote.show." + it, found.stream().filter(one -> takes(one, it)).count()))
                .onChoice(it -> go(state, it, kind)), kinds);
    }

    private boolean takes(Quoted quoted, Shown by) {
        return by.takes(quoted.standing()) && (kind == null || quoted.statement().reply().kind() == kind);
    }

    private void go(PageState state, Shown show, @Nullable ReplyKind ofKind) {
        Map<String, String> query = new LinkedHashMap<>();
        state.toQuery().getParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        if (show != Shown.ALL) {
            query.put(SHOW, show.name());
        }
        if (ofKind != null) {
            query.put(KIND, ofKind.name());
        }
        var text = QueryParameters.simple(query).getQueryString();
        Routes.open(text.isEmpty() ? Routes.DOUBTFUL : Routes.DOUBTFUL + "?" + text);
    }

    private void fill(List<Quoted> found, Catalogue catalogue) {
        content.removeAll();
        var some = found.stream().filter(it -> takes(it, shown)).toList();
        var documents = some.stream().map(it -> it.statement().reply().id()).distinct().count();
        header.note(getTranslation("check.quote.count", documents, some.size()));
        if (some.isEmpty()) {
            var none = new Div(getTranslation(found.isEmpty() ? "check.quote.none" : "check.quote.none.such"));
            none.addClassName("yj-empty");
            content.add(none);
            return;
        }
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked");
        table.setCaptionText(getTranslation("check.quote.caption"));
        var head = table.getHead().addRow();
        for (var key : List.of("check.quote.document", "check.quote.figure", "check.quote.stands", "check.quote.now")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var words = new QuoteWords(this, getLocale());
        some.stream().limit(SCREENFUL).forEach(it -> table.getBody().add(row(it, words, catalogue)));
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        content.add(scroll);
        if (some.size() > SCREENFUL) {
            content.add(QuoteWords.caption(getTranslation("check.quote.more", SCREENFUL, some.size())));
        }
    }

    private NativeTableRow row(Quoted quoted, QuoteWords words, Catalogue catalogue) {
        var statement = quoted.statement();
        var document = new NativeTableHeaderCell(words.source(statement));
        document.getElement().setAttribute("scope", "row");
        document.add(QuoteWords.caption(getTranslation("check.quote.of", words.date(statement),
                getTranslation("reply.kind." + statement.reply().kind()))));
        var name = catalogue.name(statement.indicator(), getLocale());
        var cell = new Anchor(Routes.cell(statement.indicator(), statement.region(), statement.period().code()), name);
        var now = quoted.counterpart().<Component>map(other ->
                new Div(new Span(words.why(quoted)), new Span(" "), words.open(other)))
                .orElseGet(() -> new Span(words.why(quoted)));
        return new NativeTableRow(document,
                new StackedCell(getTranslation("check.quote.figure"), cell, new Span(" "),
                        new Span(statement.period().label(getLocale()) + " " + words.figure(statement))),
                new StackedCell(getTranslation("check.quote.stands"), words.badge(quoted.standing())),
                new StackedCell(getTranslation("check.quote.now"), now));
    }
}
