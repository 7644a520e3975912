package org.youju.extraction.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.youju.figure.Words;

/**
 * A text as the grammar reads it, with the way back to the text as it is: signs are plain, marks of emphasis and page
 * numbers are gone, numbers and sentences that a line or page tore apart are whole again. Clause marks are ，；：。！？ only;
 * a comma is a thousands mark. A line that ends for good ends with a newline.
 */
public final class Shadow {

    /** How long a line that is all prose is at least, where a line break alone may have torn it. */
    private static final int TORN_LINE = 24;
    private static final int LONGEST_PAGE_LINE = 20;
    /** How many of its lines a text whose lines are all cut at one width may have beyond it. */
    private static final double BEYOND_WIDTH = 0.05;
    private static final int WIDEST = 64;
    private static final int NARROWEST = 12;
    private static final int FEWEST_LINES = 8;

    private final String text;
    private final int[] origins;
    private final int end;
    private final List<Integer> headings;

    private Shadow(String text, int[] origins, int end, List<Integer> headings) {
        this.text = text;
        this.origins = origins;
        this.end = end;
        this.headings = headings;
    }

    public static Shadow of(String raw) {
        return new Builder(raw).build();
    }

    /** The text as the grammar reads it. */
    public String text() {
        return text;
    }

    /** Where the sign at a place of this text begins in the original. */
    public int originalStart(int place) {
        return place < origins.length ? origins[place] : end;
    }

    /** Where what ends before a place of this text ends in the original. */
    public int originalEnd(int place) {
        return place == 0 ? 0 : origins[place - 1] + 1;
    }

    /** The places at which lines begin that are marked as headings, in order. */
    public List<Integer> headings() {
        return headings;
    }

    private static final class Builder {

        private final String raw;
        private final char[] signs;
        private final int[] origins;
        private final List<Integer> headings = new ArrayList<>();
        private final int width;
        private int length;

        Builder(String raw) {
            this.raw = raw;
            this.width = width(raw);
            this.signs = new char[raw.length() + 1];
            this.origins = new int[raw.length() + 1];
        }

        /** The width at which the lines of a text are cut, as a page's are; 0 where paragraphs are lines. */
        private static int width(String raw) {
            var lengths = new int[WIDEST + 2];
            var lines = 0;
            for (var start = 0; start < raw.length();) {
                var newline = raw.indexOf('\n', start);
                var stop = newline < 0 ? raw.length() : newline;
                if (stop - start >= NARROWEST) {
                    lengths[Math.min(stop - start, WIDEST + 1)]++;
                    lines++;
                }
                start = stop + 1;
            }
            if (lines < FEWEST_LINES) {
                return 0;
            }
            var beyond = 0;
            for (var i = WIDEST + 1; i > NARROWEST; i--) {
                beyond += lengths[i];
                if (beyond > lines * BEYOND_WIDTH) {
                    return i > WIDEST ? 0 : i;
                }
            }
            return 0;
        }

        Shadow build() {
            var paragraph = -1;
            var previousStart = -1;
            var previousHeading = true;
            var blankBetween = false;
            for (var start = 0; start < raw.length();) {
                var newline = raw.indexOf('\n', start);
                var stop = newline < 0 ? raw.length() : newline;
                if (isBlank(start, stop) || isPageNumber(start, stop)) {
                    blankBetween = true;
                    start = stop + 1;
                    continue;
                }
                var heading = isHash(start, stop);
                var torn = previousStart >= 0 && !previousHeading && !heading
                        && isTorn(paragraph, previousStart, start, stop, blankBetween);
                if (previousStart >= 0 && !torn) {
                    put('\n', start - 1);
                }
                previousStart = length;
                paragraph = torn ? paragraph : length;
                if (heading) {
                    headings.add(length);
                }
                line(start, stop);
                previousHeading = heading;
                blankBetween = false;
                start = stop + 1;
            }
            return new Shadow(new String(signs, 0, length), Arrays.copyOf(origins, length), raw.length(), headings);
        }

