package org.youju.extraction.text;



/** The signs by which a document counts its parts: 一、 (二) 1. 一是 第三， 首先，. They open a new train of thought. */
public final class Enumerators {

    private static final String NUMERALS = "一二三四五六七八九十";
    private static final int LONGEST_NUMERAL = 3;

    private Enumerators() {
    }

    /** How many units of a text, raw or plain, an enumerator at a place takes; 0 where there is none. */
    public static int lengthAt(CharSequence text, int at, int stop) {
        if (at >= stop) {
            return 0;
        }
        var c = text.charAt(at);
        if (c == '(' || c == '（') {
            var end = numeralEnd(text, at + 1, stop);
            return end > at + 1 && end < stop && (text.charAt(end) == ')' || text.charAt(end) == '）') ? end + 1 - at
                    : 0;
        }
        if (c == '第') {
            var end = hanEnd(text, at + 1, stop);
            return end > at + 1 && end < stop && "，,、：:".indexOf(text.charAt(end)) >= 0 ? end - at : 0;
        }
        if (c >= '①' && c <= '⑳') {
            return 1;
        }
        var end = hanEnd(text, at, stop);
        if (end > at && end < stop) {
            return text.charAt(end) == '、' || text.charAt(end) == '是' && end - at <= 2 ? end + 1 - at : 0;
        }
        end = numeralEnd(text, at, stop);
        if (end > at && end - at <= 2 && end < stop && "、.．".indexOf(text.charAt(end)) >= 0
                && (end + 1 >= stop || !Signs.isDigit(text.charAt(end + 1)))) {
            return end + 1 - at;
        }
        return 0;
    }

    /** The rank of a heading that opens with an enumerator, 1 for 一、, 2 for (一), 3 for 1., 4 for (1); 0 without. */
    public static int level(CharSequence text, int at, int stop) {
        var length = lengthAt(text, at, stop);
        if (length == 0 || text.charAt(at + length - 1) == '是') {
            return 0;
        }
        var c = text.charAt(at);
        if (c == '(' || c == '（') {
            return Signs.isDigit(text.charAt(at + 1)) ? 4 : 2;
        }
        return Signs.isDigit(c) ? 3 : c == '第' ? 0 : 1;
    }

    private static int numeralEnd(CharSequence text, int at, int stop) {
        var end = at;
        while (end < stop && end - at < LONGEST_NUMERAL && Signs.isDigit(text.charAt(end))) {
            end++;
        }
        return end > at ? end : hanEnd(text, at, stop);
    }

    private static int hanEnd(CharSequence text, int at, int stop) {
        var end = at;
        while (end < stop && end - at < LONGEST_NUMERAL && NUMERALS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
