package org.youju.ledger.ui;

import com.vaadin.flow.component.button.Button;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.security.Permission;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.ui.WithdrawalLine;

/**
 * What whoever is here may do about a promise, and the buttons that do it.
 *
 * @param name    what the promise is called
 * @param latest  whether the latest is shown, so that something can be decided
 * @param refusal where a refusal is told
 * @param changed told when something was decided
 */
record PromiseDeeds(LedgerDesk desk, Commitment promise, String name, boolean latest, WarnBox refusal, Runnable changed) {

    /** Asks why something is to be withdrawn, for another to decide. */
    Button ask(String key, String title, Withdrawal.Kind kind, long row) {
        var button = new Button(refusal.getTranslation(key), click -> new ReasonDialog(title,
                refusal.getTranslation("withdrawal.propose.reason"), refusal.getTranslation("withdrawal.propose"), reason -> {
                    desk.withdrawals().propose(kind, row, reason);
                    changed.run();
                }).open());
        button.addClassName("yj-verb");
        return button;
    }

    /**
     * A proposal to withdraw something, with what can be done about it.
     *
     * @param of    what it is about, as a question calls it
     * @param words the words that it rests on
     */
    WithdrawalLine proposed(Withdrawal proposal, String of, String words) {
        return new WithdrawalLine(desk.withdrawals(), desk.access(), proposal, of, words,
                LedgerDesk.ZONE, changed);
    }

    boolean maySeeDrafts() {
        return latest && desk.access().may(Permission.READ_DRAFTS) && isWithin();
    }

    boolean mayPropose() {
        return latest && desk.access().may(Permission.EDIT_DRAFTS) && isWithin();
    }

    boolean mayDecide() {
        return latest && desk.access().may(Permission.APPROVE) && isWithin();
    }

    boolean mayChase() {
        return latest && desk.access().may(Permission.CHASE) && isWithin();
    }

    private boolean isWithin() {
        return desk.access().current().scope().covers(promise.region(), promise.department());
    }

    /** A button that does something about the promise at once. */
    Button verb(String key, Runnable deed) {
        var button = new Button(refusal.getTranslation(key), click -> attempt(deed));
        button.addClassName("yj-verb");
        return button;
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            changed.run();
        } catch (RuleViolation violation) {
            refusal.say(refusal.getTranslation(violation.key(), violation.arguments()));
        }
    }

    /** @param of what is restored or proposed again, null for a new assumption */
    Button assume(String key, String style, @Nullable Assumption of) {
        var button = new Button(refusal.getTranslation(key),
                click -> new AssumptionDialog(desk, promise, name, of, changed).open());
        button.addClassName(style);
        return button;
    }
}
