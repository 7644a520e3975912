package org.youju.reply.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Says that a document hides its contact persons; not to be seen where it hides none. */
public final class MaskedNote extends Paragraph {

    /** The note above {@code paper}. */
    public MaskedNote(PaperText paper) {
        super();
        setText(getTranslation("reply.masked"));
        addClassName("yj-paper-masked");
        setVisible(paper.masks());
    }
}
