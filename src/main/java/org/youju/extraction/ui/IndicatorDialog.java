package org.youju.extraction.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.figure.FigureWriter;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.Theme;

/** An indicator for a figure that none fits, prefilled from its words. What is wrong is said at its field. */
final class IndicatorDialog extends Dialog {

    private final Indicator proposed;
    private final TextField code = new TextField();
    private final TextField nameZh = new TextField();
    private final TextField nameEn = new TextField();
    private final Select<Theme> theme = new Select<>();
    private final Select<Unit> unit = new Select<>();
    private final Select<Nature> nature = new Select<>();
    private final Select<Direction> direction = new Select<>();
    private final WarnBox notice = new WarnBox("alert");
    private final Consumer<Indicator> keep;

    /** @param keep stores it, or refuses by a {@link RuleViolation} */
    IndicatorDialog(Indicator proposed, Catalogue catalogue, Phrases phrases, Consumer<Indicator> keep) {
        this.proposed = proposed;
        this.keep = keep;
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation("desk.indicator.title"));
        code.setLabel(getTranslation("desk.indicator.code"));
        code.setHelperText(getTranslation("desk.indicator.code.help"));
        code.setValue(proposed.code());
        nameZh.setLabel(getTranslation("desk.indicator.zh"));
        nameZh.setValue(proposed.nameZh());
        nameZh.setAutofocus(true);
        nameEn.setLabel(getTranslation("desk.indicator.en"));
        nameEn.setHelperText(getTranslation("desk.indicator.en.help"));
        nameEn.setValue(proposed.nameEn());
        Stream.of(code, nameZh, nameEn).forEach(field -> {
            field.setManualValidation(true);
            field.setMaxLength(60);
        });
        theme.setLabel(getTranslation("desk.indicator.theme"));
        theme.setItems(catalogue.themes());
        theme.setItemLabelGenerator(t -> t.name(phrases.locale()));
        theme.setValue(catalogue.themes().stream().filter(t -> t.code().equals(proposed.theme())).findFirst()
                .orElse(catalogue.themes().getFirst()));
        unit.setLabel(getTranslation("desk.indicator.unit"));
        unit.setItems(Stream.concat(Stream.of(proposed.unit()), catalogue.units().stream()).distinct().toList());
        unit.setItemLabelGenerator(u -> FigureWriter.unit(u, phrases.locale()));
        unit.setValue(proposed.unit());
        nature.setLabel(getTranslation("dashboard.indicator.nature"));
        nature.setItems(Nature.values());
        nature.setItemLabelGenerator(n -> getTranslation("dashboard.nature." + n));
        nature.setValue(proposed.nature());
        direction.setLabel(getTranslation("dashboard.indicator.direction"));
        direction.setItems(Direction.values());
        direction.setItemLabelGenerator(d -> getTranslation("dashboard.direction." + d));
        direction.setValue(proposed.direction());
        var draft = new Paragraph(getTranslation("desk.indicator.draft"));
        draft.addClassName("yj-caption");
        var form = new Div(notice, draft, nameZh, nameEn, code, theme, unit, nature, direction);
        form.addClassName("yj-entry-form");
        add(form);
        var store = new Button(getTranslation("desk.indicator.keep"), click -> store());
        store.addClassName("yj-primary");
        store.addClickShortcut(Key.ENTER).listenOn(code, nameZh, nameEn); // in a choice, Enter chooses
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        getFooter().add(cancel, store);
    }

    private void store() {
        Stream.of(code, nameZh, nameEn).forEach(field -> field.setInvalid(false));
        notice.clear();
        for (var name : new TextField[] {nameZh, nameEn}) {
            if (name.getValue().isBlank()) {
                complain(name, getTranslation("desk.indicator.name.missing"));
                return;
            }
        }
        try {
            keep.accept(new Indicator(code.getValue().strip(), nameZh.getValue().strip(), nameEn.getValue().strip(),
                    theme.getValue().code(), proposed.department(), unit.getValue(), nature.getValue(),
                    direction.getValue(), proposed.priceBasis(), proposed.headlineOrder(), proposed.growthOf(),
                    proposed.cumulativeOf(), proposed.shareOf(), proposed.part(), proposed.isPublic(),
                    proposed.note()));
            close();
        } catch (RuleViolation violation) {
            var sentence = getTranslation(violation.key(), violation.arguments());
            if (violation.key().startsWith("indicator.code")) {
                complain(code, sentence);
            } else {
                notice.say(sentence);
            }
        }
    }

    private static void complain(TextField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
    }
}
