package org.youju.dashboard.ui;

import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.stream.Collectors;
import org.youju.base.ui.Glyph;
import org.youju.reply.Reply;

/** Copies the summary with the document numbers of its sources; where the browser refuses, it lays the text out. */
final class SummaryCopy extends Div {

    private static final int SHOWN_MILLISECONDS = 6_000;

    private final String copied;
    private final String sources;

    /**
     * @param words   the summary as it stands on the page
     * @param sources at least one
     */
    SummaryCopy(String words, List<Reply> sources) {
        this.sources = sources.stream().map(SummaryCopy::reference)
                .collect(Collectors.joining(getTranslation("dashboard.list.comma")));
        copied = words.strip() + "\n" + getTranslation("dashboard.copy.sources", this.sources);
        addClassName("yj-summary-copy");
        var button = new NativeButton();
        button.add(Glyph.COPY.icon(), new Span(getTranslation("dashboard.copy")));
        button.addClassNames("yj-button", "yj-small-button");
        Clipboard.onClick(button).writeText(copied, done -> tell(), failed -> layOut());
        add(button);
    }

    /** A document as a quotation names it: its number, or its title where it has none. */
    private static String reference(Reply reply) {
        return reply.docNo() == null ? "《" + reply.title() + "》" : reply.docNo();
    }

    private void tell() {
        Notification.show(getTranslation("dashboard.copy.done", sources), SHOWN_MILLISECONDS,
                Notification.Position.BOTTOM_START).addClassName("yj-notification");
    }

    private void layOut() {
        getChildren().filter(Div.class::isInstance).toList().forEach(this::remove);
        var text = new Div(copied);
        text.addClassName("yj-summary-text-to-copy");
        text.getElement().setAttribute("tabindex", "0").setAttribute("role", "textbox")
                .setAttribute("aria-readonly", "true").setAttribute("aria-multiline", "true")
                .setAttribute("aria-label", getTranslation("dashboard.copy.text"));
        var refused = new Div(new Paragraph(getTranslation("dashboard.copy.failed")), text);
        refused.addClassName("yj-summary-refused");
        refused.getElement().setAttribute("role", "status");
        add(refused);
        text.getElement().executeJs("this.focus(); getSelection().selectAllChildren(this)");
    }
}
