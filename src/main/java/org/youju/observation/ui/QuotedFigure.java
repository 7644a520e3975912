package org.youju.observation.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import org.youju.figure.FigureWriter;
import org.youju.figure.Shown;
import org.youju.observation.Observation;

/**
 * A figure within words of ours, marked as cited; pressing it opens its source. One that is not validated is hollow and
 * says so.
 */
public final class QuotedFigure extends NativeButton {

    private enum Form {
        WHOLE, UNSIGNED, CHANGE
    }

    /** The figure with its sign. */
    public QuotedFigure(Observation statement) {
        this(statement, Form.WHOLE);
    }

    /** The figure without its sign, for a sentence that says 下降 itself. */
    public static QuotedFigure unsigned(Observation statement) {
        return new QuotedFigure(statement, Form.UNSIGNED);
    }

    /** A figure that is a change, always with its sign: +8.31%. */
    public static QuotedFigure change(Observation statement) {
        return new QuotedFigure(statement, Form.CHANGE);
    }

    /** A cited figure that is no observation, such as what a promise asks for; {@code words} are how it is shown. */
    public QuotedFigure(String words, Evidence evidence) {
        show(words, evidence.reply().label(), () -> evidence);
    }

    private QuotedFigure(Observation statement, Form form) {
        var figure = statement.figure();
        var shown = switch (form) {
            case WHOLE -> FigureWriter.show(figure, getLocale());
            case UNSIGNED -> withoutSign(FigureWriter.show(figure, getLocale()));
            case CHANGE -> FigureWriter.change(figure, getLocale());
        };
        if (!statement.status().isFirm()) {
            addClassName("yj-is-unvalidated");
        }
        var words = StatusWords.marked(shown.text(), statement, getLocale());
        show(statement.departure() == null ? words : getTranslation("source.differs", words), statement.reply().label(), () -> Evidence.of(statement, getLocale()));
    }

    private void show(String words, String document, SerializableSupplier<Evidence> evidence) {
        addClassName("yj-quoted");
        setText(words);
        setAriaLabel(getTranslation("source.open.one", words, document));
        EvidencePopover.behind(this, getTranslation("source.of", words),
                () -> new EvidencePanel(List.of(evidence.get())));
    }

    private static Shown withoutSign(Shown shown) {
        return new Shown(shown.before(), shown.number().replace("\u2212", ""), shown.after(), shown.unit());
    }
}
