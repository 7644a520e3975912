package org.youju.extraction.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;

/** A verb with its key on it. */
final class VerbButton extends NativeButton {

    private final Verb verb;
    private final Element words = new Element("span");

    VerbButton(Verb verb, Consumer<Verb> act) {
        this.verb = verb;
        addClassName("yj-desk-verb");
        var key = new Element("kbd").setText(verb.key());
        key.setAttribute("aria-hidden", "true");
        words.setText(getTranslation("desk.verb." + verb));
        getElement().appendChild(words, key);
        getElement().setAttribute("aria-keyshortcuts", verb.key());
        addClickListener(click -> act.accept(verb));
    }

    Verb verb() {
        return verb;
    }

    /** Says something else than its verb's name, such as the way back from it. */
    void say(String text) {
        words.setText(text);
    }
}
