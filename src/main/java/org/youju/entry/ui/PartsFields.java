package org.youju.entry.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.youju.entry.FigureParts;
import org.youju.figure.FigureWriter;
import org.youju.figure.Qualifier;
import org.youju.figure.Unit;

/** A figure by its parts, for those who fill them one by one: limiting word, number, scale and unit. */
final class PartsFields extends Div {

    private final Select<Qualifier> qualifier = new Select<>();
    private final TextField number = new TextField();
    private final Select<String> scale = new Select<>();
    private final Select<String> unit = new Select<>();
    private List<String> units = List.of("");
    private String own = "";
    private String base = "";
    private boolean filling;

    /** @param written told the figure written out, after a person has changed a part */
    PartsFields(Consumer<String> written) {
        addClassName("yj-obs-parts");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("entry.form.parts"));
        qualifier.setLabel(getTranslation("entry.qualifier"));
        qualifier.setItems(Qualifier.values());
        qualifier.setItemLabelGenerator(it -> getTranslation("entry.qualifier." + it));
        qualifier.setValue(Qualifier.EXACT);
        number.setLabel(getTranslation("entry.form.number"));
        number.setMaxLength(60);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        scale.setLabel(getTranslation("entry.form.scale"));
        scale.setItems(FigureParts.scales());
        scale.setItemLabelGenerator(it -> it.isEmpty() ? getTranslation("entry.form.scale.none") : it);
        scale.setValue("");
        unit.setLabel(getTranslation("entry.form.unit"));
        unit.setItemLabelGenerator(it -> it.isEmpty() ? own : it);
        unit.setItems(units);
        unit.setValue("");
        qualifier.addValueChangeListener(change -> tell(written));
        number.addValueChangeListener(change -> tell(written));
        scale.addValueChangeListener(change -> tell(written));
        unit.addValueChangeListener(change -> tell(written));
        add(qualifier, number, scale, unit);
    }

    private void tell(Consumer<String> written) {
        if (!filling && !number.getValue().isBlank()) {
            written.accept(new FigureParts(qualifier.getValue(), number.getValue(), scale.getValue(), unit.getValue())
                    .written());
        }
    }

    /** Offers the units in which a figure of this one may be written. */
    void offer(Unit of, Set<String> others) {
        own = FigureWriter.unit(of, getLocale());
        base = of.base();
        var all = new LinkedHashSet<>(List.of(""));
        all.addAll(others);
        units = List.copyOf(all);
        fill(() -> {
            var before = unit.getValue();
            unit.setItems(units);
            unit.setValue(units.contains(before) ? before : "");
        });
    }

    /** Shows the parts of what is written. */
    void show(FigureParts parts) {
        fill(() -> {
            qualifier.setValue(parts.qualifier());
            number.setValue(parts.number());
            scale.setValue(FigureParts.scales().contains(parts.scale()) ? parts.scale() : "");
            // 1.2万 is of 元, whatever scale the indicator's own unit has
            var of = parts.unit().isEmpty() && !parts.scale().isEmpty() && units.contains(base) ? base : parts.unit();
            if (!units.contains(of)) {
                var all = new LinkedHashSet<>(units);
                all.add(of);
                units = List.copyOf(all);
                unit.setItems(units);
            }
            unit.setValue(of);
        });
    }

    /** Shows none, where what is written isn't in digits. */
    void clear() {
        fill(() -> {
            qualifier.setValue(Qualifier.EXACT);
            number.setValue("");
            scale.setValue("");
            unit.setValue("");
        });
    }

    private void fill(Runnable work) {
        filling = true;
        work.run();
        filling = false;
    }
}
