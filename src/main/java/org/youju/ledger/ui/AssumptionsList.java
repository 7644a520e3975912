package org.youju.ledger.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.youju.base.ui.Routes;
import org.youju.commitment.Assumption;
import org.youju.commitment.ui.RuleWords;
import org.youju.observation.State;
import org.youju.workflow.withdrawal.Withdrawal;

/** The assumptions that the verdict on a promise rests on, those on their way and those that were withdrawn. */
final class AssumptionsList extends UnorderedList {

    private final LedgerDesk desk;
    private final PromiseDeeds deeds;

    AssumptionsList(PromiseDeeds deeds) {
        this.deeds = deeds;
        desk = deeds.desk();
        var promise = deeds.promise();
        var all = desk.assumptions().history(promise.code());
        var sees = deeds.maySeeDrafts();
        var waiting = sees ? desk.assumptions().inPreparation(promise.code()) : List.<Assumption>of();
        var standing = all.stream().filter(Assumption::isCurrent).toList();
        var leaving = sees ? desk.withdrawals().openOf(Withdrawal.Kind.ASSUMPTION, standing)
                : Map.<Long, Withdrawal>of();
        var gone = desk.withdrawals().of(Withdrawal.Kind.ASSUMPTION, all);
        addClassName("yj-promise-history");
        waiting.forEach(it -> add(waiting(it)));
        var busy = Stream.concat(waiting.stream(), standing.stream()).map(AssumptionsList::key).toList();
        var offered = new ArrayList<>(busy);
        all.forEach(it -> {
            var item = assumption(it);
            var proposal = leaving.get(it.id());
            if (proposal != null) {
                item.add(deeds.proposed(proposal, bound(it), it.grounds()));
            } else if (deeds.mayPropose() && it.isCurrent()) {
                item.add(deeds.ask("ledger.assumption.withdraw", getTranslation("ledger.assumption.withdraw.title", bound(it)),
                        Withdrawal.Kind.ASSUMPTION, it.id()));
            }
            if (!it.isCurrent()) {
                item.add(PromisePanel.caption(desk.withdrawn(it.recordedTo(), gone.get(it.id()), this)));
                if (deeds.mayPropose() && !offered.contains(key(it))) {
                    offered.add(key(it));
                    item.add(deeds.assume("ledger.assumption.restore", "yj-verb", it));
                }
            }
            add(item);
        });
    }

    private static String key(Assumption of) {
        return of.indicator() + " " + of.period().code();
    }

    private String bound(Assumption of) {
        return getTranslation("ledger.assumption.bound-of", of.period().label(getLocale()), amount(of));
    }

    private String amount(Assumption of) {
        return RuleWords.amount(of.upperBound(), of.unit(), getLocale());
    }

    /** What is assumed, on what grounds, who has proposed and who has approved it. */
    private ListItem assumption(Assumption of) {
        var item = new ListItem(new Div(getTranslation("ledger.assumption", of.period().label(getLocale()),
                amount(of), of.grounds())));
        if (of.reason() != null) {
            item.add(new Div(getTranslation("ledger.assumption.restored", of.reason())));
        }
        item.add(PromisePanel.caption(of.submittedBy() == null ? desk.by(of.recordedBy(), of.recordedFrom(), this)
                : getTranslation("ledger.assumption.by", desk.name(of.submittedBy(), this),
                        desk.name(of.recordedBy(), this), LedgerDesk.moment(of.recordedFrom()))));
        return item;
    }

    /** One that waits for somebody to approve it, or was returned. */
    private ListItem waiting(Assumption of) {
        var line = new Div(PendingPanel.state(this, of.state()), new Span(getTranslation("ledger.assumption",
                of.period().label(getLocale()), amount(of), of.grounds())));
        line.addClassName("yj-promise-beside");
        var item = new ListItem(line);
        if (of.reason() != null) {
            item.add(new Div(getTranslation("todo.step.reason", of.reason())));
        }
        item.add(PromisePanel.caption(desk.by(of.recordedBy(), of.recordedFrom(), this)));
        if (deeds.mayPropose() && of.state() == State.RETURNED) {
            item.add(deeds.assume("ledger.assumption.again", "yj-verb", of),
                    deeds.verb("ledger.pending.give-up", () -> desk.assumptions().giveUp(List.of(of.id()))));
        } else if (deeds.mayDecide()) {
            var decide = new Anchor(Routes.TO_DO, getTranslation("ledger.pending.approve"));
            item.add(decide);
        }
        return item;
    }
}
