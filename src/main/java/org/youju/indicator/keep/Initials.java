package org.youju.indicator.keep;

import java.nio.charset.Charset;

/**
 * The initials of Chinese words by their sound: szjj for 数字经济. Read off GB 2312, whose 3 755 usual characters stand in
 * that order; others are left as they are.
 */
public final class Initials {

    private static final Charset GB = Charset.forName("GBK");
    private static final int[] FIRST = {0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6,
        0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1};
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final int LAST = 0xD7F9;

    private Initials() {
    }

    /** In small letters; what has no initial stays as it is. */
    public static String of(String words) {
        var initials = new StringBuilder();
        words.codePoints().forEach(character -> initials.appendCodePoint(initial(character)));
        return initials.toString();
    }

    private static int initial(int character) {
        var bytes = Character.toString(character).getBytes(GB);
        if (bytes.length != 2) {
            return Character.toLowerCase(character);
        }
        var code = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        if (code < FIRST[0] || code > LAST) {
            return character;
        }
        var at = FIRST.length - 1;
        while (code < FIRST[at]) {
            at--;
        }
        return LETTERS.charAt(at);
    }
}
