package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Optional;
import org.youju.observation.Observation;

/** What others have written beside what is written here, to choose from. */
final class RaceBox extends Div {

    /**
     * @param theirs what stands in the cell; empty where they emptied it
     * @param value  what is written here
     * @param ground what it rests on, in a few words
     * @param take   keeps theirs
     * @param insist keeps what is written here
     */
    void show(Optional<Observation> theirs, String value, String ground, Runnable take, Runnable insist) {
        removeAll();
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-race");
        table.setCaptionText(getTranslation("base.race.caption"));
        var head = table.getHead().addRow();
        for (var key : List.of("base.race.part", "base.race.theirs", "base.race.mine")) {
            var name = new NativeTableHeaderCell(getTranslation(key));
            name.getElement().setAttribute("scope", "col");
            head.add(name);
        }
        table.getBody().add(line("entry.value", theirs.map(it -> it.figure().printed()).orElse(getTranslation("entry.empty")),
                value), line("entry.sources", theirs.filter(Observation::isSourced)
                        .map(it -> it.citations().isEmpty() ? it.uncitedReason() : it.reply().label())
                        .orElse(getTranslation("entry.form.ground.none")), ground));
        var mine = button("base.race.insist", insist);
        var verbs = new Div(button("base.race.take", take), mine);
        verbs.addClassName("yj-form-verbs");
        add(table, verbs);
        mine.focus();
    }

    private NativeTableRow line(String key, String theirs, String own) {
        var name = new NativeTableHeaderCell(getTranslation(key));
        name.getElement().setAttribute("scope", "row");
        var line = new NativeTableRow();
        line.add(name, new NativeTableCell(theirs), new NativeTableCell(own));
        return line;
    }

    private Button button(String key, Runnable press) {
        var button = new Button(getTranslation(key), click -> press.run());
        button.addClassName("yj-button");
        return button;
    }
}
