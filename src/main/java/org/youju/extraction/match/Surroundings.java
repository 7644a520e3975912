package org.youju.extraction.match;

import java.util.HashMap;
import java.util.Map;

/** The words around a figure, each pair of characters by how near it stands: 1 in the figure's own clause. */
final class Surroundings {

    private static final int BEFORE = 300;
    private static final int AFTER = 60;
    private static final double FAINT = 0.12;

    private final Map<String, Double> near = new HashMap<>();

    Surroundings(String text, int start, int end) {
        before(text, start);
        after(text, end);
    }

    private void before(String text, int start) {
        var nearness = 1.0;
        var next = 0;
        for (var i = start; i > Math.max(0, start - BEFORE) && nearness > FAINT;) {
            var c = text.codePointBefore(i);
            i -= Character.charCount(c);
            if (Grams.isWord(c)) {
                if (next != 0) {
                    near.merge(Grams.pair(c, next), nearness, Math::max);
                }
                next = c;
            } else if (!Grams.isSilent(c)) {
                next = 0;
                nearness *= falloff(c);
            }
        }
    }

    /** What the clause says behind the figure: 29个平台. */
    private void after(String text, int end) {
        var last = 0;
        for (var i = end; i < Math.min(text.length(), end + AFTER);) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Grams.isWord(c)) {
                if (last != 0) {
                    near.merge(Grams.pair(last, c), 0.95, Math::max);
                }
                last = c;
            } else if (!Grams.isSilent(c)) {
                if (falloff(c) < 1) {
                    return;
                }
                last = 0;
            }
        }
    }

    private static double falloff(int mark) {
        return switch (mark) {
            case '，', ',', '：', ':' -> 0.85;
            case '；', ';' -> 0.6;
            case '。', '！', '？' -> 0.55;
            case '\n' -> 0.8;
            default -> 1;
        };
    }

    /** How near a pair of characters stands, 0 where it does not. */
    double near(String gram) {
        return near.getOrDefault(gram, 0.0);
    }

    Iterable<String> grams() {
        return near.keySet();
    }
}
