package org.youju.security.audit;

import java.util.Arrays;
import org.youju.base.Fingerprint;

/** Binds each event to all that came before it: the SHA-256 over the hash before and every field, each with its length. */
final class Chain {

    /** The hash before the first event. */
    static final String START = "0".repeat(64);

    private static final int PAGE = 10_000;

    private Chain() {
    }

    /** The hash of an event that follows another; the event's own is not looked at. */
    static String hash(String before, AuditEvent event) {
        var what = event.what();
        return Fingerprint.of(Arrays.asList(before, Long.toString(event.seq()), event.at().toString(), what.actor(),
                what.action(), what.entity(), what.name(), what.before(), what.after(), event.requestId()));
    }

    /** Reckons every hash of the trail again, from the first row to the newest. */
    static ChainCheck check(AuditRepository trail) {
        return check(trail, (done, all) -> { });
    }

    /** @param progress told after each part how many rows are done, and of how many */
    static ChainCheck check(AuditRepository trail, ChainCheck.Progress progress) {
        var head = trail.head();
        var seq = 0L;
        var hash = Chain.START;
        while (seq < head.seq()) {
            var events = trail.after(seq, PAGE);
            for (var event : events) {
                if (event.seq() != seq + 1 || !Chain.hash(hash, event).equals(event.hash())) {
                    return new ChainCheck.Broken(seq + 1);
                }
                seq = event.seq();
                hash = event.hash();
                if (seq == head.seq()) {
                    break;
                }
            }
            if (events.isEmpty()) {
                return new ChainCheck.Broken(seq + 1);
            }
            progress.reached(seq, head.seq());
        }
        return hash.equals(head.hash()) ? new ChainCheck.Intact(seq, hash) : new ChainCheck.Broken(seq);
    }
}
