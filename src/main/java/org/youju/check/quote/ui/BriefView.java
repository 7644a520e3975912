package org.youju.check.quote.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.RegionSelect;
import org.youju.check.quote.Brief;
import org.youju.check.quote.Briefs;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.Observation;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.Reply;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.ui.CopyButton;
import org.youju.security.Role;

/**
 * 备答: before a proposal is answered, what was answered last of its figures and what is known now, each with its source,
 * and all of it as text to copy. The indicators, or the document that they are taken from, stand in the address.
 */
@Route(Routes.BRIEF)
@RolesAllowed({Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.APPROVER})
class BriefView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final String INDICATORS = "i";
    private static final String OF = "of";

    private final Briefs briefs;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final PageHeader header = new PageHeader(getTranslation("check.brief.page"));
    private final BriefWords words = new BriefWords(this, getLocale());

    BriefView(Briefs briefs, IndicatorService indicators, ReplyService replies) {
        this.briefs = briefs;
        this.indicators = indicators;
        this.replies = replies;
        addClassNames("yj-page", "yj-brief");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("check.brief.page");
    }

    /** Codes and documents that there are not are as if not asked for. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var catalogue = indicators.catalogue();
        var state = PageState.read(query).state();
        var named = query.getSingleParameter(INDICATORS).stream().flatMap(it -> Arrays.stream(it.split(",")))
                .filter(code -> catalogue.find(code).isPresent()).distinct().limit(Briefs.MOST).toList();
        var documents = query.getParameters(OF).stream().filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf)
                .filter(id -> replies.replies(List.of(id)).containsKey(id)).toList();
        removeAll();
        header.reset().crumb(getTranslation("reply.list"), Routes.REPLIES);
        var region = state.region().flatMap(code -> catalogue.regions().stream()
                .filter(it -> it.code().equals(code)).findFirst()).or(() -> Region.home(catalogue.regions()));
        if (region.isEmpty() || catalogue.indicators().isEmpty()) {
            add(empty("check.brief.empty.catalogue"));
            return;
        }
        show(named.isEmpty() ? briefs.indicatorsOf(documents) : named, documents, region.get(), state, catalogue);
    }

    private void show(List<String> codes, List<Long> documents, Region region, PageState state, Catalogue catalogue) {
        header.controls(new RegionSelect<>(region, catalogue.regions(), it -> it.name(getLocale()),
                        it -> go(codes, state.withRegion(it.code()))),
                new AsOfPicker(state.asOf(), List.of(), day -> go(codes, state.withAsOf(day))));
        var of = replies.replies(documents).values().stream().map(Reply::label).collect(Collectors.joining(" · "));
        header.note(of.isEmpty() ? "" : getTranslation("check.brief.from", of));
        add(choice(codes, state, catalogue));
        if (codes.isEmpty()) {
            add(empty(documents.isEmpty() ? "check.brief.empty" : "check.brief.empty.document"));
            return;
        }
        var found = briefs.of(codes, region.code(), state.asOf().orElse(null));
        var list = new UnorderedList();
        list.addClassName("yj-brief-list");
        found.forEach(it -> list.add(item(it, region, state)));
        var panel = new Section(list);
        panel.addClassName("yj-panel");
        add(panel, copy(found));
    }

    private Component choice(List<String> codes, PageState state, Catalogue catalogue) {
        var chosen = new MultiSelectComboBox<Indicator>(getTranslation("check.brief.indicators"));
        chosen.setItems(catalogue.indicators());
        chosen.setItemLabelGenerator(it -> it.name(getLocale()) + " " + it.code());
        chosen.setValue(codes.stream().map(catalogue::indicator).toList());
        chosen.setClearButtonVisible(true);
        chosen.addValueChangeListener(change -> go(change.getValue().stream().map(Indicator::code).toList(), state));
        var document = new ComboBox<Reply>(getTranslation("check.brief.document"));
        document.setItems(query -> replies.search(new ReplyQuery(query.getFilter().orElse(""), null, null, null, false),
                query.getOffset(), query.getLimit()).stream());
        document.setItemLabelGenerator(Reply::label);
        document.setPlaceholder(getTranslation("check.brief.document.hint"));
        document.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                Routes.open(Routes.briefOf(List.of(change.getValue().id()), state));
            }
        });
        var choice = new Div(chosen, document);
        choice.addClassName("yj-brief-choice");
        return choice;
    }

    private void go(Collection<String> codes, PageState state) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!codes.isEmpty()) {
            query.put(INDICATORS, String.join(",", codes));
        }
        state.toQuery().getParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        var text = QueryParameters.simple(query).getQueryString();
        Routes.open(text.isEmpty() ? Routes.BRIEF : Routes.BRIEF + "?" + text);
    }

    private ListItem item(Brief brief, Region region, PageState state) {
        var item = new ListItem(new H2(new Anchor(Routes.indicator(brief.indicator().code(), state.withRegion(region.code())),
                brief.indicator().name(getLocale()))));
        var said = brief.said();
        if (said == null) {
            item.add(QuoteWords.caption(getTranslation("check.brief.unsaid")));
        } else {
            item.add(line(getTranslation("check.brief.said", words.year(said.statement())), said.statement()));
            if (said.standing().isDoubtful()) {
                var became = new Div(words.quotes().badge(said.standing()), new Span(words.quotes().why(said)));
                became.addClassName("yj-quote-line");
                said.counterpart().ifPresent(other -> became.add(words.quotes().open(other)));
                item.add(became);
            }
        }
        var now = brief.now();
        if (now == null) {
            item.add(QuoteWords.caption(getTranslation("check.brief.nothing")));
        } else if (said != null && !brief.isNewer()) {
            item.add(QuoteWords.caption(getTranslation("check.brief.same")));
        } else {
            item.add(line(getTranslation("check.brief.now"), now));
            if (brief.change() != null) {
                var change = new Span(words.change(brief.change()));
                change.addClassNames("yj-brief-change");
                item.add(change);
            }
        }
        return item;
    }

    private Component line(String name, Observation statement) {
        var label = QuoteWords.caption(name);
        var line = new Div(label, new Span(statement.period().label(getLocale())), new FigureText(statement.figure()),
                QuoteWords.caption(statement.interval().isPoint() ? ""
                        : FigureWriter.interval(statement.figure(), getLocale())));
        if (!statement.status().isFirm()) {
            line.add(new Span(getTranslation("source.status." + statement.status())));
        }
        line.add(new SourceBadge(statement));
        line.addClassName("yj-brief-line");
        return line;
    }

    private Component copy(List<Brief> found) {
        var text = words.text(found);
        var shown = new Pre(text);
        shown.getElement().setAttribute("tabindex", "0");
        shown.getElement().setAttribute("role", "region");
        shown.getElement().setAttribute("aria-label", getTranslation("check.brief.text"));
        shown.addClassName("yj-brief-text");
        var head = new Div(new H2(getTranslation("check.brief.text")), new CopyButton(getTranslation("check.brief.copy"), text));
        head.addClassName("yj-card-head");
        var panel = new Section(head, shown);
        panel.addClassNames("yj-panel", "yj-brief-copy");
        return panel;
    }

    private Component empty(String key) {
        var none = new Div(getTranslation(key));
        none.addClassNames("yj-panel", "yj-empty");
        return none;
    }
}
