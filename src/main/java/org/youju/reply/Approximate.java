package org.youju.reply;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Compares words by the edits between them: characters put in, left out or put for others. */
final class Approximate {

    private Approximate() {
    }

    /**
     * The ends of all spans of a text that are at most so many edits from a pattern, in order. Only the part of a
     * column that can still come out is computed (Ukkonen), so that the time is about the text's length times
     * {@code most}.
     */
    static IntStream ends(String text, String pattern, int most) {
        var edits = IntStream.rangeClosed(0, pattern.length()).toArray();
        var ends = IntStream.builder();
        int last = Math.min(most, pattern.length());
        for (int i = 0; i < text.length(); i++) {
            int diagonal = 0;
            int deepest = Math.min(pattern.length(), last + 1);
            for (int row = 1; row <= deepest; row++) {
                int left = row <= last ? edits[row] : most + 1;
                int cost = text.charAt(i) == pattern.charAt(row - 1) ? diagonal
                        : 1 + Math.min(diagonal, Math.min(left, edits[row - 1]));
                diagonal = left;
                edits[row] = cost;
            }
            last = deepest;
            while (last > 0 && edits[last] > most) {
                last--;
            }
            if (last == pattern.length()) {
                ends.add(i + 1);
            }
        }
        return ends.build();
    }

    /** Where, of the spans with that end, the one begins that is nearest to a pattern. */
    static int start(String text, String pattern, int end, int most) {
        int from = Math.max(0, end - pattern.length() - most);
        var edits = IntStream.rangeClosed(0, pattern.length()).toArray();
        int best = end;
        int fewest = pattern.length();
        for (int start = end - 1; start >= from; start--) {
            int diagonal = edits[0];
            edits[0] = end - start;
            for (int row = 1; row <= pattern.length(); row++) {
                int left = edits[row];
                edits[row] = text.charAt(start) == pattern.charAt(pattern.length() - row) ? diagonal
                        : 1 + Math.min(diagonal, Math.min(left, edits[row - 1]));
                diagonal = left;
            }
            if (edits[pattern.length()] < fewest) {
                fewest = edits[pattern.length()];
                best = start;
            }
        }
        return best;
    }

    /** How many characters two strings have in common, in order (longest common subsequence). */
    static int common(String one, String other) {
        var before = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            var row = new int[other.length() + 1];
            for (int k = 1; k <= other.length(); k++) {
                row[k] = one.charAt(i) == other.charAt(k - 1) ? before[k - 1] + 1 : Math.max(before[k], row[k - 1]);
            }
            before = row;
        }
        return Arrays.stream(before).max().orElse(0);
    }
}