        private boolean isBlank(int from, int to) {
            for (var i = from; i < to; i++) {
                if (!Signs.isSpace(raw.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        /** — 2 —, -2-, 第2页 and rules of signs. */
        private boolean isPageNumber(int from, int to) {
            var dashes = 0;
            var digits = 0;
            var others = 0;
            if (to - from > LONGEST_PAGE_LINE) {
                return isRule(from, to);
            }
            for (var i = from; i < to; i++) {
                var sign = Words.plain(raw.charAt(i));
                if (sign == '~' || sign == '-') {
                    dashes++;
                } else if (sign >= '0' && sign <= '9') {
                    digits++;
                } else if ("第页共/".indexOf(sign) >= 0) {
                    others++;
                } else if (sign != ' ') {
                    return isRule(from, to);
                }
            }
            return dashes >= 2 && digits <= 3 && others == 0 || others >= 2 && dashes == 0 && digits > 0;
        }

        private boolean isRule(int from, int to) {
            var sign = ' ';
            for (var i = from; i < to; i++) {
                var c = raw.charAt(i);
                if (Signs.isSpace(c)) {
                    continue;
                }
                if ("-*_=".indexOf(c) < 0 || sign != ' ' && c != sign) {
                    return false;
                }
                sign = c;
            }
            return true;
        }

        private boolean isHash(int from, int to) {
            var i = from;
            while (i < to && Signs.isSpace(raw.charAt(i))) {
                i++;
            }
            return i < to && raw.charAt(i) == '#';
        }

        /** Whether a line goes on where the one before it (in the shadow) stopped. */
        private boolean isTorn(int paragraph, int previous, int start, int stop, boolean blankBetween) {
            var last = lastSign();
            var at = start;
            while (at < stop && (Signs.isSpace(raw.charAt(at)) || raw.charAt(at) == '*')) {
                at++;
            }
            if (at >= stop || "。；!?！？…;|".indexOf(last) >= 0) {
                return false;
            }
            var first = Words.plain(raw.charAt(at));
            if (Signs.isDigit(first) && (Signs.isDigit(last) || last == '.') && !blankBetween) {
                return isNumberCut();
            }
            var joins = Signs.isHan(first) || Signs.isDigit(first) || "“《、，,的及和".indexOf(raw.charAt(at)) >= 0;
            if (!joins || !isProse(paragraph) || opensPart(at, stop) || isTableOrLabel(at, stop)) {
                return false;
            }
            if ("，、“".indexOf(last) >= 0) {
                return true;
            }
            return (blankBetween || length - previous >= TORN_LINE || isCut(paragraph, previous)) && last != ':'
                    && last != ')' && last != '”' && (stop - start > 2 || width > 0) && !isDateOnly(at, stop);
        }

        /** Whether the line before ends at the width of the page: a short one that opens a part is a heading. */
        private boolean isCut(int paragraph, int previous) {
            return width > 0 && (length - previous >= width * 3 / 4
                    || Enumerators.lengthAt(new String(signs, paragraph, Math.min(8, length - paragraph)), 0,
                            Math.min(8, length - paragraph)) == 0);
        }

        private char lastSign() {
            var i = length - 1;
            while (i > 0 && signs[i] == ' ') {
                i--;
            }
            return i < 0 ? '\n' : signs[i];
        }

        /** A number that a line broke has words before it and few digits. */
        private boolean isNumberCut() {
            var i = length - 1;
            var digits = 0;
            while (i >= 0 && (Signs.isDigit(signs[i]) || signs[i] == '.') && digits <= 7) {
                i--;
                digits++;
            }
            return digits <= 7 && i >= 0 && Signs.isHan(signs[i]);
        }

        /** A line of sentences has a clause mark in it; a title, a name or a label has none. */
        private boolean isProse(int from) {
            for (var i = from; i < length; i++) {
                if (signs[i] == '|' || signs[i] == '\t') {
                    return false;
                }
            }
            for (var i = from; i < length; i++) {
                if (signs[i] == '，' || signs[i] == '。' || signs[i] == '；') {
                    return true;
                }
            }
            return false;
        }

        private boolean opensPart(int at, int stop) {
            return Enumerators.lengthAt(raw, at, stop) > 0;
        }

        private boolean isTableOrLabel(int at, int stop) {
            for (var i = at; i < Math.min(stop, at + 12); i++) {
                var c = raw.charAt(i);
                if (c == '|' || c == '\t' || c == '：' || c == ':') {
                    return true;
                }
                if (c == '，' || c == '。' || c == ',') {
                    return false;
                }
            }
            return false;
        }

        private boolean isDateOnly(int at, int stop) {
            for (var i = at; i < stop; i++) {
                var c = Words.plain(raw.charAt(i));
                if (!Signs.isDigit(c) && "年月日印发 零一二三四五六七八九十".indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }

        private void line(int start, int stop) {
            var i = start;
            while (i < stop && (Signs.isSpace(raw.charAt(i)) || raw.charAt(i) == '#' || raw.charAt(i) == '>')) {
                i++;
            }
            for (; i < stop; i++) {
                var c = raw.charAt(i);
                if ((c == '*' || c == '_') && i + 1 < stop && raw.charAt(i + 1) == c) {
                    i++;
                } else if (c != '\r' && c != '\uFEFF' && c != '\u200b') {
                    put(plain(c, i), i);
                }
            }
        }

        private char plain(char c, int at) {
            return switch (c) {
                case '，', ',' -> isThousandsMark(at) ? ',' : '，';
                case '；', ';' -> '；';
                case '：' -> ':';
                case '！', '!' -> '！';
                case '？', '?' -> '？';
                case '\t' -> '\t';
                case '．' -> '.';
                case '*', '_' -> c;
                case '—', '–' -> '~';
                case '「', '『' -> '“';
                case '」', '』' -> '”';
                default -> Simplified.of(Words.plain(c));
            };
        }

        private boolean isThousandsMark(int at) {
            if (!isDigitAt(at - 1) || !isDigitAt(at + 1) || !isDigitAt(at + 2) || !isDigitAt(at + 3)
                    || isDigitAt(at + 4)) {
                return false;
            }
            var first = at - 1;
            while (first > at - 5 && isDigitAt(first)) {
                first--;
            }
            return at - 1 - first <= 3;
        }

        private boolean isDigitAt(int at) {
            return at >= 0 && at < raw.length() && Signs.isDigit(Words.plain(raw.charAt(at)));
        }

        private void put(char sign, int origin) {
            signs[length] = sign;
            origins[length] = origin;
            length++;
        }
    }
}
