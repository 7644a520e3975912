package org.youju.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.entry.ObservationEntry;
import org.youju.entry.ObservationForms;
import org.youju.entry.Quote;
import org.youju.entry.Sight;
import org.youju.entry.Standing;
import org.youju.figure.FigureWriter;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.reply.ReplyService;

/**
 * One observation: what it is of, its figure written out or by its parts, and what states it. Says beside it while it is
 * written what it would mean. What is refused is told at its field and nothing typed is lost; whoever comes second sees
 * both figures and chooses. Ctrl+Enter keeps it, and with Shift goes on to the next period.
 */
final class ObservationForm extends Div {

    /** What comes after a figure was kept. */
    private enum After {
        LEAVE, NEXT, SUBMIT
    }

    private static final int LONGEST_REASON = 1000;

    private final ObservationForms forms;
    private final IndicatorService indicators;
    private final Map<String, Department> departments;
    private final Optional<String> back;
    private final ComboBox<Indicator> indicator = new ComboBox<>();
    private final TextField period = new TextField();
    private final Select<Region> region = new Select<>();
    private final Span department = new Span();
    private final TextField value = new TextField();
    private final Span unit = new Span();
    private final PartsFields parts = new PartsFields(this::writeParts);
    private final GroundFields grounds;
    private final TextField reason = new TextField();
    private final TextField departure = new TextField();
    private final WarnBox notice = new WarnBox("alert");
    private final RaceBox race = new RaceBox();
    private final Span status = new Span();
    private final SightPanel side = new SightPanel();
    private final Div what = new Div();
    private final Div figure = new Div();
    private @Nullable Standing standing;
    private String offered = "";
    private boolean filling;

    ObservationForm(ObservationForms forms, IndicatorService indicators, ReplyService replies, List<Region> regions,
            FormState asked) {
        this.forms = forms;
        this.indicators = indicators;
        this.back = asked.back();
        departments = indicators.departments().stream().collect(Collectors.toMap(Department::code, it -> it));
        grounds = new GroundFields(replies, this::quoted, () -> {
            if (!filling) {
                look();
            }
        });
        addClassName("yj-obs");
        what(regions);
        howMuch();
        whence();
        var keep = button("entry.form.keep", () -> save(After.LEAVE));
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var next = button("entry.form.next", () -> save(After.NEXT));
        next.addClassName("yj-button");
        next.addClickShortcut(Key.ENTER, KeyModifier.CONTROL, KeyModifier.SHIFT).listenOn(this)
                .resetFocusOnActiveElement();
        var submit = button("entry.form.submit", () -> save(After.SUBMIT));
        submit.addClassName("yj-button");
        var leave = button("entry.form.leave", this::leave);
        leave.addClassName("yj-button");
        var keys = new Span(getTranslation("entry.form.keys"));
        keys.addClassName("yj-caption");
        status.getElement().setAttribute("role", "status");
        var verbs = new Div(keep, submit, next, leave, keys, status);
        verbs.addClassName("yj-obs-verbs");
        var form = new Div(notice, race, part("entry.form.what", what), part("entry.form.figure", figure),
                part("entry.sources", grounds), verbs);
        form.addClassNames("yj-panel", "yj-obs-form");
        add(form, side);
        fill(asked, regions, replies);
    }

    private Section part(String key, Div fields) {
        var part = new Section(new H2(getTranslation(key)), fields);
        part.addClassName("yj-obs-part");
        return part;
    }

    private void what(List<Region> regions) {
        indicator.setLabel(getTranslation("entry.form.indicator"));
        indicator.setHelperText(getTranslation("entry.form.indicator.help"));
        LookUp.indicators(indicator, forms::named);
        indicator.setItemLabelGenerator(it -> it.name(getLocale()) + " " + it.code());
        period.setLabel(getTranslation("entry.other.period"));
        period.setHelperText(getTranslation("entry.form.period.help"));
        period.setMaxLength(40);
        period.setValueChangeMode(ValueChangeMode.LAZY);
        region.setLabel(getTranslation("base.region"));
        region.setItems(regions);
        region.setItemLabelGenerator(it -> it.name(getLocale()));
        department.addClassName("yj-caption");
        what.add(indicator, period, region, department);
        what.addClassName("yj-obs-fields");
        Stream.<HasValidation>of(indicator, period, region).forEach(field -> field.setManualValidation(true));
        indicator.addValueChangeListener(change -> cellChanged());
        period.addValueChangeListener(change -> cellChanged());
        region.addValueChangeListener(change -> cellChanged());
    }

