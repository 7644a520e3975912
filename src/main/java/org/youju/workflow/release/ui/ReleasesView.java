package org.youju.workflow.release.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Change;
import org.youju.observation.ruling.RulingChange;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.ui.PersonName;
import org.youju.workflow.release.Delta;
import org.youju.workflow.release.Release;
import org.youju.workflow.release.Releases;

/** Named moments of the records, newest first, each with what has changed since the one before. */
@Route(Routes.RELEASES)
@Menu(title = "release.menu", icon = "MET_IN_TOTAL", order = 9)
@PermitAll
class ReleasesView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** How many are listed at first, and are added at a time. */
    static final int FEW = 20;

    private final Releases releases;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Access access;
    private final Clock clock;
    private final PageHeader header = new PageHeader(getTranslation("release.title"));
    private final Div content = new Div();
    private final Span done = new Span();
    private int listed = FEW;

    ReleasesView(Releases releases, IndicatorService indicators, ReplyService replies, Access access, Clock clock) {
        this.releases = releases;
        this.indicators = indicators;
        this.replies = replies;
        this.access = access;
        this.clock = clock;
        addClassNames("yj-page", "yj-releases");
        done.addClassName("yj-muted");
        done.getElement().setAttribute("role", "status");
        if (access.may(Permission.APPROVE)) {
            add(form());
        }
        add(done, content);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("release.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private Component form() {
        var name = new TextField(getTranslation("release.name"));
        name.setHelperText(getTranslation("release.name.help"));
        name.setMaxLength(Releases.LONGEST_NAME);
        name.setManualValidation(true);
        var note = new TextArea(getTranslation("release.note"));
        note.setMaxLength(Releases.LONGEST_NOTE);
        note.setManualValidation(true);
        note.setWidthFull();
        var make = new Button(getTranslation("release.make"), click -> {
            name.setInvalid(false);
            note.setInvalid(false);
            try {
                releases.make(name.getValue(), note.getValue());
                done.setText(getTranslation("release.made", name.getValue().strip()));
                name.clear();
                note.clear();
                show();
            } catch (RuleViolation violation) {
                var sentence = getTranslation(violation.key(), violation.arguments());
                if (violation.key().startsWith("release.name")) {
                    name.setErrorMessage(sentence);
                    name.setInvalid(true);
                    name.focus();
                } else {
                    note.setErrorMessage(sentence);
                    note.setInvalid(true);
                    note.focus();
                }
            }
        });
        make.addClassName("yj-primary");
        var form = new Section(new H2(getTranslation("release.new")), name, note, make);
        form.addClassNames("yj-panel", "yj-release-form");
        return form;
    }

    private void show() {
        content.removeAll();
        var all = releases.all();
        header.note(getTranslation("release.count", all.size()));
        if (!all.isEmpty()) {
            content.add(pending());
        } else {
            var none = new Div(getTranslation("release.none"));
            none.addClassNames("yj-panel", "yj-empty");
            content.add(none);
        }
        all.stream().limit(listed).forEach(release -> content.add(panel(release, release.equals(all.getLast()))));
        if (all.size() > listed) {
            content.add(new Button(getTranslation("release.earlier", all.size() - listed), click -> {
                listed += FEW;
                show();
            }));
        }
        if (!all.isEmpty()) {
            var scope = new Paragraph(getTranslation("release.scope"));
            scope.addClassName("yj-muted");
            content.add(scope);
        }
    }

    private Component pending() {
        var section = new Section(new H2(getTranslation("release.pending")));
        section.addClassNames("yj-panel", "yj-release");
        var count = releases.countPending();
        var ruled = releases.ruledSince();
        section.add(new Div(summary(count, ruled)),
                unfolding(count, releases::pending, ruled, getTranslation("release.pending")));
        return section;
    }

    private Component panel(Release release, boolean first) {
        var when = new Span(getTranslation("cell.by", PersonName.of(release.by(), this::getTranslation), moment(release.at())));
        when.addClassName("yj-caption");
        var section = new Section(new H2(release.name()), when);
        section.addClassNames("yj-panel", "yj-release");
        if (!release.note().isEmpty()) {
            var note = new Div(release.note());
            note.addClassName("yj-comment-body");
            section.add(note);
        }
        var look = new Anchor(Routes.dashboard(PageState.DEFAULT.withRecorded(release.at())),
                getTranslation("release.look"));
        look.setAriaLabel(getTranslation("release.look.of", release.name()));
        section.add(look);
        if (first) {
            section.add(new Div(getTranslation("release.first")));
        } else {
            var count = releases.count(release);
            var ruled = releases.ruled(release);
            section.add(new Div(summary(count, ruled)),
                    unfolding(count, () -> releases.changes(release), ruled, release.name()));
        }
        return section;
    }

    private String summary(Change.Count count, List<RulingChange> ruled) {
        var words = getTranslation("release.summary", count.added(), count.revised(), count.withdrawn());
        return ruled.isEmpty() ? words : words + getTranslation("release.summary.ruled", ruled.size());
    }

    /** Read when it is opened. */
    private Component unfolding(Change.Count count, Supplier<List<Delta>> deltas, List<RulingChange> ruled,
            String name) {
        var details = new NativeDetails();
        details.setSummaryText(getTranslation("release.changes"));
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && details.getContent() == null) {
                details.setContent(new DeltaTable(getTranslation("release.caption", name), deltas.get(), count.total(), ruled,
                        indicators.catalogue(), reply -> replies.reply(reply).label()));
            }
        });
        return details;
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }
}
