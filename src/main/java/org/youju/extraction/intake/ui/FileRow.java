package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;

/** One file on its way in: its name, how far it is, and what was wrong with it. */
final class FileRow extends ListItem {

    private final String name;
    private final byte[] bytes;
    private final Runnable cancel;
    private final Div said = new Div();
    private final Element bar = new Element("progress");
    private final Span pages = new Span();
    private FileState state = new FileState.Waiting();

    /**
     * @param name   of the file, empty for a text that was pasted
     * @param cancel what the button for cancelling does
     */
    FileRow(String name, byte[] bytes, Runnable cancel) {
        this.name = name;
        this.bytes = bytes;
        this.cancel = cancel;
        addClassName("yj-intake-file");
        var words = new Span(label());
        words.addClassName("yj-intake-file-name");
        said.addClassName("yj-intake-file-said");
        said.getElement().setAttribute("role", "status");
        add(words, said);
        show();
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    FileState state() {
        return state;
    }

    /** What the file is called on the page. */
    String label() {
        return name.isEmpty() ? getTranslation("intake.pasted") : name;
    }

    void state(FileState next) {
        var before = state;
        state = next;
        if (before instanceof FileState.Reading && next instanceof FileState.Reading(int done, int all)) {
            progress(done, all);
        } else {
            show();
        }
    }

    private void show() {
        said.removeAll();
        getElement().setAttribute("data-state", state.getClass().getSimpleName());
        switch (state) {
            case FileState.Waiting() -> said.add(
                    new StateBadge(Tone.NONE, Glyph.CLOCK, getTranslation("intake.state.waiting")), cancelButton());
            case FileState.Reading(int done, int all) -> reading(done, all);
            case FileState.Ready(var file) -> said.add(
                    new StateBadge(Tone.INFO, Glyph.ENTRY, getTranslation("intake.state.ready")));
            case FileState.Known(var reply) -> said.add(
                    new StateBadge(Tone.WARN, Glyph.COPY, getTranslation("intake.state.known")),
                    new Span(getTranslation("intake.known.sentence")),
                    new Anchor(Routes.reply(reply.id()), reply.label()));
            case FileState.Refused(var why) -> {
                var sentence = new Span(getTranslation(why.key(), why.arguments()));
                sentence.addClassName("yj-intake-refusal");
                said.add(new StateBadge(Tone.BAD, Glyph.NOT_MET, getTranslation("intake.state.refused")), sentence);
            }
            case FileState.Taken(var reply) -> said.add(
                    new StateBadge(Tone.OK, Glyph.MET, getTranslation("intake.state.taken")),
                    new Anchor(Routes.reply(reply.id()), reply.label()));
        }
    }

    private void reading(int done, int all) {
        bar.setAttribute("aria-label", getTranslation("intake.reading.of", label()));
        pages.addClassName("yj-muted");
        said.add(new StateBadge(Tone.INFO, Glyph.CLOCK, getTranslation("intake.state.reading")));
        said.getElement().appendChild(bar);
        said.add(pages, cancelButton());
        progress(done, all);
    }

    private void progress(int done, int all) {
        if (all > 0) {
            bar.setAttribute("max", Integer.toString(all));
            bar.setAttribute("value", Integer.toString(done));
        }
        pages.setText(all > 1 ? getTranslation("intake.reading.pages", done, all) : "");
    }

    private Button cancelButton() {
        var button = new Button(getTranslation("base.cancel"), click -> cancel.run());
        button.addClassNames("yj-button", "yj-small-button");
        button.setAriaLabel(getTranslation("intake.cancel.of", label()));
        return button;
    }
}
