package org.youju.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.youju.extraction.Extractor;

/** Scores the reading of figures over a folder of annotated documents, and times it against a plain pass for digits. */
final class ExtractionBench {

    private static final int MEGABYTE = 1_000_000;
    private static final double SLOWER_AT_MOST = 11;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private ExtractionBench() {
    }

    /** Prints the scores; tells whether ten times the text took at most eleven times as long. */
    static boolean run(Path folder) {
        var texts = score(folder);
        return texts.isEmpty() || time(String.join("\n\n", texts));
    }

    private static List<String> score(Path folder) {
        var total = new Score();
        var texts = new ArrayList<String>();
        var macro = 0.0;
        try (var files = Files.list(folder)) {
            for (var expected : files.filter(f -> f.getFileName().toString().endsWith("expected.tsv")).sorted().toList()) {
                var name = expected.getFileName().toString().replaceFirst("-?expected\\.tsv$", "");
                var file = folder.resolve(name.isEmpty() ? "reply.txt" : name + ".txt");
                var text = Files.readString(file);
                var score = Score.of(name, ExpectedFigure.read(expected), Extractor.read(text).figures());
                System.out.println(score.line(name.isEmpty() ? "reply" : name));
                total.add(score);
                texts.add(text);
                macro += score.allRight();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (texts.isEmpty()) {
            System.out.println("No annotated document (NAME.txt with NAME-expected.tsv) in " + folder);
            return texts;
        }
        total.remarks().forEach(remark -> System.out.println("  " + remark));
        System.out.println(total.line("together"));
        System.out.println(total.details());
        System.out.printf(Locale.ROOT, "all right, mean of the documents %.3f%n", macro / texts.size());
        return texts;
    }

    private static boolean time(String all) {
        var unit = all.getBytes(StandardCharsets.UTF_8).length;
        var one = all.repeat(Math.max(1, MEGABYTE / unit));
        var ten = one.repeat(10);
        for (var i = 0; i < 5; i++) {
            Extractor.read(one);
            digits(one);
        }
        var short1 = best(() -> Extractor.read(one));
        var long10 = best(() -> Extractor.read(ten));
        var plain = best(() -> digits(ten));
        var bytes = ten.getBytes(StandardCharsets.UTF_8).length;
        var ratio = long10 / short1;
        System.out.printf(Locale.ROOT, "reading %.1f MB of UTF-8: %.2f s, %.1f MB/s; a plain digit pattern %.2f s, %.0f MB/s;"
                + " ten times the text takes %.1f times as long, at most %.0f: %s%n", bytes / 1e6, long10, bytes / 1e6 / long10,
                plain, bytes / 1e6 / plain, ratio, SLOWER_AT_MOST, ratio <= SLOWER_AT_MOST ? "kept" : "BROKEN");
        return ratio <= SLOWER_AT_MOST;
    }

    private static int digits(String text) {
        var matcher = DIGITS.matcher(text);
        var found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }

    /** Seconds of one core, so that what else the machine does doesn't weigh. */
    private static double best(Runnable work) {
        var clock = ManagementFactory.getThreadMXBean();
        var best = Double.MAX_VALUE;
        for (var i = 0; i < 5; i++) {
            var start = clock.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / 1e9);
        }
        return best;
    }
}
