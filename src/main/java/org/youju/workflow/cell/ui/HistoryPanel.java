package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.base.ui.control.StackedCell;
import org.youju.figure.FigureWriter;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.history.Version;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.security.Permission;
import org.youju.security.ui.PersonName;
import org.youju.workflow.withdrawal.Withdrawal;

/** Every version of a cell: when, who, how far, from what to what and why; those who enter figures bring one back. */
final class HistoryPanel extends Section {

    /** How many versions are shown at first, and are added at a time. */
    private static final int FEW = 50;

    private final CellDesk desk;
    private final Runnable changed;
    private final boolean restores;

    /** @param changed told when a version was brought back */
    HistoryPanel(CellDesk desk, CellKey key, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        restores = desk.access().may(Permission.EDIT_DRAFTS) && desk.history().seesDrafts(key);
        addClassNames("yj-panel", "yj-dossier-panel");
        show(key, FEW);
    }

    private void show(CellKey key, int most) {
        removeAll();
        var read = desk.history().versions(key, most + 1);
        var versions = read.subList(0, Math.min(read.size(), most));
        add(new H2(getTranslation("cell.history")));
        if (versions.isEmpty()) {
            add(new Div(getTranslation("cell.history.none")));
            return;
        }
        add(new ComparePanel(desk, key, versions), table(versions));
        if (read.size() > most) {
            add(new Button(getTranslation("cell.history.earlier"), click -> show(key, most + FEW)));
        }
    }

    private Component table(List<Version> versions) {
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-stacked", "yj-dossier-versions");
        table.setCaptionText(getTranslation("cell.history.caption", versions.size()));
        var head = table.getHead().addRow();
        for (var key : List.of("cell.when", "cell.state", "cell.value", "cell.change", "cell.why")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var withdrawn = desk.withdrawals().of(Withdrawal.Kind.STATEMENT,
                versions.stream().filter(Version::last).map(Version::row).toList());
        versions.forEach(version -> table.getBody().add(row(version, withdrawn.get(version.row().id()))));
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("cell.history"));
        return scroll;
    }

    private NativeTableRow row(Version version, @Nullable Withdrawal withdrawn) {
        var row = version.row();
        var when = new NativeTableHeaderCell(new Span(desk.moment(row.recordedFrom())),
                caption(PersonName.of(row.recordedBy(), this::getTranslation)));
        when.getElement().setAttribute("scope", "row");
        var state = cell("cell.state", state(row.state()));
        if (version.before() != null && row.isRecalledFrom(version.before())) {
            state.show(caption(getTranslation("cell.recalled")));
        }
        if (withdrawn != null) {
            state.show(new StateBadge(Tone.WARN, Glyph.REJECTED, getTranslation("withdrawal.done")).tinted(),
                    caption(getTranslation("cell.by", withdrawn.decidedBy(), desk.moment(row.recordedTo()))));
        } else if (version.last()) {
            state.show(caption(getTranslation("cell.gone", desk.moment(row.recordedTo()))));
        }
        var change = cell("cell.change");
        if (version.before() == null) {
            change.show(caption(getTranslation("cell.first")));
        } else if (version.changed().isEmpty()) {
            change.show(caption(getTranslation("cell.unchanged")));
        } else {
            change.show(new DifferenceText(version.before(), row, version.changed()));
        }
        var why = cell("cell.why");
        if (version.why() != null) {
            why.show(new Div(version.why()));
        }
        if (withdrawn != null) {
            why.show(new Div(getTranslation("withdrawal.why", withdrawn.reason(),
                    PersonName.of(withdrawn.by(), this::getTranslation))));
        }
        if (restores && !row.isCurrent()) {
            why.show(restore(row));
        }
        return new NativeTableRow(when, state,
                cell("cell.value", new FigureText(row.figure()), new SourceBadge(row)), change, why);
    }

    private StackedCell cell(String label, Component... shown) {
        return new StackedCell(getTranslation(label), shown);
    }

    private Component restore(Observation row) {
        var figure = FigureWriter.show(row.figure(), getLocale()).text();
        var button = new Button(getTranslation("cell.restore"), click -> new ReasonDialog(
                getTranslation("cell.restore.title", figure), getTranslation("cell.restore.reason"),
                getTranslation("cell.restore"), reason -> {
                    desk.restorer().restore(row.id(), reason);
                    changed.run();
                }).open());
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation("cell.restore.of", figure, desk.moment(row.recordedFrom())));
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

    private static Span caption(String text) {
        var caption = new Span(text);
        caption.addClassName("yj-caption");
        return caption;
    }
}
