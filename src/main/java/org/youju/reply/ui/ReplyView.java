package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.NotFoundException;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.reply.Citation;
import org.youju.reply.CitationUses;
import org.youju.reply.Layout;
import org.youju.reply.OtherPassages;
import org.youju.reply.Proposals;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/**
 * The whole of a document for reading, every figure that is cited from it marked. The address names the citation that
 * is chosen; J and K go to the next and to the one before.
 */
@Route(Routes.REPLIES + "/:" + ReplyView.ID)
@RolesAllowed({Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.APPROVER, Role.Names.ADMIN})
class ReplyView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    static final String ID = "id";
    private static final String BRING_INTO_VIEW = """
            const bring = () => {
                this.scrollIntoView({block: 'center', inline: 'nearest'});
                this.focus({preventScroll: true});
            };
            bring();
            // again once the page is laid out with its fonts, which a fresh load is not yet
            requestAnimationFrame(() => document.fonts.ready.then(() => requestAnimationFrame(bring)));""";

    private final ReplyService replies;
    private static final Comparator<Citation> BY_PLACE = Comparator.comparing(Citation::start,
            Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<CitationUses> uses;
    private final List<OtherPassages> passages;
    private final List<FigureNotes> notes;
    private final Proposals proposals;
    private final Access access;
    private final PageHeader header = new PageHeader("");

    private PageState state = PageState.DEFAULT;
    private @Nullable Reply reply;
    private List<Citation> citations = List.of();
    private @Nullable PaperText paper;
    private @Nullable CitationList list;
    private @Nullable PositionStrip strip;
    private @Nullable Citation chosen;
    private final Span counter = new Span();

    ReplyView(ReplyService replies, List<CitationUses> uses, List<OtherPassages> passages, List<FigureNotes> notes,
            Proposals proposals, Access access) {
        this.replies = replies;
        this.uses = uses;
        this.passages = passages;
        this.notes = notes;
        this.proposals = proposals;
        this.access = access;
        addClassNames("yj-page", "yj-reader");
        Shortcuts.addShortcutListener(this, () -> step(1), Key.KEY_J);
        Shortcuts.addShortcutListener(this, () -> step(-1), Key.KEY_K);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return reply == null ? getTranslation("reply.title") : reply.label();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get(ID).orElse("");
        state = PageState.read(event.getLocation().getQueryParameters()).state();
        var asked = event.getLocation().getQueryParameters().getSingleParameter(Routes.CITE);
        show(replies.reply(number(id).orElseThrow(() -> new NotFoundException("reply.notFound", id))),
                asked.flatMap(ReplyView::number));
        asked.ifPresent(cite -> choose(
                number(cite).flatMap(this::citation)
                        .orElseThrow(() -> new NotFoundException("citation.notFound", cite))));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Optional<Citation> citation(long id) {
        return citations.stream().filter(c -> c.id() == id).findFirst();
    }

    /** The figures of a document; with them the words of something else where these are asked for. */
    private List<Citation> citations(long reply, Set<Long> used, Set<Long> others, Optional<Long> asked) {
        var figures = replies.citationsOf(reply).stream()
                .filter(it -> used.contains(it.id()) || !others.contains(it.id())).toList();
        return asked.filter(others::contains).filter(id -> figures.stream().noneMatch(it -> it.id() == id))
                .map(id -> Stream.concat(figures.stream(), Stream.of(replies.citation(id))).sorted(BY_PLACE).toList())
                .orElse(figures);
    }

    private void show(Reply shown, Optional<Long> asked) {
        reply = shown;
        chosen = null;
        var usesByCitation = uses.stream().flatMap(u -> u.of(shown.id(), getLocale()).stream())
                .collect(Collectors.groupingBy(CitationUses.Use::citationId));
        var others = passages.stream().flatMap(it -> it.of(shown.id(), getLocale()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + " · " + other));
        citations = citations(shown.id(), usesByCitation.keySet(), others.keySet(), asked);
        var text = replies.textOf(shown.id());
        var proposal = replies.proposalOf(shown.id());
        paper = text.map(t -> new PaperText(shown, Layout.of(t.text()), PaperText.marks(citations), this::press))
                .orElseGet(() -> PaperText.quoting(shown, citations, this::press));
        var said = notes.stream().map(it -> it.of(shown, state.asOf().orElse(null))).toList();
        var byCitation = new HashMap<Long, List<Component>>();
        said.forEach(it -> it.byCitation().forEach((citation, some) ->
                byCitation.computeIfAbsent(citation, id -> new ArrayList<>()).addAll(some)));
        list = new CitationList(citations, usesByCitation, byCitation, others, this::press);
        strip = text.map(t -> new PositionStrip(ticks(), t.text().length(), this::press)).orElse(null);

        var facts = new ReplyFacts(shown, proposal, text);
        header.reset().title(shown.label());
        header.note(facts.inOneLine());
        header.crumb(getTranslation("reply.list"), Routes.REPLIES);
        proposals.proposalOf(shown.id()).ifPresent(id -> header.controls(
                tool(Routes.asOf(Routes.proposal(id), state.asOf()), "proposal.of-reply")));
        if (text.isPresent() && access.may(Permission.READ_DRAFTS)) {
            header.controls(tool(Routes.review(shown.id()), "reply.review"));
        }
        header.controls(new AsOfPicker(state.asOf(), moments(shown), day -> Routes.open(address(chosen, day))));
        var figures = panel("reply.figures", Long.toString(citations.stream()
                .filter(it -> usesByCitation.containsKey(it.id()) || !others.containsKey(it.id())).count()), list);
        said.stream().flatMap(it -> it.above().stream()).forEach(it -> figures.addComponentAtIndex(1, it));
        removeAll();
        add(document(shown), new Div(figures, panel("reply.about", "", facts)));
        getComponentAt(1).addClassName("yj-reader-side");
        count();
    }

    private Anchor tool(String address, String nameKey) {
        var tool = new Anchor(address, getTranslation(nameKey));
        tool.addClassName("yj-tool");
        return tool;
    }

    /** The day on which the document was issued: what was known when it was written. */
    private List<AsOfPicker.Moment> moments(Reply shown) {
        return shown.issuedOn() == null || !shown.issuedOn().isDay() ? List.of()
                : List.of(new AsOfPicker.Moment(shown.issuedOn().lastDay(), getTranslation("reply.issued-then")));
    }

    private String address(@Nullable Citation at, Optional<LocalDate> asOf) {
        return Routes.asOf(at == null ? Routes.reply(reply.id()) : Routes.reply(at.replyId(), at.id()), asOf);
    }

    private List<PositionStrip.Tick> ticks() {
        return PaperText.marks(citations).stream()
                .map(s -> new PositionStrip.Tick(s.id(), s.start(), "yj-tick")).toList();
    }

    private Component document(Reply shown) {
        var legend = new Span(getTranslation("reply.legend"));
        legend.addClassName("yj-cited");
        counter.addClassName("yj-reader-count");
        counter.getElement().setAttribute("aria-live", "polite");
        var steps = new Div(legend, counter, step("reply.previous", "K", -1), step("reply.next", "J", 1));
        steps.addClassName("yj-reader-steps");
        var name = new Element("h2").setText(getTranslation("reply.original"));
        var bar = new Div();
        bar.addClassName("yj-reader-bar");
        bar.getElement().appendChild(name, steps.getElement());
        var scroller = new Div(paper);
        scroller.addClassName("yj-reader-scroll");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("reply.original"));
        var body = new Div(scroller);
        body.addClassName("yj-reader-body");
        if (strip != null) {
            body.add(strip);
        }
        var document = new Section(bar);
        document.addClassNames("yj-panel", "yj-reader-document");
        if (!shown.textHeld()) {
            document.add(notHeld(shown));
        }
        document.add(new MaskedNote(paper), body);
        return document;
    }

    private Component notHeld(Reply shown) {
        var notice = new Div(new Span(getTranslation("reply.text.none.sentence")));
        notice.addClassName("yj-reader-not-held");
        if (shown.url() != null) {
            var link = new Anchor(shown.url(), getTranslation("reply.address"), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            notice.add(link);
        }
        return notice;
    }

    private Section panel(String nameKey, String note, Component content) {
        var quiet = new Span(note);
        quiet.addClassName("yj-muted");
        var bar = new Div();
        bar.addClassName("yj-reader-bar");
        bar.getElement().appendChild(new Element("h2").setText(getTranslation(nameKey)), quiet.getElement());
        var panel = new Section(bar, content);
        panel.addClassName("yj-panel");
        return panel;
    }

    private Component step(String nameKey, String key, int by) {
        var sign = new Element("kbd").setText(key);
        sign.setAttribute("aria-hidden", "true");
        var button = new NativeButton(getTranslation(nameKey));
        button.getElement().appendChild(sign);
        button.getElement().setAttribute("aria-keyshortcuts", key);
        button.addClassName("yj-reader-step");
        button.addClickListener(click -> step(by));
        button.setEnabled(!citations.isEmpty());
        return button;
    }

    /** Goes to the next or the previous figure, round at the ends; without a chosen one, to the first or the last. */
    private void step(int by) {
        if (citations.isEmpty()) {
            return;
        }
        int from = chosen == null ? (by > 0 ? -1 : 0) : citations.indexOf(chosen);
        go(citations.get(Math.floorMod(from + by, citations.size())));
    }

    private void press(long id) {
        citation(id).ifPresent(this::go);
    }

    private void go(Citation citation) {
        choose(citation);
        UI.getCurrent().getPage().getHistory()
                .replaceState(null, address(citation, state.asOf()));
    }

    private void choose(Citation citation) {
        chosen = citation;
        paper.choose(citation.id(), citations.indexOf(citation) + 1);
        paper.marks(citation.id()).stream().findFirst().ifPresent(mark -> mark.executeJs(BRING_INTO_VIEW));
        list.choose(citation.id());
        if (strip != null) {
            strip.choose(citation.id());
        }
        count();
    }

    private void count() {
        counter.setText(chosen == null ? getTranslation("reply.count", citations.size())
                : getTranslation("reply.position", citations.indexOf(chosen) + 1, citations.size()));
    }
}
