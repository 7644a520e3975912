package org.youju.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.PromiseSource;
import org.youju.commitment.ui.RuleWords;
import org.youju.entry.ui.PromiseDialog;
import org.youju.observation.Narrowing;
import org.youju.observation.Recorded;
import org.youju.observation.State;
import org.youju.observation.ui.SourceBadge;
import org.youju.security.Permission;
import org.youju.workflow.withdrawal.Withdrawal;

/** The promises that are drafted, handed over or returned, with what whoever is here can do about them. */
final class PendingPanel extends Div {

    private static final int MOST = 50;

    /**
     * What waits for whoever reads it: for those who approve what others have handed over or proposed to withdraw, for
     * those who enter promises all that is on its way.
     *
     * @param leaving the promises and assumptions whose withdrawal is proposed
     */
    record Pending(List<Commitment> rows, List<Assumption> assumed, List<Recorded> leaving) {

        static Pending of(LedgerDesk desk) {
            var approves = desk.access().may(Permission.APPROVE);
            var me = desk.access().current().username();
            var states = approves ? EnumSet.of(State.SUBMITTED)
                    : EnumSet.of(State.DRAFT, State.RETURNED, State.SUBMITTED);
            return new Pending(desk.commitments().inState(states, Narrowing.NONE, MOST).stream()
                    .filter(it -> !approves || !it.recordedBy().equals(me)).toList(),
                    desk.assumptions().inState(states, Narrowing.NONE, MOST).stream()
                            .filter(it -> !approves || !it.recordedBy().equals(me)).toList(),
                    desk.withdrawals().open().entrySet().stream()
                            .filter(it -> it.getKey().kind() != Withdrawal.Kind.STATEMENT)
                            .filter(it -> !approves || !it.getKey().by().equals(me))
                            .map(it -> it.getValue()).toList());
        }

        int size() {
            return rows.size() + assumed.size() + leaving.size();
        }
    }

    private final LedgerDesk desk;
    private final Runnable changed;
    private final WarnBox refusal = new WarnBox("alert");

    /**
     * @param pending what waits for whoever is here; not empty
     */
    PendingPanel(LedgerDesk desk, Pending pending, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("yj-panel", "yj-ledger-pending");
        var list = new UnorderedList();
        pending.rows().forEach(row -> list.add(item(row)));
        pending.assumed().forEach(row -> list.add(assumed(state(this, row.state()), row)));
        pending.leaving().forEach(row -> list.add(leaving(row)));
        var approves = desk.access().may(Permission.APPROVE);
        var details = new NativeDetails(getTranslation(approves ? "ledger.pending.to-approve" : "ledger.pending",
                pending.size()), list);
        details.setOpen(true);
        add(refusal, details);
        if (approves) {
            add(new Anchor(Routes.TO_DO, getTranslation("ledger.pending.approve")));
        }
    }

    private String name(Commitment row) {
        var indicator = desk.indicators().catalogue().indicator(row.indicator());
        return row.code() + " " + getTranslation("ledger.name", indicator.name(getLocale()),
                PromiseName.of(row, indicator.direction(), this, getLocale()));
    }

    /** One that is to be withdrawn; its panel tells why and lets others decide. */
    private ListItem leaving(Recorded row) {
        var badge = new StateBadge(Tone.WARN, Glyph.CLOCK, getTranslation("withdrawal.open")).tinted();
        return row instanceof Assumption assumption ? assumed(badge, assumption)
                : line(badge, Routes.commitment(row.region(), ((Commitment) row).code()), name((Commitment) row));
    }

    private ListItem assumed(StateBadge badge, Assumption row) {
        return line(badge, Routes.commitment(row.region(), row.commitment()), getTranslation("todo.assumed.bound",
                row.commitment(), row.period().label(getLocale()),
                RuleWords.amount(row.upperBound(), row.unit(), getLocale())));
    }

    private static ListItem line(StateBadge badge, String way, String name) {
        var line = new Div(badge, new Anchor(way, name));
        line.addClassName("yj-promise-beside");
        return new ListItem(line);
    }

    private ListItem item(Commitment row) {
        var name = name(row);
        var line = new Div(state(this, row.state()), new Span(name),
                new SourceBadge(PromiseSource.evidence(row, getLocale())));
        line.addClassName("yj-promise-beside");
        if (desk.access().may(Permission.EDIT_DRAFTS) && row.state() != State.SUBMITTED) {
            line.add(verb("ledger.pending.submit", name, () -> desk.commitments().submit(List.of(row.id()))),
                    verb("ledger.change", name, () -> new PromiseDialog(desk.forms(), desk.indicators(), desk.replies(),
                            row, row.region(), changed).open()),
                    verb("ledger.pending.give-up", name, () -> desk.commitments().giveUp(List.of(row.code()))));
        }
        if (desk.commitments().mayRecall(row)) {
            line.add(verb("ledger.pending.recall", name, () -> desk.commitments().recall(List.of(row.id()))));
        }
        var about = new Div(desk.by(row.recordedBy(), row.recordedFrom(), this)
                + (row.reason() == null ? "" : " · " + row.reason()));
        about.addClassName("yj-caption");
        return new ListItem(line, about);
    }

    private Button verb(String key, String name, Runnable deed) {
        var button = new Button(getTranslation(key), click -> {
            try {
                deed.run();
                if (!key.equals("ledger.change")) {
                    changed.run();
                }
            } catch (RuleViolation violation) {
                refusal.say(getTranslation(violation.key(), violation.arguments()));
            } catch (NotFoundException gone) {
                refusal.say(getTranslation(gone.key(), gone.arguments()));
            } catch (AccessDeniedException denied) {
                refusal.say(getTranslation(String.valueOf(denied.getMessage())));
            }
        });
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation(key) + " " + name);
        return button;
    }

    /** @param owner the component that shows it */
    static StateBadge state(Component owner, State state) {
        var word = owner.getTranslation("todo.state." + state);
        return (switch (state) {
            case DRAFT -> new StateBadge(Tone.INFO, Glyph.ENTRY, word);
            case SUBMITTED -> new StateBadge(Tone.INFO, Glyph.CLOCK, word);
            case RETURNED -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
            case APPROVED -> new StateBadge(Tone.OK, Glyph.MET, word);
        }).tinted();
    }
}
