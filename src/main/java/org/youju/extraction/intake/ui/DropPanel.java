package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.reply.file.FileReading;
import org.youju.reply.file.Format;

/** Where files are dropped or chosen, and text is pasted. */
final class DropPanel extends Div {

    /** A text that is pasted is told at once: the page may be left while the cursor is still in the field. */
    private static final String TELL_PASTE = """
            this.addEventListener('paste', () => setTimeout(() => this.dispatchEvent(new Event('change'))));""";
    private static final int MEGABYTE = 1024 * 1024;

    private final TextArea pasted = new TextArea();
    private final Receiver receiver;

    /** Told of what is handed in, with the session locked. */
    interface Receiver {

        /** @param name of the file, empty for a text that was pasted */
        void take(String name, byte[] bytes);

        /** A file that was refused before it was read. */
        void refuse(String name, RuleViolation why);
    }

    DropPanel(Receiver receiver) {
        this.receiver = receiver;
        addClassName("yj-intake-drop");
        add(files(), paste());
    }

    /** Takes the panel out of sight; files on their way still arrive, which a component that is not visible refuses. */
    void fold(boolean folded) {
        getElement().setAttribute("hidden", folded);
    }

    /** Whether a text was pasted and not handed in yet. */
    boolean holdsText() {
        return !pasted.getValue().isBlank();
    }

    /** Takes a text back that was handed in and not taken; what has been pasted since stays. */
    void giveBack(String text) {
        if (!holdsText()) {
            pasted.setValue(text);
        }
    }

    private Component files() {
        var manager = new UploadManager(this);
        manager.setAcceptedFileExtensions(Format.accepted().toArray(String[]::new));
        UploadHandler handler = this::receive;
        manager.setUploadHandler(handler);
        manager.addFileRejectedListener(rejected -> receiver.refuse(rejected.getFileName(),
                switch (rejected.getReason()) {
                    case INCORRECT_FILE_TYPE -> new RuleViolation("reply.file.type", rejected.getFileName());
                    case FILE_TOO_LARGE, TOO_MANY_FILES, UNKNOWN -> new RuleViolation("intake.upload.failed");
                }));
        manager.addAllFinishedListener(finished -> manager.clearFileList());
        var choose = new UploadButton(getTranslation("intake.choose"), manager);
        choose.addClassName("yj-primary");
        var words = new Paragraph(getTranslation("intake.drop"));
        words.addClassName("yj-intake-drop-words");
        var limits = new Paragraph(getTranslation("intake.limits", String.join(" ", Format.accepted()),
                FileReading.LARGEST / MEGABYTE, FileReading.MOST_PAGES, FileReading.LONGEST.toSeconds()));
        limits.addClassName("yj-caption");
        var zone = new Div(Glyph.REPLIES.icon(), words, choose, limits);
        zone.addClassName("yj-intake-zone");
        return panel("intake.files", new UploadDropZone(zone, manager));
    }

    private Component paste() {
        pasted.addClassName("yj-intake-paste");
        pasted.setLabel(getTranslation("intake.paste.label"));
        pasted.setPlaceholder(getTranslation("intake.paste.hint"));
        pasted.setManualValidation(true);
        pasted.getElement().executeJs(TELL_PASTE);
        var read = new Button(getTranslation("intake.paste.read"), click -> paste(pasted.getValue()));
        read.addClassName("yj-button");
        return panel("intake.paste", pasted, read);
    }

    private void paste(String text) {
        pasted.setInvalid(text.isBlank());
        if (text.isBlank()) {
            pasted.setErrorMessage(getTranslation("intake.paste.empty"));
            pasted.focus();
            return;
        }
        receiver.take("", text.getBytes(StandardCharsets.UTF_8));
        pasted.clear();
    }

    private Section panel(String nameKey, Component... content) {
        var panel = new Section(new H2(getTranslation(nameKey)));
        panel.addClassName("yj-panel");
        panel.add(content);
        return panel;
    }

    /** Takes what a browser sends, without the session's lock, and no more than is read; its size is told before. */
    private void receive(UploadEvent event) throws IOException {
        var size = event.getFileSize();
        if (size > FileReading.LARGEST) {
            event.getUI().access(() -> receiver.refuse(event.getFileName(), FileReading.tooBig(size)));
            event.reject();
            return;
        }
        byte[] bytes;
        try (var in = event.getInputStream()) {
            bytes = in.readNBytes(FileReading.LARGEST + 1);
        }
        try {
            event.getUI().access(() -> receiver.take(event.getFileName(), bytes));
        } catch (UIDetachedException e) {
            event.reject();
        }
    }
}
