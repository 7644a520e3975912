package org.youju.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.youju.base.ui.error.Failures;

/** Rings the bells of all open pages of those who have been told something, once it is committed. */
@Component
class BellRope {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Map<String, Set<Page>> pages = new ConcurrentHashMap<>();

    /** An open page, which rings with the rights of its person. */
    private record Page(UI ui, SecurityContext rights, Runnable ring) {

        void tell() {
            THREADS.execute(() -> {
                try {
                    ui.access(() -> new DelegatingSecurityContextRunnable(this::attempt, rights).run());
                } catch (UIDetachedException e) {
                    // the page is gone, and nobody waits for the news
                }
            });
        }

        private void attempt() {
            try {
                ring.run();
            } catch (RuntimeException e) {
                Failures.log(e);
            }
        }
    }

    /**
     * Lets a page hear of what comes for its person, until the registration is removed.
     *
     * @param ring called with the page's session locked
     */
    Registration hang(UI ui, String owner, Runnable ring) {
        var page = new Page(ui, SecurityContextHolder.getContext(), ring);
        pages.computeIfAbsent(owner, name -> ConcurrentHashMap.newKeySet()).add(page);
        return () -> pages.computeIfPresent(owner, (name, open) -> {
            open.remove(page);
            return open.isEmpty() ? null : open;
        });
    }

    @TransactionalEventListener(fallbackExecution = true)
    void tell(Bell.Rung rung) {
        rung.people().forEach(owner -> pages.getOrDefault(owner, Set.of()).forEach(Page::tell));
    }
}
