package org.youju.check.rule.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Rule;
import org.youju.figure.FigureWriter;
import org.youju.figure.Numbers;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;

/** Writes rules in the language of a page. */
final class RuleWords {

    private final Component page;
    private final Catalogue catalogue;
    private final Locale locale;

    RuleWords(Component page, Catalogue catalogue, Locale locale) {
        this.page = page;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    private String say(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }

    String kind(Condition.Kind kind) {
        return say("check.rule.kind." + kind);
    }

    /** An indicator where it is chosen: its name and its code. */
    String indicator(Indicator indicator) {
        return indicator.name(locale) + " " + indicator.code();
    }

    /** The indicators that it reads, as they hang together. */
    String reads(Condition condition) {
        return switch (condition) {
            case Condition.Sum sum -> name(sum.whole()) + " = "
                    + sum.parts().stream().map(this::name).collect(Collectors.joining(" + "));
            case Condition.Roll roll -> say("check.rule.roll", name(roll.stock()), name(roll.added()));
            case Condition.Ratio ratio -> name(ratio.top()) + " ÷ " + name(ratio.bottom());
            case Condition.UnitCost cost -> (cost.amount() == null ? say("check.rule.unmeasured") : name(cost.amount())) + " ÷ "
                    + name(cost.count());
            case Condition.Pair pair -> name(pair.indicator()) + " → " + name(pair.other());
            case Condition.Range range -> name(range.indicator());
            case Condition.Jump jump -> name(jump.indicator());
            case Condition.Share share -> name(share.indicator());
            case Condition.Monotone monotone -> name(monotone.indicator());
        };
    }

    private String name(String code) {
        return catalogue.name(code, locale);
    }

    /** Between what the figures have to lie, with the unit; a dash where the kind says it. */
    String bounds(Condition condition) {
        var unit = unit(condition.kind(), indicators(condition));
        return switch (condition) {
            case Condition.Range range -> bounds(range.low(), range.high(), unit);
            case Condition.Ratio ratio -> bounds(ratio.low(), ratio.high(), unit);
            case Condition.UnitCost cost -> bounds(cost, unit);
            case Condition.Jump jump -> "±" + Numbers.text(jump.percent()) + "%";
            case Condition.Share share -> "0–100%";
            case Condition.Sum sum -> "—";
            case Condition.Monotone monotone -> "—";
            case Condition.Roll roll -> "—";
            case Condition.Pair pair -> "—";
        };
    }

    private String bounds(Condition.UnitCost cost, String unit) {
        var norm = cost.norm() == null ? null : say("check.rule.below", name(cost.norm())
                + (cost.months() == null ? "" : " × " + name(cost.months())));
        return cost.low() == null && cost.high() == null ? String.valueOf(norm)
                : bounds(cost.low(), cost.high(), unit) + (norm == null ? "" : " · " + norm);
    }

    private List<Indicator> indicators(Condition condition) {
        return condition.indicators().stream().flatMap(code -> catalogue.find(code).stream()).toList();
    }

    private static String bounds(@Nullable BigDecimal low, @Nullable BigDecimal high, String unit) {
        var after = unit.isEmpty() || unit.equals("%") ? unit : " " + unit;
        return low == null ? "≤ " + text(high) + after
                : high == null ? "≥ " + text(low) + after : text(low) + "–" + text(high) + after;
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : Numbers.text(number).replace('-', '\u2212');
    }

    /** The unit of the bounds of a kind, empty where it has none. */
    String unit(Condition.Kind kind, List<Indicator> of) {
        return switch (kind) {
            case RANGE -> of.isEmpty() ? "" : FigureWriter.unit(of.getFirst().unit(), locale);
            case UNIT_COST -> of.size() < 2 ? "" : FigureWriter.per(base(of.getFirst().unit()),
                    base(of.get(1).unit()), locale);
            case JUMP, SHARE -> "%";
            case RATIO, SUM, ROLL, MONOTONE, PAIR -> "";
        };
    }

    private String base(Unit unit) {
        return catalogue.units().stream().filter(it -> it.code().equals(unit.base())).findFirst()
                .map(it -> FigureWriter.unit(it, locale)).orElse(unit.base());
    }

    String region(@Nullable String code) {
        return code == null ? say("check.rule.region.all") : catalogue.region(code).name(locale);
    }

    /** What is made of a missing figure, and by how much a bound may be missed. */
    String leniency(Rule rule) {
        return say("check.rule.missing." + rule.missing())
                + (rule.tolerance().signum() == 0 ? "" : " · " + tolerance(rule));
    }

    String tolerance(Rule rule) {
        return say("check.rule.tolerance.of", Numbers.text(rule.tolerance()));
    }

    /** Everything that it says, part by part. */
    Map<String, String> parts(Rule rule) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(say("check.rule.kind"), kind(rule.condition().kind()));
        parts.put(say("check.rule.reads"), reads(rule.condition()));
        parts.put(say("check.rule.between"), bounds(rule.condition()));
        parts.put(say("check.rule.region"), region(rule.region()));
        parts.put(say("check.rule.importance"), say("check.importance." + rule.importance()));
        parts.put(say("check.rule.missing"), say("check.rule.missing." + rule.missing()));
        parts.put(say("check.rule.slack"), tolerance(rule));
        parts.put(say("check.rule.todo"), rule.instruction());
        parts.put(say("check.rule.state"), say("check.rule.active." + rule.active()));
        return parts;
    }
}
