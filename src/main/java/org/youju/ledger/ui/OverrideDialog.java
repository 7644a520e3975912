package org.youju.ledger.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.base.Faults;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.DayWords;
import org.youju.base.ui.control.FormDialog;
import org.youju.commitment.Judged;
import org.youju.commitment.NewOverride;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.VerdictOverride;
import org.youju.commitment.VerdictOverrides;

/** 人工改判: decides of a promise otherwise than the rules, with a reason and a last day. */
final class OverrideDialog extends FormDialog<OverrideDialog.Typed> {

    private static final int USUAL_DAYS = 90;

    private final VerdictOverrides overrides;
    private final String promise;
    private final Select<Kind> verdict = new Select<>();
    private final TextArea reason = new TextArea();
    private final DatePicker until = new DatePicker();
    private @Nullable Long seen;

    /** @param seen number of the override that whoever fills them saw hold, null for none */
    record Typed(@Nullable Kind verdict, String reason, @Nullable LocalDate until, @Nullable Long seen) {
    }

    OverrideDialog(VerdictOverrides overrides, Judged judged, String name, Runnable kept) {
        super("", kept);
        setHeaderTitle(getTranslation("ledger.override.title", name));
        this.overrides = overrides;
        this.promise = judged.commitment().code();
        var rule = new Div(getTranslation("ledger.override.by-rule", getTranslation(judged.verdict().kind().key()),
                judged.verdict().sentence(getLocale(), this::getTranslation)));
        rule.addClassName("yj-caption");
        include(rule);
        verdict.setItems(overrides.choices(judged.commitment()));
        verdict.setItemLabelGenerator(it -> it == null ? "" : getTranslation(it.key()));
        field(verdict, "ledger.override.verdict", "ledger.override.verdict.missing", "commitment.override.verdict",
                "commitment.override.same");
        reason.setMaxLength(Reason.LONGEST);
        reason.setHelperText(getTranslation("ledger.override.reason.help"));
        field(reason, "ledger.override.reason", "commitment.override.reason", "reason.long");
        DayWords.give(until);
        until.setHelperText(getTranslation("ledger.override.last-day.help", VerdictOverrides.MOST_DAYS));
        field(until, "ledger.override.last-day", "ledger.override.last-day.missing", "commitment.override.past",
                "commitment.override.far");
        var standing = judged.override();
        if (standing == null) {
            until.setValue(overrides.today().plusDays(USUAL_DAYS));
        } else {
            fill(typed(standing));
        }
    }

    private static Typed typed(VerdictOverride standing) {
        return new Typed(standing.verdict(), standing.reason(), standing.until(), standing.id());
    }

    @Override
    protected Typed typed() {
        var faults = new Faults();
        faults.check(() -> {
            if (verdict.isEmpty()) {
                throw new RuleViolation("ledger.override.verdict.missing");
            }
        });
        faults.check(() -> Reason.of(reason.getValue(), "commitment.override.reason"));
        faults.check(() -> {
            if (until.isEmpty()) {
                throw new RuleViolation("ledger.override.last-day.missing");
            }
            overrides.requireTime(until.getValue());
        });
        faults.raise();
        return new Typed(verdict.getValue(), reason.getValue(), until.getValue(), seen);
    }

    @Override
    protected void keep(Typed typed) {
        overrides.decide(new NewOverride(promise, typed.verdict(), typed.reason(), typed.until()), typed.seen());
    }

    @Override
    protected Typed stored() {
        return overrides.standing(promise).map(OverrideDialog::typed).orElse(new Typed(null, "", null, null));
    }

    @Override
    protected Typed over(Typed typed, Typed stored) {
        return new Typed(typed.verdict(), typed.reason(), typed.until(), stored.seen());
    }

    @Override
    protected void fill(Typed stored) {
        verdict.setValue(stored.verdict());
        reason.setValue(stored.reason());
        until.setValue(stored.until());
        seen = stored.seen();
    }

    @Override
    protected Map<String, String> told(Typed value) {
        return parts(getTranslation("ledger.override.verdict"),
                value.verdict() == null ? getTranslation("ledger.override.none") : getTranslation(value.verdict().key()),
                getTranslation("ledger.override.reason"), value.reason(),
                getTranslation("ledger.override.last-day"), value.until() == null ? "" : value.until().toString());
    }
}
