package org.youju.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides the contact person and the ways to reach them that a document prints for its addressee. */
public final class Contacts {

    private static final char HIDDEN = '＊';
    private static final String GAP = "[ \\t\\u3000*]*";
    private static final String PERSON = spaced("联系人姓名") + "|" + spaced("联系人") + "|" + spaced("经办人姓名") + "|"
            + spaced("经办人") + "|" + spaced("承办人");
    private static final String NUMBER = "(?:" + spaced("联系") + "|" + spaced("办公") + "|" + spaced("咨询") + ")?(?:"
            + spaced("电话") + "|" + spaced("手机") + "|" + spaced("传真") + ")(?:" + spaced("号码") + ")?|"
            + spaced("联系方式") + "|" + spaced("电子") + spaced("邮箱") + "|" + spaced("邮箱");
    private static final String LABEL_END = GAP + "[：:]";
    private static final Pattern PERSONS = Pattern.compile("(?:" + PERSON + ")" + LABEL_END
            + "(.*?)(?=[，,；;。）)\\n]|" + GAP + "(?:" + NUMBER + ")" + LABEL_END + "|$)", Pattern.MULTILINE);
    private static final Pattern NUMBERS = Pattern.compile("(?:" + NUMBER + ")" + LABEL_END
            + "([\\p{Alnum}\\d０-９@._()（）+\\-—－、,，/转 \\t\\u3000]*)");

    private Contacts() {
    }

    /**
     * The text with every contact person and number replaced by ＊, unit for unit, so that each position in it stays
     * what it was.
     */
    public static String mask(String text) {
        var masked = new StringBuilder(text);
        hide(PERSONS.matcher(text), masked, Contacts::isName);
        hide(NUMBERS.matcher(text), masked, Contacts::isPartOfNumber);
        return masked.toString();
    }

    private static void hide(Matcher found, StringBuilder text, CharTest hides) {
        while (found.find()) {
            for (int i = found.start(1); i < found.end(1); i++) {
                if (hides.test(text.charAt(i))) {
                    text.setCharAt(i, HIDDEN);
                }
            }
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