    private void howMuch() {
        value.setLabel(getTranslation("entry.value"));
        value.setHelperText(getTranslation("entry.form.value.help"));
        value.addClassName("yj-obs-value");
        value.setSuffixComponent(unit);
        value.setMaxLength(2000);
        value.setValueChangeMode(ValueChangeMode.LAZY);
        value.setManualValidation(true);
        value.addValueChangeListener(change -> {
            if (!filling) {
                showParts();
                look();
            }
        });
        figure.add(value, parts);
    }

    private void whence() {
        reason.setLabel(getTranslation("entry.correct.reason"));
        reason.setHelperText(getTranslation("entry.form.reason.help"));
        reason.setMaxLength(LONGEST_REASON);
        departure.setLabel(getTranslation("entry.departure"));
        departure.setMaxLength(Reason.LONGEST);
        Stream.<HasValidation>of(reason, departure).forEach(field -> field.setManualValidation(true));
        grounds.add(departure, reason);
    }

    /** Puts into the fields what the address asks for; the rest is what stands in the cell. */
    private void fill(FormState asked, List<Region> regions, ReplyService replies) {
        filling = true;
        asked.indicator().flatMap(indicators.catalogue()::find).ifPresent(indicator::setValue);
        period.setValue(asked.period().orElse(""));
        region.setValue(asked.region().flatMap(code -> regions.stream().filter(it -> it.code().equals(code)).findFirst())
                .or(() -> regions.stream().filter(it -> it.parent() != null).findFirst()).orElse(regions.getFirst()));
        grounds.excuse().setValue(asked.excuse().orElse(""));
        filling = false;
        named();
        if (asked.document() > 0) {
            try {
                grounds.picker().choose(replies.reply(asked.document()), asked.from(), asked.to());
                grounds.cite();
            } catch (NotFoundException gone) {
                notice.say(getTranslation(gone.key(), gone.arguments()));
            }
        } else if (asked.excuse().isPresent()) {
            grounds.excused();
        }
        asked.value().ifPresent(value::setValue);
        asked.indicator().filter(code -> indicator.isEmpty()).ifPresent(code ->
                refuse(indicator, new RuleViolation("entry.indicator.unknown", code)));
        asked.region().filter(code -> !region.getValue().code().equals(code)).ifPresent(code ->
                refuse(region, new RuleViolation("entry.form.region.other", indicators.catalogue().regions().stream()
                        .filter(it -> it.code().equals(code)).findFirst().<Object>map(it -> it).orElse(code))));
        look();
        Focusable<?> first = indicator.isEmpty() ? indicator : period.isEmpty() ? period : value;
        first.focus();
    }

    private void cellChanged() {
        if (!filling) {
            Stream.<HasValidation>of(indicator, period, region).forEach(field -> field.setInvalid(false));
            named();
            look();
        }
    }

    /** The cell that the fields name; refuses at the field that doesn't. */
    private Optional<CellKey> cell(boolean strict) {
        Period at = null;
        try {
            if (!period.isEmpty() || strict) {
                at = forms.period(period.getValue());
                period.setHelperText(getTranslation("entry.form.period.read", at.label(getLocale()), at.code()));
            } else {
                period.setHelperText(getTranslation("entry.form.period.help"));
            }
        } catch (RuleViolation violation) {
            period.setHelperText(getTranslation("entry.form.period.help"));
            refuse(period, violation);
        }
        if (strict && indicator.isEmpty()) {
            refuse(indicator, new RuleViolation("entry.form.indicator.missing"));
        }
        return at == null || indicator.isEmpty() || region.isEmpty() ? Optional.empty()
                : Optional.of(new CellKey(indicator.getValue().code(), region.getValue().code(), at));
    }

    /** Reads what stands in the cell that is named now, and offers it to be corrected. */
    private void named() {
        var of = indicator.getValue();
        var answers = of == null || of.department() == null ? null : departments.get(of.department());
        department.setText(of == null ? "" : answers == null ? getTranslation("entry.form.department.none")
                : getTranslation("entry.form.department", answers.name(getLocale())));
        unit.setText(of == null ? "" : FigureWriter.unit(of.unit(), getLocale()));
        if (of != null) {
            parts.offer(of.unit(), indicators.catalogue().units().stream()
                    .filter(it -> it.dimension().equals(of.unit().dimension()) && it.code().equals(it.base()))
                    .map(Unit::code).collect(Collectors.toCollection(TreeSet::new)));
        }
        standing = cell(false).map(forms::standing).orElse(null);
        side.show(standing);
        var shown = shown();
        var printed = shown.map(row -> row.figure().printed()).orElse("");
        if (value.getValue().equals(offered)) {
            write(printed);
        }
        offered = printed;
        grounds.offer(shown);
        departure.setValue(shown.map(Observation::departure).orElse(departure.getValue()));
        if (standing != null && !standing.within()) {
            refuse(indicator, new RuleViolation("observation.cell.scope"));
        } else if (standing != null && standing.isSubmitted()) {
            refuse(period, new RuleViolation("observation.cell.submitted"));
        }
    }

