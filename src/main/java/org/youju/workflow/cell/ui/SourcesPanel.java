package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.check.Agreement;
import org.youju.check.Comparison;
import org.youju.figure.FigureWriter;
import org.youju.observation.Cell;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.Ruling;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.Citation;
import org.youju.security.Permission;
import org.youju.security.ui.PersonName;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.ui.WithdrawalLine;

/** What each source states of a cell, which of them represents it, and the ruling; approvers rule here. */
final class SourcesPanel extends Section {

    private final CellDesk desk;
    private final CellKey key;
    private final Runnable changed;

    /** @param changed told when a ruling was made or taken back */
    SourcesPanel(CellDesk desk, CellKey key, Runnable changed) {
        this.desk = desk;
        this.key = key;
        this.changed = changed;
        addClassNames("yj-panel", "yj-dossier-panel");
        add(new H2(getTranslation("cell.sources")));
        var cell = Cell.of(desk.observations().statements(key)).stream().findFirst();
        if (cell.isEmpty()) {
            add(new Div(getTranslation("cell.sources.none")));
        }
        cell.ifPresent(this::stated);
        prepared();
        past();
    }

    private void stated(Cell cell) {
        cell.ruling().ifPresent(ruling -> add(ruling(cell, ruling)));
        if (cell.ruling().isEmpty() && isContested(cell)) {
            var open = new Div(new StateBadge(Tone.BAD, Glyph.NOT_MET, getTranslation("cell.contested")).tinted());
            open.addClassName("yj-dossier-line");
            add(open);
        }
        var list = new UnorderedList();
        list.addClassName("yj-dossier-sources");
        var sees = desk.history().seesDrafts(key);
        var proposed = sees ? desk.withdrawals().openOf(Withdrawal.Kind.STATEMENT, cell.statements())
                : Map.<Long, Withdrawal>of();
        var busy = sees ? desk.observations().inPreparation(key).stream().map(row -> row.reply().id())
                .collect(Collectors.toSet()) : Set.<Long>of();
        cell.statements().reversed().forEach(statement -> {
            var proposal = proposed.get(statement.id());
            var mayPropose = sees && proposal == null && desk.access().may(Permission.EDIT_DRAFTS)
                    && !busy.contains(statement.reply().id());
            var item = item(cell, statement, mayPropose);
            if (proposal != null) {
                item.add(new WithdrawalLine(desk.withdrawals(), desk.access(), proposal,
                        FigureWriter.show(statement.figure(), getLocale()).text(), statement.citations().stream()
                                .map(Citation::exact).findFirst().orElse(statement.stated()),
                        desk.clock().getZone(), changed));
            }
            list.add(item);
        });
        add(list);
    }

    private static boolean isContested(Cell cell) {
        return Comparison.of(cell).stream().anyMatch(it -> it.agreement() == Agreement.CONFLICT);
    }

