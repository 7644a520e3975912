package org.youju.check.rule.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.Faults;
import org.youju.base.NotFoundException;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.FormDialog;
import org.youju.base.ui.control.NumberText;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.Condition.Kind;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Loosening;
import org.youju.check.rule.Missing;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.figure.Numbers;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;

/** A rule, new or not, with a look at what would break it. */
final class RuleDialog extends FormDialog<Rule> {

    private final RuleService rules;
    private final Loosening loosening;
    private final BreachSurvey survey;
    private final Catalogue catalogue;
    private final RuleWords words;
    private final ConditionFields condition;
    private final Select<Optional<Region>> region = new Select<>();
    private final Select<Importance> importance = new Select<>();
    private final Select<Missing> missing = new Select<>();
    private final TextField tolerance = new TextField();
    private final TextArea instruction = new TextArea();
    private final TextArea why = new TextArea();
    private final Div preview = new Div();
    private @Nullable Rule opened;

    /**
     * @param opened the rule as it is seen, null for a new one
     * @param scope  codes of the regions that whoever fills it answers for, empty for all
     */
    RuleDialog(RuleService rules, Loosening loosening, BreachSurvey survey, Catalogue catalogue, @Nullable Rule opened, Set<String> scope,
            String title, Runnable kept) {
        super(title, kept);
        this.rules = rules;
        this.loosening = loosening;
        this.survey = survey;
        this.catalogue = catalogue;
        words = new RuleWords(this, catalogue, getLocale());
        condition = new ConditionFields(words, offered(catalogue, opened), this::look);
        field(condition.kind, "check.rule.kind");
        field(condition.first, "check.rule.reads", "check.rule.first");
        field(condition.second, "check.rule.reads", "check.rule.second", "check.rule.twice");
        field(condition.parts, "check.rule.parts.label", "check.rule.parts", "check.rule.twice",
                "check.rule.dimension");
        field(condition.norm, "check.rule.norm");
        condition.norm.setHelperText(getTranslation("check.rule.norm.help"));
        field(condition.months, "check.rule.term", "check.rule.months");
        field(condition.low, "check.rule.low", "check.rule.number.low", "check.rule.bounds");
        field(condition.high, "check.rule.high", "check.rule.number.high", "check.rule.bounds.reversed");
        field(condition.percent, "check.rule.percent.label", "check.rule.number.percent", "check.rule.percent");
        condition.percent.setHelperText(getTranslation("check.rule.percent.help"));
        field(region, "check.rule.region");
        region.setItems(Stream.concat(scope.isEmpty() ? Stream.of(Optional.<Region>empty()) : Stream.empty(),
                catalogue.regions().stream().filter(it -> scope.isEmpty() || scope.contains(it.code()))
                        .map(Optional::of)).toList());
        region.setItemLabelGenerator(it -> words.region(it.map(Region::code).orElse(null)));
        field(importance, "check.rule.importance", "check.rule.loosened");
        importance.setItems(Importance.values());
        importance.setItemLabelGenerator(it -> getTranslation("check.rule.importance." + it));
        field(missing, "check.rule.missing");
        missing.setItems(Missing.values());
        missing.setItemLabelGenerator(it -> getTranslation("check.rule.missing." + it));
        field(tolerance, "check.rule.slack", "check.rule.number.tolerance", "check.rule.tolerance",
                "check.rule.loosened.tolerance");
        tolerance.setHelperText(getTranslation("check.rule.slack.help"));
        field(instruction, "check.rule.todo", "check.rule.instruction");
        instruction.setHelperText(getTranslation("check.rule.todo.help", Rule.LONGEST));
        field(why, "check.rule.ask.loosen", "check.rule.ask.reason", "reason.long");
        why.setHelperText(getTranslation("check.rule.ask.loosen.help"));
        why.setMaxLength(Reason.LONGEST);
        why.setVisible(false);
        preview.addClassName("yj-rule-preview");
        preview.getElement().setAttribute("role", "status");
        include(preview);
        List.of(region, importance, missing).forEach(select -> select.addValueChangeListener(change -> look()));
        tolerance.addValueChangeListener(change -> look());
        if (opened == null) {
            condition.kind.setValue(Kind.RANGE);
            region.setValue(scope.isEmpty() ? Optional.empty()
                    : catalogue.regions().stream().filter(it -> scope.contains(it.code())).findFirst());
            importance.setValue(Importance.MEDIUM);
            missing.setValue(Missing.SKIP);
            tolerance.setValue("0");
        } else {
            fill(opened);
        }
    }

