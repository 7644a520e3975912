package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.DayWords;
import org.youju.indicator.Department;
import org.youju.observation.CellKey;
import org.youju.security.Permission;
import org.youju.security.ui.PersonName;
import org.youju.workflow.chase.Chase;
import org.youju.workflow.chase.Chases;
import org.youju.workflow.chase.ui.AskedOf;
import org.youju.workflow.chase.ui.ChaseBadge;

/** What is asked for a cell, and a form to ask for a figure that is missing. */
final class ChasePanel extends Section {

    private static final int DAYS = 14;

    private final CellDesk desk;
    private final CellKey key;
    private final Runnable changed;

    /** @param changed told when a figure was asked for, or is asked for no longer */
    ChasePanel(CellDesk desk, CellKey key, Runnable changed) {
        this.desk = desk;
        this.key = key;
        this.changed = changed;
        addClassNames("yj-panel", "yj-dossier-panel");
        add(new H2(getTranslation("chase.title")));
        var chases = desk.chases().of(key);
        var list = new UnorderedList();
        list.addClassName("yj-dossier-sources");
        chases.forEach(chase -> list.add(item(chase)));
        if (!chases.isEmpty()) {
            add(list);
        }
        if (!desk.observations().statements(key).isEmpty()) {
            add(new Div(getTranslation("chase.not-missing")));
        } else if (chases.stream().noneMatch(it -> it.state() == Chase.State.OPEN)) {
            form();
        }
    }

    private ListItem item(Chase chase) {
        var line = new Div(new ChaseBadge(chase, desk.chases().today()),
                new Span(getTranslation("chase.due", chase.dueOn())), new Span(chase.note()));
        line.addClassName("yj-dossier-line");
        line.add(new Span(getTranslation("chase.asked.of", AskedOf.name(chase, desk.indicators().departments(), getLocale(), this))));
        var by = new Span(getTranslation("cell.by", PersonName.of(chase.by(), this::getTranslation), desk.moment(chase.at())));
        by.addClassName("yj-caption");
        line.add(by);
        if (chase.state() == Chase.State.OPEN) {
            var refusal = new WarnBox("alert");
            var cancel = new Button(getTranslation("chase.cancel"), click -> cancel(chase, refusal));
            cancel.addClassName("yj-verb");
            line.add(cancel, refusal);
        }
        return new ListItem(line);
    }

    /** Told beside it where somebody was faster, or it is not whoever presses who may. */
    private void cancel(Chase chase, WarnBox refusal) {
        try {
            desk.chases().cancel(chase.id());
            changed.run();
        } catch (RuleViolation violation) {
            refusal.say(getTranslation(violation.key(), violation.arguments()));
        } catch (AccessDeniedException denied) {
            refusal.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }

    private void form() {
        var due = new DatePicker(getTranslation("chase.by"));
        DayWords.give(due);
        due.setValue(desk.chases().today().plusDays(DAYS));
        var department = new Select<Department>();
        department.setLabel(getTranslation("chase.department.ask"));
        department.setItems(desk.indicators().departments());
        department.setItemLabelGenerator(it -> it == null ? getTranslation("chase.department.none")
                : it.name(getLocale()));
        department.setEmptySelectionAllowed(true);
        department.setEmptySelectionCaption(getTranslation("chase.department.none"));
        department.setHelperText(getTranslation("chase.department.ask.help"));
        department.setManualValidation(true);
        department.setWidthFull();
        department.setVisible(desk.indicators().catalogue().indicator(key.indicator()).department() == null);
        var note = new TextArea(getTranslation("chase.note"));
        note.setHelperText(getTranslation("chase.note.help"));
        note.setMaxLength(Chases.LONGEST);
        note.setManualValidation(true);
        note.setWidthFull();
        var ask = new Button(getTranslation("chase.ask"), click -> {
            due.setInvalid(false);
            note.setInvalid(false);
            department.setInvalid(false);
            if (due.getValue() == null) {
                // what the field shows and no day could be read from
                var typed = due.getElement().getProperty("_inputElementValue", "");
                due.setErrorMessage(typed.isBlank() ? getTranslation("chase.due.missing")
                        : getTranslation("chase.due.unread", typed, desk.chases().today().plusDays(DAYS)));
                due.setInvalid(true);
                return;
            }
            try {
                desk.chases().ask(key, department.getOptionalValue().map(Department::code).orElse(null), due.getValue(),
                        note.getValue());
                changed.run();
            } catch (RuleViolation violation) {
                var sentence = getTranslation(violation.key(), violation.arguments());
                if (violation.key().startsWith("chase.due")) {
                    due.setErrorMessage(sentence);
                    due.setInvalid(true);
                } else if (violation.key().startsWith("chase.department")) {
                    department.setErrorMessage(sentence);
                    department.setInvalid(true);
                } else {
                    note.setErrorMessage(sentence);
                    note.setInvalid(true);
                    note.focus();
                }
            }
        });
        ask.addClassName("yj-primary");
        add(department);
        if (department.isVisible() && desk.access().may(Permission.EDIT_DRAFTS)) {
            add(new Anchor(Routes.CATALOGUE + "?part=departments", getTranslation("chase.department.add")));
        }
        add(due, note, ask);
    }
}
