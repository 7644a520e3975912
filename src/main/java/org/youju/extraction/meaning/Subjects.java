package org.youju.extraction.meaning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.extraction.period.TimeWords;
import org.youju.extraction.text.Signs;
import org.youju.figure.Period;
import org.youju.figure.Words;

/** Tells what a figure is about and to which figure before it it belongs. */
final class Subjects {

    private static final String[] LEAD = {"其中", "同时", "并", "且", "以及", "及", "和", "与", "截至", "截止", "到", "至", "的", "在",
            "于", "共", "共有", "目前", "全年", "其", "由", "从", "自", "已", "以来", "底", "末", "前", "内", "，", "、", ":", "(", ")", "“",
            "”", "；", " ", "年度", "年", "对", "将", "计划", "力争", "确保", "预计", "拟", "完成", "实现", "拥有", "获得", "我局", "我委", "我县", "我市", "我区", "我省", "我州", "我镇"};
    /** Words that begin as a lead does and are not to be cut. */
    private static final String[] WHOLE = {"在校", "在园", "在建", "在册", "在岗", "在职", "在读", "在编", "在线", "在院", "在学", "在地", "自然",
            "自主", "自有", "自筹", "自愿", "自贸", "自费", "自治", "自建", "自来水", "从业", "从事", "其他", "其余", "到位", "到访", "共享", "共同",
            "共建", "共有产权", "内资", "内贸", "内河", "前沿", "前期", "年均", "年产", "对外", "对口", "对接", "并购", "并网", "由政府", "及格", "和谐",
            "与会"};
    private static final String[] TAIL = longestFirst("增至", "升至", "降至", "提升至", "上升至", "攀升至", "跃升至", "下降至", "净增", "净减", "净增加", "净减少", "同比", "环比", "增长", "增速", "增幅", "下降", "提高", "减少", "降低",
            "下滑", "上升", "提升", "增加", "达到", "达", "完成", "实现", "为", "有", "共", "约", "约为", "超过", "超", "近", "突破", "分别", "是",
            "的", "到", "至", "累计", "计", "较上年", "较", "保持在", "控制在", "占", "合", "(", "，", "、", " ", "等", "了", "由", "从",
            "预计", "拟", "力争", "发展", "缩小", "扩大", "缩短", "压缩", "仅", "只有", "计划", "共计", "多", "每年", "年均", "平均", "不少于",
            "不低于", "增产", "减产", "增收", "减收", "上涨", "下跌", "回落", "比", "比年初", "较年初", "同口径", "可比口径", "按照", "按", "与",
            "保持", "稳定在", "连续");
    private static final Pattern ENUMERATOR = Pattern.compile("^\\s*\\(?[一二三四五六七八九十0-9]{1,3}[)、.](?!\\d)");
    /** Without its verb it would say of whom it is an average, and not of what. */
    private static final Pattern AVERAGE_GAIN = Pattern.compile("[人户亩]均(?:增收|减收|增产|减产)");
    private static final int LONGEST = 40;
    private static final int LONGEST_NOUN = 16;

    private Subjects() {
    }

    /** Finds the figure that a change, a share or a part belongs to, and what the figure is about. */
    static void judge(Spot spot) {
        var own = own(spot);
        var previous = spot.previous;
        if (isPart(spot)) {
            spot.part = true;
            for (var p = previous; p != null && spot.index - p.index < 12; p = p.previous) {
                if (!p.part && isSameUnit(spot, p)) {
                    spot.linked = p;
                    break;
                }
            }
        } else if (own.isEmpty() && (isRelative(spot) || isCompared(spot))) {
            for (var p = previous; p != null && spot.index - p.index < 12; p = p.previous) {
                if (isRelative(spot) ? !isRelative(p) : isSameUnit(spot, p)) {
                    spot.linked = p;
                    break;
                }
            }
        }
        spot.former = isFormer(spot);
        var noun = noun(spot);
        if (own.isEmpty() && noun.isEmpty() && previous != null) {
            spot.subject = previous.subject;
        } else {
            spot.subject = own.isEmpty() ? noun : own + noun;
        }
    }

    private static boolean isRelative(Spot spot) {
        var sort = spot.measure.unit().sort();
        return sort == Sort.RATE || sort == Sort.CHANGE || spot.measure.form() == Form.RANK;
    }

    private static boolean isSameUnit(Spot spot, Spot other) {
        return other.measure.unit().unit().equals(spot.measure.unit().unit());
    }

    /** 比上年末减少0.8万人: an amount by which the one before it has changed. */
    private static boolean isCompared(Spot spot) {
        return Signs.holds(spot.gap, "比", "较") && Signs.holds(spot.gap, "增", "减", "降", "升", "提高");
    }

    private static boolean isPart(Spot spot) {
        var opening = spot.before.strip();
        if (opening.startsWith("其中") || opening.startsWith("含")) {
            return true;
        }
        var previous = spot.previous;
        if (previous != null && previous.part && previous.clause.part() == spot.clause.part()
                && previous.measure.unit().unit().equals(spot.measure.unit().unit()) && !opening.isEmpty()) {
            return true;
        }
        var bracket = spot.before.lastIndexOf('(');
        return bracket >= 0 && spot.before.indexOf(')', bracket) < 0
                && (spot.before.startsWith("其中", bracket + 1) || spot.before.startsWith("含", bracket + 1));
    }

