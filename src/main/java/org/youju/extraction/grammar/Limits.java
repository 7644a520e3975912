package org.youju.extraction.grammar;

import org.jspecify.annotations.Nullable;
import org.youju.extraction.text.Signs;
import org.youju.figure.Qualifier;
import org.youju.figure.Words;

/** The words that limit a number on both sides: 约, 不超过, 以上. */
final class Limits {

    /** How far before its number a limiting word may stand: 最长补贴24个月. */
    private static final int FAR = 6;
    private static final String[] FAR_LIMITS = {"最高", "最长", "最多", "不超过", "不高于", "不少于", "不低于", "至少", "约为", "约占"};
    private static final String[] AFTER = {"及以上", "及以下", "以上", "以下", "以内", "左右", "上下"};

    private final String text;

    Limits(String text) {
        this.text = text;
    }

    /** A limiting word before a number: where it begins, or the number itself where there is none. */
    record Limit(int start, @Nullable Qualifier qualifier) {
    }

    /** The limiting word before the number at a place; nothing before the floor belongs to it. */
    Limit before(int start, int floor) {
        var i = skipBack(start, floor);
        if (i > floor && text.charAt(i - 1) == '-' && i == start) {
            i--;
        }
        var end = i;
        if (i > floor + 1 && "了到至".indexOf(text.charAt(i - 1)) >= 0) {
            var word = limitEndingAt(i - 1, floor);
            if (word != null && word.text().length() >= 2) {
                return new Limit(i - 1 - word.text().length(), word.meaning());
            }
        }
        var word = limitEndingAt(end, floor);
        if (word == null && end > floor && text.charAt(end - 1) == '为') {
            word = limitEndingAt(end - 1, floor);
            if (word != null && word.text().endsWith("约")) {
                return new Limit(end - 1 - word.text().length(), word.meaning());
            }
            word = null;
        }
        if (word != null) {
            return new Limit(stacked(end - word.text().length(), word.meaning(), floor), word.meaning());
        }
        return far(end, start, floor);
    }

    /** 最高不超过200万元, 至少不低于: where a limit of the same meaning before a limit begins. */
    private int stacked(int start, Qualifier meaning, int floor) {
        var word = limitEndingAt(start, floor);
        return word != null && word.text().length() > 1 && word.meaning() == meaning ? start - word.text().length()
                : start;
    }

    private Words.@Nullable Word limitEndingAt(int end, int floor) {
        var from = Math.max(floor, end - 6);
        if (from >= end) {
            return null;
        }
        // one sign more on both sides decides whether it is part of another word
        var left = Math.max(0, from - 1);
        var window = text.substring(left, Math.min(text.length(), end + 1));
        var word = Words.limitEndingAt(window, end - left);
        return word != null && end - word.text().length() >= floor ? word : null;
    }

    /** 最长补贴24个月, 不超过投资额30%: a limit a few words before its number. */
    private Limit far(int end, int start, int floor) {
        var from = end;
        while (from > floor && end - from < FAR + 3 && Signs.isHan(text.charAt(from - 1))) {
            from--;
        }
        var window = text.substring(from, end);
        for (var word : FAR_LIMITS) {
            var at = window.lastIndexOf(word);
            var gap = window.length() - at - word.length();
            if (at >= 0 && gap <= FAR && gap > 0 && isQuiet(window.substring(at + word.length()))) {
                var limit = limitEndingAt(from + at + (word.startsWith("约") ? 1 : word.length()), floor);
                if (limit != null) {
                    return new Limit(from + at, limit.meaning());
                }
            }
        }
        return new Limit(start > 0 && end < start && text.charAt(end) == '-' ? end : start, null);
    }

    private static boolean isQuiet(String words) {
        return words.chars().noneMatch(c -> NumberReader.NUMERALS.indexOf(c) >= 0);
    }

    private int skipBack(int start, int floor) {
        var i = start;
        while (i > floor && start - i < 2 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    /** The limiting word that begins at a place, or null. */
    @Nullable String after(int end) {
        for (var word : AFTER) {
            if (text.startsWith(word, end)) {
                return word;
            }
        }
        return null;
    }

    /** What the limiting words around a number make of it together. */
    static Qualifier together(@Nullable Qualifier before, @Nullable String after, boolean more) {
        if (more && (before == Qualifier.NEARLY || before == Qualifier.ABOUT)) {
            return Qualifier.ABOUT;
        }
        if (before != null) {
            return before;
        }
        if (after != null) {
            return switch (after) {
                case "左右", "上下" -> Qualifier.ABOUT;
                case "以上", "及以上" -> Qualifier.AT_LEAST;
                default -> Qualifier.AT_MOST;
            };
        }
        return more ? Qualifier.AND_MORE : Qualifier.EXACT;
    }
}
