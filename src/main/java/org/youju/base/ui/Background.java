package org.youju.base.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;

/** Work that a page does not wait for. */
public final class Background {

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Background() {
    }

    /** Virtual threads that have the rights of whoever gives them work; whose rights those are is looked up anew each time. */
    public static Executor threads() {
        return new DelegatingSecurityContextExecutor(THREADS);
    }
}
