package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.card.AsyncCard;
import org.youju.base.ui.card.StateBadge;
import org.youju.check.Consistency;
import org.youju.check.UnitCost;
import org.youju.check.UnitCost.Quotient;
import org.youju.dashboard.Checks;
import org.youju.figure.FigureWriter;
import org.youju.figure.Fineness;
import org.youju.indicator.Indicator;
import org.youju.observation.ui.Calculation;
import org.youju.observation.ui.SourceBadge;

/** 验算: what the figures come to, each with its formula and what goes into it. */
final class ChecksPanel extends AsyncCard<Checks> {

    ChecksPanel(BoardContext context) {
        super("", checks -> new Markup(new Words(checks, context)));
        title(getTranslation("dashboard.checks"));
        note(getTranslation("dashboard.checks.note"));
        addClassName("yj-checks-panel");
        load(context.readings().checks());
    }

    /** Whether routes lead to one value, in a word. */
    static StateBadge badge(Consistency.Outcome outcome, Component owner) {
        return switch (outcome) {
            case CONSISTENT -> new StateBadge(StateBadge.Tone.OK, Glyph.MET,
                    owner.getTranslation("dashboard.checks.consistent"));
            case UNCERTAIN -> new StateBadge(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE,
                    owner.getTranslation("dashboard.checks.uncertain"));
            case INCONSISTENT -> new StateBadge(StateBadge.Tone.BAD, Glyph.NOT_MET,
                    owner.getTranslation("dashboard.checks.apart"));
        };
    }

    private static final class Words extends Div {

        private static final int MANY = 3;

        private final BoardContext context;

        Words(Checks checks, BoardContext context) {
            this.context = context;
            var list = new UnorderedList();
            list.addClassName("yj-checks");
            checks.unitCosts().forEach(cost -> unitCost(cost, list));
            checks.routes().stream()
                    .collect(Collectors.groupingBy(it -> it.cell().indicator(), LinkedHashMap::new, Collectors.toList()))
                    .values().forEach(it -> routes(it, list));
            if (list.getComponentCount() == 0) {
                add(new Paragraph(getTranslation("dashboard.checks.empty")));
            } else {
                add(list);
            }
        }

        private void unitCost(UnitCost cost, UnorderedList list) {
            var name = name(cost.pair());
            UnaryOperator<String> unit = amount -> getTranslation("dashboard.checks.unit", amount, unit(cost.pair()));
            if (cost.each() == null) {
                list.add(row(name, new StateBadge(StateBadge.Tone.NONE, Glyph.NO_DATA,
                        getTranslation("dashboard.checks.no-data")), getTranslation("dashboard.checks.no-total"), null,
                        cost.ceiling(), unit));
                return;
            }
            list.add(row(name, outcome(cost), cost.each().formula(), cost.each(), cost.ceiling(), unit));
            if (cost.months() != null) {
                list.add(row(getTranslation("dashboard.checks.months"), null, cost.months().formula(), cost.months(),
                        null, amount -> getTranslation("dashboard.checks.months.of", amount)));
            }
        }

        /** By what is divided, or where nothing measures it, by its norm. */
        private String name(UnitCost.Pair pair) {
            return getTranslation("dashboard.checks.each", divided(pair).name(getLocale()),
                    base(context.catalogue().indicator(pair.count())));
        }

        private String unit(UnitCost.Pair pair) {
            return FigureWriter.per(base(divided(pair)), base(context.catalogue().indicator(pair.count())), getLocale());
        }

        private Indicator divided(UnitCost.Pair pair) {
            return context.catalogue().indicator(pair.amount() != null ? pair.amount()
                    : pair.norm() != null ? pair.norm() : pair.count());
        }

        private String base(Indicator of) {
            return context.catalogue().units().stream().filter(it -> it.code().equals(of.unit().base())).findFirst()
                    .map(it -> FigureWriter.unit(it, getLocale())).orElse(of.unit().base());
        }

