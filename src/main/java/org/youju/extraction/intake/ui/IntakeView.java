package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.extraction.intake.Delivery;
import org.youju.extraction.intake.Handed;
import org.youju.extraction.intake.HeaderFields;
import org.youju.extraction.intake.IntakeService;
import org.youju.extraction.intake.NewVersion;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/**
 * Where documents come in. Files are read one after another in the background; the first that is read is checked
 * beside its text, and recorded, before the next.
 */
@Route(Routes.NEW_REPLY)
@RolesAllowed(Role.Names.STATISTICIAN)
class IntakeView extends Div implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle,
        PageHeader.Owner, DropPanel.Receiver {

    /** Lets the browser ask before the tab is closed or loads another page. */
    private static final String GUARD = """
            const guard = event => {
                if (!this.isConnected) {
                    window.removeEventListener('beforeunload', guard);
                } else if (this.dataset.unsaved || this.querySelector('vaadin-text-area')?.value.trim()) {
                    event.preventDefault();
                }
            };
            window.addEventListener('beforeunload', guard);""";

    private final IntakeService intake;
    private final ReplyService replies;
    private final PageHeader header = new PageHeader(getTranslation("intake.title"));
    private final List<FileRow> files = new ArrayList<>();
    private final UnorderedList queue = new UnorderedList();
    private final Section queuePanel = new Section();
    private final Div desk = new Div();
    private final DropPanel drop = new DropPanel(this);

    private @Nullable FileRow reading;
    private @Nullable BackgroundReading work;
    private @Nullable FileRow open;

    IntakeView(IntakeService intake, ReplyService replies) {
        this.intake = intake;
        this.replies = replies;
        addClassNames("yj-page", "yj-intake");
        queue.addClassName("yj-intake-queue");
        queuePanel.add(new H2(getTranslation("intake.queue")), queue);
        queuePanel.addClassName("yj-panel");
        queuePanel.setVisible(false);
        desk.addClassName("yj-intake-desk");
        desk.setVisible(false);
        add(queuePanel, drop, desk);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("intake.title") + " · " + getTranslation("base.wordmark");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        header.reset().crumb(getTranslation("reply.list"), Routes.REPLIES);
        var orphans = replies.countOrphans();
        if (orphans > 0) {
            header.controls(new Anchor(Routes.ORPHANS, getTranslation("orphan.link", orphans)));
        }
    }

    /** What a person has pasted, typed or handed in is not thrown away without asking. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var unsaved = unsaved();
        if (unsaved.isEmpty()) {
            return;
        }
        var leaving = event.postpone();
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("intake.leave"));
        dialog.setText(getTranslation("intake.leave.sentence", unsaved.get()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("intake.leave.stay"));
        dialog.setConfirmText(getTranslation("intake.leave.go"));
        dialog.addConfirmListener(confirmed -> leaving.proceed());
        dialog.addCancelListener(cancelled -> leaving.cancel());
        dialog.open();
    }

    /** What the page calls the first of the texts that would be lost; empty where none would be. */
    private Optional<String> unsaved() {
        return files.stream().filter(IntakeView::isUnsaved).findFirst().map(FileRow::label)
                .or(() -> Optional.of(getTranslation("intake.pasted")).filter(name -> drop.holdsText()));
    }

    private static boolean isUnsaved(FileRow row) {
        return switch (row.state()) {
            case FileState.Waiting waiting -> true;
            case FileState.Reading reading -> true;
            case FileState.Ready ready -> true;
            case FileState.Known known -> false;
            case FileState.Refused refused -> false;
            case FileState.Taken taken -> false;
        };
    }

    /** Notes where a file has got to, and whether the browser is to ask before the page is left. */
    private void reached(FileRow row, FileState state) {
        row.state(state);
        if (files.stream().anyMatch(IntakeView::isUnsaved)) {
            getElement().setAttribute("data-unsaved", "true");
        } else {
            getElement().removeAttribute("data-unsaved");
        }
    }

    /** Puts a pasted text that could not be read back to where it was pasted. */
    private void giveBack(FileRow row) {
        if (row.name().isEmpty() && row.state() instanceof FileState.Refused) {
            drop.giveBack(new String(row.bytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(GUARD);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        Optional.ofNullable(work).ifPresent(BackgroundReading::cancel);
    }

    @Override
    public void take(String name, byte[] bytes) {
        add(name, bytes);
        next();
    }

    @Override
    public void refuse(String name, RuleViolation why) {
        reached(add(name, new byte[0]), new FileState.Refused(why));
    }

    private FileRow add(String name, byte[] bytes) {
        var row = new FileRow[1];
        row[0] = new FileRow(name, bytes, () -> cancel(row[0]));
        files.add(row[0]);
        queue.add(row[0]);
        queuePanel.setVisible(true);
        return row[0];
    }

    private void cancel(FileRow row) {
        reached(row, new FileState.Refused(new RuleViolation("reply.file.cancelled")));
        giveBack(row);
        if (row == reading) {
            work.cancel();
            reading = null;
            work = null;
            next();
        }
    }

    /** Reads the next file that waits, and opens the next that is read. */
    private void next() {
        if (reading == null) {
            first(FileState.Waiting.class).ifPresent(this::read);
        }
        if (open == null) {
            first(FileState.Ready.class).ifPresent(row -> {
                if (row.state() instanceof FileState.Ready(var file)) {
                    open(row, file);
                }
            });
        }
    }

    private Optional<FileRow> first(Class<? extends FileState> state) {
        return files.stream().filter(row -> state.isInstance(row.state())).findFirst();
    }

    private void read(FileRow row) {
        reading = row;
        reached(row, new FileState.Reading(0, 0));
        work = BackgroundReading.start(it -> intake.read(row.bytes(), row.name(), it), UI.getCurrent(), state -> {
            reached(row, state);
            giveBack(row);
            if (!(state instanceof FileState.Reading)) {
                reading = null;
                work = null;
                next();
            }
        });
    }

    private void open(FileRow row, Handed.Fresh file) {
        open = row;
        drop.fold(true);
        desk.removeAll();
        desk.add(new HeaderDesk(intake, file, new HeaderDesk.Decisions() {
            @Override
            public void take(HeaderFields fields, Delivery delivery) {
                close(new FileState.Taken(intake.take(fields, delivery)));
            }

            @Override
            public void takeAsNewVersion(Reply known, Delivery delivery) {
                var version = intake.takeAsNewVersion(known.id(), delivery);
                reached(row, new FileState.Taken(version.reply()));
                desk.removeAll();
                desk.add(outcome(version));
            }

            @Override
            public void setAside() {
                close(new FileState.Refused(new RuleViolation("intake.setAside")));
            }
        }));
        desk.setVisible(true);
    }

    /** Goes on to the next file; after the last, to what was recorded. */
    private void close(FileState state) {
        reached(open, state);
        open = null;
        desk.removeAll();
        desk.setVisible(false);
        drop.fold(false);
        next();
        if (open == null && reading == null && state instanceof FileState.Taken(var reply)) {
            Routes.open(Routes.review(reply.id()));
        }
    }

    private Component outcome(NewVersion version) {
        var links = new Div(new Anchor(Routes.reply(version.reply().id()), getTranslation("intake.version.open")));
        links.addClassName("yj-intake-links");
        if (version.orphans() > 0) {
            links.add(new Anchor(Routes.ORPHANS, getTranslation("intake.version.orphans", version.orphans())));
        }
        var more = new Button(getTranslation("intake.version.more"), click -> {
            open = null;
            desk.setVisible(false);
            drop.fold(false);
            next();
        });
        more.addClassName("yj-button");
        links.add(more);
        var panel = new Section(new H2(getTranslation("intake.version.title", version.reply().label(),
                version.number())), new Span(getTranslation("intake.version.counts", version.found(),
                version.orphans())), links);
        panel.addClassNames("yj-panel", "yj-intake-outcome");
        panel.getElement().setAttribute("role", "status");
        return panel;
    }
}
