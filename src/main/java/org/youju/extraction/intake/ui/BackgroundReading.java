package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.error.Failures;
import org.youju.extraction.intake.Handed;
import org.youju.reply.file.Progress;

/** Reads one file in the background, with the rights of whoever asks, and tells the page how far it is. */
final class BackgroundReading implements Progress {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final long AT_MOST_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private final UI ui;
    private final Consumer<FileState> told;
    private volatile boolean cancelled;
    private long last = System.nanoTime() - AT_MOST_EVERY;

    private BackgroundReading(UI ui, Consumer<FileState> told) {
        this.ui = ui;
        this.told = told;
    }

    /**
     * @param read reads the file
     * @param told each state of the file, with the session locked; a last one that is ready, known or refused
     */
    static BackgroundReading start(Function<Progress, Handed> read, UI ui, Consumer<FileState> told) {
        var reading = new BackgroundReading(ui, told);
        THREADS.execute(new DelegatingSecurityContextRunnable(() -> reading.run(read)));
        return reading;
    }

    /** Ends the reading; nothing more is told of it. */
    void cancel() {
        cancelled = true;
    }

    private void run(Function<Progress, Handed> read) {
        FileState outcome;
        try {
            outcome = switch (read.apply(this)) {
                case Handed.Fresh fresh -> new FileState.Ready(fresh);
                case Handed.Known(var reply) -> new FileState.Known(reply);
            };
        } catch (RuleViolation refusal) {
            outcome = new FileState.Refused(refusal);
        } catch (Throwable e) { // whatever it is, the file must not seem to be read for ever, nor those behind it wait
            outcome = new FileState.Refused(new RuleViolation("error.failure.sentence", Failures.log(e)));
        }
        var last = outcome;
        show(() -> told.accept(last));
    }

    @Override
    public void at(int done, int all) {
        var now = System.nanoTime();
        if (now - last >= AT_MOST_EVERY) {
            last = now;
            show(() -> told.accept(new FileState.Reading(done, all)));
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    private void show(Command change) {
        try {
            ui.access(() -> {
                if (!cancelled) {
                    change.execute();
                }
            });
        } catch (UIDetachedException e) {
            cancelled = true; // nobody waits for the text any more
        }
    }
}
