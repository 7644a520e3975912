package org.youju.entry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.youju.base.grid.GridBlock;
import org.youju.entry.CellAnswer;
import org.youju.entry.Sheets;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Catalogue;

/** What a pasted block would change and what is refused, before anything is kept. */
final class PasteDialog extends Dialog {

    /** So many lines are read; the rest is counted. */
    private static final int LONGEST = 200;

    private final Catalogue catalogue;
    private Runnable end;

    /**
     * @param answers what would become of each of its figures
     * @param farOff  whether a figure is far from those that its row shows
     * @param apply   saves it; either this or the other is done, once, when the dialog ends
     */
    PasteDialog(Catalogue catalogue, List<CellAnswer> answers, GridBlock block, Predicate<CellAnswer.Taken> farOff,
            Runnable apply, Runnable dismiss) {
        this.catalogue = catalogue;
        addClassNames("yj-dialog", "yj-paste");
        setHeaderTitle(getTranslation("entry.paste"));
        setCloseOnOutsideClick(false);
        var taken = of(answers, CellAnswer.Taken.class);
        var refused = of(answers, CellAnswer.Refused.class);
        var overtaken = of(answers, CellAnswer.Overtaken.class);
        var none = answers.stream().filter(it -> it instanceof CellAnswer.Same && Sheets.isNone(it.edit().text())).count();
        var same = answers.size() - taken.size() - refused.size() - overtaken.size() - none;
        var summary = new Paragraph(getTranslation("entry.paste.summary", taken.size(), refused.size()
                + overtaken.size(), same, block.beyond()));
        summary.addClassName("yj-paste-summary");
        add(summary);
        if (none > 0) {
            add(new Paragraph(getTranslation("entry.paste.none", none)));
        }
        if (block.named()) {
            add(new Paragraph(getTranslation("entry.paste.named")));
        }
        if (!block.unit().isEmpty()) {
            add(new Paragraph(getTranslation("entry.paste.unit", block.unit())));
        }
        if (!block.unseen().isEmpty()) {
            add(new Paragraph(getTranslation("entry.paste.unseen",
                    String.join(getTranslation("entry.paste.and"), block.unseen()))));
        }
        if (!refused.isEmpty() || !overtaken.isEmpty()) {
            add(new H3(getTranslation("entry.paste.refused")));
            var lines = new UnorderedList();
            lines.addClassName("yj-paste-refused");
            fill(lines, refused, it -> line(it.edit().indicator(), it.edit().period(), shortened(it.edit().text()),
                    getTranslation(it.why().key(), it.why().arguments())));
            fill(lines, overtaken, it -> line(it.edit().indicator(), it.edit().period(),
                    shortened(it.edit().text()), getTranslation("entry.paste.overtaken")));
            add(lines);
        }
        if (!taken.isEmpty()) {
            var byDistance = taken.stream().collect(Collectors.partitioningBy(farOff));
            var far = byDistance.get(true);
            if (!far.isEmpty()) {
                add(new H3(getTranslation("entry.paste.far", far.size())));
                add(lines(far, "yj-paste-far"));
            }
            if (far.size() < taken.size()) {
                add(new H3(getTranslation("entry.paste.taken")));
                add(lines(byDistance.get(false), "yj-paste-taken"));
            }
        }
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        var save = new Button(getTranslation("entry.paste.apply", taken.size()), click -> {
            end = apply;
            close();
        });
        save.addClassName("yj-primary");
        save.setEnabled(!taken.isEmpty());
        var first = taken.isEmpty() ? cancel : save;
        getFooter().add(cancel, save);
        end = dismiss;
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                first.focus();
            }
            if (!change.isOpened()) {
                end.run();
            }
        });
    }

    private UnorderedList lines(List<CellAnswer.Taken> taken, String style) {
        var lines = new UnorderedList();
        lines.addClassName(style);
        fill(lines, taken, it -> line(it.edit().indicator(), it.cell().period().label(getLocale()),
                it.before() == null ? getTranslation("entry.empty")
                        : FigureWriter.show(it.before().figure(), getLocale()).text(),
                "→ " + (it.figure() == null ? getTranslation("entry.empty")
                        : FigureWriter.show(it.figure(), getLocale()).text())));
        return lines;
    }

    private static <T> List<T> of(List<CellAnswer> answers, Class<T> kind) {
        return answers.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T> void fill(UnorderedList lines, List<T> all, Function<T, Component> line) {
        // a long list scrolls, by keyboard too
        lines.getElement().setAttribute("tabindex", "0");
        all.stream().limit(LONGEST).map(line).forEach(it -> lines.add(new ListItem(it)));
        if (all.size() > LONGEST) {
            lines.add(new ListItem(getTranslation("entry.paste.more", all.size() - LONGEST)));
        }
    }

    private Component line(String indicator, String period, String before, String after) {
        var name = new Span(catalogue.find(indicator).map(i -> i.name(getLocale())).orElse(indicator) + " " + period);
        name.addClassName("yj-paste-cell");
        var was = new Span(before);
        was.addClassName("yj-paste-was");
        var line = new Div(name, was, new Span(after));
        line.addClassName("yj-paste-line");
        return line;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