    private Component ruling(Cell cell, Ruling ruling) {
        var words = new Div(new StateBadge(Tone.OK, Glyph.MET, getTranslation("cell.ruled")).tinted(),
                new Span(ruling.reason()), caption(getTranslation("cell.by",
                        PersonName.of(ruling.by(), this::getTranslation), desk.moment(ruling.from()))));
        words.addClassNames("yj-dossier-line", "yj-dossier-ruling");
        if (!cell.isSettled()) {
            words.add(new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("cell.ruled.before")));
        }
        if (mayRule()) {
            words.add(verb("cell.unrule", getTranslation("cell.unrule"), () -> new ReasonDialog(
                    getTranslation("cell.unrule.title"), getTranslation("cell.unrule.reason"),
                    getTranslation("cell.unrule"), reason -> {
                        desk.rulings().withdraw(key, reason);
                        changed.run();
                    }).open()));
        }
        return words;
    }

    private boolean mayRule() {
        return desk.access().may(Permission.APPROVE) && desk.history().seesDrafts(key);
    }

    private ListItem item(Cell cell, Observation statement, boolean mayPropose) {
        var represents = statement.equals(cell.representing());
        var figure = FigureWriter.show(statement.figure(), getLocale()).text();
        var line = new Div(represents ? new StateBadge(Tone.OK, Glyph.MET, getTranslation("cell.represents")).tinted()
                : agreement(Comparison.of(cell.representing(), statement)), new FigureText(statement.figure()),
                caption(getTranslation("source.interval") + " "
                        + FigureWriter.interval(statement.figure(), getLocale())),
                new SourceBadge(statement));
        line.addClassName("yj-dossier-line");
        if (!desk.approvals().isWhole(statement.id())) {
            line.add(new StateBadge(Tone.BAD, Glyph.NOT_MET, getTranslation("cell.changed")).tinted());
        }
        if (mayRule() && cell.statements().size() > 1 && statement.ruling() == null) {
            line.add(verb("cell.rule", getTranslation("cell.rule.of", figure, statement.reply().label()),
                    () -> new ReasonDialog(getTranslation("cell.rule.title", figure),
                            getTranslation("cell.rule.reason"), getTranslation("cell.rule"), reason -> {
                                desk.rulings().rule(statement.id(), reason);
                                changed.run();
                            }).open()));
        }
        if (mayPropose) {
            line.add(propose(statement));
        }
        var item = new ListItem(line);
        if (statement.comment() != null) {
            item.add(caption(statement.comment()));
        }
        if (statement.departure() != null) {
            item.add(caption(getTranslation("observation.departure.said", statement.departure())));
        }
        return item;
    }

    private Button propose(Observation statement) {
        var figure = FigureWriter.show(statement.figure(), getLocale()).text();
        return verb("withdrawal.propose", getTranslation("withdrawal.propose.of", figure, statement.reply().label()),
                () -> new ReasonDialog(getTranslation("withdrawal.propose.title", figure),
                        getTranslation("withdrawal.propose.reason"), getTranslation("withdrawal.propose"), reason -> {
                            desk.withdrawals().propose(Withdrawal.Kind.STATEMENT, statement.id(), reason);
                            changed.run();
                        }).open());
    }

    private StateBadge agreement(Comparison comparison) {
        var word = getTranslation("check.agreement." + comparison.agreement());
        return (switch (comparison.agreement()) {
            case SAME, COMPATIBLE -> new StateBadge(Tone.INFO, Glyph.INFORMATION, word);
            case REVISION -> new StateBadge(Tone.NONE, Glyph.CLOCK, word);
            case CONFLICT -> new StateBadge(Tone.BAD, Glyph.NOT_MET, word);
        }).tinted();
    }

    /** What is on its way, for those who may see it. */
    private void prepared() {
        if (!desk.history().seesDrafts(key)) {
            return;
        }
        List<Observation> rows = desk.observations().inPreparation(key);
        rows.forEach(row -> {
            var line = new Div(new StateBadge(Tone.INFO, Glyph.ENTRY, getTranslation("todo.state." + row.state()))
                    .tinted(), new FigureText(row.figure()), new SourceBadge(row), caption(getTranslation("cell.by",
                            PersonName.of(row.recordedBy(), this::getTranslation), desk.moment(row.recordedFrom()))));
            line.addClassName("yj-dossier-line");
            if (row.reason() != null) {
                line.add(caption(getTranslation("todo.step.reason", row.reason())));
            }
            add(line);
            if (desk.observations().mayRecall(row)) {
                recall(row, line);
            }
        });
    }

    /** Lets whoever handed a row over take it back, as long as nobody has decided. */
    private void recall(Observation row, Div line) {
        var refusal = new WarnBox("alert");
        line.add(verb("cell.recall", getTranslation("cell.recall.of",
                FigureWriter.show(row.figure(), getLocale()).text()), () -> {
                    try {
                        desk.observations().recall(List.of(row.id()));
                        changed.run();
                    } catch (RuleViolation violation) {
                        refusal.say(getTranslation(violation.key(), violation.arguments()));
                    }
                }), caption(getTranslation("cell.recall.who")));
        add(refusal);
    }

    private void past() {
        var past = desk.rulings().of(key).stream().filter(it -> !it.holds()).toList();
        if (!past.isEmpty()) {
            var list = new UnorderedList();
            past.forEach(it -> list.add(new ListItem(getTranslation(it.endedReason() == null ? "cell.past.replaced"
                    : "cell.past.withdrawn", PersonName.of(it.by(), this::getTranslation), desk.moment(it.from()),
                    it.reason(), it.endedBy() == null ? "" : PersonName.of(it.endedBy(), this::getTranslation),
                    desk.moment(it.to()), it.endedReason() == null ? "" : it.endedReason()))));
            add(new NativeDetails(getTranslation("cell.past", past.size()), list));
        }
    }

    private Button verb(String key, String label, Runnable press) {
        var button = new Button(getTranslation(key), click -> press.run());
        button.addClassName("yj-verb");
        button.setAriaLabel(label);
        return button;
    }

    private static Span caption(String text) {
        var caption = new Span(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
