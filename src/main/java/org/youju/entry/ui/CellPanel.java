package org.youju.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.grid.GridOther;
import org.youju.base.grid.GridPlace;
import org.youju.base.grid.GridView;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.rule.RuleFinding;
import org.youju.entry.CellAnswer;
import org.youju.entry.CellEdit;
import org.youju.entry.CellFindings;
import org.youju.entry.SheetCell;
import org.youju.entry.SheetRow;
import org.youju.entry.Sheets;
import org.youju.figure.FigureWriter;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.ui.Evidence;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.ReplyService;
import org.youju.security.ui.PersonName;
import org.youju.workflow.chase.Chase;

/**
 * All about the cell that a person is in: what it states, as they write it; its sources; what stood there before, who
 * wrote it and when. Ctrl+Enter leads here from the grid, and Ctrl+Enter or Esc back.
 */
final class CellPanel extends Aside {

    /** Refusals that concern why an approved figure is corrected. */
    private static final Set<String> REASON = Set.of("observation.step.correct-reason", "reason.long", PlainWords.REFUSED);

    private final Sheets sheets;
    private final Catalogue catalogue;
    private final ReplyService replies;
    private final boolean editable;
    private final GridView grid;
    private final Function<CellKey, Optional<String>> columnOf;
    private final Supplier<String> address;
    private final Consumer<Set<String>> changed;

    private @Nullable SheetRow row;
    private @Nullable SheetCell cell;
    private @Nullable GridPlace typed;
    private @Nullable TextField value;
    private @Nullable TextField departure;
    private @Nullable FindingsSection findings;
    private final UsualSection usual = new UsualSection();
    private final Div lost = new Div();
    private final Div here = new Div();
    private final SequencedMap<CellKey, CellAnswer.Overtaken> overtaken = new LinkedHashMap<>();
    private List<GridOther> others = List.of();
    private boolean writing;