        private @Nullable StateBadge outcome(UnitCost cost) {
            return switch (cost.outcome()) {
                case WITHIN -> new StateBadge(StateBadge.Tone.OK, Glyph.MET, getTranslation("dashboard.checks.within"));
                case POSSIBLE -> new StateBadge(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE,
                        getTranslation("dashboard.checks.possible"));
                case ABOVE -> new StateBadge(StateBadge.Tone.BAD, Glyph.NOT_MET,
                        getTranslation("dashboard.checks.above"));
                case UNBOUNDED, NO_DATA -> null;
            };
        }

        /** @param unit writes a quantity with its unit */
        private ListItem row(String name, @Nullable StateBadge badge, String formula, @Nullable Quotient result,
                @Nullable Quotient ceiling, UnaryOperator<String> unit) {
            var words = new Div(new Span(name), result == null ? small(formula)
                    : new SourceBadge(calculation(amount(result, unit), result)));
            words.addClassName("yj-check-words");
            var right = new Div();
            right.addClassName("yj-check-result");
            if (badge != null) {
                right.add(badge);
            }
            if (result != null) {
                var amount = new Span(amount(result, unit));
                amount.addClassName("yj-is-computed");
                var range = small(unit.apply(range(result)));
                right.add(amount, range);
            }
            var item = new ListItem(words, right);
            if (ceiling != null) {
                var limit = small(getTranslation("dashboard.checks.ceiling",
                        unit.apply(FigureWriter.shortened(ceiling.value(), getLocale())), ceiling.formula()));
                limit.addClassName("yj-pace-words");
                if (result != null) {
                    item.add(new PaceBar(result.value(), result.interval(), ceiling.value()));
                }
                item.add(limit);
            }
            return item;
        }

        private String amount(Quotient result, UnaryOperator<String> unit) {
            return unit.apply("≈" + number(result));
        }

        private Calculation calculation(String words, Quotient result) {
            return new Calculation(words, result.formula(), range(result),
                    result.inputs().stream().map(new Workings(context.catalogue(), getLocale())::input).toList());
        }

        /** A row for each period, or one for all where there are many and all agree. */
        private void routes(List<Consistency> ofIndicator, UnorderedList list) {
            if (ofIndicator.size() < MANY
                    || ofIndicator.stream().anyMatch(it -> it.outcome() != Consistency.Outcome.CONSISTENT)) {
                ofIndicator.forEach(it -> list.add(routes(it)));
                return;
            }
            var periods = ofIndicator.stream().map(it -> it.cell().period()).sorted().toList();
            var each = new UnorderedList();
            each.addClassName("yj-checks");
            ofIndicator.forEach(it -> each.add(routes(it)));
            var words = new Div(new Span(name(ofIndicator.getFirst())),
                    new NativeDetails(getTranslation("dashboard.checks.periods", periods.getFirst().label(getLocale()),
                            periods.getLast().label(getLocale()), periods.size()), each));
            words.addClassName("yj-check-words");
            list.add(new ListItem(words, new Div(badge(Consistency.Outcome.CONSISTENT, this))));
        }

        private String name(Consistency routes) {
            return context.catalogue().indicator(routes.cell().indicator()).name(getLocale());
        }

        private ListItem routes(Consistency routes) {
            var indicator = context.catalogue().indicator(routes.cell().indicator());
            var name = name(routes) + " " + routes.cell().period().label(getLocale());
            var words = new Div(new Span(name));
            var workings = new Workings(context.catalogue(), getLocale());
            routes.routes().forEach(it -> words.add(new RouteLine(it, indicator.unit(), workings)));
            var said = routes.explanation(indicator.unit());
            words.add(small(getTranslation(said.key(), said.written(getLocale()))));
            words.addClassName("yj-check-words");
            return new ListItem(words, new Div(badge(routes.outcome(), this)));
        }

        private String number(Quotient result) {
            var interval = result.interval();
            return FigureWriter.shortened(interval.low() == null || interval.high() == null ? result.value()
                    : result.value().setScale(Fineness.ofWidth(interval), RoundingMode.HALF_UP), getLocale());
        }

        private String range(Quotient result) {
            var interval = result.interval();
            return FigureWriter.shortened(interval, result.value(), interval.high() != null
                    && interval.high().compareTo(BigDecimal.valueOf(1000)) > 0 ? 0 : 1, getLocale());
        }

        private static Span small(String text) {
            var small = new Span(text);
            small.addClassName("yj-caption");
            return small;
        }
    }
}
