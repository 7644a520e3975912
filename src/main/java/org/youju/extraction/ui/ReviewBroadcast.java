package org.youju.extraction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.youju.base.ui.error.Failures;
import org.youju.extraction.intake.TextRenewed;
import org.youju.extraction.review.ReviewChanged;

/** Tells every open desk of a reply what was decided at another, and that its text is no longer the newest. */
@Component
class ReviewBroadcast {

    /**
     * What an open desk wants to know.
     *
     * @param <T> what it shows
     */
    interface Ear<T> {

        /** Reads anew what the desk shows; in the background, with the rights of its person. */
        T read();

        /** Shows what was read after a change; with the desk's session locked. */
        void show(ReviewChanged change, T read);

        /** Shows that the desk's text is no longer the newest; with the desk's session locked. */
        void renewed();
    }

    /** @param rights of its person */
    private record Desk<T>(UI ui, SecurityContext rights, Ear<T> ear) {

        void tell(ReviewChanged change) {
            var read = ear.read();
            access(() -> ear.show(change, read));
        }

        void renewed() {
            access(ear::renewed);
        }

        private void access(Command command) {
            try {
                ui.access(command);
            } catch (UIDetachedException e) {
                // the page is gone, and nobody waits for the news
            }
        }
    }

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Map<Long, Set<Desk<?>>> desks = new ConcurrentHashMap<>();

    /** Tells a desk of its reply's changes, other than those that are made in its own page, until it is closed. */
    <T> Registration listen(long replyId, UI ui, Ear<T> ear) {
        var desk = new Desk<>(ui, SecurityContextHolder.getContext(), ear);
        desks.computeIfAbsent(replyId, id -> ConcurrentHashMap.newKeySet()).add(desk);
        return () -> desks.computeIfPresent(replyId, (id, open) -> {
            open.remove(desk);
            return open.isEmpty() ? null : open;
        });
    }

    /** The change is committed when this is told. */
    @EventListener
    void tell(ReviewChanged change) {
        tell(change.replyId(), desk -> desk.tell(change));
    }

    @TransactionalEventListener
    void tell(TextRenewed renewed) {
        tell(renewed.replyId(), Desk::renewed);
    }

    private void tell(long replyId, Consumer<Desk<?>> news) {
        var here = UI.getCurrent();
        desks.getOrDefault(replyId, Set.of()).stream().filter(desk -> desk.ui() != here).forEach(desk ->
                THREADS.execute(new DelegatingSecurityContextRunnable(() -> attempt(() -> news.accept(desk)),
                        desk.rights())));
    }

    private static void attempt(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            Failures.log(e);
        }
    }
}
