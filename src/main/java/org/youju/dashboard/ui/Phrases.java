package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts components into translated sentences: {0}, {1} … in the sentence are where they go. */
final class Phrases {

    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    private Phrases() {
    }

    static List<Component> fill(String sentence, Component... parts) {
        var filled = new ArrayList<Component>();
        var slots = SLOT.matcher(sentence);
        int from = 0;
        while (slots.find()) {
            if (slots.start() > from) {
                filled.add(new Text(sentence.substring(from, slots.start())));
            }
            filled.add(parts[Integer.parseInt(slots.group(1))]);
            from = slots.end();
        }
        if (from < sentence.length()) {
            filled.add(new Text(sentence.substring(from)));
        }
        return filled;
    }
}
