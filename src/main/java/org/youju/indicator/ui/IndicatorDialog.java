package org.youju.indicator.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.FormDialog;
import org.youju.figure.FigureWriter;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Department;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Theme;
import org.youju.indicator.keep.IndicatorEntry;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.indicator.keep.Kept;

/** An indicator, new or not; its code is typed once. */
final class IndicatorDialog extends FormDialog<Kept<IndicatorEntry>> {

    private final IndicatorKeeper keeper;
    private final Catalogue catalogue;
    private final TextField code = new TextField();
    private final TextField nameZh = new TextField();
    private final TextField nameEn = new TextField();
    private final TextField aliases = new TextField();
    private final Select<Theme> theme = new Select<>();
    private final Select<Optional<Department>> department = new Select<>();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Select<Nature> nature = new Select<>();
    private final Select<Direction> direction = new Select<>();
    private final Select<PriceBasis> priceBasis = new Select<>();
    private final ComboBox<Indicator> growthOf = new ComboBox<>();
    private final ComboBox<Indicator> cumulativeOf = new ComboBox<>();
    private final ComboBox<Indicator> shareOf = new ComboBox<>();
    private final ComboBox<Indicator> part = new ComboBox<>();
    private final Select<Boolean> isPublic = new Select<>();
    private final TextArea note = new TextArea();
    private @Nullable Kept<IndicatorEntry> opened;

    /** @param opened the indicator as it is seen, null for a new one */
    IndicatorDialog(IndicatorKeeper keeper, Catalogue catalogue, List<Department> departments,
            @Nullable Kept<IndicatorEntry> opened, String title, Runnable kept) {
        super(title, kept);
        this.keeper = keeper;
        this.catalogue = catalogue;
        field(code, "catalogue.code.label", "indicator.code.illegal", "indicator.code.taken");
        code.setHelperText(getTranslation("catalogue.code.help"));
        field(nameZh, "catalogue.name-zh", "catalogue.name.zh");
        field(nameEn, "catalogue.name-en", "catalogue.name.en");
        field(aliases, "catalogue.aliases", "catalogue.alias");
        aliases.setHelperText(getTranslation("catalogue.aliases.help"));
        field(theme, "catalogue.theme", "catalogue.theme.none");
        theme.setItems(catalogue.themes());
        theme.setItemLabelGenerator(it -> it.name(getLocale()));
        field(department, "catalogue.department");
        department.setItems(Stream.concat(Stream.of(Optional.<Department>empty()),
                departments.stream().map(Optional::of)).toList());
        department.setItemLabelGenerator(it -> it.map(of -> of.name(getLocale()))
                .orElse(getTranslation("catalogue.department.none")));
        field(unit, "catalogue.unit", "catalogue.unit.none", "catalogue.indicator.unit.fixed", "indicator.unit.taken");
        unit.setItems(catalogue.units());
        unit.setItemLabelGenerator(it -> FigureWriter.unit(it, getLocale()));
        choice(nature, "catalogue.nature", "dashboard.nature.", Nature.values());
        choice(direction, "catalogue.direction", "dashboard.direction.", Direction.values());
        choice(priceBasis, "catalogue.price-basis", "catalogue.price-basis.", PriceBasis.values());
        relation(growthOf, "catalogue.growth-of", "catalogue.indicator.growth-of");
        relation(cumulativeOf, "catalogue.cumulative-of", "catalogue.indicator.cumulative-of");
        relation(shareOf, "catalogue.share-of", "catalogue.indicator.share-of");
        relation(part, "catalogue.part", "catalogue.indicator.part");
        field(isPublic, "catalogue.public");
        isPublic.setItems(true, false);
        isPublic.setItemLabelGenerator(it -> getTranslation("catalogue.public." + it));
        field(note, "catalogue.note-label", "catalogue.note");
        if (opened == null) {
            department.setValue(Optional.empty());
            nature.setValue(Nature.FLOW);
            direction.setValue(Direction.UP);
            priceBasis.setValue(PriceBasis.NONE);
            isPublic.setValue(true);
            code.setAutofocus(true);
        } else {
            fill(opened);
        }
    }

    private <E extends Enum<E>> void choice(Select<E> select, String key, String words, E[] values) {
        field(select, key);
        select.setItems(values);
        select.setItemLabelGenerator(it -> getTranslation(words + it));
    }

    private void relation(ComboBox<Indicator> box, String key, String refusal) {
        field(box, key, refusal);
        box.setItems(catalogue.indicators());
        box.setItemLabelGenerator(it -> it.name(getLocale()) + " " + it.code());
        box.setClearButtonVisible(true);
    }

