package org.youju.extraction.text;

/** Tells the signs and words of a text apart. */
public final class Signs {

    private Signs() {
    }

    /** Whether a sign parts words without meaning anything. */
    public static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u3000' || c == '\u00a0' || c == '\u2009' || c == '\u202f'
                || c == '\uFEFF';
    }

    /** Whether a sign is an ASCII digit, the only ones that {@link Shadow} leaves. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a text has a digit at a place, which may lie outside of it. */
    public static boolean isDigitAt(CharSequence text, int at) {
        return at >= 0 && at < text.length() && isDigit(text.charAt(at));
    }

    /** Whether a sign is a Chinese character. */
    public static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    /** Whether a sign is a Latin letter. */
    public static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Whether a text holds any of some words. */
    public static boolean holds(String text, String... words) {
        for (var word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any of some words begins at a place of a text. */
    public static boolean beginsAt(String text, int at, String... words) {
        for (var word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text ends with any of some words. */
    public static boolean endsWith(String text, String... words) {
        for (var word : words) {
            if (text.endsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
