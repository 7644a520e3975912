package org.youju.check.rule.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.QuestionDialog;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.Condition.Kind;
import org.youju.check.rule.Loosening;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/**
 * The rules that figures have to keep: statisticians keep them, approvers read them. What is looked for is in the
 * address.
 */
@Route(Routes.RULES)
@Menu(title = "check.rule.menu", icon = "RULES", order = 8)
@RolesAllowed({Role.Names.STATISTICIAN, Role.Names.APPROVER})
class RulesView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final String KIND = "kind";
    private static final String INDICATOR = "indicator";
    private static final String RULE = "rule";

    private final RuleService rules;
    private final Loosening loosening;
    private final BreachSurvey survey;
    private final IndicatorService indicators;
    private final Access access;
    private final PageHeader header = new PageHeader(getTranslation("check.rule.title"));
    private final Select<Optional<Kind>> kind = new Select<>();
    private final TextField indicator = new TextField();
    private final WarnBox refusal = new WarnBox("alert");
    private final Div list = new Div();
    private @Nullable String only;
    private boolean reading;

    RulesView(RuleService rules, Loosening loosening, BreachSurvey survey, IndicatorService indicators, Access access) {
        this.rules = rules;
        this.loosening = loosening;
        this.survey = survey;
        this.indicators = indicators;
        this.access = access;
        addClassName("yj-page");
        if (access.may(Permission.EDIT_DRAFTS)) {
            var add = new Button(getTranslation("check.rule.add"), click -> edit(null));
            add.addClassName("yj-primary");
            header.controls(add);
        }
        kind.setLabel(getTranslation("check.rule.kind"));
        kind.setItems(Stream.concat(Stream.of(Optional.<Kind>empty()), Arrays.stream(Kind.values()).map(Optional::of))
                .toList());
        kind.setItemLabelGenerator(it -> getTranslation(it.map(of -> "check.rule.kind." + of)
                .orElse("check.rule.kind.any")));
        kind.addValueChangeListener(change -> filter());
        indicator.setLabel(getTranslation("check.rule.search"));
        indicator.setClearButtonVisible(true);
        indicator.setValueChangeMode(ValueChangeMode.LAZY);
        indicator.addValueChangeListener(change -> filter());
        var filters = new Div(kind, indicator);
        filters.addClassName("yj-filters");
        list.addClassName("yj-panel");
        add(filters, refusal, list);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("check.rule.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        reading = true;
        only = query.getSingleParameter(RULE).orElse(null);
        kind.setValue(query.getSingleParameter(KIND).flatMap(RulesView::kind));
        indicator.setValue(query.getSingleParameter(INDICATOR).orElse(""));
        reading = false;
        show();
    }

    private static Optional<Kind> kind(String name) {
        return Arrays.stream(Kind.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    private void filter() {
        if (reading) {
            return;
        }
        only = null;
        var query = new LinkedHashMap<String, String>();
        kind.getValue().ifPresent(of -> query.put(KIND, of.name()));
        if (!indicator.getValue().isBlank()) {
            query.put(INDICATOR, indicator.getValue().strip());
        }
        var text = QueryParameters.simple(query).getQueryString();
        UI.getCurrentOrThrow().getPage().getHistory()
                .replaceState(null, Routes.RULES + (text.isEmpty() ? "" : "?" + text));
        show();
    }

    private void show() {
        refusal.clear();
        list.removeAll();
        var catalogue = indicators.catalogue();
        var all = rules.rules();
        var shown = all.stream().filter(rule -> isWanted(rule, catalogue)).toList();
        header.note(getTranslation("check.rule.count", all.stream().filter(Rule::active).count(), all.size()));
        if (shown.size() < all.size()) {
            var rest = new Div(new Span(getTranslation("check.rule.shown", shown.size(), all.size())),
                    new Anchor(Routes.RULES, getTranslation("check.rule.all")));
            rest.addClassName("yj-filtered");
            list.add(rest);
        }
        if (shown.isEmpty()) {
            var none = new Div(getTranslation(all.isEmpty() ? "check.rule.none" : "check.rule.none.such"));
            none.addClassName("yj-empty");
            list.add(none);
        } else {
            list.add(new RuleTable(shown, catalogue, survey.byRule(shown).<Findings>map(Findings.Known::new)
                    .orElseGet(() -> new Findings.OnDemand(survey::of)), new RuleTable.Verb(rules::mayKeep, this::edit),
                    new RuleTable.Verb(rules::mayTurn, this::turn),
                    new RuleTable.Verb(rule -> rule.holdsBack() && rules.mayKeep(rule), this::ask), loosening.wishes()));
        }
    }

    private boolean isWanted(Rule rule, Catalogue catalogue) {
        if (only != null) {
            return Long.toString(rule.id()).equals(only);
        }
        var sought = indicator.getValue().strip().toLowerCase(Locale.ROOT);
        return kind.getValue().filter(of -> of != rule.condition().kind()).isEmpty()
                && rule.condition().indicators().stream().anyMatch(code -> sought.isEmpty()
                        || code.toLowerCase(Locale.ROOT).contains(sought)
                        || catalogue.name(code, getLocale()).toLowerCase(Locale.ROOT).contains(sought));
    }

    private void edit(@Nullable Rule rule) {
        new RuleDialog(rules, loosening, survey, indicators.catalogue(), rule, access.current().scope().regions(),
                getTranslation(rule == null ? "check.rule.add" : "check.rule.edit.title"), this::show).open();
    }

    /** Whatever is switched off, whoever does it knows what it means. */
    private void turn(Rule rule) {
        if (!rule.active()) {
            turnOver(rule);
        } else if (rule.holdsBack()) {
            new ReasonDialog(title("check.rule.off.title", rule), getTranslation("check.rule.off.why"),
                    getTranslation("check.rule.off"),
                    reason -> {
                        rules.switchOff(rule, reason);
                        show();
                    }).about(new Silenced(rule, survey)).open();
        } else {
            new QuestionDialog(title("check.rule.off.question", rule), new Silenced(rule, survey),
                    getTranslation("check.rule.off"), () -> turnOver(rule)).open();
        }
    }

    private void ask(Rule rule) {
        new ReasonDialog(title("check.rule.ask.title", rule), getTranslation("check.rule.ask.why"),
                getTranslation("check.rule.ask"), reason -> {
                    loosening.propose(rule, null, reason);
                    show();
                }).about(new Silenced(rule, survey)).open();
    }

    private String title(String key, Rule rule) {
        return getTranslation(key, RuleName.of(rule, indicators.catalogue(), this, getLocale()));
    }

    private void turnOver(Rule rule) {
        try {
            rules.change(rule.active(!rule.active()));
            show();
        } catch (RuleViolation violation) {
            show();
            refusal.say(getTranslation(violation.key(), violation.arguments()));
        } catch (AccessDeniedException denied) {
            refusal.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }
}
