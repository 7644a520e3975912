package org.youju.workflow.withdrawal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
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
import org.youju.workflow.withdrawal.ProposalDesk;
import org.youju.workflow.withdrawal.Withdrawal;

/** A proposal to withdraw something, or to loosen a rule: why, by whom, and what whoever is here can do about it. */
public final class WithdrawalLine extends Div {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final WarnBox refusal = new WarnBox("alert");
    private final String name;
    private final String by;
    private final String keys;

    /**
     * @param name    what is to be withdrawn, as a question calls it
     * @param words   the words that it rests on
     * @param zone    of the moments that it shows
     * @param changed told when it was decided or taken back
     */
    public WithdrawalLine(ProposalDesk desk, Access access, Withdrawal proposal, String name, String words,
            ZoneId zone, Runnable changed) {
        this(desk, access, proposal, name, () -> quote(words), zone, changed);
    }

    private static Div quote(String words) {
        var quote = new Div(words);
        quote.addClassName("yj-quote");
        return quote;
    }

    /**
     * @param name    what is to be withdrawn, as a question calls it
     * @param about   what whoever decides has to know, made when they are asked
     * @param zone    of the moments that it shows
     * @param changed told when it was decided or taken back
     */
    public WithdrawalLine(ProposalDesk desk, Access access, Withdrawal proposal, String name,
            Supplier<Component> about, ZoneId zone, Runnable changed) {
        this.name = name;
        keys = proposal.kind() != Withdrawal.Kind.RULE ? "withdrawal."
                : proposal.instead() == null ? "withdrawal.off." : "withdrawal.loosen.";
        by = PersonName.of(proposal.by(), this::getTranslation);
        addClassName("yj-dossier-line");
        var when = new Span(getTranslation("cell.by", by, MOMENT.format(proposal.at().atZone(zone))));
        when.addClassName("yj-caption");
        add(new StateBadge(Tone.WARN, Glyph.CLOCK, getTranslation(keys + "open")).tinted(),
                new Span(proposal.reason()), when);
        if (access.may(Permission.APPROVE) && access.current().username().equals(proposal.by())) {
            var own = new Span(getTranslation("withdrawal.by-me"));
            own.addClassName("yj-caption");
            add(own);
        } else if (access.may(Permission.APPROVE)) {
            add(verb("release", () -> confirm(proposal, about.get(),
                    () -> attempt(() -> desk.release(proposal.id()), changed))),
                    verb("keep", () -> new ReasonDialog(getTranslation(keys + "keep-title", name),
                            getTranslation(keys + "keep-reason"), getTranslation(keys + "keep"), reason -> {
                                desk.keep(proposal.id(), reason);
                                changed.run();
                            }).open()));
        }
        if (access.may(Permission.EDIT_DRAFTS)) {
            add(verb("take-back", () -> attempt(() -> desk.takeBack(proposal.id()), changed)));
        }
        add(refusal);
    }

    /** Asks before something is withdrawn for good, with its words and the reason. */
    private void confirm(Withdrawal proposal, Component about, Runnable release) {
        var why = new Div(getTranslation(keys + "why", proposal.reason(), by));
        var effect = new Div(getTranslation("withdrawal.release.effect." + proposal.kind()));
        effect.addClassName("yj-caption");
        var asked = new Div(about, why, effect);
        asked.addClassName("yj-withdrawal-asked");
        new QuestionDialog(getTranslation(keys + "release-title", name), asked, getTranslation(keys + "release"),
                release).open();
    }

    private Button verb(String key, Runnable press) {
        var button = new Button(getTranslation(keys + key), click -> press.run());
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation(keys + key + "-of", name));
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