    private Optional<Observation> shown() {
        return Optional.ofNullable(standing).flatMap(Standing::shown);
    }

    private void write(String text) {
        filling = true;
        value.setValue(text);
        filling = false;
        showParts();
    }

    private void writeParts(String written) {
        filling = true;
        value.setValue(written);
        filling = false;
        look();
    }

    private void showParts() {
        var of = indicator.getValue();
        Optional.ofNullable(of).flatMap(it -> forms.parts(it.code(), value.getValue())).ifPresentOrElse(parts::show,
                parts::clear);
    }

    /** Other words were chosen; where no figure is written yet, they are the figure. */
    private void quoted() {
        if (filling) {
            return;
        }
        grounds.picker().quote().filter(it -> it instanceof Quote.Place && value.isEmpty() && !indicator.isEmpty()).ifPresent(it -> {
            if (forms.parts(indicator.getValue().code(), it.words()).isPresent()) {
                write(it.words().strip());
            }
        });
        look();
    }

    /** Says what is written would mean, and what it asks for; remembers it in the address. */
    private void look() {
        value.setInvalid(false);
        Sight sight = null;
        try {
            if (standing != null) {
                sight = forms.sight(standing, value.getValue(), grounds.quote()).orElse(null);
            } else if (!indicator.isEmpty()) {
                forms.figure(indicator.getValue().code(), value.getValue());
            }
        } catch (RuleViolation violation) {
            refuse(value, violation);
        }
        side.show(sight);
        reason.setVisible(standing != null && standing.corrected(grounds.quote().map(Quote::replyId).orElse(null)).isPresent());
        var due = sight == null ? Optional.<RuleViolation>empty() : sight.departure();
        due.ifPresent(it -> departure.setHelperText(getTranslation(it.key(), it.arguments())));
        departure.setVisible(due.isPresent() && !reason.isVisible());
        remember();
    }

