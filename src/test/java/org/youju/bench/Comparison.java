package org.youju.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The medians of two things that were measured by turns in one run, so that what else the machine does weighs on both.
 *
 * @param product   nanoseconds
 * @param yardstick nanoseconds
 */
record Comparison(long product, long yardstick) {

    /**
     * Measures by turns; who goes first changes from round to round.
     *
     * @param product   measures once and tells the nanoseconds
     * @param yardstick measures once and tells the nanoseconds
     * @param warmUp    rounds that don't count
     * @param rounds    rounds that count
     */
    static Comparison of(LongSupplier product, LongSupplier yardstick, int warmUp, int rounds) {
        var ours = new long[rounds];
        var theirs = new long[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            var oursFirst = round % 2 == 0;
            long one = (oursFirst ? product : yardstick).getAsLong();
            long other = (oursFirst ? yardstick : product).getAsLong();
            if (round >= 0) {
                ours[round] = oursFirst ? one : other;
                theirs[round] = oursFirst ? other : one;
            }
        }
        return new Comparison(median(ours), median(theirs));
    }

    /** How long something takes. */
    static LongSupplier timed(Runnable work) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return System.nanoTime() - start;
        };
    }

    /** Prints a line and tells whether the product takes at most so many times what the yardstick does. */
    boolean report(String what, String yardstickName, double atMost) {
        var kept = ratio() <= atMost;
        System.out.printf(Locale.ROOT, "%s, at most %.1f: %s%n", line(what, yardstickName), atMost,
                kept ? "kept" : "BROKEN");
        return kept;
    }

    /** Prints a line that no bound belongs to. */
    void tell(String what, String yardstickName) {
        System.out.println(line(what, yardstickName));
    }

    private String line(String what, String yardstickName) {
        return String.format(Locale.ROOT, "%-34s product %8.1f ms   %s %8.1f ms   ratio %.2f", what, product / 1e6,
                yardstickName, yardstick / 1e6, ratio());
    }

    private double ratio() {
        return (double) product / yardstick;
    }

    private static long median(long[] all) {
        Arrays.sort(all);
        int middle = all.length / 2;
        return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
    }
}
