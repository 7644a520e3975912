package org.youju.ledger.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.base.Faults;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.FormDialog;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.entry.AssumptionEntry;
import org.youju.figure.Numbers;
import org.youju.indicator.Indicator;

/** An assumption that is proposed for a promise, or proposed again after it was withdrawn; another person approves it. */
final class AssumptionDialog extends FormDialog<AssumptionEntry> {

    private final LedgerDesk desk;
    private final Commitment promise;
    private final Select<Indicator> indicator = new Select<>();
    private final TextField period = new TextField();
    private final TextField bound = new TextField();
    private final TextArea grounds = new TextArea();
    private final TextArea reason = new TextArea();

    /**
     * @param name what the promise is called
     * @param of   the withdrawn one that is restored, null for a new one
     */
    AssumptionDialog(LedgerDesk desk, Commitment promise, String name, @Nullable Assumption of, Runnable kept) {
        super("", kept);
        this.desk = desk;
        this.promise = promise;
        setHeaderTitle(getTranslation(of == null ? "ledger.assumption.new.title" : "ledger.assumption.restore.title", name));
        var why = new Div(getTranslation("ledger.assumption.help"));
        why.addClassName("yj-caption");
        include(why);
        var choices = desk.assumptions().measuring(promise).stream().sorted()
                .map(desk.indicators().catalogue()::indicator).toList();
        indicator.setItems(choices);
        indicator.setItemLabelGenerator(it -> it.name(getLocale()));
        indicator.setValue(choices.stream().filter(it -> !it.code().equals(promise.indicator())).findFirst()
                .orElseGet(choices::getFirst));
        field(indicator, "ledger.assumption.indicator", "commitment.assumption.indicator");
        period.setHelperText(getTranslation("ledger.assumption.period.help"));
        field(period, "ledger.assumption.period", "entry.period.",
                "commitment.assumption.period", "commitment.assumption.within", "commitment.assumption.exists",
                "commitment.assumption.waiting");
        bound.setHelperText(getTranslation("ledger.assumption.bound.help"));
        field(bound, "ledger.assumption.bound", "assumption.bound.", "entry.text.",
                "commitment.assumption.negative");
        grounds.setMaxLength(Reason.LONGEST);
        grounds.setHelperText(getTranslation("ledger.assumption.grounds.help"));
        field(grounds, "ledger.assumption.grounds", "commitment.assumption.grounds",
                "reason.long");
        reason.setMaxLength(Reason.LONGEST);
        field(reason, "ledger.assumption.reason", "commitment.assumption.restore-reason",
                "reason.long");
        reason.setVisible(of != null);
        if (of != null) {
            choices.stream().filter(it -> it.code().equals(of.indicator())).findFirst().ifPresent(indicator::setValue);
            period.setValue(of.period().code());
            bound.setValue(Numbers.text(of.upperBound()) + of.unit().code());
            grounds.setValue(of.grounds());
        }
    }

    @Override
    protected AssumptionEntry typed() {
        return new AssumptionEntry(promise.code(), indicator.getValue().code(), period.getValue(), bound.getValue(),
                grounds.getValue(), reason.getValue());
    }

    @Override
    protected void keep(AssumptionEntry typed) {
        try {
            desk.forms().assume(typed);
        } catch (RuleViolation refusal) {
            if (Faults.of(refusal).stream().anyMatch(it -> it.key().equals("commitment.assumption.restore-reason"))) {
                reason.setVisible(true);
            }
            throw refusal;
        }
    }

    @Override
    protected AssumptionEntry stored() {
        return typed();
    }

    @Override
    protected AssumptionEntry over(AssumptionEntry typed, AssumptionEntry stored) {
        return typed;
    }

    @Override
    protected void fill(AssumptionEntry stored) {
        period.setValue(stored.period());
    }

    @Override
    protected Map<String, String> told(AssumptionEntry value) {
        return parts(getTranslation("ledger.assumption.period"), value.period());
    }
}
