package org.youju.indicator.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.NumberText;
import org.youju.figure.Numbers;
import org.youju.figure.Unit;
import org.youju.indicator.keep.Kept;
import org.youju.indicator.keep.UnitKeeper;

/** A unit. */
final class UnitDialog extends EntryDialog<Unit> {

    private final TextField nameEn = new TextField();
    private final TextField dimension = new TextField();
    private final TextField base = new TextField();
    private final TextField factor = new TextField();
    private final Select<Boolean> counted = new Select<>();
    private final TextField sdmx = new TextField();
    private final TextField aliases = new TextField();

    UnitDialog(UnitKeeper keeper, @Nullable Kept<Unit> opened, String title, Runnable kept) {
        super(title, keeper, kept, "catalogue.code.taken", "catalogue.unit.code");
        field(nameEn, "catalogue.name-en", "catalogue.name.en");
        field(dimension, "catalogue.unit.dimension", "catalogue.unit.part", "catalogue.unit.fixed");
        dimension.setHelperText(getTranslation("catalogue.unit.dimension.help"));
        field(base, "catalogue.unit.base-unit", "catalogue.unit.base");
        base.setHelperText(getTranslation("catalogue.unit.base-unit.help"));
        field(factor, "catalogue.unit.factor", "catalogue.unit.factor.number");
        factor.setHelperText(getTranslation("catalogue.unit.factor.help"));
        field(counted, "catalogue.unit.counted");
        counted.setItems(true, false);
        counted.setItemLabelGenerator(it -> getTranslation("catalogue.unit.counted." + it));
        field(sdmx, "catalogue.unit.sdmx");
        field(aliases, "catalogue.aliases", "catalogue.unit.aliases");
        aliases.setHelperText(getTranslation("catalogue.unit.aliases.help"));
        counted.setValue(false);
        factor.setValue("1");
        open(opened);
    }

    @Override
    protected void show(Unit unit) {
        code.setValue(unit.code());
        nameEn.setValue(unit.nameEn());
        dimension.setValue(unit.dimension());
        base.setValue(unit.base());
        factor.setValue(Numbers.text(unit.factor()));
        counted.setValue(unit.counted());
        sdmx.setValue(unit.sdmx());
        aliases.setValue(String.join(" ", unit.aliases()));
    }

    @Override
    protected Unit entry() {
        var number = NumberText.read(factor.getValue(), "catalogue.unit.factor.number");
        if (number == null || number.signum() <= 0) {
            throw new RuleViolation("catalogue.unit.factor.number", factor.getValue());
        }
        if (!code.getValue().strip().matches("\\S{1,40}")) {
            throw new RuleViolation("catalogue.unit.code", code.getValue());
        }
        return new Unit(code.getValue().strip(), nameEn.getValue().strip(), dimension.getValue().strip(),
                base.getValue().strip(), number, counted.getValue(), sdmx.getValue().strip(),
                Stream.of(aliases.getValue().split("[\\s\u3001,\uFF0C]+")).filter(it -> !it.isBlank()).toList());
    }

    @Override
    protected Map<String, String> told(Kept<Unit> value) {
        var unit = value.entry();
        return parts(nameEn.getLabel(), unit.nameEn(), dimension.getLabel(), unit.dimension(), base.getLabel(),
                unit.base(), factor.getLabel(), Numbers.text(unit.factor()), counted.getLabel(),
                getTranslation("catalogue.unit.counted." + unit.counted()), sdmx.getLabel(), unit.sdmx(),
                aliases.getLabel(), String.join(" ", unit.aliases()));
    }
}
