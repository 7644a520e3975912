package org.youju.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** What a page puts into the top bar: its title, a note beside it, the way back, and its controls at the right. */
public final class PageHeader extends Div {

    private final H1 title = new H1();
    private final Span note = new Span();
    private final Div words = new Div();
    private final Div controls = new Div();

    /** A page that has something to put into the top bar. */
    public interface Owner {

        /** The same header for as long as the page lives. */
        PageHeader header();
    }

    /** @param title the page's name, already translated */
    public PageHeader(String title) {
        addClassName("yj-head");
        words.addClassName("yj-head-words");
        note.addClassName("yj-head-note");
        note.setVisible(false);
        controls.addClassName("yj-head-controls");
        this.title.setText(title);
        words.add(this.title, note);
        add(words, controls);
    }

    /** Takes away the way back, the note and the controls, before the page shows something else. */
    public PageHeader reset() {
        words.removeAll();
        words.add(title, note);
        controls.removeAll();
        note("");
        return this;
    }

    /** Names the page anew, such as after the name of what it shows was read. */
    public PageHeader title(String text) {
        title.setText(text);
        return this;
    }

    /** The page's name. */
    public String title() {
        return title.getText();
    }

    /** A few quiet words after the title. */
    public PageHeader note(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
        return this;
    }

    /** A way back, before the title. Called twice, it gives two steps. */
    public PageHeader crumb(String text, String route) {
        var crumb = new Span(new Anchor(route, text));
        crumb.addClassName("yj-crumb");
        words.addComponentAtIndex(words.indexOf(title), crumb);
        return this;
    }

    /** Adds controls at the right. */
    public PageHeader controls(Component... components) {
        controls.add(components);
        return this;
    }
}
