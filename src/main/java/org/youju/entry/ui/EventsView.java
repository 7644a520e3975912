package org.youju.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.control.KeptTable;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.entry.PolicyEventForms;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.event.PolicyEvent;
import org.youju.observation.event.PolicyEvents;
import org.youju.reply.ReplyService;

/** What happened that figures may follow from, oldest first, each with the words that tell of it. */
@Route(Routes.EVENTS)
@PermitAll
class EventsView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private final PolicyEvents events;
    private final PolicyEventForms forms;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final PageHeader header = new PageHeader(getTranslation("event.title"));

    EventsView(PolicyEvents events, PolicyEventForms forms, IndicatorService indicators, ReplyService replies) {
        this.events = events;
        this.forms = forms;
        this.indicators = indicators;
        this.replies = replies;
        addClassName("yj-page");
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("event.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        header.reset();
        header.note(getTranslation("event.note"));
        var regions = indicators.catalogue().regions();
        var mine = regions.stream().filter(it -> events.mayKeep(it.code())).toList();
        if (!mine.isEmpty()) {
            var add = new Button(getTranslation("event.add"), click -> edit(null, mine));
            add.addClassName("yj-primary");
            header.controls(add);
        }
        var all = events.all();
        var panel = new Div();
        panel.addClassName("yj-panel");
        if (all.isEmpty()) {
            panel.addClassName("yj-empty");
            panel.add(new Paragraph(getTranslation("event.none")));
        } else {
            panel.add(table(all, regions, mine));
        }
        add(panel);
    }

    private Component table(List<PolicyEvent> all, List<Region> regions, List<Region> mine) {
        var heads = new ArrayList<>(List.of("event.name", "event.happened", "event.region", "event.source"));
        if (!mine.isEmpty()) {
            heads.add("event.verbs");
        }
        var table = new KeptTable("event.caption", heads);
        all.forEach(event -> {
            var cells = new ArrayList<Component>(List.of(new Span(event.happened().code()),
                    new Span(name(event.region(), regions)), source(event)));
            if (mine.stream().anyMatch(it -> it.code().equals(event.region()))) {
                var name = event.name(getLocale());
                cells.add(KeptTable.verbs(table.verb("event.edit", name, () -> edit(event, mine)),
                        table.verb("event.withdraw", name, () -> withdraw(event))));
            } else if (!mine.isEmpty()) {
                cells.add(new Span());
            }
            table.row(new Span(event.name(getLocale())), cells.toArray(Component[]::new));
        });
        return table;
    }

    private String name(String code, List<Region> regions) {
        return regions.stream().filter(it -> it.code().equals(code)).findFirst().map(it -> it.name(getLocale()))
                .orElse(code);
    }

    private Component source(PolicyEvent event) {
        var label = new Span(event.reply().label());
        label.addClassName("yj-caption");
        return new Div(new Anchor(Routes.reply(event.reply().id(), event.citation()),
                getTranslation("event.quote", event.quote())), label);
    }

    private void edit(@Nullable PolicyEvent event, List<Region> mine) {
        new EventDialog(forms, events, replies, mine, event, event == null ? getTranslation("event.add")
                : getTranslation("event.edit.of", event.name(getLocale())), this::show).open();
    }

    private void withdraw(PolicyEvent event) {
        new ReasonDialog(getTranslation("event.withdraw.of", event.name(getLocale())),
                getTranslation("event.why"), getTranslation("event.withdraw"), reason -> {
                    events.withdraw(event, reason);
                    show();
                }).open();
    }
}
