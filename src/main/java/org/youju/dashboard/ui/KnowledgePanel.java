package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.dashboard.IndicatorSeries;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.ui.StatusWords;
import org.youju.security.ui.PersonName;

/** 修订与时点: when each value became known, newest first; a press on a day shows the page as of it. */
final class KnowledgePanel extends Section {

    private static final DateTimeFormatter RECORDED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final PageState state;
    private final ObservationService observations;
    private final String indicator;

    KnowledgePanel(IndicatorSeries series, PageState state, ObservationService observations) {
        this.state = state;
        this.observations = observations;
        this.indicator = series.indicator().code();
        addClassNames("yj-panel", "yj-knowledge");
        var note = new Span(getTranslation("dashboard.knowledge.note"));
        note.addClassName("yj-card-note");
        var head = new Div(new H2(getTranslation("dashboard.knowledge")), note);
        head.addClassName("yj-card-head");
        var list = new OrderedList();
        list.addClassName("yj-timeline");
        series.cells().stream().flatMap(c -> c.statements().stream())
                .sorted(Observation.BY_PUBLICATION.reversed())
                .forEach(o -> list.add(item(o)));
        add(head, list);
    }

    private ListItem item(Observation statement) {
        var words = new Span(statement.period().label(getLocale()) + " "
                + StatusWords.marked(FigureWriter.show(statement.figure(), getLocale()).text(), statement, getLocale()));
        var source = new Span(statement.reply().label());
        source.addClassName("yj-caption");
        return new ListItem(day(statement), words, source, history(statement));
    }

    private Component day(Observation statement) {
        var day = statement.publishedOn();
        if (day == null) {
            return new Span(getTranslation("dashboard.undated"));
        }
        var link = new Anchor(Routes.indicator(indicator, state.withAsOf(Optional.of(day))), day.toString());
        link.setAriaLabel(getTranslation("dashboard.knowledge.as-of", day));
        if (state.asOf().filter(day::equals).isPresent()) {
            link.getElement().setAttribute("aria-current", "date");
        }
        return link;
    }

    /** The recorded versions of a statement, read when it is opened; none that our records of the moment do not know. */
    private Component history(Observation statement) {
        var details = new NativeDetails();
        details.setSummaryText(getTranslation("dashboard.history"));
        details.addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                details.setContent(versions(statement));
            }
        });
        return details;
    }

    private Component versions(Observation statement) {
        var list = new UnorderedList();
        var moment = state.recorded().orElse(Instant.MAX);
        observations.history(statement.id()).stream().filter(version -> !version.recordedFrom().isAfter(moment))
                .forEach(version -> {
                    var stands = version.isCurrent() || version.recordedTo().isAfter(moment);
                    list.add(new ListItem(getTranslation(
                            stands ? "dashboard.history.current" : "dashboard.history.past",
                            StatusWords.marked(FigureWriter.show(version.figure(), getLocale()).text(), version,
                                    getLocale()),
                            RECORDED.format(version.recordedFrom()),
                            PersonName.of(version.recordedBy(), this::getTranslation),
                            stands ? "" : RECORDED.format(version.recordedTo()),
                            version.reason() == null ? "" : version.reason())));
                });
        return list;
    }
}
