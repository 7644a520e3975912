package org.youju.indicator.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.KeptTable;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.keep.DefinitionKeeper;
import org.youju.indicator.keep.IndicatorEntry;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.indicator.keep.Kept;
import org.youju.security.Access;

/** The indicators by theme, found by name, alias, code or initials; retired ones only where they are asked for. */
final class IndicatorsPanel extends Div {

    private static final List<String> HEADS = List.of("catalogue.indicator", "catalogue.unit", "catalogue.nature",
            "catalogue.department", "catalogue.state", "catalogue.verbs");

    private final IndicatorKeeper keeper;
    private final DefinitionKeeper definitions;
    private final IndicatorService indicators;
    private final Access access;
    private final TextField search = new TextField();
    private final WarnBox refusal = new WarnBox("alert");
    private final Div list = new Div();
    private boolean retired;

    /** @param sought told what is looked for whenever that changes */
    IndicatorsPanel(IndicatorKeeper keeper, DefinitionKeeper definitions, IndicatorService indicators, Access access,
            String looksFor, Consumer<String> sought) {
        this.keeper = keeper;
        this.definitions = definitions;
        this.indicators = indicators;
        this.access = access;
        search.setLabel(getTranslation("catalogue.search"));
        search.setHelperText(getTranslation("catalogue.search.help"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValue(looksFor);
        search.addValueChangeListener(change -> {
            sought.accept(change.getValue().strip());
            show();
        });
        var which = new SegmentedBar<>(getTranslation("catalogue.which"), false, List.of(false, true),
                with -> getTranslation("catalogue.which." + with)).onChoice(with -> {
                    retired = with;
                    show();
                });
        var filters = new Div(search, which);
        filters.addClassName("yj-filters");
        list.addClassName("yj-panel");
        add(filters, refusal, list);
        show();
    }

    void show() {
        refusal.clear();
        list.removeAll();
        var names = indicators.departments().stream()
                .collect(Collectors.toMap(Department::code, it -> it.name(getLocale())));
        var catalogue = indicators.catalogue();
        var table = new KeptTable("catalogue.indicators.caption", HEADS);
        var theme = "";
        for (var kept : keeper.all()) {
            var entry = kept.entry();
            if (entry.isRetired() && !retired || !IndicatorKeeper.isNamed(entry, search.getValue())) {
                continue;
            }
            var indicator = entry.indicator();
            if (!indicator.theme().equals(theme)) {
                theme = indicator.theme();
                table.group(catalogue.theme(theme).name(getLocale()));
            }
            table.row(name(entry), new Span(FigureWriter.unit(indicator.unit(), getLocale())),
                    new Span(getTranslation("dashboard.nature." + indicator.nature())),
                    new Span(indicator.department() == null ? "—" : names.getOrDefault(indicator.department(), "")),
                    states(entry), verbs(table, kept));
        }
        if (table.getBody().getRowCount() == 0) {
            var none = new Div(getTranslation("catalogue.none"));
            none.addClassName("yj-empty");
            list.add(none);
        } else {
            list.add(table);
        }
    }

    private Div name(IndicatorEntry entry) {
        var more = new Div(entry.indicator().code() + (entry.aliases().isEmpty() ? "" : " · "
                + String.join("\u3001", entry.aliases())));
        more.addClassName("yj-caption");
        return new Div(new Span(entry.indicator().name(getLocale())), more);
    }

    private Div states(IndicatorEntry entry) {
        var indicator = entry.indicator();
        var states = new Div();
        states.addClassName("yj-verbs");
        if (entry.isRetired()) {
            states.add(new StateBadge(Tone.NONE, Glyph.REJECTED, getTranslation("catalogue.retired")).tinted());
        } else if (indicator.isDraft()) {
            states.add(new StateBadge(Tone.INFO, Glyph.ENTRY, getTranslation("catalogue.draft")).tinted());
        } else {
            states.add(new StateBadge(Tone.OK, Glyph.MET, getTranslation("catalogue.in-use")).tinted());
        }
        if (!indicator.isPublic()) {
            states.add(new StateBadge(Tone.NONE, Glyph.INFORMATION, getTranslation("catalogue.public.false")).tinted());
        }
        return states;
    }

    private Div verbs(KeptTable table, Kept<IndicatorEntry> kept) {
        var indicator = kept.entry().indicator();
        var name = indicator.name(getLocale());
        var code = indicator.code();
        var verbs = KeptTable.verbs(table.verb("catalogue.definitions", name, () ->
                new DefinitionsDialog(definitions, indicator, indicators.catalogue(), access).open()));
        if (keeper.mayKeep(indicator.department())) {
            verbs.addComponentAsFirst(table.verb("catalogue.edit", name, () -> edit(kept)));
            verbs.add(kept.entry().isRetired()
                    ? table.verb("catalogue.restore", name, () -> attempt(() -> keeper.restore(code, kept.version())))
                    : table.verb("catalogue.retire", name, () -> confirm("catalogue.retire", "catalogue.retire.confirm", name,
                            () -> keeper.retire(code, kept.version()))));
            if (kept.entry().isRetired() || indicator.isDraft()) {
                verbs.add(table.verb("catalogue.delete", name, () -> confirm("catalogue.delete", "catalogue.delete.confirm", name,
                        () -> keeper.delete(code, kept.version()))));
            }
        }
        return verbs;
    }

    /** @param opened null for a new one */
    void edit(@Nullable Kept<IndicatorEntry> opened) {
        new IndicatorDialog(keeper, indicators.catalogue(), indicators.departments(), opened,
                getTranslation(opened == null ? "catalogue.add.INDICATORS" : "catalogue.indicator.edit"), this::show)
                .open();
    }

    private void confirm(String key, String questionKey, String name, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("catalogue.verb-of", getTranslation(key), name));
        dialog.setText(getTranslation(questionKey));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setConfirmText(getTranslation(key));
        dialog.addConfirmListener(confirmed -> attempt(action));
        dialog.open();
    }

    private void attempt(Runnable action) {
        try {
            action.run();
            show();
        } catch (RuleViolation violation) {
            show();
            refusal.say(getTranslation(violation.key(), violation.arguments()));
        } catch (AccessDeniedException denied) {
            refusal.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }
}
