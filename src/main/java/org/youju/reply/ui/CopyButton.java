package org.youju.reply.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;

/** Copies a text that was given when it was made, and says whether that worked. */
public final class CopyButton extends Button {

    /** @param words what it does, already translated */
    public CopyButton(String words, String copied) {
        super(words);
        addClassName("yj-verb");
        getElement().setAttribute("aria-live", "polite");
        Clipboard.onClick(this).writeText(copied,
                done -> setText(getTranslation("reply.copied")),
                failed -> setText(getTranslation("reply.copy.failed")));
    }
}
