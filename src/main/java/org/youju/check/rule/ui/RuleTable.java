package org.youju.check.rule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.rule.BreachSurvey.Found;
import org.youju.check.rule.BreachSurvey.Look;
import org.youju.check.rule.Rule;
import org.youju.indicator.Catalogue;

/** Rules, one a row, with what breaks them now: said at once, or looked for where somebody asks. */
final class RuleTable extends NativeTable {

    private static final List<String> HEADS = List.of("check.rule.kind", "check.rule.between", "check.rule.importance",
            "check.rule.leniency", "check.rule.open.now", "check.rule.state", "check.rule.verbs");

    private final Catalogue catalogue;
    private final RuleWords words;
    private final @Nullable Map<Long, List<Found>> found;
    private final BiFunction<Rule, Integer, Look> look;

    /**
     * @param found what breaks the rules, by their numbers; null where that is only known of each by a look
     * @param look  takes one, beginning after some of the rule's regions
     */
    RuleTable(List<Rule> rules, Catalogue catalogue, @Nullable Map<Long, List<Found>> found,
            BiFunction<Rule, Integer, Look> look, Predicate<Rule> mayKeep, Consumer<Rule> edit, Predicate<Rule> mayTurn,
            Consumer<Rule> turn) {
        this.catalogue = catalogue;
        this.found = found;
        this.look = look;
        words = new RuleWords(this, catalogue, getLocale());
        addClassNames("yj-table", "yj-stacked");
        setCaptionText(getTranslation("check.rule.caption"));
        var head = getHead().addRow();
        HEADS.forEach(key -> {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        rules.forEach(rule -> getBody().add(row(rule, mayKeep.test(rule), edit, mayTurn.test(rule), turn)));
    }

    private NativeTableRow row(Rule rule, boolean mine, Consumer<Rule> edit, boolean turns, Consumer<Rule> turn) {
        var name = new NativeTableHeaderCell(new Span(words.kind(rule.condition().kind())),
                caption(words.reads(rule.condition())), caption(words.region(rule.region())));
        if (!rule.instruction().isEmpty()) {
            name.add(caption(rule.instruction()));
        }
        name.getElement().setAttribute("scope", "row");
        var verbs = new Div();
        verbs.addClassName("yj-verbs");
        if (mine) {
            verbs.add(verb("check.rule.edit", rule, edit));
        }
        if (turns) {
            verbs.add(verb(rule.active() ? "check.rule.off" : "check.rule.on", rule, turn));
        } else if (mine) {
            verbs.add(caption(getTranslation("check.rule.off.who")));
        }
        var row = new NativeTableRow();
        row.add(name, cell(HEADS.get(1), new Span(words.bounds(rule.condition()))),
                cell(HEADS.get(2), FindingLine.badge(rule.importance(),
                        getTranslation("check.importance." + rule.importance())).tinted()),
                cell(HEADS.get(3), new Span(words.leniency(rule))), cell(HEADS.get(4), open(rule)),
                cell(HEADS.get(5), state(rule)), cell(HEADS.get(6), verbs));
        return row;
    }

    private Component open(Rule rule) {
        if (!rule.active()) {
            return new Span("—");
        }
        if (found != null) {
            return open(found.getOrDefault(rule.id(), List.of()));
        }
        var place = new Div();
        place.getElement().setAttribute("role", "status");
        place.add(verb("check.rule.look", rule, it -> look(it, 0, place)));
        return place;
    }

    private void look(Rule rule, int from, Div place) {
        var now = look.apply(rule, from);
        place.removeAll();
        place.add(open(now.found()));
        if (now.all() > 1) {
            place.add(caption(getTranslation("check.rule.looked", from + 1, now.next(), now.all())));
        }
        if (!now.isWhole()) {
            place.add(verb("check.rule.look.on", rule, it -> look(it, now.next(), place)));
        }
    }

    private Component open(List<Found> all) {
        var open = all.stream().filter(it -> it.finding().explained() == null).toList();
        return open.isEmpty() ? new Span("0")
                : new NativeDetails(getTranslation("check.rule.open.count", open.size()), new Breaches(open, catalogue));
    }

    private StateBadge state(Rule rule) {
        var word = getTranslation("check.rule.active." + rule.active());
        return rule.active() ? new StateBadge(Tone.OK, Glyph.MET, word).tinted()
                : new StateBadge(Tone.NONE, Glyph.REJECTED, word).tinted();
    }

    private NativeTableCell cell(String labelKey, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", getTranslation(labelKey));
        return cell;
    }

    private Button verb(String key, Rule rule, Consumer<Rule> action) {
        var button = new Button(getTranslation(key), click -> action.accept(rule));
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation("check.rule.verb-of", getTranslation(key),
                words.kind(rule.condition().kind()), words.reads(rule.condition())));
        return button;
    }

    private static Div caption(String text) {
        var caption = new Div(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
