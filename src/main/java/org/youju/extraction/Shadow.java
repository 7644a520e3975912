package org.youju.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.youju.figure.Words;

/**
 * A text as the grammar reads it, with the way back to the text as it is: signs are plain, marks of emphasis and page
 * numbers are gone, numbers and sentences that a line or page tore apart are whole again. Clause marks are ，；：。！？ only;
 * a comma is a thousands mark. A line that ends for good ends with a newline.
 */
final class Shadow {

    /** How long a line that is all prose is at least, where a line break alone may have torn it. */
    private static final int TORN_LINE = 24;
    private static final int LONGEST_PAGE_LINE = 20;
    /** The signs of words that decide about a figure; a text in traditional signs is else left as it is. */
    private static final String TRADITIONAL = "計劃預標準補貼擬爭確實現佔總從較與環漲務將縣區國級業電話聯關議號屆員辦結類簽為爾築積發營齡階門開會規";
    private static final String SIMPLIFIED = "计划预标准补贴拟争确实现占总从较与环涨务将县区国级业电话联关议号届员办结类签为尔筑积发营龄阶门开会规";

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

    static Shadow of(String raw) {
        return new Builder(raw).build();
    }

    /** The text as the grammar reads it. */
    String text() {
        return text;
    }

    /** Where the sign at a place of this text begins in the original. */
    int originalStart(int place) {
        return place < origins.length ? origins[place] : end;
    }

    /** Where what ends before a place of this text ends in the original. */
    int originalEnd(int place) {
        return place == 0 ? 0 : origins[place - 1] + 1;
    }

    /** The places at which lines begin that are marked as headings, in order. */
    List<Integer> headings() {
        return headings;
    }

    private static final class Builder {

        private final String raw;
        private final char[] signs;
        private final int[] origins;
        private final List<Integer> headings = new ArrayList<>();
        private int length;

        Builder(String raw) {
            this.raw = raw;
            this.signs = new char[raw.length() + 1];
            this.origins = new int[raw.length() + 1];
        }

        Shadow build() {
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
                        && isTorn(previousStart, start, stop, blankBetween);
                if (previousStart >= 0 && !torn) {
                    put('\n', start - 1);
                }
                previousStart = length;
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
                if (!isSpace(raw.charAt(i))) {
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
                if (isSpace(c)) {
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
            while (i < to && isSpace(raw.charAt(i))) {
                i++;
            }
            return i < to && raw.charAt(i) == '#';
        }

        /** Whether a line goes on where the one before it (in the shadow) stopped. */
        private boolean isTorn(int previous, int start, int stop, boolean blankBetween) {
            var last = lastSign();
            var at = start;
            while (at < stop && (isSpace(raw.charAt(at)) || raw.charAt(at) == '*')) {
                at++;
            }
            if (at >= stop || "。；!?！？…;|".indexOf(last) >= 0) {
                return false;
            }
            var first = Words.plain(raw.charAt(at));
            if (isDigit(first) && (isDigit(last) || last == '.') && !blankBetween) {
                return isNumberCut();
            }
            var joins = isHan(first) || isDigit(first) || "“《、，,的及和".indexOf(raw.charAt(at)) >= 0;
            if (!joins || !isProse(previous) || opensPart(at, stop) || isTableOrLabel(at, stop)) {
                return false;
            }
            return "，、“".indexOf(last) >= 0
                    || (blankBetween || length - previous >= TORN_LINE) && last != ':' && last != ')' && last != '”'
                            && stop - start > 2 && !isDateOnly(at, stop);
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
            while (i >= 0 && (isDigit(signs[i]) || signs[i] == '.') && digits <= 7) {
                i--;
                digits++;
            }
            return digits <= 7 && i >= 0 && isHan(signs[i]);
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
                if (!isDigit(c) && "年月日印发 零一二三四五六七八九十".indexOf(c) < 0) {
                    return false;
                }
            }
            return true;
        }

        private void line(int start, int stop) {
            var i = start;
            while (i < stop && (isSpace(raw.charAt(i)) || raw.charAt(i) == '#' || raw.charAt(i) == '>')) {
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
                default -> {
                    var traditional = TRADITIONAL.indexOf(c);
                    yield traditional >= 0 ? SIMPLIFIED.charAt(traditional) : Words.plain(c);
                }
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
            return at >= 0 && at < raw.length() && isDigit(Words.plain(raw.charAt(at)));
        }

        private void put(char sign, int origin) {
            signs[length] = sign;
            origins[length] = origin;
            length++;
        }
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u3000' || c == '\u00a0' || c == '\u2009' || c == '\u202f'
                || c == '\uFEFF';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
