package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.entry.CellAnswer;
import org.youju.entry.CellEdit;
import org.youju.entry.Sheets;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/** 另填一期: a figure of a period that has no column, a day, a month, several years. */
final class OtherPeriodSection extends Section {

    private final Sheets sheets;
    private final CellKey beside;
    private final Function<@Nullable Observation, RuleViolation> overtaken;
    private final Consumer<Set<String>> changed;
    private final TextField period = new TextField(getTranslation("entry.other.period"));
    private final TextField text = new TextField(getTranslation("entry.value"));

    /**
     * @param beside    of its indicator and region
     * @param overtaken says what somebody who was faster has written
     * @param changed   told which rows have changed
     * @param form      leads to the form of one figure
     */
    OtherPeriodSection(Sheets sheets, CellKey beside, Function<@Nullable Observation, RuleViolation> overtaken,
            Consumer<Set<String>> changed, Button form) {
        this.sheets = sheets;
        this.beside = beside;
        this.overtaken = overtaken;
        this.changed = changed;
        period.setHelperText(getTranslation("entry.other.help"));
        period.setMaxLength(40);
        var add = new Button(getTranslation("entry.other.add"), click -> keep());
        add.addClassNames("yj-button", "yj-small-button");
        add(new H3(getTranslation("entry.other")), period, text, add, form);
        addClassNames("yj-cell-section", "yj-cell-other");
    }

    private void keep() {
        period.setInvalid(false);
        text.setInvalid(false);
        var answer = sheets.save(beside.region(), List.of(new CellEdit(beside.indicator(), period.getValue(),
                text.getValue(), 0, null))).getFirst();
        switch (answer) {
            case CellAnswer.Refused(var edit, var why) -> refuse(why.key().startsWith("entry.period.") ? period : text, why);
            case CellAnswer.Overtaken lost -> refuse(text, overtaken.apply(lost.theirs()));
            case CellAnswer.Same same -> refuse(text, new RuleViolation("entry.text.EMPTY"));
            case CellAnswer.Taken taken -> changed.accept(Set.of(beside.indicator()));
        }
    }

    private void refuse(TextField field, RuleViolation violation) {
        field.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
        field.setInvalid(true);
    }
}
