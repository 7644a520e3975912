package org.youju.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that limit a number or turn its sign, and the shape in which texts are compared. */
public final class Words {

    /**
     * A word that limits a number.
     *
     * @param text as it is written
     */
    public record Word(String text, Qualifier meaning) {
    }

    /** Longest first, so that 不超过 is found before 超过. */
    private static final List<Word> BEFORE = Map.ofEntries(
            Map.entry(Qualifier.ABOUT, List.of("大约", "约", "≈")),
            Map.entry(Qualifier.NEARLY, List.of("接近", "将近", "近")),
            Map.entry(Qualifier.MORE_THAN, List.of("超过", "超", "突破", "逾", "高于", "大于", "多于", ">")),
            Map.entry(Qualifier.AT_LEAST, List.of("不少于", "不低于", "不小于", "至少", "≥")),
            Map.entry(Qualifier.AT_MOST, List.of("不超过", "不超", "不高于", "不大于", "不多于", "最高", "最长", "最多", "≤")),
            Map.entry(Qualifier.LESS_THAN, List.of("不足", "不到", "低于", "少于", "小于", "<")))
            .entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(text -> new Word(text, entry.getKey())))
            .sorted((a, b) -> b.text().length() - a.text().length())
            .toList();

    private static final Map<String, Qualifier> AFTER = Map.of("左右", Qualifier.ABOUT, "上下", Qualifier.ABOUT,
            "以上", Qualifier.AT_LEAST, "以下", Qualifier.AT_MOST, "以内", Qualifier.AT_MOST);

    /** Words that turn the sign of the number behind them. */
    static final List<String> FALLS = List.of("下降", "减少", "降低", "下滑", "下跌", "降幅", "回落", "少了", "净减", "负增长");

    /** How far before its number a limiting word may stand: 最长补贴24个月. */
    private static final int REACH = 6;

    private static final String TRADITIONAL = "萬億個戶輛畝噸約餘項張臺幢場過達於長數兩減內隻條處點";
    private static final String SIMPLIFIED = "万亿个户辆亩吨约余项张台幢场过达于长数两减内只条处点";

    private Words() {
    }

    /** Full-width, typographic and traditional signs by the plain ones, one for one; marks of emphasis by spaces. */
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    /** The plain sign for a full-width, typographic or traditional one. */
    public static char plain(char sign) {
        var traditional = TRADITIONAL.indexOf(sign);
        if (traditional >= 0) {
            return SIMPLIFIED.charAt(traditional);
        }
        if (sign >= '！' && sign <= '～' && sign != '～') {
            return (char) (sign - '！' + '!');
        }
        return switch (sign) {
            case '\u2212' -> '-';
            case '–', '—', '～', '〜' -> '~';
            case '〇', '○' -> '零';
            case '\u00a0', '\u3000', '\u2009', '\u202f', '\t', '\r', '\n', '*', '_' -> ' ';
            default -> sign;
        };
    }

    /** The limiting word nearest before a number, or null. */
    static @Nullable Qualifier limitIn(String before) {
        Qualifier found = null;
        var i = Math.max(0, before.length() - REACH - 3);
        while (i < before.length()) {
            var word = wordAt(before, i);
            if (word != null && before.length() - i - word.text().length() <= REACH) {
                found = word.meaning();
            }
            i += word == null ? 1 : word.text().length();
        }
        if (found == null && before.endsWith("上")) {
            return Qualifier.AT_LEAST;
        }
        return found;
    }

    /** Every word that limits a number after it or turns its sign. */
    static Stream<String> limitsAndFalls() {
        return Stream.concat(BEFORE.stream().map(Word::text), Stream.concat(FALLS.stream(), Stream.of("负")));
    }

    /** How a word before a number limits it, or null. */
    static @Nullable Qualifier limitOf(String word) {
        return BEFORE.stream().filter(it -> it.text().equals(word)).map(Word::meaning).findFirst().orElse(null);
    }

    private static @Nullable Word wordAt(String text, int at) {
        for (var word : BEFORE) {
            if (text.startsWith(word.text(), at) && !isPartOfAnotherWord(text, at, word.text())) {
                return word;
            }
        }
        return null;
    }

    /** The limiting word that ends right before a place of a plain text, or null. */
    public static @Nullable Word limitEndingAt(String text, int end) {
        for (var word : BEFORE) {
            var start = end - word.text().length();
            if (start >= 0 && text.startsWith(word.text(), start) && !isPartOfAnotherWord(text, start, word.text())) {
                return word;
            }
        }
        return null;
    }

    /** 履约率, 超市, 近郊 and 高于全市 limit nothing. */
    private static boolean isPartOfAnotherWord(String text, int at, String word) {
        var previous = at > 0 ? text.charAt(at - 1) : ' ';
        var next = at + word.length() < text.length() ? text.charAt(at + word.length()) : ' ';
        return switch (word) {
            case "约" -> "履节预合签条公制集".indexOf(previous) >= 0 || next == '谈';
            case "超" -> "市级声".indexOf(next) >= 0;
            case "近" -> "郊年日期来".indexOf(next) >= 0 || "附最临".indexOf(previous) >= 0;
            case "高于", "低于" -> next == '全';
            default -> false;
        };
    }

    /** The limiting word after a number and its unit, or null. */
    static @Nullable Qualifier limitAfter(String after) {
        for (var i = 0; i + 2 <= after.length(); i++) {
            var found = AFTER.get(after.substring(i, i + 2));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether the words before a number say that something became less by it: 下降0.2%, but not 下降到2%. */
    public static boolean fallIn(String before) {
        if (before.contains("收窄")) {
            return false;
        }
        for (var fall : FALLS) {
            var at = before.lastIndexOf(fall);
            if (at >= 0 && before.length() - at - fall.length() <= REACH
                    && !before.startsWith("到", at + fall.length()) && !before.startsWith("至", at + fall.length())) {
                return true;
            }
        }
        return before.endsWith("负");
    }
}
