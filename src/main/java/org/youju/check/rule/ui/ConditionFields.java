package org.youju.check.rule.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.NumberText;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Condition.Kind;
import org.youju.figure.Numbers;
import org.youju.indicator.Indicator;

/** The fields of a condition; which of them are seen follows from its kind. */
final class ConditionFields {

    final Select<Kind> kind = new Select<>();
    final ComboBox<Indicator> first = new ComboBox<>();
    final ComboBox<Indicator> second = new ComboBox<>();
    final MultiSelectComboBox<Indicator> parts = new MultiSelectComboBox<>();
    final ComboBox<Indicator> norm = new ComboBox<>();
    final ComboBox<Indicator> months = new ComboBox<>();
    final TextField low = new TextField();
    final TextField high = new TextField();
    final TextField percent = new TextField();

    private final RuleWords words;
    private final List<Indicator> indicators;

    /** @param changed told whenever one of them has changed */
    ConditionFields(RuleWords words, List<Indicator> indicators, Runnable changed) {
        this.words = words;
        this.indicators = indicators;
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(words::kind);
        for (var box : List.of(first, second, norm, months)) {
            box.setClearButtonVisible(true);
            box.setItems(indicators);
            box.setItemLabelGenerator(this::label);
            box.addValueChangeListener(change -> {
                follow();
                changed.run();
            });
        }
        parts.setItems(indicators);
        parts.setItemLabelGenerator(this::label);
        parts.addValueChangeListener(change -> changed.run());
        for (var field : List.of(low, high, percent)) {
            field.addValueChangeListener(change -> changed.run());
        }
        kind.addValueChangeListener(change -> {
            follow();
            changed.run();
        });
    }

    private String label(Indicator indicator) {
        return words.indicator(indicator);
    }

    /** Shows those that the kind has, under the names that it gives them. */
    void follow() {
        var of = kind.getValue();
        first.setLabel(kind.getTranslation("check.rule.first." + of));
        second.setLabel(kind.getTranslation("check.rule.second." + of));
        second.setVisible(of == Kind.RATIO || of == Kind.UNIT_COST || of == Kind.PAIR || of == Kind.ROLL);
        parts.setVisible(of == Kind.SUM);
        var bounded = of == Kind.RANGE || of == Kind.RATIO || of == Kind.UNIT_COST;
        low.setVisible(bounded);
        high.setVisible(bounded);
        norm.setVisible(of == Kind.UNIT_COST);
        months.setVisible(of == Kind.UNIT_COST);
        percent.setVisible(of == Kind.JUMP);
        var unit = words.unit(of, Stream.of(first, second).flatMap(box -> box.getOptionalValue().stream()).toList());
        for (var bound : List.of(low, high)) {
            bound.setHelperText(unit.isEmpty() ? "" : kind.getTranslation("check.rule.in", unit));
        }
        kind.setHelperText(kind.getTranslation("check.rule.means." + of));
    }

    void show(Condition condition) {
        kind.setValue(condition.kind());
        first.setValue(indicator(condition.places().getFirst()));
        norm.clear();
        months.clear();
        low.clear();
        high.clear();
        switch (condition) {
            case Condition.Range range -> bounds(range.low(), range.high());
            case Condition.Jump jump -> percent.setValue(Numbers.text(jump.percent()));
            case Condition.Sum sum -> parts.setValue(indicators.stream()
                    .filter(it -> sum.parts().contains(it.code())).collect(Collectors.toSet()));
            case Condition.Ratio ratio -> {
                second.setValue(indicator(ratio.bottom()));
                bounds(ratio.low(), ratio.high());
            }
            case Condition.UnitCost cost -> {
                second.setValue(indicator(cost.count()));
                norm.setValue(indicator(cost.norm()));
                months.setValue(indicator(cost.months()));
                bounds(cost.low(), cost.high());
            }
            case Condition.Roll roll -> second.setValue(indicator(roll.added()));
            case Condition.Pair pair -> second.setValue(indicator(pair.other()));
            case Condition.Share share -> { }
            case Condition.Monotone monotone -> { }
        }
        follow();
    }

    private @Nullable Indicator indicator(@Nullable String code) {
        return indicators.stream().filter(it -> it.code().equals(code)).findFirst().orElse(null);
    }

    private void bounds(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        low.setValue(least == null ? "" : Numbers.text(least));
        high.setValue(most == null ? "" : Numbers.text(most));
    }

    /** What they say; refused by {@link RuleViolation}. */
    Condition typed() {
        var of = kind.getValue() == Kind.UNIT_COST && norm.getValue() != null && first.isEmpty() ? null
                : chosen(first, "check.rule.first");
        return switch (kind.getValue()) {
            case RANGE -> new Condition.Range(of, low(), high());
            case JUMP -> new Condition.Jump(of, percent());
            case SHARE -> new Condition.Share(of);
            case SUM -> new Condition.Sum(of, codes(parts.getValue()));
            case ROLL -> new Condition.Roll(of, other());
            case RATIO -> new Condition.Ratio(of, other(), low(), high());
            case MONOTONE -> new Condition.Monotone(of);
            case UNIT_COST -> new Condition.UnitCost(of, other(), low(), high(), code(norm), code(months));
            case PAIR -> new Condition.Pair(of, other());
        };
    }

    private static List<String> codes(Set<Indicator> chosen) {
        return chosen.stream().map(Indicator::code).sorted(Comparator.naturalOrder()).toList();
    }

    private String other() {
        return chosen(second, "check.rule.second");
    }

    private static @Nullable String code(ComboBox<Indicator> box) {
        return box.getOptionalValue().map(Indicator::code).orElse(null);
    }

    private static String chosen(ComboBox<Indicator> box, String refusal) {
        return box.getOptionalValue().map(Indicator::code).orElseThrow(() -> new RuleViolation(refusal));
    }

    private @Nullable BigDecimal low() {
        return NumberText.read(low.getValue(), "check.rule.number.low");
    }

    private @Nullable BigDecimal high() {
        return NumberText.read(high.getValue(), "check.rule.number.high");
    }

    private BigDecimal percent() {
        var number = NumberText.read(percent.getValue(), "check.rule.number.percent");
        if (number == null) {
            throw new RuleViolation("check.rule.percent");
        }
        return number;
    }
}
