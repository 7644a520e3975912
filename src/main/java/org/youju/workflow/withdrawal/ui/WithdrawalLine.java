package org.youju.workflow.withdrawal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.QuestionDialog;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.ui.PersonName;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;

/** A proposal to withdraw something: why, by whom, and what whoever is here can do about it. */
public final class WithdrawalLine extends Div {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final WarnBox refusal = new WarnBox("alert");
    private final String name;
    private final String by;

    /**
     * @param name    what is to be withdrawn, as a question calls it
     * @param words   the words that it rests on
     * @param zone    of the moments that it shows
     * @param changed told when it was decided or taken back
     */
    public WithdrawalLine(Withdrawals withdrawals, Access access, Withdrawal proposal, String name, String words,
            ZoneId zone, Runnable changed) {
        this.name = name;
        by = PersonName.of(proposal.by(), this::getTranslation);
        addClassName("yj-dossier-line");
        var when = new Span(getTranslation("cell.by", by, MOMENT.format(proposal.at().atZone(zone))));
        when.addClassName("yj-caption");
        add(new StateBadge(Tone.WARN, Glyph.CLOCK, getTranslation("withdrawal.open")).tinted(),
                new Span(proposal.reason()), when);
        if (access.may(Permission.APPROVE) && access.current().username().equals(proposal.by())) {
            var own = new Span(getTranslation("withdrawal.by-me"));
            own.addClassName("yj-caption");
            add(own);
        } else if (access.may(Permission.APPROVE)) {
            add(verb("withdrawal.release", "withdrawal.release.of", () -> confirm(proposal, words,
                    () -> attempt(() -> withdrawals.release(proposal.id()), changed))),
                    verb("withdrawal.keep", "withdrawal.keep.of",
                    () -> new ReasonDialog(getTranslation("withdrawal.keep.title", name),
                            getTranslation("withdrawal.keep.reason"), getTranslation("withdrawal.keep"), reason -> {
                                withdrawals.keep(proposal.id(), reason);
                                changed.run();
                            }).open()));
        }
        if (access.may(Permission.EDIT_DRAFTS)) {
            add(verb("withdrawal.take-back", "withdrawal.take-back.of",
                    () -> attempt(() -> withdrawals.takeBack(proposal.id()), changed)));
        }
        add(refusal);
    }

    /** Asks before something is withdrawn for good, with its words and the reason. */
    private void confirm(Withdrawal proposal, String words, Runnable release) {
        var quote = new Div(words);
        quote.addClassName("yj-quote");
        var why = new Div(getTranslation("withdrawal.why", proposal.reason(), by));
        var effect = new Div(getTranslation("withdrawal.release.effect." + proposal.kind()));
        effect.addClassName("yj-caption");
        var asked = new Div(quote, why, effect);
        asked.addClassName("yj-withdrawal-asked");
        new QuestionDialog(getTranslation("withdrawal.release.title", name), asked,
                getTranslation("withdrawal.release"), release).open();
    }

    private Button verb(String key, String label, Runnable press) {
        var button = new Button(getTranslation(key), click -> press.run());
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation(label, name));
        return button;
    }

    private void attempt(Runnable deed, Runnable changed) {
        try {
            deed.run();
        } catch (RuleViolation violation) {
            refusal.show(new Span(getTranslation(violation.key(), violation.arguments())));
            return;
        }
        changed.run();
    }
}
