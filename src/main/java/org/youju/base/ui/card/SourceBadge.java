package org.youju.base.ui.card;

import com.vaadin.flow.component.html.NativeButton;

/** The sign at the foot of a figure: 据, filled, where a sentence states it; 算, dashed, where it was computed. */
public final class SourceBadge extends NativeButton {

    /** Opens the sentence that states a figure; the caller sets a popover's target to it or adds a listener. */
    public static SourceBadge cited() {
        return new SourceBadge("base.source.cited", "base.source.cited.label");
    }

    /** Opens the formula of a computed figure. */
    public static SourceBadge computed() {
        var badge = new SourceBadge("base.source.computed", "base.source.computed.label");
        badge.addClassName("yj-is-computed");
        return badge;
    }

    private SourceBadge(String sign, String label) {
        addClassName("yj-source-badge");
        setText(getTranslation(sign));
        getElement().setAttribute("aria-label", getTranslation(label));
    }
}
