package org.youju.reply.file;

import java.util.regex.Pattern;

/** What the ends of lines tell about a sentence: whether it goes on in the next. */
final class Sentence {

    private static final String ENDS = "。！？：；…．.!?:;”’》）)】」』";
    private static final Pattern STANDS_ALONE = Pattern.compile("[ \\t\\u3000]*(?:"
            + "[#>|\\-*•·●◆■]|\\*\\*|"
            + "[一二三四五六七八九十百]{1,4}[、是]|[（(][一二三四五六七八九十\\d]{1,4}[）)]|"
            + "第[一二三四五六七八九十百\\d]{1,4}[条章节款、，]|\\d{1,2}[、．)）]|\\d{1,2}\\.(?!\\d)|[①-⑳]|"
            + "附件|附表|附：|联系|抄送|主送|签发|办理|尊敬|此页|[（(]此件|"
            + "\\d{4}[ ]*年[ ]*\\d{1,2}[ ]*月[ ]*\\d{1,2}[ ]*日|[二〇○零一三四五六七八九]{4}年).*");
    private static final Pattern HEADING = Pattern.compile("[ \\t\\u3000]*(?:#|[（(]?[一二三四五六七八九十百]{1,4}[、）)]).{0,40}");
    private static final Pattern NUMBER_IN_TWO =
            Pattern.compile(".*\\p{IsHan}[ \\t]*\\d{1,6}\\.?", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("[，。；、：]");
    private static final Pattern INDENTED = Pattern.compile("(?:\\u3000|\\t| {2}).*");
    private static final int PROSE = 20;

    private Sentence() {
    }

    /** Whether a line closes a sentence. */
    static boolean ends(String line) {
        var words = line.stripTrailing();
        return words.isEmpty() || ENDS.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** Whether a line begins with a figure or a Latin word, which are not broken at the end of a line. */
    static boolean beginsWithWord(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        return first > ' ' && first < 0x250 && Character.isLetterOrDigit(first);
    }

    /** Whether a line begins something of its own: a heading, an enumerated point, a table row, a date, an annex. */
    static boolean standsAlone(String line) {
        return STANDS_ALONE.matcher(line).matches();
    }

    /** Whether a line break, with nothing between, tore a number: 12⏎345户, 1.⏎86亿元. */
    static boolean tearsNumber(String line, String next) {
        return !isRow(line) && !next.isEmpty() && isDigit(next.charAt(0)) && next.length() > 1
                && NUMBER_IN_TWO.matcher(tail(line)).matches();
    }

    /**
     * Whether a sentence that a line leaves open goes on in the next.
     *
     * @param prose whether the line is known to be prose; else its length and its marks have to show it
     */
    static boolean goesOn(String line, String next, boolean prose) {
        var words = line.strip();
        return !ends(words) && !isRow(words)
                && (prose || words.length() >= PROSE && CLAUSE.matcher(words).find()
                        && !HEADING.matcher(words).matches())
                && CLAUSE.matcher(next).find()
                && !next.isBlank() && !INDENTED.matcher(next).matches() && !standsAlone(next);
    }

    private static boolean isRow(String line) {
        return line.startsWith("|");
    }

    private static String tail(String line) {
        return line.substring(Math.max(0, line.length() - 10));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }
}
