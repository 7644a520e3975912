package org.youju.check.rule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.rule.BreachSurvey.Found;
import org.youju.check.rule.BreachSurvey.Look;
import org.youju.check.rule.Loosening.Wish;
import org.youju.check.rule.Rule;
import org.youju.indicator.Catalogue;
import org.youju.security.ui.PersonName;

/** Rules, one a row, with what breaks them now: said at once, or looked for where somebody asks. */
final class RuleTable extends NativeTable {

    private static final List<String> HEADS = List.of("check.rule.kind", "check.rule.between", "check.rule.importance",
            "check.rule.leniency", "check.rule.open.now", "check.rule.state", "check.rule.verbs");

    /** What can be done to a rule, and to which. */
    record Verb(Predicate<Rule> may, Consumer<Rule> act) {
    }

    private final Catalogue catalogue;
    private final RuleWords words;
    private final Findings findings;
    private final Verb edit;
    private final Verb turn;
    private final Verb ask;
    private final Map<Long, Wish> wishes;

    /**
     * @param turn   switches a rule off or on
     * @param ask    proposes that somebody else switch it off
     * @param wishes what is proposed already, by the number of the rule
     */
    RuleTable(List<Rule> rules, Catalogue catalogue, Findings findings, Verb edit, Verb turn, Verb ask,
            Map<Long, Wish> wishes) {
        this.ask = ask;
        this.wishes = wishes;
        this.catalogue = catalogue;
        this.findings = findings;
        this.edit = edit;
        this.turn = turn;
        words = new RuleWords(this, catalogue, getLocale());
        addClassNames("yj-table", "yj-stacked");
        setCaptionText(getTranslation("check.rule.caption"));
        var head = getHead().addRow();
        HEADS.forEach(key -> {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        rules.forEach(rule -> getBody().add(row(rule)));
    }

    private NativeTableRow row(Rule rule) {
        var mine = edit.may().test(rule);
        var name = new NativeTableHeaderCell(new Span(words.kind(rule.condition().kind())),
                caption(words.reads(rule.condition())), caption(words.region(rule.region())));
        if (!rule.instruction().isEmpty()) {
            name.add(caption(rule.instruction()));
        }
        name.getElement().setAttribute("scope", "row");
        var verbs = new Div();
        verbs.addClassName("yj-verbs");
        if (mine) {
            verbs.add(verb("check.rule.edit", rule, edit.act()));
        }
        if (turn.may().test(rule)) {
            verbs.add(verb(rule.active() ? "check.rule.off" : "check.rule.on", rule, turn.act()));
        } else if (mine) {
            if (ask.may().test(rule) && !wishes.containsKey(rule.id())) {
                verbs.add(verb("check.rule.ask", rule, ask.act()));
            }
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
        return switch (findings) {
            case Findings.Known known -> open(known.byRule().getOrDefault(rule.id(), List.of()));
            case Findings.OnDemand onDemand -> new Looked(rule, onDemand.looking());
        };
    }

    private Component open(List<Found> all) {
        var open = unexplained(all);
        return open.isEmpty() ? new Span("0")
                : new NativeDetails(getTranslation("check.rule.open.count", open.size()),
                        new Breaches(open, catalogue));
    }

    private static List<Found> unexplained(List<Found> all) {
        return all.stream().filter(it -> it.finding().explained() == null).toList();
    }

    /**
     * What the looks at a rule have found so far, and the button that takes the next. The button keeps the focus; where
     * there is nothing left to look at, what was found takes it.
     */
    private final class Looked extends Div {

        private final Div told = caption("");
        private final Div lines = new Div();
        private final NativeDetails list = new NativeDetails(getTranslation("check.rule.looked.list"), lines);
        private @Nullable String last;
        private int count;

        Looked(Rule rule, Findings.Looking looking) {
            told.getElement().setAttribute("role", "status");
            told.getElement().setAttribute("tabindex", "-1");
            list.setVisible(false);
            var next = verb("check.rule.look", rule, it -> { });
            next.addClickListener(click -> {
                show(looking.look(rule, last), next);
                name(next, "check.rule.look.on", rule);
            });
            add(told, list, next);
        }

        private void show(Look look, Button next) {
            last = look.last();
            var open = unexplained(look.found());
            count += open.size();
            told.setText(getTranslation("check.rule.looked", look.done(), look.all(), count));
            if (!open.isEmpty()) {
                lines.add(new Breaches(open, catalogue));
                list.setVisible(true);
            }
            if (look.isWhole()) {
                remove(next);
                if (count > 0) {
                    list.getElement().executeJs("this.querySelector('summary').focus()");
                } else {
                    told.getElement().executeJs("this.focus()");
                }
            }
        }
    }

    private Component state(Rule rule) {
        var word = getTranslation("check.rule.active." + rule.active());
        var state = new Div(rule.active() ? new StateBadge(Tone.OK, Glyph.MET, word).tinted()
                : new StateBadge(Tone.NONE, Glyph.REJECTED, word).tinted());
        var wish = wishes.get(rule.id());
        if (wish != null) {
            state.add(wish(rule, wish));
        }
        return state;
    }

    /** What somebody has proposed of a rule, and where it is decided about. */
    private Component wish(Rule rule, Wish wish) {
        var open = new Div(new StateBadge(Tone.WARN, Glyph.CLOCK, getTranslation(wish.instead() == null
                ? "withdrawal.off.open" : "withdrawal.loosen.open")).tinted());
        if (wish.instead() != null) {
            open.add(new RuleChange(rule, wish.instead(), catalogue));
        }
        open.add(caption(getTranslation("check.rule.ask.said", wish.reason(),
                PersonName.of(wish.by(), this::getTranslation))),
                new Anchor(Routes.TO_DO, getTranslation("check.rule.ask.way")));
        open.addClassName("yj-rule-wish");
        return open;
    }

    private NativeTableCell cell(String labelKey, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", getTranslation(labelKey));
        return cell;
    }

    private Button verb(String key, Rule rule, Consumer<Rule> action) {
        var button = new Button("", click -> action.accept(rule));
        button.addClassName("yj-verb");
        name(button, key, rule);
        return button;
    }

    private void name(Button button, String key, Rule rule) {
        button.setText(getTranslation(key));
        button.setAriaLabel(getTranslation("check.rule.verb-of", getTranslation(key),
                words.kind(rule.condition().kind()), words.reads(rule.condition())));
    }

    private static Div caption(String text) {
        var caption = new Div(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
