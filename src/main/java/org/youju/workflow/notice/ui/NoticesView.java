package org.youju.workflow.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.check.rule.RuleService;
import org.youju.check.rule.ui.RuleName;
import org.youju.indicator.IndicatorService;
import org.youju.security.ui.PersonName;
import org.youju.workflow.comment.Comments;
import org.youju.workflow.notice.Notice;
import org.youju.workflow.notice.Notices;

/** What concerns whoever is here: approved, returned, named, asked for, overdue, ruled. */
@Route(Routes.NOTICES)
@PermitAll
class NoticesView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Notices notices;
    private final RuleService rules;
    private final IndicatorService indicators;
    private final Clock clock;
    private final PageHeader header = new PageHeader(getTranslation("notice.title"));
    private final Button all = new Button(getTranslation("notice.read-all"), click -> readAll());
    private final Div content = new Div();
    private boolean unreadOnly;

    NoticesView(Notices notices, RuleService rules, IndicatorService indicators, Clock clock) {
        this.notices = notices;
        this.rules = rules;
        this.indicators = indicators;
        this.clock = clock;
        addClassNames("yj-page", "yj-notices");
        all.addClassName("yj-button");
        header.controls(all);
        add(new SegmentedBar<>(getTranslation("notice.filter"), unreadOnly, List.of(false, true),
                only -> getTranslation(only ? "notice.filter.unread" : "notice.filter.all")).onChoice(only -> {
                    unreadOnly = only;
                    show();
                }), content);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void readAll() {
        notices.markAll();
        show();
    }

    private void show() {
        content.removeAll();
        var unread = notices.unread();
        header.note(getTranslation("notice.count", unread));
        all.setEnabled(unread > 0);
        var own = notices.own(unreadOnly);
        if (own.isEmpty()) {
            var none = new Div(getTranslation("notice.none"));
            none.addClassNames("yj-panel", "yj-empty");
            content.add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("yj-panel", "yj-notice-list");
        own.forEach(notice -> list.add(item(notice)));
        content.add(list);
    }

    private ListItem item(Notice notice) {
        var line = new Div(badge(notice.kind()), about(notice), caption(getTranslation("cell.by",
                name(notice.by()),
                MOMENT.format(notice.at().atZone(clock.getZone())))));
        line.addClassName("yj-dossier-line");
        var read = notice.readAt() != null;
        var mark = new Button(getTranslation(read ? "notice.unread" : "notice.read"), click -> {
            notices.mark(List.of(notice.id()), !read);
            show();
        });
        mark.addClassName("yj-verb");
        line.add(mark);
        var item = new ListItem(line);
        if (!notice.words().isEmpty()) {
            var words = new Div(notice.kind() == Notice.Kind.MENTIONED ? Comments.shown(notice.words(), this::name)
                    : notice.words());
            words.addClassName("yj-comment-body");
            item.add(words);
        }
        item.getElement().setAttribute("data-unread", !read);
        return item;
    }

    private String name(String account) {
        return PersonName.of(account, this::getTranslation);
    }

    private Component about(Notice notice) {
        var cell = notice.cell();
        var promise = notice.promise();
        if (promise != null) {
            return new Anchor(leadsToList(notice.kind()) ? Routes.TO_DO
                    : Routes.commitment(promise.region(), promise.code()),
                    getTranslation("notice.promise.of", promise.code()));
        }
        var rule = notice.rule();
        if (rule != null) {
            return new Anchor(leadsToList(notice.kind()) ? Routes.TO_DO : Routes.rule(rule), rules.find(rule)
                    .map(it -> RuleName.of(it, indicators.catalogue(), this, getLocale()))
                    .orElseGet(() -> getTranslation("notice.rule", rule)));
        }
        if (cell == null) {
            return new Anchor(Routes.TO_DO, getTranslation("notice.promise"));
        }
        var catalogue = indicators.catalogue();
        return new Anchor(Routes.cell(cell.indicator(), cell.region(), cell.period().code()),
                getTranslation("notice.about", catalogue.name(cell.indicator(), getLocale()),
                        catalogue.region(cell.region()).name(getLocale()), cell.period().label(getLocale())));
    }

    /** Whether what is told waits for a step, or is on no ledger yet. */
    private static boolean leadsToList(Notice.Kind kind) {
        return kind == Notice.Kind.RETURNED || kind == Notice.Kind.TO_WITHDRAW || kind == Notice.Kind.TO_LOOSEN;
    }

    private StateBadge badge(Notice.Kind kind) {
        var word = getTranslation("notice.kind." + kind);
        return (switch (kind) {
            case APPROVED -> new StateBadge(Tone.OK, Glyph.MET, word);
            case RETURNED -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
            case MENTIONED -> new StateBadge(Tone.INFO, Glyph.PERSON, word);
            case CHASED -> new StateBadge(Tone.WARN, Glyph.CLOCK, word);
            case OVERDUE -> new StateBadge(Tone.BAD, Glyph.BEHIND, word);
            case TO_WITHDRAW -> new StateBadge(Tone.WARN, Glyph.CLOCK, word);
            case WITHDRAWN -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
            case KEPT -> new StateBadge(Tone.OK, Glyph.MET, word);
            case TO_LOOSEN -> new StateBadge(Tone.WARN, Glyph.CLOCK, word);
            case LOOSENED -> new StateBadge(Tone.OK, Glyph.MET, word);
            case NOT_LOOSENED -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
            case RULE_CHANGED -> new StateBadge(Tone.INFO, Glyph.INFORMATION, word);
            case RULING -> new StateBadge(Tone.INFO, Glyph.REVIEW, word);
        }).tinted();
    }

    private static Span caption(String text) {
        var caption = new Span(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
