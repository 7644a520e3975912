package org.youju.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.commitment.Commitment;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.PromiseSource;
import org.youju.observation.ui.SourceBadge;
import org.youju.security.Permission;
import org.youju.workflow.withdrawal.Withdrawal;

/** The promises that were taken off the ledger, with the reason; who enters promises can ask for one to be restored. */
final class WithdrawnPanel extends Div {

    private final LedgerDesk desk;
    private final Runnable changed;

    /**
     * @param rows    each as it last stood; at least one
     * @param chosen  code of the one that is asked for; empty for none of them
     * @param changed told when one was drafted anew
     */
    WithdrawnPanel(LedgerDesk desk, List<Commitment> rows, Optional<String> chosen, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("yj-panel", "yj-ledger-pending");
        var why = desk.withdrawals().of(Withdrawal.Kind.PROMISE, rows);
        var mayRestore = desk.access().may(Permission.EDIT_DRAFTS);
        var scope = desk.access().current().scope();
        var busy = desk.access().may(Permission.READ_DRAFTS) ? busy(rows) : Set.<String>of();
        var list = new UnorderedList();
        rows.forEach(row -> list.add(item(row, why.get(row.id()), mayRestore && !busy.contains(row.code())
                && scope.covers(row.region(), row.department()))));
        var details = new NativeDetails(getTranslation("ledger.withdrawn", rows.size()), list);
        details.setOpen(chosen.isPresent());
        add(details);
    }

    /** Codes of those that are on their way back. */
    private Set<String> busy(List<Commitment> rows) {
        var scope = desk.access().current().scope();
        return desk.commitments().inPreparation(rows.stream()
                .filter(it -> scope.covers(it.region(), it.department())).map(Commitment::code).toList()).stream()
                .map(Commitment::code).collect(Collectors.toSet());
    }

    private ListItem item(Commitment row, @Nullable Withdrawal how, boolean mayRestore) {
        var indicator = desk.indicators().catalogue().indicator(row.indicator());
        var name = row.code() + " " + getTranslation("ledger.name", indicator.name(getLocale()),
                PromiseName.of(row, indicator.direction(), this, getLocale()));
        var line = new Div(new Span(name), new SourceBadge(PromiseSource.evidence(row, getLocale())));
        line.addClassName("yj-promise-beside");
        if (mayRestore) {
            line.add(restore(row.code(), name));
        }
        var about = new Div(desk.withdrawn(row.recordedTo(), how, this));
        about.addClassName("yj-caption");
        return new ListItem(line, about);
    }

    private Button restore(String code, String name) {
        var title = getTranslation("ledger.restore.title", name);
        var button = new Button(getTranslation("ledger.assumption.restore"), click -> new ReasonDialog(title,
                getTranslation("ledger.assumption.reason"), getTranslation("ledger.assumption.restore"), reason -> {
                    desk.commitments().restore(code, reason);
                    changed.run();
                }).open());
        button.addClassName("yj-verb");
        button.setAriaLabel(title);
        return button;
    }
}