    /** The former of two values: 由61%提升至83%. */
    private static boolean isFormer(Spot spot) {
        var before = spot.before.length() > 12 ? spot.before.substring(spot.before.length() - 12) : spot.before;
        var from = Math.max(before.lastIndexOf('由'), before.lastIndexOf('从'));
        if (from < 0 || before.startsWith("自由", Math.max(0, from - 1))) {
            return false;
        }
        var after = spot.after.length() > 14 ? spot.after.substring(0, 14) : spot.after;
        return Signs.holds(after, "到", "至", "增为", "升为", "降为");
    }

    /** The words of its own before a figure, without times, verbs and limits. */
    private static String own(Spot spot) {
        var words = spot.cell != null ? spot.cell.row() : spot.gap;
        words = ENUMERATOR.matcher(words).replaceFirst("");
        words = words.length() > LONGEST ? words.substring(words.length() - LONGEST) : words;
        words = withoutTimes(words);
        boolean changed;
        do {
            changed = false;
            for (var lead : LEAD) {
                if (words.startsWith(lead) && !startsWithAny(words, WHOLE)) {
                    words = words.substring(lead.length());
                    changed = true;
                    break;
                }
            }
            for (var tail : TAIL) {
                if (words.endsWith(tail) && !words.endsWith("占比") && !words.endsWith("年度计划")
                        && !AVERAGE_GAIN.matcher(words).matches()) {
                    words = words.substring(0, words.length() - tail.length());
                    changed = true;
                    break;
                }
            }
        } while (changed);
        return words.strip();
    }

    private static String[] longestFirst(String... words) {
        return Arrays.stream(words).sorted(Comparator.comparingInt(String::length).reversed()).toArray(String[]::new);
    }

    private static boolean startsWithAny(String text, String... starts) {
        return Arrays.stream(starts).anyMatch(text::startsWith);
    }

    private static String withoutTimes(String words) {
        var scanner = new TimeWords(words);
        var rest = new StringBuilder();
        for (var i = 0; i < words.length(); i++) {
            var word = TimeWords.mayBegin(words.charAt(i)) ? scanner.at(i) : null;
            if (word == null) {
                rest.append(words.charAt(i));
            } else {
                i = Math.max(i, word.end() - 1);
            }
        }
        return rest.toString();
    }

    /** 甲、乙和丙分别为1、2和3: pairs the figures of a list with its subjects, or with the figures of the list before it. */
    static void pair(List<Spot> spots) {
        List<Spot> before = List.of();
        for (var i = 0; i < spots.size();) {
            var end = i + 1;
            while (end < spots.size() && spots.get(end).continuesList()) {
                end++;
            }
            var list = spots.subList(i, end);
            if (list.size() > 1 && list.getFirst().gap.contains("分别")) {
                var names = list.getFirst().gap.substring(0, list.getFirst().gap.indexOf("分别"));
                pair(list, withoutTimes(names).split("[、和及与]"), before);
                spread(list);
                before = list;
            }
            i = end;
        }
    }

    /** 2021年至2023年分别为1、2和3: as many years as figures, a year each. */
    private static void spread(List<Spot> list) {
        if (list.getFirst().period instanceof Period.Span(Period.Year(var from), Period.Year(var to))
                && to - from + 1 == list.size() && list.stream().allMatch(spot -> spot.cell == null)) {
            for (var i = 0; i < list.size(); i++) {
                list.get(i).period = new Period.Year(from + i);
            }
        }
    }

    private static void pair(List<Spot> list, String[] names, List<Spot> before) {
        var linked = before.size() == list.size()
                && before.getFirst().clause.sentence() == list.getFirst().clause.sentence();
        for (var i = 0; i < list.size(); i++) {
            var spot = list.get(i);
            if (names.length == list.size()) {
                spot.subject = names[i].strip();
            } else if (linked && isRelative(spot) && !isRelative(before.get(i))) {
                spot.linked = before.get(i);
                spot.subject = before.get(i).subject;
            }
        }
    }

    /** The noun that a counter counts: 14个公租房项目. */
    private static String noun(Spot spot) {
        if (spot.measure.unit().sort() != Sort.COUNTER || spot.measure.form() == Form.RANK) {
            return "";
        }
        var end = 0;
        while (end < spot.after.length() && end < LONGEST_NOUN && (Signs.isHan(spot.after.charAt(end))
                || Signs.isLatin(spot.after.charAt(end)) || "“”".indexOf(spot.after.charAt(end)) >= 0)) {
            end++;
        }
        var noun = spot.after.substring(0, end);
        return noun.isEmpty() || "和及与或并且等以为占".indexOf(noun.charAt(0)) >= 0 ? "" : noun;
    }

    /** Whether a figure turns negative: 下降12.7%, 减少近四成. */
    private static boolean falls(Spot spot) {
        var gap = spot.gap;
        var limit = gap.length() > 20 ? gap.substring(gap.length() - 20) : gap;
        return Words.fallIn(limit.stripTrailing());
    }

    /** Whether a figure is a change, or the promise of one, that its words make negative. */
    static boolean isFall(Spot spot) {
        var sort = spot.measure.unit().sort();
        var change = spot.kind == FigureKind.GROWTH
                || spot.kind == FigureKind.COMMITMENT && (sort == Sort.RATE || sort == Sort.CHANGE);
        if (!change || spot.cell != null || spot.measure.form() == Form.DOUBLING) {
            return false;
        }
        return spot.continuesList() && spot.previous != null ? spot.previous.falls : falls(spot);
    }
}
