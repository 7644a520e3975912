package org.youju.commitment.proposal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.youju.base.NotFoundException;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.StackedCell;
import org.youju.commitment.Judged;
import org.youju.commitment.proposal.Outcome;
import org.youju.commitment.proposal.Outcome.Answer;
import org.youju.commitment.proposal.Outcome.Kept;
import org.youju.commitment.proposal.Outcomes;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.Reply;
import org.youju.reply.ui.ProposalWords;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;
import org.youju.security.ui.PersonName;

/** 提案 → 答复 → 承诺 → 指标 → 完成情况: one proposal, its replies, what they promise and what has become of it. */
@Route(Routes.PROPOSALS + "/:" + ProposalView.ID)
@RolesAllowed({Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.APPROVER, Role.Names.ADMIN})
class ProposalView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    static final String ID = "id";

    private final Outcomes outcomes;
    private final IndicatorService indicators;
    private final Access access;
    private final PageHeader header = new PageHeader("");

    ProposalView(Outcomes outcomes, IndicatorService indicators, Access access) {
        this.outcomes = outcomes;
        this.indicators = indicators;
        this.access = access;
        addClassNames("yj-page", "yj-proposal");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return header.title();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get(ID).orElse("");
        if (!id.matches("\\d{1,18}")) {
            throw new NotFoundException("proposal.notFound", id);
        }
        var state = PageState.read(event.getLocation().getQueryParameters()).state();
        show(outcomes.of(Long.parseLong(id), state.asOf().orElse(null)), state);
    }

    private void show(Outcome outcome, PageState state) {
        var proposal = outcome.proposal().proposal();
        header.reset().title(proposal.title()).note(ProposalWords.session(proposal, this, getLocale()))
                .crumb(getTranslation("proposal.menu"), Routes.PROPOSALS);
        header.controls(new AsOfPicker(state.asOf(), moments(outcome), day -> Routes.open(
                Routes.asOf(Routes.proposal(outcome.proposal().id()), day))));
        if (access.may(Permission.EXPORT) && !outcome.answers().isEmpty()) {
            var brief = new Anchor(Routes.briefOf(outcome.answers().stream().map(it -> it.reply().id()).toList(),
                    PageState.DEFAULT.withRegion(proposal.region())), getTranslation("check.brief.link"));
            brief.addClassName("yj-tool");
            header.controls(brief);
        }
        var catalogue = indicators.catalogue();
        removeAll();
        add(chain(outcome), about(outcome, catalogue));
        if (outcome.answers().isEmpty()) {
            var none = new Div(getTranslation(state.asOf().isPresent() ? "proposal.replies.none.then"
                    : "proposal.replies.none"));
            none.addClassNames("yj-panel", "yj-empty");
            add(none);
        }
        outcome.answers().forEach(it -> add(answer(it, catalogue, state)));
    }

    private List<AsOfPicker.Moment> moments(Outcome outcome) {
        return outcome.answers().stream().map(Answer::reply)
                .filter(it -> it.issuedOn() != null && it.issuedOn().isDay())
                .map(it -> new AsOfPicker.Moment(it.knownOn(), it.label())).toList();
    }

    /** How many there are at each step of the way; the last says how many promises are kept. */
    private Component chain(Outcome outcome) {
        var promises = outcome.promises();
        var total = promises.stream().filter(Outcome.Kept::isMetOnTotal).count();
        var kept = promises.stream().filter(it -> !it.isUnfulfilled()).count() - total;
        var chain = new OrderedList(
                step("proposal.step.proposal", ProposalWords.session(outcome.proposal().proposal(), this, getLocale())),
                step("proposal.step.reply", getTranslation("proposal.replies", outcome.answers().size())),
                step("proposal.step.promise", getTranslation("proposal.promises", promises.size())),
                step("proposal.step.indicator", getTranslation("proposal.indicators", promises.stream()
                        .map(it -> it.judged().commitment().indicator()).distinct().count())),
                step("proposal.step.result", promises.isEmpty() ? getTranslation("proposal.kept.none")
                        : total == 0 ? getTranslation("proposal.kept", kept, promises.size())
                        : getTranslation("proposal.kept.total", kept, promises.size(), total)));
        chain.addClassNames("yj-panel", "yj-chain");
        chain.getElement().setAttribute("aria-label", getTranslation("proposal.chain"));
        return chain;
    }

    private ListItem step(String nameKey, String words) {
        var name = new Span(getTranslation(nameKey));
        name.addClassName("yj-chain-name");
        return new ListItem(name, new Span(words));
    }

    private Component about(Outcome outcome, Catalogue catalogue) {
        var proposal = outcome.proposal().proposal();
        var comma = getTranslation("reply.fact.comma");
        var facts = new DescriptionList();
        facts.addClassName("yj-proposal-facts");
        fact(facts, "reply.fact.subject", Optional.of(proposal.title()));
        fact(facts, "reply.fact.proposal", Optional.of(ProposalWords.session(proposal, this, getLocale())));
        fact(facts, "proposal.kind", Optional.of(getTranslation("proposal.kind." + proposal.body())));
        fact(facts, "proposal.region", Optional.of(catalogue.region(proposal.region()).name(getLocale())));
        fact(facts, "reply.fact.proposers", Optional.of(String.join(comma, proposal.proposers()))
                .filter(it -> !it.isBlank()));
        fact(facts, "reply.fact.result", Optional.ofNullable(proposal.result()));
        fact(facts, "proposal.category", outcome.proposal().category()
                .map(it -> getTranslation("proposal.category." + it)));
        fact(facts, "reply.fact.lead", Optional.ofNullable(proposal.leadDepartment()));
        fact(facts, "proposal.joint", Optional.of(String.join(comma, outcome.proposal().joint()))
                .filter(it -> !it.isBlank()));
        if (outcome.isCarriedOver()) {
            fact(facts, "proposal.next", Optional.of(getTranslation("proposal.next.yes")));
        }
        var panel = new Section(new H2(getTranslation("proposal.about")), facts);
        panel.addClassNames("yj-panel", "yj-proposal-panel");
        return panel;
    }

    /** What is not recorded is said to be so. */
    private void fact(DescriptionList facts, String nameKey, Optional<String> words) {
        var value = new Span(words.orElseGet(() -> getTranslation("proposal.unknown")));
        if (words.isEmpty()) {
            value.addClassName("yj-muted");
        }
        var pair = new Div();
        pair.getElement().appendChild(new DescriptionList.Term(getTranslation(nameKey)).getElement(),
                new DescriptionList.Description(value).getElement());
        facts.getElement().appendChild(pair.getElement());
    }

    private Component answer(Answer answer, Catalogue catalogue, PageState state) {
        var reply = answer.reply();
        var issued = new Span(getTranslation("proposal.issued", reply.issuer(), date(reply)));
        issued.addClassName("yj-caption");
        var head = new Div(new H2(new Anchor(Routes.asOf(Routes.reply(reply.id()), state.asOf()),
                reply.label())), issued);
        head.addClassName("yj-card-head");
        var panel = new Section(head);
        panel.addClassNames("yj-panel", "yj-proposal-panel");
        if (answer.promises().isEmpty()) {
            panel.add(new Span(getTranslation("proposal.promises.none")));
            if (reply.textHeld() && access.may(Permission.READ_DRAFTS)) {
                panel.add(new Text(" "), new Anchor(Routes.review(reply.id()), getTranslation("reply.review")));
            }
            return panel;
        }
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked");
        table.setCaptionText(getTranslation("proposal.caption", reply.label()));
        var row = table.getHead().addRow();
        for (var key : List.of("proposal.step.promise", "proposal.step.indicator", "proposal.latest",
                "proposal.step.result")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        answer.promises().forEach(it -> table.getBody().add(row(it, catalogue, state)));
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        panel.add(scroll);
        return panel;
    }

    private String date(Reply reply) {
        return reply.issuedOn() == null ? getTranslation("reply.undated") : reply.issuedOn().code();
    }

    /** What the rules say, after what a person decided in its place, with the reason. */
    private String why(Judged judged) {
        var sentence = judged.verdict().sentence(getLocale(), this::getTranslation);
        var decided = judged.override();
        return decided == null ? sentence : getTranslation("proposal.decided", getTranslation(judged.kind().key()),
                PersonName.of(decided.by(), this::getTranslation), decided.until().toString(), decided.reason(),
                getTranslation(judged.verdict().kind().key()), sentence);
    }

    private NativeTableRow row(Kept kept, Catalogue catalogue, PageState state) {
        var promise = kept.judged().commitment();
        var indicator = catalogue.indicator(promise.indicator());
        var sentence = new Anchor(
                Routes.asOf(Routes.reply(promise.reply().id(), promise.citation().id()), state.asOf()),
                promise.citation().exact().replace("**", ""));
        sentence.getElement().setAttribute("lang", "zh-CN");
        sentence.addClassName("yj-proposal-sentence");
        var name = new Span(PromiseName.of(promise, indicator.direction(), this, getLocale()));
        name.addClassName("yj-caption");
        var ledger = new Anchor(Routes.commitment(promise.region(), promise.code()),
                getTranslation("proposal.ledger", promise.code()));
        var promised = new NativeTableHeaderCell(sentence, name, ledger);
        promised.getElement().setAttribute("scope", "row");
        var latest = kept.latest();
        var value = new StackedCell(getTranslation("proposal.latest"));
        if (latest == null) {
            value.show(new Span(getTranslation("proposal.latest.none")));
        } else {
            var period = new Span(latest.period().label(getLocale()));
            period.addClassName("yj-caption");
            value.show(period, new Text(" "), new FigureText(latest.figure()), new SourceBadge(latest));
        }
        var why = new Span(why(kept.judged()));
        why.addClassName("yj-proposal-why");
        return new NativeTableRow(promised,
                new StackedCell(getTranslation("proposal.step.indicator"), new Anchor(Routes.indicator(indicator.code(),
                        new PageState(Optional.of(promise.region()), state.year(), state.asOf())),
                        indicator.name(getLocale()))),
                value,
                new StackedCell(getTranslation("proposal.step.result"), new VerdictBadge(kept.judged()), why));
    }
}