    private void remember() {
        if (filling) {
            return;
        }
        var place = grounds.place();
        var state = new FormState(Optional.ofNullable(indicator.getValue()).map(Indicator::code),
                Optional.ofNullable(region.getValue()).map(Region::code), text(period.getValue()),
                text(value.getValue()).filter(text -> !text.equals(offered)),
                grounds.document().map(it -> it.id()).orElse(0L),
                place.map(it -> it.start()).orElse(0), place.map(it -> it.end()).orElse(0),
                Optional.ofNullable(grounds.reason()).flatMap(ObservationForm::text), back);
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null,
                Routes.OBSERVATION + "?" + state.toQuery().getQueryString());
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed).filter(it -> !it.isBlank());
    }

    private void save(After after) {
        clear();
        var cell = cell(true).orElse(null);
        if (cell == null) {
            look();
            goToRefused();
            return;
        }
        if (standing == null || !standing.cell().equals(cell)) {
            named();
        }
        var quote = grounds.quote();
        if (grounds.document().isPresent() && quote.isEmpty()) {
            grounds.refuseQuote(new RuleViolation("entry.form.words.missing"));
            return;
        }
        try {
            var draft = forms.save(new ObservationEntry(cell, value.getValue(), quote.orElse(null),
                    grounds.reason(), reason.getValue(),
                    departure.isVisible() ? departure.getValue() : ""), Objects.requireNonNull(standing));
            switch (after) {
                case NEXT -> goOn(cell);
                case LEAVE -> leave(cell);
                case SUBMIT -> submit(draft, cell);
            }
        } catch (LostRace lost) {
            show(lost, cell);
        } catch (RuleViolation refusal) {
            var now = forms.standing(cell);
            if (!now.equals(standing)) {
                show(refusal, cell);
            } else {
                complain(refusal);
                goToRefused();
            }
        } catch (NotFoundException gone) {
            notice.say(getTranslation(gone.key(), gone.arguments()));
        } catch (AccessDeniedException denied) {
            notice.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }

    /** Hands over what was just kept; where it can't be, it stays a draft, and what lacks is said here. */
    private void submit(long draft, CellKey cell) {
        try {
            forms.submit(draft);
            leave(cell);
        } catch (RuleViolation refusal) {
            offered = value.getValue();
            grounds.picker().written("");
            named();
            look();
            notice.say(getTranslation("entry.form.submit.not", getTranslation(refusal.key(), refusal.arguments())));
        }
    }

    private void clear() {
        notice.clear();
        race.removeAll();
        status.setText("");
        grounds.picker().clear();
        Stream.<HasValidation>of(indicator, period, region, value, grounds.excuse(), reason, departure)
                .forEach(field -> field.setInvalid(false));
    }

    /** Says a refusal at the field that it concerns, and goes there. */
    private void complain(RuleViolation refusal) {
        var key = refusal.key();
        if (key.startsWith("entry.text.")) {
            refuse(value, refusal);
        } else if (key.startsWith("entry.period.") || key.equals("observation.cell.submitted")) {
            refuse(period, refusal);
        } else if (key.startsWith("entry.indicator.") || key.equals("observation.cell.scope")) {
            refuse(indicator, refusal);
        } else if (key.startsWith("observation.departure.")) {
            departure.setVisible(true);
            refuse(departure, refusal);
        } else if (key.equals("observation.step.correct-reason")) {
            reason.setVisible(true);
            refuse(reason, refusal);
        } else if (key.equals(PlainWords.REFUSED)) {
            Stream.of(reason, departure).filter(Component::isVisible)
                    .filter(field -> PlainWords.code(field.getValue()).isPresent()).findFirst()
                    .ifPresentOrElse(field -> refuse(field, refusal), () -> refuse(grounds.excuse(), refusal));
        } else if (key.startsWith("reason.")) {
            refuse(departure.getValue().length() > Reason.LONGEST ? departure : reason, refusal);
        } else if (key.startsWith("observation.cell.reason") || key.equals("observation.cell.stated")) {
            refuse(grounds.excuse(), refusal);
        } else if (!(isOfQuote(key) && grounds.refuseQuote(refusal))) {
            notice.say(getTranslation(key, refusal.arguments()));
        }
    }

    private static boolean isOfQuote(String key) {
        return key.startsWith("entry.cite.") || key.startsWith("citation.") || key.endsWith(".exists");
    }

    private <F extends Component & HasValidation> void refuse(F field, RuleViolation refusal) {
        field.setErrorMessage(getTranslation(refusal.key(), refusal.arguments()));
        field.setInvalid(true);
    }

    /** Goes to the first field that is refused. */
    private void goToRefused() {
        Stream.<HasValidation>of(indicator, period, region, value, grounds.excuse(), departure, reason)
                .filter(HasValidation::isInvalid).findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }

    /** Shows what others have written beside what is written here, to choose from. */
    private void show(RuleViolation lost, CellKey cell) {
        var theirs = forms.standing(cell);
        notice.say(getTranslation(lost.key(), lost.arguments()));
        race.show(theirs.shown(), value.getValue(), grounds.words(), () -> {
            clear();
            offered = value.getValue();
            grounds.keep();
            named();
            look();
            value.focus();
        }, () -> {
            standing = theirs;
            side.show(theirs);
            save(After.LEAVE);
        });
    }

    /** The next period of the same indicator and region, and of the same document. */
    private void goOn(CellKey done) {
        var text = FigureWriter.show(forms.standing(done).shown().orElseThrow().figure(), getLocale()).text();
        var next = ObservationForms.next(done.period());
        filling = true;
        period.setValue(next.map(Period::code).orElse(""));
        value.setValue("");
        reason.setValue("");
        departure.setValue("");
        grounds.next();
        filling = false;
        offered = "";
        named();
        showParts();
        look();
        status.setText(getTranslation("entry.form.kept", indicator.getValue().name(getLocale()),
                done.period().label(getLocale()), text));
        var field = next.isPresent() ? value : period;
        field.focus();
    }

    /** Goes where a figure that was kept is seen: those of a part of a year have no column in the sheet. */
    private void leave(CellKey cell) {
        var inSheet = switch (cell.period().kind()) {
            case HALF_YEAR, QUARTER, MONTH -> false;
            case YEAR, AS_OF, SPAN, SINCE, BY, UNKNOWN -> true;
        };
        if (inSheet || back.filter(it -> !it.startsWith(Routes.ENTRY)).isPresent()) {
            leave();
        } else {
            Routes.open(Routes.cell(cell.indicator(), cell.region(), cell.period().code()));
        }
    }

    private void leave() {
        Routes.open(back.orElseGet(this::sheet));
    }

    /** The sheet at the cell that was written, where its years show it; else at its beginning. */
    private String sheet() {
        var at = standing == null ? null : standing.cell().period().end();
        return at == null ? Routes.ENTRY
                : Routes.cell(standing.cell().region(), standing.cell().indicator(), at.getYear());
    }

    private Button button(String key, Runnable press) {
        return new Button(getTranslation(key), click -> press.run());
    }
}
