package org.youju.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.figure.Figure;
import org.youju.indicator.Catalogue;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;

/**
 * An edit that was read.
 *
 * @param cell    where it goes; null only where that is refused
 * @param figure  what it states; null where the cell is emptied or it is refused
 * @param rows    what stands in the cell, where that has been looked up
 * @param refusal why it can't be read, or null
 */
record ReadEdit(CellEdit edit, @Nullable CellKey cell, @Nullable Figure figure, List<Observation> rows,
        @Nullable RuleViolation refusal) {

    @Nullable Observation draft() {
        return CellDrafts.shown(rows);
    }

    /**
     * Reads edits of the cells of a region, in the order given; what can't be read says why.
     *
     * @throws RuleViolation if there are more than {@value Sheets#MOST_CELLS}
     */
    static List<ReadEdit> all(Catalogue catalogue, String region, List<CellEdit> edits) {
        if (edits.size() > Sheets.MOST_CELLS) {
            throw new RuleViolation("entry.too-many", edits.size(), Sheets.MOST_CELLS);
        }
        var text = new TypedText(catalogue.units());
        var taken = new HashSet<CellKey>();
        var read = new ArrayList<ReadEdit>();
        for (var edit : edits) {
            read.add(read(catalogue, text, region, edit, taken));
        }
        return read;
    }

    /** Whether it says by a sign of yearbooks that there is no figure, which is nothing to write where it was pasted. */
    boolean isNone() {
        return cell != null && TypedText.isNone(edit.text());
    }

    /** Whether it is refused for its words alone. */
    boolean isUnread() {
        return cell != null && refusal != null && refusal.key().startsWith("entry.text.");
    }

    /** The same with the figure of a row of its cell that has these very words; unread still where none has. */
    ReadEdit asRecorded(List<Observation> rows) {
        return rows.stream().filter(row -> row.cell().equals(cell) && row.figure().printed().equals(edit.text().strip()))
                .findFirst().map(row -> new ReadEdit(edit, cell, row.figure(), List.of(), null)).orElse(this);
    }

    private static ReadEdit read(Catalogue catalogue, TypedText text, String region, CellEdit edit, Set<CellKey> taken) {
        CellKey cell = null;
        try {
            if (edit.indicator().isBlank()) {
                throw new RuleViolation("entry.indicator.missing");
            }
            var indicator = catalogue.find(edit.indicator()).filter(it -> !catalogue.isRetired(it.code()))
                    .orElseThrow(() -> new RuleViolation("entry.indicator.unknown", edit.indicator()));
            cell = new CellKey(indicator.code(), region, TypedText.period(edit.period()));
            var figure = text.figure(edit.text(), indicator);
            if (edit.departure() != null) {
                PlainWords.of(edit.departure());
            }
            if (!taken.add(cell)) {
                throw new RuleViolation("entry.twice", cell.called(catalogue).toArray());
            }
            return new ReadEdit(edit, cell, figure, List.of(), null);
        } catch (RuleViolation refusal) {
            return new ReadEdit(edit, cell, null, List.of(), refusal);
        }
    }
}
