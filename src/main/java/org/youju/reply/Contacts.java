package org.youju.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides the contact person and the ways to reach them that a document prints for its addressee. */
public final class Contacts {

    private static final char HIDDEN = '＊';
    private static final String GAP = "[ \\t\\u3000*]*+";
    private static final String PERSON = spaced("联系人姓名") + "|" + spaced("联系人") + "|" + spaced("经办人姓名") + "|"
            + spaced("经办人") + "|" + spaced("承办人");
    private static final String NUMBER = "(?:" + spaced("联系") + "|" + spaced("办公") + "|" + spaced("咨询") + ")?(?:"
            + spaced("电话") + "|" + spaced("手机") + "|" + spaced("传真") + ")(?:" + spaced("号码") + ")?|"
            + spaced("联系方式") + "|" + spaced("电子") + spaced("邮箱") + "|" + spaced("邮箱");
    private static final String LABEL_END = GAP + "[：:]";
    private static final String WITH_NUMBER = "(?:" + GAP + "[及和与、/（(]" + GAP + "(?:" + NUMBER + ")[）)]?)?";
    private static final Pattern PERSONS = Pattern.compile("(?:" + PERSON + ")" + WITH_NUMBER + LABEL_END);
    /** Where a name ends: at a mark, at the end of its line or at the label of a number. */
    private static final Pattern NAME_ENDS = Pattern.compile("[，,；;。）)\\n\\r\\u0085\\u2028\\u2029]|(?:" + NUMBER + ")"
            + LABEL_END);
    private static final Pattern NUMBERS = Pattern.compile("(?:" + NUMBER + ")" + LABEL_END
            + "([\\p{Alnum}\\d０-９@._()（）+\\-—－、,，/转 \\t\\u3000]*)");

    private static final Pattern LABELLED = Pattern.compile("(?:" + NUMBER + ")(?=([^\\n]{0,80}))");
    private static final Pattern PHONE = Pattern.compile("(?<![\\d０-９.])((?:[0０][\\d０-９]{2,3} ?[-—－~]? ?)?[\\d０-９]{7,8}"
            + "(?:[转—－-][\\d０-９]{1,5})?|[1１][3-9３-９][\\d０-９]{9})(?=[\\s\\u3000，,；;。、）)/*转]|$)");

    private Contacts() {
    }

    /**
     * The text with every contact person and number replaced by ＊, unit for unit, so that each position in it stays
     * what it was.
     */
    public static String mask(String text) {
        var masked = new StringBuilder(text);
        hideNames(text, masked);
        hide(NUMBERS.matcher(text), masked, Contacts::isPartOfNumber);
        hideLater(text, masked);
        return masked.toString();
    }

    /** Each look for an end begins where the last one stopped, so the time grows with the text and no faster. */
    private static void hideNames(String text, StringBuilder masked) {
        var label = PERSONS.matcher(text);
        var ends = NAME_ENDS.matcher(text);
        for (int at = 0; label.find(at);) {
            at = ends.find(label.end()) ? ends.start() : text.length();
            hide(label.end(), at, masked, Contacts::isName);
        }
    }

    private static void hide(Matcher found, StringBuilder text, CharTest hides) {
        while (found.find()) {
            hide(found.start(1), found.end(1), text, hides);
        }
    }

    private static void hide(int start, int end, StringBuilder text, CharTest hides) {
        for (int i = start; i < end; i++) {
            if (hides.test(text.charAt(i))) {
                text.setCharAt(i, HIDDEN);
            }
        }
    }

    /** Hides what looks like a telephone number further on in the line of its label: 电话 62345678, 电话：张三 62345678. */
    private static void hideLater(String text, StringBuilder masked) {
        var label = LABELLED.matcher(text);
        while (label.find()) {
            hide(PHONE.matcher(text).region(label.start(1), label.end(1)), masked, Contacts::isPartOfNumber);
        }
    }

    /** Marks of layout stay: a bold name is hidden and stays bold. */
    private static boolean isName(char c) {
        return !Character.isWhitespace(c) && c != '*' && c != '#';
    }

    private static boolean isPartOfNumber(char c) {
        return Character.isLetterOrDigit(c) && c != '转' || c == '@' || c == '.' || c == '_';
    }

    private static String spaced(String word) {
        return String.join(GAP, word.split(""));
    }

    private interface CharTest {
        boolean test(char c);
    }
}
