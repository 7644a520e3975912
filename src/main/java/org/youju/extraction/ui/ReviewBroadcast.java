package org.youju.extraction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.youju.base.ui.error.Failures;
import org.youju.extraction.review.ReviewChanged;

/** Tells every open desk of a reply what was decided at another. */
@Component
class ReviewBroadcast {

    /**
     * A desk that is open.
     *
     * @param read  reads anew what it shows; runs in the background with the rights of its person
     * @param rights of its person
     * @param show  shows that; runs with the desk's session locked
     */
    private record Listener<T>(UI ui, SecurityContext rights, Supplier<T> read, Show<T> show) {

        void tell(ReviewChanged change) {
            var read = read().get();
            try {
                ui.access(() -> show.show(change, read));
            } catch (UIDetachedException e) {
                // the page is gone, and nobody waits for the news
            }
        }
    }

    /** Shows what was read after a change. */
    interface Show<T> {

        void show(ReviewChanged change, T read);
    }

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Map<Long, Set<Listener<?>>> desks = new ConcurrentHashMap<>();

    /** Tells a desk of its reply's changes, other than those that are made in its own page, until it is closed. */
    <T> Registration listen(long replyId, UI ui, Supplier<T> read, Show<T> show) {
        var listener = new Listener<>(ui, SecurityContextHolder.getContext(), read, show);
        desks.computeIfAbsent(replyId, id -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> desks.computeIfPresent(replyId, (id, open) -> {
            open.remove(listener);
            return open.isEmpty() ? null : open;
        });
    }

    /** The change is committed when this is told. */
    @EventListener
    void tell(ReviewChanged change) {
        var here = UI.getCurrent();
        desks.getOrDefault(change.replyId(), Set.of()).stream().filter(desk -> desk.ui() != here).forEach(desk ->
                THREADS.execute(new DelegatingSecurityContextRunnable(() -> attempt(desk, change), desk.rights())));
    }

    private static void attempt(Listener<?> desk, ReviewChanged change) {
        try {
            desk.tell(change);
        } catch (RuntimeException e) {
            Failures.log(e);
        }
    }
}
