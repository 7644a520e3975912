package org.youju.observation.ui;

import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import org.youju.figure.FigureWriter;
import org.youju.figure.Shown;
import org.youju.observation.Observation;

/**
 * A figure within a sentence of ours, marked as cited; pressing it opens its source. One that is not validated is hollow
 * and says so.
 */
public final class QuotedFigure extends NativeButton {

    /** The figure with its sign. */
    public QuotedFigure(Observation statement) {
        this(statement, false);
    }

    /** The figure without its sign, for a sentence that says 下降 itself. */
    public static QuotedFigure unsigned(Observation statement) {
        return new QuotedFigure(statement, true);
    }

    private QuotedFigure(Observation statement, boolean unsigned) {
        addClassName("yj-quoted");
        var shown = FigureWriter.show(statement.figure(), getLocale());
        var words = StatusWords.marked((unsigned ? withoutSign(shown) : shown).text(), statement, getLocale());
        if (!statement.status().isFirm()) {
            addClassName("yj-is-unvalidated");
        }
        setText(words);
        setAriaLabel(getTranslation("source.open.one", words, statement.reply().label()));
        EvidencePopover.behind(this, getTranslation("source.of", words),
                () -> new EvidencePanel(List.of(Evidence.of(statement, getLocale()))));
    }

    private static Shown withoutSign(Shown shown) {
        return new Shown(shown.before(), shown.number().replace("\u2212", ""), shown.after(), shown.unit());
    }
}
