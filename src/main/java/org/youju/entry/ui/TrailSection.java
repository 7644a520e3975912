package org.youju.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.ui.Routes;
import org.youju.entry.SheetCell;
import org.youju.entry.Sheets;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.history.Version;
import org.youju.security.ui.PersonName;

/** 历史: what stood in a cell before, who wrote it, when and why. */
final class TrailSection extends Section {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int LONGEST_TRAIL = 20;

    TrailSection(Sheets sheets, SheetCell cell) {
        addClassName("yj-cell-section");
        add(new H3(getTranslation("entry.trail")));
        try {
            fill(sheets.trail(cell.key()), cell);
        } catch (AccessDeniedException denied) {
            add(new Div(getTranslation(String.valueOf(denied.getMessage()))));
        }
    }

    private void fill(List<Observation> rows, SheetCell cell) {
        var lines = new OrderedList();
        lines.addClassName("yj-cell-trail");
        for (int i = 0; i < Math.min(rows.size(), LONGEST_TRAIL); i++) {
            lines.add(new ListItem(line(rows, rows.get(i), i)));
        }
        var key = cell.key();
        add(rows.isEmpty() ? new Div(getTranslation("entry.trail.none")) : lines,
                new Anchor(Routes.cell(key.indicator(), key.region(), key.period().code()),
                        getTranslation(cell.shown().isEmpty() ? "entry.chase" : "entry.dossier")));
    }

    /** When, who, from what to what, and why. */
    private Component line(List<Observation> rows, Observation to, int at) {
        var from = rows.stream().skip(at + 1L).filter(o -> o.recordedTo().equals(to.recordedFrom())).findFirst()
                .or(() -> rows.stream().skip(at + 1L).filter(o -> isCorrectedBy(o, to)).findFirst());
        var moment = new Span(moment(to.recordedFrom()));
        moment.addClassName("yj-caption");
        var why = Version.why(to, rows);
        var words = new StringBuilder(from.map(TrailSection::printed).filter(text -> !text.equals(printed(to)))
                .map(text -> text + " → ").orElse("")).append(printed(to)).append(" · ")
                .append(getTranslation(from.filter(to::isRecalledFrom).isPresent() ? "entry.state.RECALLED"
                        : why == null && to.state() == State.RETURNED ? "entry.trail.still"
                        : "entry.state." + to.state()));
        from.flatMap(before -> rebased(before, to)).ifPresent(words::append);
        if (why != null) {
            words.append(" · ").append(why);
        }
        var gone = !to.isCurrent() && rows.stream().limit(at).noneMatch(o -> o.recordedFrom().equals(to.recordedTo()));
        if (gone) {
            words.append(" · ").append(getTranslation("entry.trail.gone", moment(to.recordedTo())));
        }
        var line = new Div(moment, new Span(PersonName.of(to.recordedBy(), this::getTranslation)), new Span(words.toString()));
        line.addClassName("yj-cell-line");
        return line;
    }

    /** Whether a draft is to take the place of an approved row, which stands until the draft is approved. */
    private static boolean isCorrectedBy(Observation approved, Observation draft) {
        return draft.state() == State.DRAFT && approved.state() == State.APPROVED
                && approved.reply().id() == draft.reply().id()
                && approved.recordedFrom().isBefore(draft.recordedFrom())
                && approved.recordedTo().isAfter(draft.recordedFrom());
    }

    /** What it rests on now and rested on before, where that is not the same. */
    private Optional<String> rebased(Observation before, Observation after) {
        var was = ground(before);
        var now = ground(after);
        return was.equals(now) ? Optional.empty() : Optional.of(" · " + getTranslation("entry.trail.source", was, now));
    }

    private String ground(Observation row) {
        return !row.citations().isEmpty() ? row.reply().label() + "“" + row.citations().getFirst().exact() + "”"
                : row.uncitedReason() == null ? getTranslation("entry.form.ground.none") : row.uncitedReason();
    }

    private static String printed(Observation row) {
        return row.figure().printed();
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }
}