    /**
     * @param columnOf the column in which a cell is seen
     * @param address of the sheet as it is shown, to come back to
     * @param changed told which rows have changed by what was done here
     */
    CellPanel(Sheets sheets, Catalogue catalogue, ReplyService replies, boolean editable, GridView grid,
            Function<CellKey, Optional<String>> columnOf, Supplier<String> address, Consumer<Set<String>> changed) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.replies = replies;
        this.editable = editable;
        this.grid = grid;
        this.columnOf = columnOf;
        this.address = address;
        this.changed = changed;
        addClassNames("yj-panel", "yj-cell-panel");
        getElement().setAttribute("aria-label", getTranslation("entry.panel"));
        getElement().setAttribute("tabindex", "-1");
        lost.addClassName("yj-cell-refused");
        lost.getElement().setAttribute("role", "alert");
        lost.setVisible(false);
        here.addClassName("yj-cell-here");
        here.getElement().setAttribute("role", "status");
        add(lost, new Div(getTranslation("entry.panel.none")));
        Shortcuts.addShortcutListener(this, () -> grid.focusCell(), Key.ESCAPE).listenOn(this);
        Shortcuts.addShortcutListener(this, () -> grid.focusCell(), Key.ENTER, KeyModifier.CONTROL).listenOn(this);
    }

    /**
     * Shows a cell.
     *
     * @param place what is typed there and not kept, or null
     */
    void show(SheetRow inRow, SheetCell ofCell, @Nullable GridPlace place) {
        row = inRow;
        cell = ofCell;
        typed = place;
        fill();
    }

    /** The present cell; empty where there is none yet. */
    Optional<CellKey> place() {
        return Optional.ofNullable(cell).map(SheetCell::key);
    }

    /** Shows the present cell as it stands now, unless a person is writing here. */
    void refresh(Map<String, SheetRow> rows) {
        if (!writing) {
            now(rows).ifPresent(at -> show(row, at, at.key().equals(cell.key()) ? typed : null));
        }
    }

    /**
     * Shows the present cell as it stands after something was done to it here. Whoever is writing keeps what is written,
     * and has seen what they did themselves.
     */
    void follow(Map<String, SheetRow> rows) {
        if (!writing) {
            refresh(rows);
            return;
        }
        now(rows).filter(at -> at.shown().map(it -> it.figure().printed()).equals(
                cell.shown().map(it -> it.figure().printed()))).ifPresent(this::go);
    }

    /** Goes on in a cell of which all but its figure has changed, with the figure that is written and not kept. */
    private void go(SheetCell at) {
        var written = value.getValue();
        var period = cell.key().period().code();
        cell = at;
        if (!at.isOpen() && at.draft() != null) {
            typed = new GridPlace(row.indicator().code(), period, Integer.toString(at.column()), written, "REFUSED",
                    getTranslation("entry.typed.submitted"));
            fill();
            return;
        }
        fill();
        if (value != null) {
            value.setValue(written);
            writing = true;
            value.focus();
        }
    }

    /** Shows the present cell as it stands after its sheet kept some edits; whoever is writing here has seen their own. */
    void kept(Map<String, SheetRow> rows, List<CellEdit> edits) {
        var own = cell != null && edits.stream().anyMatch(it -> it.indicator().equals(cell.key().indicator())
                && it.period().equals(cell.key().period().code()));
        if (own) {
            typed = null;
        }
        if (!writing) {
            refresh(rows);
        } else if (own) {
            now(rows).ifPresent(at -> cell = at);
        }
    }

    private Optional<SheetCell> now(Map<String, SheetRow> rows) {
        var now = row == null || cell == null ? null : rows.get(row.indicator().code());
        if (now == null) {
            return Optional.empty();
        }
        row = now;
        return now.at(cell.column());
    }

    /** Tells of what was typed and not kept, as somebody was faster, wherever its writer is now. */
    void lost(List<CellAnswer.Overtaken> answers) {
        answers.forEach(answer -> overtaken.put(answer.cell(), answer));
        tellLost();
    }

    private void tellLost() {
        lost.removeAll();
        overtaken.values().forEach(answer -> {
            var theirs = overtaken(answer.theirs());
            lost.add(new Span(getTranslation(answer.edit().text().isBlank() ? "entry.lost.emptied" : "entry.lost",
                    catalogue.name(answer.cell().indicator(), getLocale()), answer.cell().period().label(getLocale()),
                    answer.edit().text(), getTranslation(theirs.key(), theirs.arguments()))));
        });
        if (!overtaken.isEmpty()) {
            lost.add(button("entry.lost.go", () -> {
                var first = overtaken.firstEntry().getValue().cell();
                columnOf.apply(first).ifPresent(column -> grid.go(first.indicator(), column, true));
            }), button("entry.lost.seen", () -> {
                overtaken.clear();
                tellLost();
                grid.focusCell();
            }));
        }
        lost.setVisible(!overtaken.isEmpty());
    }

    /** Says who else is in the present cell. */
    void others(List<GridOther> all) {
        others = List.copyOf(all);
        tellOthers();
    }

    private void tellOthers() {
        var names = row == null || cell == null ? List.<String>of() : others.stream()
                .filter(it -> it.row().equals(row.indicator().code()) && it.period().equals(cell.key().period().code()))
                .map(GridOther::name).distinct().toList();
        here.setText(names.isEmpty() ? "" : getTranslation("entry.here",
                String.join(getTranslation("entry.usual.and"), names)));
    }

    /** What somebody who was faster has written; they emptied the cell where that is null. */
    RuleViolation overtaken(@Nullable Observation theirs) {
        return theirs == null ? new RuleViolation("entry.overtaken.emptied")
                : new RuleViolation("entry.overtaken", PersonName.of(theirs.recordedBy(), this::getTranslation),
                        FigureWriter.show(theirs.figure(), getLocale()).text());
    }

    /** Takes the focus: to the value where it can be written, else to the panel. */
    void take() {
        if (value != null && !value.isReadOnly()) {
            value.focus();
        } else {
            getElement().callJsFunction("focus");
        }
    }

    private void fill() {
        removeAll();
        add(lost);
        writing = false;
        value = null;
        findings = new FindingsSection();
        if (row == null || cell == null) {
            return;
        }
        var indicator = row.indicator();
        var code = new Span(indicator.code() + " · " + cell.key().period().label(getLocale()));
        code.addClassName("yj-caption");
        var state = new Span(getTranslation("entry.look." + cell.look()));
        state.addClassNames("yj-cell-state", "yj-is-" + cell.look());
        var head = new Div(code, new H2(indicator.name(getLocale())), state);
        head.addClassName("yj-cell-head");
        head.add(here);
        add(head);
        tellOthers();
        if (cell.within()) {
            sheets.asked(cell.key()).forEach(chase -> add(asked(chase)));
        }
        var refused = new Span();
        if (typed != null) {
            overtaken.remove(cell.key());
            tellLost();
            refused.setText(typed.words());
            add(notKept(typed, refused));
        }
        because();
        if (cell.draft() != null && cell.approved() != null) {
            add(stands(cell.approved()));
        }
        if (cell.shown().isPresent() && !(editable && (cell.isOpen() || cell.within() && cell.draft() == null))) {
            add(figure(cell.shown().orElseThrow()));
        }
        if (editable) {
            add(!cell.within() ? outside() : cell.isOpen() ? form(this::write, "entry.write")
                    : cell.draft() == null ? correction() : locked(cell.draft()));
            // said once, at the field where it is the field's own fault
            refused.setVisible(value == null || !value.isInvalid() || !refused.getText().equals(value.getErrorMessage()));
            if (cell.within()) {
                var ways = new Div(more("entry.more", cell.key().period().code()));
                ways.addClassName("yj-cell-ways");
                if (cell.draft() != null && cell.isOpen() && cell.draft().isSourced()) {
                    ways.addComponentAsFirst(submit(cell.draft()));
                }
                add(ways);
            }
        }
        add(findings, usual);
        usual.clear();
        if (typed == null) {
            tell(sheets.findings(cell.key(), null), editable);
        }
        add(new SourcesSection(sheets, replies, cell, editable, this::beside, changed), new TrailSection(sheets, cell));
        if (editable && cell.within()) {
            add(new OtherPeriodSection(sheets, cell.key(), this::overtaken, changed, more("entry.other.form", "")));
        }
    }

    /** By when and by whom the figure is asked for, and what they ask. */
    private Component asked(Chase chase) {
        var asked = new Div(new StateBadge(Tone.WARN, Glyph.CLOCK, getTranslation("chase.state.OPEN")).tinted(),
                new Span(getTranslation("entry.asked", chase.dueOn(),
                        PersonName.of(chase.by(), this::getTranslation), chase.note())));
        asked.addClassNames("yj-cell-differs", "yj-cell-asked");
        return asked;
    }

    /** Why it was returned, or is to take the place of what is approved. */
    private void because() {
        var draft = cell.draft();
        if (draft == null || draft.reason() == null || draft.state() == State.SUBMITTED) {
            return;
        }
        var why = new Div(new Span(getTranslation("todo.step.reason", draft.reason())));
        if (draft.state() == State.RETURNED) {
            why.addComponentAsFirst(
                    new StateBadge(Tone.WARN, Glyph.REJECTED, getTranslation("todo.state.RETURNED")).tinted());
        }
        why.addClassName("yj-cell-differs");
        add(why);
    }

    /** What everybody sees as long as the draft is not approved. */
    private Component stands(Observation approved) {
        var stands = figure(approved);
        stands.addComponentAsFirst(new Span(getTranslation("todo.state.APPROVED")));
        stands.add(new SourceBadge(approved));
        return stands;
    }

    private static Div figure(Observation of) {
        var figure = new Div(new FigureText(of.figure()));
        figure.addClassNames("yj-cell-differs", "yj-cell-stands");
        return figure;
    }

    private Button submit(Observation draft) {
        return button(draft.state() == State.RETURNED ? "entry.submit.again" : "entry.submit.one", () -> attempt(value, () -> {
            if (writing || typed != null) {
                throw new RuleViolation("entry.submit.typed");
            }
            sheets.submit(draft.id());
        }));
    }

    private Component notKept(GridPlace place, Span why) {
        var box = new Div(new Span(getTranslation(
                place.typed().isBlank() ? "entry.not-kept.emptied" : "entry.not-kept", place.typed())), why);
        box.addClassName("yj-cell-refused");
        box.getElement().setAttribute("role", "alert");
        if (place.state().equals("OVERTAKEN")) {
            box.add(button("entry.mine", () -> grid.insist(place.row(), place.period())));
        }
        box.add(button(place.state().equals("OVERTAKEN") ? "entry.theirs" : "entry.forget", () -> {
            forget();
            fill();
            grid.focusCell();
        }));
        return box;
    }

    /** What was typed here and not kept is given up, or kept by now. */
    private void forget() {
        typed = null;
        grid.forget(row.indicator().code(), cell.key().period().code());
    }

    /** What waits is not written over; whoever handed it over takes it back here to change it. */
    private Component locked(Observation draft) {
        if (!sheets.mayRecall(draft)) {
            return new Div(getTranslation("observation.cell.submitted"));
        }
        var refusal = new WarnBox("alert");
        var recall = button("entry.recall", () -> {
            try {
                sheets.recall(draft.id());
                changed.accept(Set.of(row.indicator().code()));
                getElement().callJsFunction("focus");
            } catch (RuleViolation violation) {
                refusal.say(getTranslation(violation.key(), violation.arguments()));
            }
        });
        return new Div(new Div(getTranslation("entry.recall.who")), recall, refusal);
    }

    private Component outside() {
        return new Div(getTranslation("observation.cell.scope"));
    }

    /** 限定, 数值 and 区间: one figure, written as people write it or by its parts. */
    private Section form(Consumer<String> save, String verb) {
        var indicator = row.indicator().code();
        var text = new TextField(getTranslation("entry.value"));
        text.addClassName("yj-cell-value");
        text.setValue(typed != null ? typed.typed() : cell.shown().map(o -> o.figure().printed()).orElse(""));
        text.setSuffixComponent(new Span(FigureWriter.unit(row.indicator().unit(), getLocale())));
        text.setValueChangeMode(ValueChangeMode.LAZY);
        // told at the first letter, before the value is: until then what others write would be shown over it
        text.getElement().addEventListener("input", first -> writing = true).debounce(1000, DebouncePhase.LEADING);
        var limit = new Select<Qualifier>();
        limit.setLabel(getTranslation("entry.qualifier"));
        limit.setItems(Qualifier.values());
        limit.setItemLabelGenerator(q -> getTranslation("entry.qualifier." + q));
        limit.addClassName("yj-cell-qualifier");
        var interval = new TextField(getTranslation("entry.interval"));
        interval.setReadOnly(true);
        interval.addClassName("yj-cell-interval");
        Runnable preview = () -> preview(indicator, text, limit, interval);
        text.addValueChangeListener(change -> {
            writing |= change.isFromClient();
            preview.run();
            judge(text.getValue());
            show(departure(text.getValue()));
        });
        limit.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                try {
                    writing = true;
                    text.setValue(sheets.limited(indicator, text.getValue(), change.getValue()));
                } catch (RuleViolation violation) {
                    refuse(text, violation);
                }
            }
        });
        preview.run();
        departure = new TextField(getTranslation("entry.departure"));
        departure.addClassNames("yj-cell-reason", "yj-cell-departure");
        departure.setMaxLength(Reason.LONGEST);
        departure.setValue(cell.shown().map(Observation::departure).orElse(""));
        show(departure(text.getValue()));
        var keep = button(verb, () -> save.accept(text.getValue()));
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER).listenOn(text);
        value = text;
        var form = new Section(limit, text, interval, departure, keep);
        form.addClassName("yj-cell-form");
        return form;
    }

    private void preview(String indicator, TextField text, Select<Qualifier> limit, TextField interval) {
        try {
            var figure = sheets.read(indicator, text.getValue(), cell.shown());
            interval.setValue(figure == null ? "" : Evidence.interval(figure, getLocale()));
            limit.setValue(figure == null ? Qualifier.EXACT : figure.qualifier());
            text.setInvalid(false);
        } catch (RuleViolation violation) {
            interval.setValue("");
            refuse(text, violation);
        }
    }

    /** Says what would speak against what is typed, while it is typed. */
    private void judge(String text) {
        try {
            var kept = cell.shown().map(shown -> shown.figure().printed()).orElse("").equals(text);
            tell(sheets.findings(cell.key(), kept ? null : text), kept && editable);
        } catch (RuleViolation unreadable) {
            findings.clear();
            usual.clear();
        }
    }

    private void tell(CellFindings found, boolean explicable) {
        findings.show(found, explicable ? this::explain : null);
        usual.show(found.usual());
    }

    private void explain(RuleFinding finding, String why) {
        sheets.explain(cell.key(), finding, why);
        changed.accept(Set.of(row.indicator().code()));
        getElement().callJsFunction("focus");
    }

    private void refuse(TextField field, RuleViolation violation) {
        field.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
        field.setInvalid(true);
    }

    /** In what a text says something else than the quoted words of the draft. */
    private Optional<RuleViolation> departure(String text) {
        return cell.draft() == null ? Optional.empty() : sheets.departure(cell.draft(), text);
    }

    /** Asks why, where something differs. */
    private void show(Optional<RuleViolation> due) {
        due.ifPresent(it -> departure.setHelperText(getTranslation(it.key(), it.arguments())));
        departure.setVisible(due.isPresent());
    }

    private void write(String text) {
        var code = row.indicator().code();
        var period = cell.key().period().code();
        if (departure != null && departure.isVisible()) {
            attempt(departure, () -> {
                switch (sheets.save(cell.key().region(), List.of(new CellEdit(code, period, text, cell.seen(), null,
                        departure.getValue()))).getFirst()) {
                    case CellAnswer.Refused refused -> throw refused.why();
                    case CellAnswer.Overtaken overtaken -> throw overtaken(overtaken.theirs());
                    case CellAnswer.Taken taken -> forget();
                    case CellAnswer.Same same -> forget();
                }
            });
            return;
        }
        writing = false;
        grid.write(code, period, text, cell.seen());
        grid.focusCell();
    }

    private Section correction() {
        var reason = new TextField(getTranslation("entry.correct.reason"));
        reason.setMaxLength(1000);
        reason.addClassName("yj-cell-reason");
        // its reason says why it differs from its words as well
        var form = form(text -> attempt(key -> REASON.contains(key) ? reason : value,
                () -> sheets.correct(cell.approved().id(), text, reason.getValue())), "entry.correct");
        form.addComponentAtIndex(form.getComponentCount() - 1, reason);
        return form;
    }

    /** The form of one figure, with everything that the panel has no room for. */
    private Button more(String key, String periodCode) {
        var more = new Button(getTranslation(key), click -> Routes.open(Routes.observation(row.indicator().code(),
                cell.key().region(), periodCode, address.get())));
        more.addClassNames("yj-verb", "yj-cell-more");
        return more;
    }

    private void attempt(TextField field, Runnable work) {
        attempt(key -> field, work);
    }

    /**
     * Does what takes the place of what is written here.
     *
     * @param fieldOf the field that the violation of a rule is told at, by its key
     */
    private void attempt(Function<String, TextField> fieldOf, Runnable work) {
        tried(fieldOf, () -> {
            work.run();
            writing = false;
        });
    }

    /** Does what leaves alone the figure that may be written here meanwhile. */
    private void beside(TextField field, Runnable work) {
        tried(key -> field, work);
    }

    private void tried(Function<String, TextField> fieldOf, Runnable work) {
        try {
            work.run();
            changed.accept(Set.of(row.indicator().code()));
            if (!writing) {
                getElement().callJsFunction("focus");
            }
        } catch (RuleViolation violation) {
            refuse(fieldOf.apply(violation.key()), violation);
        } catch (NotFoundException gone) {
            refuse(fieldOf.apply(gone.key()), new RuleViolation(gone.key(), gone.arguments()));
        } catch (AccessDeniedException denied) {
            var why = String.valueOf(denied.getMessage());
            refuse(fieldOf.apply(why), new RuleViolation(why));
        }
    }

    private Button button(String key, Runnable press) {
        var button = new Button(getTranslation(key), click -> press.run());
        button.addClassNames("yj-button", "yj-small-button");
        return button;
    }
}
