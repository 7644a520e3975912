package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.dom.Element;

/** All keys of the desk. */
final class KeysDialog extends Dialog {

    KeysDialog() {
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation("desk.verb.KEYS"));
        var keys = new DescriptionList();
        keys.addClassName("yj-desk-keys");
        for (var verb : Verb.values()) {
            add(keys, verb.key(), getTranslation("desk.help." + verb));
        }
        add(keys, "Enter", getTranslation("desk.help.enter"));
        add(keys, "Esc", getTranslation("desk.help.escape"));
        add(keys);
        var close = new Button(getTranslation("desk.close"), click -> close());
        close.addClassName("yj-button");
        close.setAutofocus(true);
        getFooter().add(close);
    }

    private static void add(DescriptionList keys, String key, String words) {
        var pair = new Element("div");
        var term = new Element("dt");
        term.appendChild(new Element("kbd").setText(key));
        pair.appendChild(term, new Element("dd").setText(words));
        keys.getElement().appendChild(pair);
    }
}
