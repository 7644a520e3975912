package org.youju.bench;

import java.nio.file.Path;
import java.util.List;

/** Runs what {@code bin/bench} asks for and prints what it finds; ends with 1 where a bound is broken. */
final class Bench {

    private Bench() {
    }

    public static void main(String[] arguments) {
        var wanted = arguments.length == 0 ? List.of("queries", "page", "entry", "scroll", "compare") : List.of(arguments);
        var kept = true;
        for (var what : wanted) {
            kept &= switch (what) {
                case "queries" -> QueryBench.run();
                case "page" -> PageBench.run();
                case "entry" -> EntryBench.run();
                case "scroll" -> ScrollBench.run();
                case "compare" -> CompareBench.run();
                case "extraction" -> ExtractionBench.run(Path.of(System.getenv("YOUJU_BENCH_FOLDER")));
                default -> throw new IllegalArgumentException("bin/bench measures queries, page, entry, scroll, compare or extraction, not " + what);
            };
        }
        System.exit(kept ? 0 : 1);
    }
}