    /** What a rule may read: the indicators in use, and those of the rule itself that no longer are. */
    private static List<Indicator> offered(Catalogue catalogue, @Nullable Rule opened) {
        var read = opened == null ? List.<String>of() : opened.condition().indicators();
        return catalogue.withRetired().stream()
                .filter(it -> !catalogue.isRetired(it.code()) || read.contains(it.code())).toList();
    }

    @Override
    protected void fill(Rule stored) {
        opened = stored;
        condition.show(stored.condition());
        var code = stored.region();
        region.setValue(code == null ? Optional.empty() : Optional.of(catalogue.region(code)));
        importance.setValue(stored.importance());
        missing.setValue(stored.missing());
        tolerance.setValue(Numbers.text(stored.tolerance()));
        instruction.setValue(stored.instruction());
    }

    @Override
    protected Rule typed() {
        var slack = NumberText.read(tolerance.getValue(), "check.rule.number.tolerance");
        if (slack == null) {
            throw new RuleViolation("check.rule.tolerance");
        }
        var before = opened;
        return new Rule(before == null ? 0 : before.id(), condition.typed(),
                region.getOptionalValue().flatMap(it -> it).map(Region::code).orElse(null), importance.getValue(),
                missing.getValue(), slack, instruction.getValue(), before == null || before.active(),
                before == null ? 0 : before.version());
    }

    @Override
    protected void keep(Rule typed) {
        if (typed.id() == 0) {
            rules.add(typed);
        } else {
            change(typed);
        }
    }

    /** What takes an approver is refused once, with the reason asked for, and proposed once that is given. */
    private void change(Rule typed) {
        try {
            rules.change(typed);
        } catch (RuleViolation refused) {
            if (!refused.key().startsWith("check.rule.loosened")) {
                throw refused;
            }
            if (why.getValue().isBlank()) {
                var faults = new Faults();
                faults.check(() -> {
                    throw refused;
                });
                if (why.isVisible()) {
                    faults.check(() -> Reason.of(why.getValue(), "check.rule.ask.reason"));
                }
                why.setVisible(true);
                faults.raise();
            }
            loosening.propose(typed, typed, why.getValue());
        }
    }

    @Override
    protected Rule stored() {
        return rules.rule(opened == null ? 0 : opened.id());
    }

    @Override
    protected Rule over(Rule typed, Rule stored) {
        return new Rule(typed.id(), typed.condition(), typed.region(), typed.importance(), typed.missing(),
                typed.tolerance(), typed.instruction(), typed.active(), stored.version());
    }

    @Override
    protected Map<String, String> told(Rule value) {
        return words.parts(value);
    }

    /** Says what breaks the rule as it is typed, where it can be read already. */
    private void look() {
        preview.removeAll();
        try {
            var look = survey.of(typed(), null);
            var found = look.found();
            preview.add(new Span(look.isWhole()
                    ? getTranslation(found.isEmpty() ? "check.rule.preview.none" : "check.rule.preview", found.size())
                    : getTranslation("check.rule.preview.part", look.done(), look.all(), found.size())));
            if (!found.isEmpty()) {
                preview.add(new Breaches(found, catalogue));
            }
        } catch (RuleViolation | NotFoundException unready) {
            preview.add(new Span(getTranslation("check.rule.preview.unready")));
        }
    }
}
