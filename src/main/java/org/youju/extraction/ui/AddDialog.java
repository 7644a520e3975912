package org.youju.extraction.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.youju.reply.ui.PaperText;

/** Finds words of the text that the reading passed over, for those who select nothing with a pointer. */
final class AddDialog extends Dialog {

    private static final int MOST = 50;
    private static final int AROUND = 12;

    private final String text;
    private final TextField words = new TextField();
    private final Select<PaperText.Span> places = new Select<>();
    private final Paragraph found = new Paragraph();
    private final Button add = new Button();
    private final Button reject = new Button();

    /**
     * @param sought   what is looked for, to begin with
     * @param added    told the place of a figure that was missed
     * @param rejected told the place of what is no indicator
     */
    AddDialog(String text, String sought, Consumer<PaperText.Span> added, Consumer<PaperText.Span> rejected) {
        this.text = text;
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation("desk.add.title"));
        words.setLabel(getTranslation("desk.add.words"));
        words.setHelperText(getTranslation("desk.add.help"));
        words.setMaxLength(100);
        words.setAutofocus(true);
        words.setValue(sought);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addValueChangeListener(change -> find());
        places.setLabel(getTranslation("desk.add.place"));
        places.setItemLabelGenerator(this::around);
        found.getElement().setAttribute("role", "status");
        add.setText(getTranslation("desk.add"));
        add.addClassName("yj-primary");
        add.addClickListener(click -> finish(added));
        add.addClickShortcut(Key.ENTER).listenOn(words);
        reject.setText(getTranslation("desk.add.reject"));
        reject.addClassName("yj-button");
        reject.addClickListener(click -> finish(rejected));
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        var form = new Div(words, found, places);
        form.addClassName("yj-entry-form");
        add(form);
        getFooter().add(cancel, reject, add);
        find();
    }

    private void find() {
        var sought = words.getValue().strip();
        List<PaperText.Span> spans = new ArrayList<>();
        for (int at = sought.isEmpty() ? -1 : text.indexOf(sought); at >= 0 && spans.size() < MOST;
                at = text.indexOf(sought, at + sought.length())) {
            spans.add(new PaperText.Span(at, at + sought.length()));
        }
        places.setItems(spans);
        places.setVisible(!spans.isEmpty());
        spans.stream().findFirst().ifPresent(places::setValue);
        found.setText(sought.isEmpty() ? "" : getTranslation("desk.add.found", spans.size()));
        add.setEnabled(!spans.isEmpty());
        reject.setEnabled(!spans.isEmpty());
    }

    private String around(PaperText.Span span) {
        var before = text.substring(Math.max(0, span.start() - AROUND), span.start());
        var after = text.substring(span.end(), Math.min(text.length(), span.end() + AROUND));
        return "…" + (before + "【" + text.substring(span.start(), span.end()) + "】" + after).replaceAll("\\s+", " ") + "…";
    }

    private void finish(Consumer<PaperText.Span> told) {
        var span = places.getValue();
        if (span != null) {
            close();
            told.accept(span);
        }
    }
}
