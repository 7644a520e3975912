package org.youju.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.figure.FigureFormatException.Reason;

/**
 * The words in which people type a figure, turned into those that sources print: 大概310 is 约310, 310+ is 310余,
 * about CNY 31.0 bn is 约310亿元. Knows what it has understood, so that whoever reads a cell passes nothing over.
 */
final class TypedWords {

    /** A word that people type, and the word that sources print for it; empty for one that says nothing more. */
    private record Known(String typed, String printed) {
    }

    private static final List<String> FALLS = List.of("降", "减", "跌", "down");
    private static final List<String> RISES = List.of("增长", "上升", "增加", "提高", "上涨", "增", "升", "增速", "增幅", "up", "同比");

    private static final Map<String, List<String>> SAID_OTHERWISE = Map.of(
            "约", List.of("大概", "差不多", "大致", "约为", "about"),
            "超过", List.of("over", "more than"), "近", List.of("nearly"), "不足", List.of("under", "less than"),
            "至少", List.of("at least"), "最多", List.of("至多", "at most"), "≥", List.of(">="), "≤", List.of("<="),
            "下降", FALLS, "", Stream.concat(RISES.stream(), Stream.of("每年")).toList());

    private static final List<Known> BEFORE = Stream.concat(
            Words.limitsAndFalls().filter(word -> !word.equals("≈")).map(word -> new Known(word, word)),
            SAID_OTHERWISE.entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(typed -> new Known(typed, entry.getKey()))))
            .sorted(Comparator.comparingInt((Known known) -> known.typed().length()).reversed())
            .toList();

    private static final List<String> CHANGES = Stream.of(Words.FALLS, FALLS, RISES).flatMap(List::stream)
            .sorted(Comparator.comparingInt(String::length).reversed()).toList();

    private static final List<String> BEHIND = List.of("及以上", "左右", "上下", "以上", "以下", "以内", "/年", ".", "。");

    /** By the unit that a number in it is of. */
    private static final Map<String, List<String>> CURRENCIES = Map.of("CNY", List.of("CNY", "RMB", "人民币", "¥", "￥"),
            "USD", List.of("USD", "US$", "$"));
    private static final List<String> SIGNS_OF_MONEY = List.of("¥", "￥", "$", "人民币");

    private static final BigDecimal MILLION = BigDecimal.TEN.pow(6);
    private static final BigDecimal BILLION = BigDecimal.TEN.pow(9);
    private static final Pattern SCALE_IN_NAME = Pattern.compile("(?:100 million|10 thousand)\\s*");
    private static final String NUMBER = "(?:\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d+)?";
    private static final Pattern ENGLISH = Pattern.compile("(?<sign>[-+]?) *(?<number>" + NUMBER
            + ")(?: *[-~] *(?<minus>-?) *(?<second>" + NUMBER + "))? *(?<more>余?) *(?<name>(?:\\p{L}.*)?)");
    private static final Pattern PLUS_BEHIND = Pattern.compile("(?<=[0-9十百千万亿]) *\\+");
    private static final Pattern LINES =
            Pattern.compile("(?s).*\\d\\D*[\\n\\r\\t\\u000b\\f\\u0085\\u2028\\u2029]\\D*\\d.*");
    private static final Pattern SPACED = Pattern.compile("(?<=\\d) +\\d{3}(?!\\d)");
    private static final String[] TENS = {"", "十", "百", "千"};

    private final Unit unit;

    TypedWords(Unit unit) {
        this.unit = unit;
    }

    /**
     * The print that says what is typed.
     *
     * @throws FigureFormatException if it can't be one figure, or is a computed one
     */
    String print(String typed) {
        var text = plain(withCode(typed.strip()));
        if (text.startsWith("'")) {
            text = text.substring(1).strip();
        }
        var head = new StringBuilder();
        var inYuan = false;
        var at = 0;
        while (true) {
            at = skipSpaces(text, at);
            var money = currency(text, at);
            var known = money != null ? null : known(text, at);
            if (money == null && known == null) {
                break;
            }
            inYuan |= money != null && !SIGNS_OF_MONEY.contains(money);
            head.append(known == null ? "" : known.printed());
            at += known == null ? money.length() : known.typed().length();
        }
        return head + tail(text.substring(at), inYuan);
    }

    /** An English name that begins with a number of its own, 100 million yuan, by the unit's code. */
    private String withCode(String typed) {
        var start = typed.length() - unit.nameEn().length();
        return start > 0 && typed.charAt(start - 1) == ' ' && isDigit(unit.nameEn(), 0)
                && typed.regionMatches(true, start, unit.nameEn(), 0, unit.nameEn().length())
                        ? typed.substring(0, start) + unit.code() : typed;
    }

    /** As {@link Words#plain(String)}; thin and fixed spaces between digits mark thousands, others don't. */
    private static String plain(String typed) {
        var plain = new StringBuilder(Words.plain(typed));
        for (var i = 0; i < typed.length(); i++) {
            var sign = typed.charAt(i);
            switch (sign) {
                case '≈' -> throw new FigureFormatException(Reason.COMPUTED, typed);
                case '*', '_' -> throw new FigureFormatException(Reason.NOT_UNDERSTOOD, Character.toString(sign));
                case '、' -> throw new FigureFormatException(Reason.SEVERAL_NUMBERS, typed);
                case '\u00a0', '\u202f', '\u2009' -> {
                    if (isDigit(plain, i - 1) && isDigit(plain, i + 1)) {
                        plain.setCharAt(i, ',');
                    }
                }
                case '\n', '\r', '\t' -> plain.setCharAt(i, '\n');
                case '\u2019' -> plain.setCharAt(i, '\'');
                default -> { }
            }
        }
        if (LINES.matcher(plain).matches()) {
            throw new FigureFormatException(Reason.SEVERAL_NUMBERS, typed);
        }
        if (SPACED.matcher(plain).find()) {
            throw new FigureFormatException(Reason.SPACED, typed);
        }
        return plain.toString().replace('\n', ' ').strip();
    }

    private static boolean isDigit(CharSequence text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int skipSpaces(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The words of a change with which a text begins: 同比增长 of 同比增长5; empty where it begins with none. */
    static String changeIn(String typed) {
        var at = 0;
        while (true) {
            var from = skipSpaces(typed, at);
            var word = CHANGES.stream().filter(it -> stands(typed, from, it)).findFirst();
            if (word.isEmpty()) {
                return typed.substring(0, at);
            }
            at = from + word.get().length();
        }
    }

    private static @Nullable Known known(String text, int at) {
        return BEFORE.stream().filter(known -> stands(text, at, known.typed())).findFirst().orElse(null);
    }

    /** Whether a word stands at a place, whole where it is an English one. */
    private static boolean stands(String text, int at, String word) {
        var end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && (!isLatin(word.charAt(word.length() - 1)) || end == text.length() || !isLatin(text.charAt(end)));
    }

    private static boolean isLatin(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    /** The currency that stands at a place, null for none or that of another unit. */
    private @Nullable String currency(String text, int at) {
        return !unit.dimension().equals("money") && !unit.dimension().equals("usd") ? null
                : CURRENCIES.getOrDefault(unit.sdmx(), List.of()).stream().filter(it -> stands(text, at, it)).findFirst()
                        .orElse(null);
    }

    /** The number and what is behind it. */
    private String tail(String text, boolean inBase) {
        var tail = PLUS_BEHIND.matcher(text).replaceFirst("余");
        var english = ENGLISH.matcher(tail);
        if (!english.matches()) {
            return tail;
        }
        var size = size(english.group("name"), inBase);
        if (size == null) {
            return tail;
        }
        var first = english.group("number").replace(",", "");
        var second = english.group("second") == null ? null : english.group("second").replace(",", "");
        var ratio = size.divide(unit.factor(), MathContext.DECIMAL128).stripTrailingZeros();
        if (ratio.unscaledValue().intValue() != 1 || ratio.precision() != 1) {
            return tail;
        }
        var places = -ratio.scale();
        var decimals = Math.min(decimals(first), second == null ? Integer.MAX_VALUE : decimals(second));
        var shift = Math.min(places, decimals);
        return english.group("sign") + shifted(first, shift)
                + (second == null ? "" : "~" + english.group("minus") + shifted(second, shift))
                + english.group("more") + tens(places - shift) + unit.code();
    }

    private static int decimals(String number) {
        return new BigDecimal(number).scale();
    }

    private static String shifted(String number, int places) {
        return new BigDecimal(number).movePointRight(places).toPlainString();
    }

    /** A power of ten in characters: 十万 for 5. */
    private static String tens(int power) {
        return TENS[power % 4] + "万".repeat(power / 4 % 2) + "亿".repeat(power / 8);
    }

    /** How many base units a name behind a number counts by; null for one that is no English name of the unit. */
    private @Nullable BigDecimal size(String typed, boolean inBase) {
        var name = typed.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return inBase ? BigDecimal.ONE : null;
        }
        var own = unit.nameEn().toLowerCase(Locale.ROOT);
        if (name.equals(own)) {
            return unit.factor();
        }
        if (unit.dimension().startsWith("percent")) {
            return null;
        }
        var base = unit.base().equals(unit.code()) ? own : SCALE_IN_NAME.matcher(own).replaceAll("").strip();
        var scaled = name.endsWith(base) ? name.substring(0, name.length() - base.length()).strip() : name;
        return switch (scaled) {
            case "" -> BigDecimal.ONE;
            case "m", "mn", "million" -> MILLION;
            case "bn", "billion" -> BILLION;
            default -> null;
        };
    }

    /**
     * Refuses a print of which a reader would pass something over.
     *
     * @param around words before the number that are a part of its unit: 每人每月
     */
    static void requireUnderstood(PrintParser.Print print, List<String> around, String typed) {
        var limits = new ArrayList<Qualifier>();
        var falls = understand(print.before(), around, limits, print.number().negative());
        understandBehind(print.after(), limits);
        var more = print.number().more() || print.second() != null && print.second().more();
        if (print.second() != null && (more || !limits.isEmpty())) {
            throw new FigureFormatException(Reason.RANGE_LIMITED, typed);
        }
        var kinds = limits.stream().distinct().toList();
        // 近…多 means 约
        var goes = !more || kinds.equals(List.of(Qualifier.NEARLY)) || kinds.equals(List.of(Qualifier.ABOUT));
        if (kinds.size() > 1 || !kinds.isEmpty() && !goes) {
            throw new FigureFormatException(Reason.TWO_LIMITS, typed);
        }
        if (falls && print.number().negative()) {
            throw new FigureFormatException(Reason.FALLS_TWICE, typed);
        }
    }

    /** @return whether it says that something fell */
    private static boolean understand(String before, List<String> around, List<Qualifier> limits, boolean negative) {
        var falls = false;
        var at = 0;
        while (at < before.length()) {
            at = skipSpaces(before, at);
            if (at == before.length()) {
                break;
            }
            var here = at;
            var unit = around.stream().filter(it -> before.startsWith(it, here)).findFirst();
            if (unit.isPresent()) {
                at += unit.get().length();
                continue;
            }
            var known = known(before, at);
            if (known != null) {
                var limit = Words.limitOf(known.printed());
                if (limit != null) {
                    limits.add(limit);
                }
                falls |= limit == null && !known.printed().isEmpty();
                at += known.typed().length();
                continue;
            }
            var rest = before.substring(at).strip();
            if (rest.equals("上")) {
                limits.add(Qualifier.AT_LEAST);
                break;
            }
            if (rest.equals("+") || rest.equals("-") && negative) {
                break;
            }
            throw new FigureFormatException(Reason.NOT_UNDERSTOOD, unknown(before, at));
        }
        return falls;
    }

    private static String unknown(String text, int from) {
        var end = from + 1;
        while (end < text.length() && known(text, end) == null && "+- ".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(from, end);
    }

    private static void understandBehind(String after, List<Qualifier> limits) {
        var at = 0;
        while (true) {
            at = skipSpaces(after, at);
            if (at == after.length()) {
                return;
            }
            var rest = after.substring(at);
            var known = BEHIND.stream().filter(rest::startsWith).findFirst()
                    .orElseThrow(() -> new FigureFormatException(Reason.NOT_UNDERSTOOD, rest.strip()));
            var limit = Words.limitAfter(known);
            if (limit != null) {
                limits.add(limit);
            }
            at += known.length();
        }
    }
}
