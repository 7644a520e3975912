package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.reply.Citation;
import org.youju.reply.CitationUses;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/**
 * The citations that the newest text of their reply does not show, by reply; each is placed again beside that text. The
 * address names the one that is chosen; J and K go to the next and to the one before.
 */
@Route(Routes.ORPHANS)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class OrphansView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final int PAGE = 100;
    private static final String KEY = "event.key";
    private static final String NOT_TYPING = """
            /^[jk1-5]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
            && !event.composedPath()[0].matches?.('input, textarea')""";

    private final ReplyService replies;
    private final List<CitationUses> uses;
    private final boolean mayPlace;
    private final PageHeader header = new PageHeader(getTranslation("orphan.title"));
    private final Map<Long, NativeButton> buttons = new LinkedHashMap<>();
    private final Div said = new Div();
    private final Div desk = new Div();
    private final Div side = new Div();
    private List<Citation> orphans = List.of();
    private @Nullable Citation chosen;

    OrphansView(ReplyService replies, List<CitationUses> uses, Access access) {
        this.replies = replies;
        this.uses = uses;
        this.mayPlace = access.may(Permission.EDIT_DRAFTS);
        addClassNames("yj-page", "yj-orphans");
        said.addClassName("yj-orphans-said");
        said.getElement().setAttribute("role", "status");
        desk.addClassName("yj-orphans-desk");
        side.addClassName("yj-orphans-side");
        add(said, side, desk);
    }

    /** Letters and digits are keys only where nobody is typing. */
    @Override
    protected void onAttach(AttachEvent event) {
        var keys = event.getUI().getElement()
                .addEventListener("keydown", pressed -> press(pressed.getEventData().get(KEY).asString()))
                .addEventData(KEY)
                .setFilter(NOT_TYPING);
        addDetachListener(detached -> {
            keys.remove();
            detached.unregisterListener();
        });
    }

    void press(String key) {
        switch (key) {
            case "j" -> step(1);
            case "k" -> step(-1);
            default -> desk.getChildren().filter(PlaceDesk.class::isInstance).map(PlaceDesk.class::cast)
                    .forEach(place -> place.press(Integer.parseInt(key)));
        }
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("orphan.title") + " · " + getTranslation("base.wordmark");
    }

    /** A citation that is no orphan any more is as if none were asked for. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter(Routes.CITE).orElse("");
        show(asked);
    }

    private void show(String asked) {
        orphans = replies.orphans(0, PAGE);
        var all = replies.countOrphans();
        header.reset().crumb(getTranslation("reply.list"), Routes.REPLIES)
                .note(getTranslation(all > orphans.size() ? "orphan.count.first" : "orphan.count", all,
                        orphans.size()));
        side.removeAll();
        buttons.clear();
        if (orphans.isEmpty()) {
            desk.removeAll();
            var empty = new Div(new Span(getTranslation("orphan.none")),
                    new Anchor(Routes.REPLIES, getTranslation("orphan.none.back")));
            empty.addClassNames("yj-panel", "yj-empty");
            desk.add(empty);
            return;
        }
        side.add(queue());
        choose(orphans.stream().filter(it -> Long.toString(it.id()).equals(asked)).findFirst()
                .orElse(orphans.getFirst()));
    }

    private Component queue() {
        var byReply = orphans.stream().collect(Collectors.groupingBy(Citation::replyId, LinkedHashMap::new,
                Collectors.toList()));
        var documents = replies.replies(byReply.keySet());
        var panel = new Section(new H2(getTranslation("orphan.queue")));
        panel.addClassNames("yj-panel", "yj-orphans-queue");
        byReply.forEach((id, citations) -> {
            var reply = documents.get(id);
            var name = new H3(new Anchor(Routes.reply(id), reply.label()));
            var list = new OrderedList();
            citations.forEach(citation -> list.add(new ListItem(button(citation))));
            panel.add(name, list);
        });
        return panel;
    }

    private NativeButton button(Citation citation) {
        var words = new Span(citation.exact().replace("**", ""));
        words.addClassName("yj-cite-words");
        words.getElement().setAttribute("lang", "zh-CN");
        var button = new NativeButton();
        button.add(words);
        button.addClassName("yj-cite");
        button.addClickListener(click -> choose(citation));
        buttons.put(citation.id(), button);
        return button;
    }

    private void step(int by) {
        if (chosen != null && !orphans.isEmpty()) {
            choose(orphans.get(Math.floorMod(orphans.indexOf(chosen) + by, orphans.size())));
        }
    }

    private void choose(Citation citation) {
        chosen = citation;
        buttons.values().forEach(button -> button.getElement().removeAttribute("aria-current"));
        buttons.get(citation.id()).getElement().setAttribute("aria-current", "true");
        desk.removeAll();
        var reply = replies.reply(citation.replyId());
        var text = replies.readableTextOf(reply.id()).orElse("");
        desk.add(new PlaceDesk(citation, text, replies.likelyPlaces(citation), recordedAs(citation), mayPlace,
                (start, end) -> place(citation, reply, start, end)));
        UI.getCurrent().getPage().getHistory().replaceState(null, Routes.orphan(citation.id()));
    }

    private List<String> recordedAs(Citation citation) {
        return uses.stream().flatMap(use -> use.of(citation.replyId(), getLocale()).stream())
                .filter(use -> use.citationId() == citation.id())
                .map(use -> getTranslation("orphan.use", use.name(), use.figure(), use.period()))
                .toList();
    }

    private void place(Citation citation, Reply reply, int start, int end) {
        said.removeAll();
        try {
            var placed = replies.anchor(citation.id(), start, end);
            said.add(new Span(getTranslation("orphan.placed", placed.exact())),
                    new Anchor(Routes.reply(reply.id(), placed.id()), getTranslation("orphan.placed.open")));
        } catch (RuleViolation violation) {
            said.add(new Span(getTranslation(violation.key(), violation.arguments())));
            if (!replies.citation(citation.id()).state().isPlaced()) {
                return;
            }
        } catch (AccessDeniedException denied) {
            said.add(new Span(getTranslation(String.valueOf(denied.getMessage()))));
            return;
        }
        var index = orphans.indexOf(citation);
        var next = index + 1 < orphans.size() ? Long.toString(orphans.get(index + 1).id()) : "";
        chosen = null;
        show(next);
    }
}
