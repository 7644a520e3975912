package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.entry.SheetCell;
import org.youju.entry.Sheets;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.ui.NotHeldBadge;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.ReplyService;

/** 出处: what states the figure of a cell, or why nothing does; whoever prepares it cites or says so here. */
final class SourcesSection extends Section {

    private final Sheets sheets;
    private final ReplyService replies;
    private final SheetCell cell;
    private final boolean editable;
    private final BiConsumer<TextField, Runnable> attempt;
    private final Consumer<Set<String>> changed;

    /**
     * @param attempt does what may be refused, and tells a refusal at the field
     * @param changed told which rows have changed by a citation
     */
    SourcesSection(Sheets sheets, ReplyService replies, SheetCell cell, boolean editable,
            BiConsumer<TextField, Runnable> attempt, Consumer<Set<String>> changed) {
        this.sheets = sheets;
        this.replies = replies;
        this.cell = cell;
        this.editable = editable;
        this.attempt = attempt;
        this.changed = changed;
        addClassName("yj-cell-section");
        add(new H3(getTranslation("entry.sources")));
        states();
        prepares();
    }

    private void states() {
        var shown = cell.shown().orElse(null);
        if (cell.implied() != null) {
            add(new Div(getTranslation("entry.implied", cell.implied().formula())));
        } else if (shown == null) {
            add(new Div(getTranslation("entry.sources.none")));
        } else if (shown.isSourced()) {
            add(new SourceBadge(shown));
            NotHeldBadge.of(this, shown.citations()).ifPresent(this::add);
        } else {
            add(new Div(getTranslation("entry.sources.owed")));
        }
        cell.shown().map(Observation::departure).ifPresent(why -> {
            var differs = new Div(new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("todo.differs")).tinted(),
                    new Span(getTranslation("desk.differs.why", why)));
            differs.addClassName("yj-cell-differs");
            add(differs);
        });
        if (cell.shown().map(Observation::ruling).isPresent()) {
            add(new Div(getTranslation("entry.ruled", cell.shown().orElseThrow().ruling().reason())));
        }
        if (cell.sources() > 1) {
            add(new Div(getTranslation("entry.sources.several", cell.sources())));
        }
        cell.others().forEach(other -> add(new Div(beside(other))));
    }

    /** A figure of another period in the same column, and how far it has come. */
    private String beside(SheetCell other) {
        var shown = other.shown().orElseThrow();
        return getTranslation("entry.sources.other", shown.period().label(getLocale()),
                FigureWriter.show(shown.figure(), getLocale()).text(), getTranslation("entry.state." + shown.state()));
    }

    private void prepares() {
        var draft = cell.draft();
        if (editable && cell.within() && draft != null && draft.state() != State.SUBMITTED && !draft.citations().isEmpty()) {
            add(cite("entry.recite", draft));
        } else if (editable && draft != null && draft.state() != State.SUBMITTED && draft.citations().isEmpty()) {
            var reason = new TextField(getTranslation("entry.excuse"));
            reason.setMaxLength(400);
            reason.setValue(draft.uncitedReason() == null ? "" : draft.uncitedReason());
            reason.addClassName("yj-cell-excuse");
            reason.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    attempt.accept(reason, () -> sheets.excuse(draft.id(), reason.getValue()));
                }
            });
            add(reason, cite("entry.cite", draft));
        }
    }

    private Button cite(String key, Observation draft) {
        var button = new Button(getTranslation(key), click -> new CiteDialog(replies, draft.figure().printed(),
                quote -> sheets.departure(draft, quote), (quote, why) -> sheets.cite(draft.id(), quote, why),
                () -> changed.accept(Set.of(draft.indicator()))).open());
        button.addClassNames("yj-button", "yj-small-button");
        return button;
    }
}
