package org.youju.observation.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.youju.observation.Observation;
import org.youju.reply.Layout.Place;

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
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.of(shown, getLocale()));
        statements.stream().filter(s -> s.id() != shown.id()).forEach(s -> evidence.add(Evidence.of(s, getLocale())));
        cited(evidence, place.map(Place::part).filter(part -> !part.isEmpty()));
    }

    /** The source of one statement. */
    public SourceBadge(Observation statement) {
        this(List.of(), statement);
    }

    /** The source of any cited figure, such as a promise. */
    public SourceBadge(Evidence evidence) {
        addClassName("yj-source");
        cited(List.of(evidence), Optional.empty());
    }

    /** The formula of a computed figure. */
    public SourceBadge(Calculation calculation) {
        addClassName("yj-source");
        var button = button("source.sign.computed", getTranslation("source.open.computed", calculation.result()));
        button.addClassName("yj-is-computed");
        var formula = new Span(calculation.formula());
        formula.addClassName("yj-source-words");
        new EvidencePopover(button, calculation.result(), () -> new CalculationPanel(calculation));
        add(button, formula);
    }

    private void cited(List<Evidence> all, Optional<String> part) {
        var first = all.getFirst();
        var name = first.reply().label();
        var uncited = first.uncitedReason() != null;
        var button = uncited
                ? button("source.sign.none", getTranslation("source.open.none", first.figure(), first.uncitedReason()))
                : button("source.sign.cited", all.size() == 1
                        ? getTranslation("source.open.one", first.figure(), name)
                        : getTranslation("source.open.several", first.figure(), name, all.size()));
        if (uncited) {
            button.addClassName("yj-no-source");
        }
        var words = new Span(uncited ? getTranslation("source.none.reason", first.uncitedReason())
                : all.size() > 1 ? getTranslation("source.several", name, all.size())
                : part.map(it -> getTranslation("source.in-part", name, it)).orElse(name));
        words.addClassName("yj-source-words");
        new EvidencePopover(button, getTranslation("source.of", first.figure()), () -> new EvidencePanel(all));
        add(button, words);
    }

    private NativeButton button(String sign, String label) {
        var button = new NativeButton(getTranslation(sign));
        button.addClassName("yj-source-badge");
        button.setAriaLabel(label);
        return button;
    }
}
