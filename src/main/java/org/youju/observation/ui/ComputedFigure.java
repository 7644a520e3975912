package org.youju.observation.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A figure of ours within other words, underlined as computed; pressing it opens how it was computed, and from what. */
public final class ComputedFigure extends NativeButton {

    /** Shows the result of a calculation. */
    public ComputedFigure(Calculation calculation) {
        addClassName("yj-reckoned");
        setText(calculation.result());
        setAriaLabel(getTranslation("source.open.computed", calculation.result()));
        EvidencePopover.behind(this, calculation.result(), () -> new CalculationPanel(calculation));
    }
}
