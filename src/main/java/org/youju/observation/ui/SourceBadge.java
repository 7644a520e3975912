package org.youju.observation.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.observation.Ruling;
import org.youju.reply.Layout.Place;
import org.youju.reply.Reply;

/**
 * The way from a figure to what it rests on: 据, filled, with the document that states it; 算, dashed, with the formula
 * of a computed one; 无出处 with the reason where no sentence states it.
 */
public final class SourceBadge extends Span {

    /** Several sources of one cell. */
    public SourceBadge(List<Observation> statements, Observation shown) {
        this(statements, shown, Optional.empty());
    }

    /**
     * Several sources of one cell.
     *
     * @param place where in its document the shown one stands; only its part is named, and only for a single source
     */
    public SourceBadge(List<Observation> statements, Observation shown, Optional<Place> place) {
        addClassName("yj-source");
        var all = Stream.concat(Stream.of(shown), statements.stream().filter(s -> s.id() != shown.id())).toList();
        var figure = FigureWriter.show(shown.figure(), getLocale()).text();
        if (!shown.isSourced()) {
            owed(figure, () -> all.stream().map(s -> Evidence.of(s, getLocale())).toList());
            return;
        }
        cited(figure, shown.reply(), shown.uncitedReason(), all.size(),
                place.map(Place::part).filter(part -> !part.isEmpty()),
                () -> all.stream().map(s -> Evidence.of(s, getLocale())).toList());
        if (shown.ruling() != null) {
            addComponentAtIndex(1, ruled(shown.ruling()));
        }
        if (shown.departure() != null) {
            addComponentAtIndex(1, differs(shown.departure()));
        }
    }

    /** Says that its quoted words state another figure, and why. */
    private Span differs(String why) {
        var mark = new Span(getTranslation("todo.differs"));
        mark.addClassName("yj-departs");
        mark.setTitle(getTranslation("desk.differs.why", why));
        return mark;
    }

    /** Says that a person decided that this one represents its cell, and why. */
    private Span ruled(Ruling ruling) {
        var mark = new Span(getTranslation("source.ruled"));
        mark.addClassName("yj-ruled");
        mark.setTitle(ruling.reason());
        return mark;
    }

    /** The source of one statement. */
    public SourceBadge(Observation statement) {
        this(List.of(), statement);
    }

    /** The source of any cited figure, such as a promise. */
    public SourceBadge(Evidence evidence) {
        addClassName("yj-source");
        cited(evidence.figure(), evidence.reply(), evidence.uncitedReason(), 1, Optional.empty(),
                () -> List.of(evidence));
    }

    /** The formula of a computed figure. */
    public SourceBadge(Calculation calculation) {
        addClassName("yj-source");
        var button = button("source.sign.computed", getTranslation("source.open.computed", calculation.result()));
        button.addClassName("yj-is-computed");
        var formula = new Span(calculation.formula());
        formula.addClassName("yj-source-words");
        EvidencePopover.behind(button, calculation.result(), () -> new CalculationPanel(calculation));
        add(button, formula);
    }

    /** @param evidence is asked for at a press only: most sources of a page are never looked at */
    private void cited(String figure, Reply reply, @Nullable String uncited, int sources, Optional<String> part,
            SerializableSupplier<List<Evidence>> evidence) {
        var name = reply.label();
        var button = uncited != null
                ? button("source.sign.none", getTranslation("source.open.none", figure, uncited))
                : button("source.sign.cited", sources == 1
                        ? getTranslation("source.open.one", figure, name)
                        : getTranslation("source.open.several", figure, name, sources));
        if (uncited != null) {
            button.addClassName("yj-no-source");
        }
        var words = new Span(uncited != null ? getTranslation("source.none.reason", uncited)
                : sources > 1 ? getTranslation("source.several", name, sources)
                : part.map(it -> getTranslation("source.in-part", name,
                        FigureWriter.counted(it, getLocale()))).orElse(name));
        words.addClassName("yj-source-words");
        EvidencePopover.behind(button, getTranslation("source.of", figure), () -> new EvidencePanel(evidence.get()));
        add(button, words);
    }

    /** A draft that owes its source, and the reason why it has none. */
    private void owed(String figure, SerializableSupplier<List<Evidence>> evidence) {
        var button = button("source.sign.none", getTranslation("source.open.owed", figure));
        button.addClassName("yj-no-source");
        var words = new Span(getTranslation("source.owed"));
        words.addClassName("yj-source-words");
        EvidencePopover.behind(button, getTranslation("source.of", figure), () -> new EvidencePanel(evidence.get()));
        add(button, words);
    }

    private NativeButton button(String sign, String label) {
        var button = new NativeButton(getTranslation(sign));
        button.addClassName("yj-source-badge");
        button.setAriaLabel(label);
        return button;
    }
}
