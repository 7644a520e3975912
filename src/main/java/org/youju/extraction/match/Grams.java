package org.youju.extraction.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of neighbouring characters, by which names and sentences compare without knowing where words begin. A pair that
 * many names have, such as 增速, tells less than one that few have.
 */
final class Grams {

    private final Map<String, Integer> names = new HashMap<>();
    private final int all;

    /** @param names the names whose pairs are told apart */
    Grams(Collection<String> names) {
        all = names.size();
        names.forEach(name -> of(name).forEach(gram -> this.names.merge(gram, 1, Integer::sum)));
    }

    /** The pairs of a text; none spans a mark. */
    static Set<String> of(String text) {
        var grams = new LinkedHashSet<String>();
        var before = 0;
        for (var i = 0; i < text.length();) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isWord(c)) {
                if (before != 0) {
                    grams.add(pair(before, c));
                }
                before = c;
            } else if (!isSilent(c)) {
                before = 0;
            }
        }
        return grams;
    }

    static String pair(int first, int second) {
        return new StringBuilder(4).appendCodePoint(Character.toLowerCase(first))
                .appendCodePoint(Character.toLowerCase(second)).toString();
    }

    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    /** What stands between the characters of one word: spaces, quotation marks, bold type. */
    static boolean isSilent(int c) {
        return Character.isWhitespace(c) && c != '\n' || "“”‘’\"'*_《》".indexOf(c) >= 0;
    }

    /** What a pair tells, more the fewer names have it. */
    double weight(String gram) {
        return Math.log(1 + (double) (all + 1) / (names.getOrDefault(gram, 0) + 1));
    }

    double weight(Set<String> grams) {
        return grams.stream().mapToDouble(this::weight).sum();
    }

    /** How much of the one the other holds, 0 to 1. */
    double share(Set<String> of, Set<String> in) {
        var whole = weight(of);
        var common = new HashSet<>(of);
        common.retainAll(in);
        return whole == 0 ? 0 : weight(common) / whole;
    }
}
