package org.youju.commitment.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.base.ui.control.StackedCell;
import org.youju.commitment.proposal.Outcome;
import org.youju.commitment.proposal.Outcome.Kept;
import org.youju.commitment.proposal.Outcomes;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.AnswerCategory;
import org.youju.reply.ProposalQuery;
import org.youju.reply.Proposals;
import org.youju.reply.ui.ProposalWords;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/**
 * 提案: all that are recorded, or those that the next year takes up again: of category B or C, with a promise that still has
 * to be kept. What is looked for stands in the address.
 */
@Route(Routes.PROPOSALS)
@Menu(title = "proposal.menu", icon = "PROPOSALS", order = 4.5)
@RolesAllowed({Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.APPROVER, Role.Names.ADMIN})
class ProposalsView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final String WORDS = "q";
    private static final String CATEGORY = "category";
    private static final String SHOW = "show";
    private static final String PAGE = "page";
    private static final String REGION = "region";
    private static final int SCREENFUL = 50;

    private enum Shown {
        ALL, NEXT
    }

    private enum Category {
        A, B, C, UNKNOWN;

        Optional<AnswerCategory> answered() {
            return this == UNKNOWN ? Optional.empty() : Optional.of(AnswerCategory.valueOf(name()));
        }
    }

    private final Proposals proposals;
    private final Outcomes outcomes;
    private final IndicatorService indicators;
    private final Access access;
    private final PageHeader header = new PageHeader(getTranslation("proposal.page"));
    private final TextField words = new TextField();
    private final Select<Category> category = new Select<>();
    private final Select<Region> region = new Select<>();
    private final SegmentedBar<Shown> bar;
    private final Div content = new Div();
    private PageState state = PageState.DEFAULT;
    private Shown shown = Shown.ALL;
    private int page = 1;
    private boolean reading;

    ProposalsView(Proposals proposals, Outcomes outcomes, IndicatorService indicators, Access access) {
        this.access = access;
        this.proposals = proposals;
        this.outcomes = outcomes;
        this.indicators = indicators;
        addClassNames("yj-page", "yj-proposals");
        words.setAriaLabel(getTranslation("proposal.search"));
        words.setPlaceholder(getTranslation("proposal.search"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> search());
        category.setAriaLabel(getTranslation("proposal.category"));
        category.setItems(Category.values());
        category.setEmptySelectionAllowed(true);
        category.setEmptySelectionCaption(getTranslation("proposal.category.any"));
        category.setItemLabelGenerator(it -> getTranslation(it == null ? "proposal.category.any"
                : "proposal.category." + it.name()));
        category.addValueChangeListener(change -> search());
        region.setAriaLabel(getTranslation("proposal.region"));
        region.setItems(indicators.catalogue().regions());
        region.setEmptySelectionAllowed(true);
        region.setEmptySelectionCaption(getTranslation("proposal.region.any"));
        region.setItemLabelGenerator(it -> it == null ? getTranslation("proposal.region.any") : it.name(getLocale()));
        region.addValueChangeListener(change -> search());
        bar = new SegmentedBar<>(getTranslation("proposal.show"), shown, List.of(Shown.values()),
                it -> getTranslation("proposal.show." + it)).onChoice(it -> {
                    shown = it;
                    search();
                });
        var filters = new Div(bar, words, category, region);
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
        return getTranslation("proposal.page");
    }

    /** What the address asks for and there is not is as if it were not asked for; behind the last page comes the last. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        reading = true;
        state = PageState.read(query).state();
        words.setValue(query.getSingleParameter(WORDS).orElse(""));
        category.setValue(query.getSingleParameter(CATEGORY).flatMap(text -> Arrays.stream(Category.values())
                .filter(it -> it.name().equals(text)).findFirst()).orElse(null));
        region.setValue(indicators.catalogue().regions().stream()
                .filter(it -> state.region().filter(it.code()::equals).isPresent()).findFirst().orElse(null));
        shown = query.getSingleParameter(SHOW).filter(Shown.NEXT.name()::equals).isPresent() ? Shown.NEXT : Shown.ALL;
        bar.choose(shown);
        page = query.getSingleParameter(PAGE).filter(text -> text.matches("[1-9][0-9]{0,6}"))
                .map(Integer::parseInt).orElse(1);
        reading = false;
        show();
    }

    private void search() {
        if (!reading) {
            Routes.open(address(1));
        }
    }

    private String address(int of) {
        return address(of, state.asOf());
    }

    private String address(int of, Optional<LocalDate> asOf) {
        Map<String, String> query = new LinkedHashMap<>();
        if (shown != Shown.ALL) {
            query.put(SHOW, shown.name());
        }
        if (!words.getValue().isBlank()) {
            query.put(WORDS, words.getValue().strip());
        }
        Optional.ofNullable(category.getValue()).ifPresent(it -> query.put(CATEGORY, it.name()));
        Optional.ofNullable(region.getValue()).ifPresent(it -> query.put(REGION, it.code()));
        PageState.DEFAULT.withAsOf(asOf).toQuery().getParameters().forEach((name, it) -> query.put(name, it.getFirst()));
        if (of > 1) {
            query.put(PAGE, Integer.toString(of));
        }
        var text = QueryParameters.simple(query).getQueryString();
        return text.isEmpty() ? Routes.PROPOSALS : Routes.PROPOSALS + "?" + text;
    }

    private void show() {
        var query = new ProposalQuery(words.getValue(), region.getValue() == null ? null : region.getValue().code(),
                category.getValue() == null ? null : Set.of(category.getValue().answered()));
        var asOf = state.asOf().orElse(null);
        header.reset();
        header.controls(new AsOfPicker(state.asOf(), List.of(), day -> Routes.open(address(1, day))));
        content.removeAll();
        var some = shown == Shown.NEXT ? outcomes.carriedOver(query, asOf)
                : asOf != null && query.categories() != null ? outcomes.search(query, asOf) : null;
        int found = some == null ? proposals.count(query) : some.size();
        header.note(getTranslation("proposal.count", found));
        if (found == 0) {
            content.add(empty(query));
            return;
        }
        int pages = (found + SCREENFUL - 1) / SCREENFUL;
        page = Math.min(page, pages);
        int from = (page - 1) * SCREENFUL;
        content.add(table(some == null ? outcomes.of(proposals.search(query, from, SCREENFUL), asOf)
                : some.subList(from, Math.min(found, from + SCREENFUL))));
        if (pages > 1) {
            content.add(pages(pages));
        }
    }

    private Component pages(int pages) {
        var ways = new Nav();
        ways.getElement().setAttribute("aria-label", getTranslation("reply.pages"));
        ways.addClassName("yj-replies-pages");
        if (page > 1) {
            ways.add(new Anchor(address(page - 1), getTranslation("reply.pages.before")));
        }
        ways.add(new Span(getTranslation("proposal.pages", page, pages)));
        if (page < pages) {
            ways.add(new Anchor(address(page + 1), getTranslation("reply.pages.after")));
        }
        return ways;
    }

    private Component empty(ProposalQuery query) {
        var narrowed = query.categories() != null || query.region() != null || !words.getValue().isBlank();
        var none = new Div(getTranslation(shown == Shown.NEXT ? "proposal.none.next"
                : narrowed ? "proposal.none.such"
                : access.may(Permission.EDIT_DRAFTS) ? "proposal.none" : "proposal.none.reader"));
        none.addClassName("yj-empty");
        if (narrowed || shown == Shown.NEXT) {
            var all = new Button(getTranslation("reply.empty.all"), click -> Routes.open(Routes.PROPOSALS));
            all.addClassName("yj-verb");
            none.add(all);
        }
        return none;
    }

    private Component table(List<Outcome> some) {
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked");
        table.setCaptionText(getTranslation(shown == Shown.NEXT ? "proposal.caption.next" : "proposal.caption.all"));
        var head = table.getHead().addRow();
        for (var key : List.of("proposal.step.proposal", "proposal.category", "proposal.step.reply",
                "proposal.step.result")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var catalogue = indicators.catalogue();
        some.forEach(it -> table.getBody().add(row(it, catalogue)));
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        return scroll;
    }

    private NativeTableRow row(Outcome outcome, Catalogue catalogue) {
        var proposal = outcome.proposal().proposal();
        var title = new NativeTableHeaderCell(new Anchor(
                Routes.asOf(Routes.proposal(outcome.proposal().id()), state.asOf()), proposal.title()),
                caption(ProposalWords.session(proposal, this, getLocale())));
        title.getElement().setAttribute("scope", "row");
        var result = new StackedCell(getTranslation("proposal.category"), new Span(outcome.proposal().category()
                .map(it -> getTranslation("proposal.category." + it))
                .orElseGet(() -> getTranslation("proposal.category.UNKNOWN"))));
        result.show(caption(proposal.result() == null ? getTranslation("proposal.result.unknown") : proposal.result()));
        var replies = new StackedCell(getTranslation("proposal.step.reply"));
        outcome.answers().forEach(it -> replies.show(new Div(new Anchor(
                Routes.asOf(Routes.reply(it.reply().id()), state.asOf()), it.reply().label()))));
        if (outcome.answers().isEmpty()) {
            replies.show(new Span(getTranslation("proposal.replies.none")));
        }
        var kept = new StackedCell(getTranslation("proposal.step.result"));
        var promises = outcome.promises().stream()
                .filter(it -> shown == Shown.ALL || it.isUnfulfilled()).toList();
        promises.forEach(it -> kept.show(promise(it, catalogue)));
        if (promises.isEmpty()) {
            kept.show(new Span(getTranslation("proposal.promises.none")));
        }
        return new NativeTableRow(title, result, replies, kept);
    }

    private Component promise(Kept kept, Catalogue catalogue) {
        var promise = kept.judged().commitment();
        var indicator = catalogue.indicator(promise.indicator());
        var line = new Div(new VerdictBadge(kept.judged()), new Span(" "),
                new Span(indicator.name(getLocale()) + " "
                        + PromiseName.of(promise, indicator.direction(), this, getLocale())));
        if (shown == Shown.NEXT) {
            line.add(caption(kept.judged().verdict().sentence(getLocale(), this::getTranslation)));
        }
        return line;
    }

    private static Span caption(String words) {
        var caption = new Span(words);
        caption.addClassName("yj-caption");
        return caption;
    }
}
