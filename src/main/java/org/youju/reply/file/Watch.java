package org.youju.reply.file;

import java.time.Duration;

/** Ends a reading that takes too long, grows too large or is no longer wanted. Readers ask it in every loop. */
final class Watch {

    /** The most pages that are read. */
    static final int PAGES = 300;

    private final Progress progress;
    private final Duration limit;
    private final long start = System.nanoTime();

    Watch(Progress progress, Duration limit) {
        this.progress = progress;
        this.limit = limit;
    }

    /** @throws org.youju.base.RuleViolation if the reading has to end */
    void check() {
        if (progress.cancelled() || Thread.currentThread().isInterrupted()) {
            throw Refusal.CANCELLED.with();
        }
        if (System.nanoTime() - start > limit.toNanos()) {
            throw Refusal.TOO_SLOW.with(limit.toSeconds());
        }
    }

    /** @throws org.youju.base.RuleViolation if the reading has to end */
    void at(int done, int all) {
        check();
        progress.at(done, all);
    }

    /** @throws org.youju.base.RuleViolation if there are more pages than are read */
    int pages(int pages) {
        if (pages > PAGES) {
            throw Refusal.TOO_MANY_PAGES.with(pages, PAGES);
        }
        return pages;
    }
}
