package org.youju.extraction.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.PassedOver;
import org.youju.extraction.PassedOver.Why;
import org.youju.extraction.period.TimeWord;
import org.youju.extraction.text.Enumerators;
import org.youju.extraction.text.Masks.Mask;
import org.youju.extraction.text.Signs;

/**
 * Tells of the numeric expressions of a text that are no figures what they are instead. The surest reading comes first;
 * what it takes no later one gets.
 */
final class Rejections {

    private static final String COUNT = "[一二三四五六七八九十百]";
    private static final Pattern SESSION = Pattern.compile(
            "第?" + COUNT + "{1,3}届[\\u4e00-\\u9fff]{0,14}?第?" + COUNT + "{1,3}次(?:全体)?会议|第?" + COUNT + "{1,3}次党代会");
    private static final Pattern NUMBERED = Pattern.compile(
            "第 ?[A-Z]{0,3}\\d{1,20} ?号|(?<!\\d)[A-Z]{0,3}\\d{1,20} ?号(?=(?:重点)?(?:建议|提案))");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d.])(?:1[3-9]\\d{9}|0\\d{2,3}[-~]\\d{7,8})(?!\\d)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\d.])\\d{1,5}(?: ?[号弄室幢栋楼](?:院|楼)?(?:\\d{1,4}[号室楼层单元]{0,2}){0,4}|单元)|[GSXY]\\d{2,4}(?!\\d)");
    private static final Pattern ORDINAL = Pattern.compile("第(?:" + COUNT
            + "{1,3}|\\d{1,4})(?!\\d)|(?<!\\d)[一二三四五六七八九]期");
    private static final Pattern HOTLINE = Pattern.compile("(?<!\\d)\\d{3,6}(?=[\\u4e00-\\u9fff“”\"]{0,6}热线)");
    private static final Pattern PARTS = Pattern.compile("(?:" + COUNT
            + "{1,2}|两|(?<!\\d)\\d{1,2})(?:大(?![学型厅约量于部道会])|类(?!别))");
    private static final Pattern GOING_ON = Pattern.compile("连续 ?(?:" + COUNT + "{1,2}|两|\\d{1,3}) ?个?[年月天]");
    private static final Pattern SOME = Pattern.compile("新?一(?:批|系列|代(?!表)|轮|些|位|次)");
    private static final Pattern PROPORTION = Pattern.compile("\\d{1,4}(?:\\.\\d{1,3})?(?:[:∶]\\d{1,4}(?:\\.\\d{1,3})?"
            + "){1,6}");

    private final String text;
    private final boolean[] taken;
    private final List<PassedOver> found = new ArrayList<>();

    private Rejections(String text) {
        this.text = text;
        this.taken = new boolean[text.length()];
    }

    /**
     * The expressions that are no figures, in order and apart.
     *
     * @param figures   what is a figure
     * @param masks     the stretches in which a number is never a figure
     * @param times     the words that say when
     * @param dismissed numbers with a unit that state nothing
     */
    static List<PassedOver> of(String text, List<Measure> figures, List<Mask> masks, List<TimeWord> times,
            List<PassedOver> dismissed) {
        var rejections = new Rejections(text);
        figures.forEach(figure -> rejections.occupy(figure.start(), figure.end()));
        rejections.all(SESSION, Why.SESSION);
        rejections.all(NUMBERED, Why.PROPOSAL_NO);
        rejections.masked(masks);
        times.forEach(time -> rejections.take(time.start(), time.end(), Why.DATE));
        rejections.enumerators();
        dismissed.forEach(number -> rejections.take(number.start(), number.end(), number.why()));
        rejections.all(PHONE, Why.PHONE);
        rejections.all(ADDRESS, Why.ADDRESS);
        rejections.all(HOTLINE, Why.PHONE);
        rejections.all(GOING_ON, Why.DURATION);
        rejections.all(PARTS, Why.STRUCTURE);
        rejections.all(SOME, Why.INDEFINITE);
        rejections.all(PROPORTION, Why.RATIO);
        rejections.all(ORDINAL, Why.ORDINAL);
        rejections.digits(0, text.length(), null);
        rejections.found.sort(Comparator.comparingInt(PassedOver::start));
        return rejections.found;
    }

    private void occupy(int start, int end) {
        for (var i = start; i < end; i++) {
            taken[i] = true;
        }
    }

    private void take(int start, int end, Why why) {
        for (var i = start; i < end; i++) {
            if (taken[i]) {
                return;
            }
        }
        occupy(start, end);
        found.add(new PassedOver(start, end, why));
    }

    private void all(Pattern pattern, Why why) {
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            take(matcher.start(), matcher.end(), why);
        }
    }

    /** Of a short stretch the whole, of a long one each number in it. */
    private void masked(List<Mask> masks) {
        for (var mask : masks) {
            if (mask.why() == Why.DOC_NO || mask.why() == Why.PLAN_NAME && counts(mask)) {
                take(mask.start(), mask.end(), mask.why());
            } else {
                digits(mask.start(), mask.end(), mask.why());
            }
        }
    }

    private boolean counts(Mask mask) {
        return text.substring(mask.start(), mask.end()).chars()
                .anyMatch(c -> Signs.isDigit((char) c) || NumberReader.NUMERALS.indexOf(c) >= 0);
    }

    private void enumerators() {
        var opens = true;
        for (var i = 0; i < text.length(); i++) {
            var length = opens ? Enumerators.lengthAt(text, i, Math.min(text.length(), i + 8)) : 0;
            if (length > 0) {
                take(i, i + length, Why.ENUMERATOR);
            }
            opens = "\n，。；: ".indexOf(text.charAt(i)) >= 0;
        }
    }

    /** Takes the runs of digits of a stretch; where no reason is given, what stands around them tells it. */
    private void digits(int from, int to, @Nullable Why given) {
        for (var i = from; i < to; i++) {
            if (taken[i] || !Signs.isDigit(text.charAt(i))) {
                continue;
            }
            var end = i + 1;
            while (end < to && !taken[end] && (Signs.isDigit(text.charAt(end))
                    || ".,-/:".indexOf(text.charAt(end)) >= 0 && Signs.isDigitAt(text, end + 1))) {
                end++;
            }
            take(i, end, given != null && given != Why.NO_UNIT ? given : around(i, end));
            i = end - 1;
        }
    }

    private Why around(int start, int end) {
        var before = start == 0 ? ' ' : text.charAt(start - 1);
        var after = end == text.length() ? ' ' : text.charAt(end);
        if (end - start == 4 && after == '年') {
            return Why.DATE;
        }
        if (Signs.isLatin(before) || Signs.isLatin(after) || before == '+' || after == '+') {
            return Why.LEXICAL;
        }
        return end - start >= 7 && text.substring(start, end).chars().allMatch(c -> Signs.isDigit((char) c))
                ? Why.RECORD
                : Why.NO_UNIT;
    }
}