    @Override
    protected void fill(Kept<IndicatorEntry> stored) {
        opened = stored;
        var indicator = stored.entry().indicator();
        code.setValue(indicator.code());
        code.setReadOnly(true);
        code.setHelperText(getTranslation("catalogue.code.fixed"));
        nameZh.setValue(indicator.nameZh());
        nameEn.setValue(indicator.nameEn());
        aliases.setValue(String.join("\u3001", stored.entry().aliases()));
        theme.setValue(catalogue.theme(indicator.theme()));
        department.setValue(department.getListDataView().getItems().filter(it -> it.map(Department::code).orElse("")
                .equals(indicator.department() == null ? "" : indicator.department())).findFirst()
                .orElse(Optional.empty()));
        unit.setValue(catalogue.unit(indicator.unit().code()));
        nature.setValue(indicator.nature());
        direction.setValue(indicator.direction());
        priceBasis.setValue(indicator.priceBasis());
        growthOf.setValue(find(indicator.growthOf()));
        cumulativeOf.setValue(find(indicator.cumulativeOf()));
        shareOf.setValue(find(indicator.shareOf()));
        part.setValue(find(indicator.part()));
        isPublic.setValue(indicator.isPublic());
        note.setValue(indicator.note() == null ? "" : indicator.note());
    }

    private @Nullable Indicator find(@Nullable String wanted) {
        return wanted == null ? null : catalogue.find(wanted).orElse(null);
    }

    @Override
    protected Kept<IndicatorEntry> typed() {
        var before = opened;
        var remark = note.getValue().strip();
        var others = Stream.of(aliases.getValue().split("[\u3001,\uFF0C;\uFF1B]"))
                .map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
        var faults = new Faults();
        if (before == null) {
            faults.check(() -> keeper.requireFree(code.getValue().strip()));
        }
        faults.check(() -> IndicatorKeeper.requireWords(nameZh.getValue().strip(), nameEn.getValue().strip(), others,
                remark));
        var of = faults.read(() -> theme.getOptionalValue()
                .orElseThrow(() -> new RuleViolation("catalogue.theme.none")));
        var in = faults.read(() -> unit.getOptionalValue()
                .orElseThrow(() -> new RuleViolation("catalogue.unit.none")));
        faults.raise();
        var indicator = new Indicator(code.getValue().strip(), nameZh.getValue().strip(), nameEn.getValue().strip(),
                of.code(), department.getOptionalValue().flatMap(it -> it).map(Department::code).orElse(null), in,
                nature.getValue(), direction.getValue(), priceBasis.getValue(),
                before == null ? null : before.entry().indicator().headlineOrder(), code(growthOf), code(cumulativeOf),
                code(shareOf), code(part), isPublic.getValue(), remark.isEmpty() ? null : remark,
                before == null || before.entry().indicator().isDraft());
        return new Kept<>(new IndicatorEntry(indicator, others, before == null ? null : before.entry().retiredOn()), before == null ? 0 : before.version());
    }

    private static @Nullable String code(ComboBox<Indicator> box) {
        return box.getOptionalValue().map(Indicator::code).orElse(null);
    }

    @Override
    protected void keep(Kept<IndicatorEntry> typed) {
        if (opened == null) {
            keeper.add(typed.entry());
        } else {
            keeper.change(typed);
        }
    }

    @Override
    protected Kept<IndicatorEntry> stored() {
        return keeper.one(code.getValue());
    }

    @Override
    protected Kept<IndicatorEntry> over(Kept<IndicatorEntry> typed, Kept<IndicatorEntry> stored) {
        return new Kept<>(typed.entry(), stored.version());
    }

    @Override
    protected Map<String, String> told(Kept<IndicatorEntry> value) {
        var of = value.entry().indicator();
        return parts(nameZh.getLabel(), of.nameZh(), nameEn.getLabel(), of.nameEn(), aliases.getLabel(),
                String.join("\u3001", value.entry().aliases()), theme.getLabel(),
                catalogue.theme(of.theme()).name(getLocale()), department.getLabel(), text(of.department()),
                unit.getLabel(), FigureWriter.unit(of.unit(), getLocale()), nature.getLabel(),
                getTranslation("dashboard.nature." + of.nature()), direction.getLabel(),
                getTranslation("dashboard.direction." + of.direction()), priceBasis.getLabel(),
                getTranslation("catalogue.price-basis." + of.priceBasis()), growthOf.getLabel(), text(of.growthOf()),
                cumulativeOf.getLabel(), text(of.cumulativeOf()), shareOf.getLabel(), text(of.shareOf()),
                part.getLabel(), text(of.part()), isPublic.getLabel(),
                getTranslation("catalogue.public." + of.isPublic()), note.getLabel(), text(of.note()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
