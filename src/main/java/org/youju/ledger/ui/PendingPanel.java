package org.youju.ledger.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.commitment.Commitment;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.PromiseSource;
import org.youju.entry.ui.PromiseDialog;
import org.youju.observation.State;
import org.youju.observation.ui.SourceBadge;
import org.youju.security.Permission;

/** The promises that are drafted, handed over or returned, with what whoever is here can do about them. */
final class PendingPanel extends Div {

    private final LedgerDesk desk;
    private final Runnable changed;
    private final WarnBox refusal = new WarnBox("alert");

    /**
     * @param rows    those in preparation
     * @param leaving those whose withdrawal waits for a decision; at least one of both
     */
    PendingPanel(LedgerDesk desk, List<Commitment> rows, List<Commitment> leaving, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        addClassNames("yj-panel", "yj-ledger-pending");
        var list = new UnorderedList();
        rows.forEach(row -> list.add(item(row)));
        leaving.forEach(row -> list.add(leaving(row)));
        var details = new NativeDetails(getTranslation("ledger.pending", rows.size() + leaving.size()), list);
        details.setOpen(true);
        add(refusal, details);
        if (desk.access().may(Permission.APPROVE) && !rows.isEmpty()) {
            add(new Anchor(Routes.TO_DO, getTranslation("ledger.pending.approve")));
        }
    }

    private String name(Commitment row) {
        var indicator = desk.indicators().catalogue().indicator(row.indicator());
        return row.code() + " " + getTranslation("ledger.name", indicator.name(getLocale()),
                PromiseName.of(row, indicator.direction(), this, getLocale()));
    }

    /** One that is to be withdrawn; its panel tells why and lets others decide. */
    private ListItem leaving(Commitment row) {
        var line = new Div(new StateBadge(Tone.WARN, Glyph.CLOCK, getTranslation("withdrawal.open")).tinted(),
                new Anchor(Routes.commitment(row.region(), row.code()), name(row)));
        line.addClassName("yj-promise-beside");
        return new ListItem(line);
    }

    private ListItem item(Commitment row) {
        var name = name(row);
        var line = new Div(state(row.state()), new Span(name),
                new SourceBadge(PromiseSource.evidence(row, getLocale())));
        line.addClassName("yj-promise-beside");
        if (desk.access().may(Permission.EDIT_DRAFTS) && row.state() != State.SUBMITTED) {
            line.add(verb("ledger.pending.submit", name, () -> desk.commitments().submit(List.of(row.id()))),
                    verb("ledger.change", name, () -> new PromiseDialog(desk.forms(), desk.indicators(), desk.replies(),
                            row, row.region(), changed).open()),
                    verb("ledger.pending.withdraw", name, () -> desk.commitments().withdraw(List.of(row.code()))));
        }
        var about = new Div(getTranslation("ledger.recorded", row.recordedBy(), LedgerDesk.moment(row.recordedFrom()))
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

    private StateBadge state(State state) {
        var word = getTranslation("todo.state." + state);
        return (switch (state) {
            case DRAFT -> new StateBadge(Tone.INFO, Glyph.ENTRY, word);
            case SUBMITTED -> new StateBadge(Tone.INFO, Glyph.CLOCK, word);
            case RETURNED -> new StateBadge(Tone.WARN, Glyph.REJECTED, word);
            case APPROVED -> new StateBadge(Tone.OK, Glyph.MET, word);
        }).tinted();
    }
}
