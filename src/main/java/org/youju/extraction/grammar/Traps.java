package org.youju.extraction.grammar;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.PassedOver.Why;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.extraction.text.Signs;
import org.youju.figure.Qualifier;

/**
 * Tells a number that states something from the many that don't: structure, criteria, addresses, terms, ways of
 * speaking.
 */
final class Traps {

    private static final String[] RESULTS = {"有", "新增", "建成", "完成", "培育", "引进", "达", "为", "共", "获", "开设", "打造", "设立",
            "建设", "达到", "新建", "改造", "引入", "获得", "设置", "建立", "增设", "认定", "拥有", "辖", "累计", "已"};
    private static final String[] STRUCTURE = {"方面", "环节", "维度", "层面", "统筹", "空间", "小组", "原则", "关键", "步骤", "阶段", "转变",
            "聚焦", "坚持", "确保", "围绕", "统一", "一批", "必须", "更加", "不", "“", "字", "角度", "层次", "问题", "工作", "一", "为", "重大意义",
            "着力", "结合", "基本", "全面", "主要", "内容", "底线", "红线"};
    /** What a small number in characters may count with 个; else it is a way of speaking: 建立三个机制. */
    private static final String[] THINGS = {"小区", "项目", "社区", "村", "镇", "乡", "街道", "县", "区", "园", "基地", "中心", "平台",
            "班", "点", "站", "标段", "省", "市", "城市", "国家", "部门", "单位", "企业", "工程", "学校", "车间", "行政村", "自然村", "居民", "停车",
            "公园", "地块", "片区", "老旧"};
    private static final String[] MANNERS = {"任务", "制度", "机制", "工作", "措施", "举措", "改革", "行动", "重点", "内容", "要求", "原则",
            "意见", "工程", "计划", "硬措施", "政策", "建议", "具体"};
    private static final String DIGITS = "一二两三四五六七八九";
    private static final String[] NOT_AFTER_TERM = {"行动", "计划", "规划", "来", "内", "前", "后", "间", "免", "一次", "时间", "目标",
            "工程", "战略", "期", "生活圈", "以", "多来", "建设"};
    private static final String[] TERMS = {"期限", "时间", "周期", "工期", "年限", "时长", "平均", "压缩", "缩短", "延长", "用时", "耗时",
            "补贴", "享受", "时限", "最长", "租期", "有效期", "周转", "办结", "天数"};
    /** What is no figure whatever counts it, unlike 10个问题 or 12项工作 in digits. */
    private static final Set<String> ALWAYS_STRUCTURE = Set.of("原则", "内容", "底线", "红线", "方面");

    /** What is selected by its size: 产值超10亿元企业. */
    private static final String[] SELECTED = {"企业", "项目", "工程", "园区", "集群", "产业集群", "平台", "村", "楼宇", "镇", "街道"};

    private final String text;
    /** Up to where a counter counts the demands of the proposal, and which. */
    private int proposalEnd;
    private String proposalUnit = "";

    Traps(String plainText) {
        this.text = plainText;
    }

    /**
     * What speaks against a number with a unit stating something, or null if nothing does.
     *
     * @param limited whether a limiting word or 余 belongs to it
     * @param after   the limiting word after it, or null
     * @param floor   where what can belong to it begins
     */
    @Nullable Why against(Measure measure, boolean limited, @Nullable String after, int floor) {
        var next = measure.end() < text.length() ? text.charAt(measure.end()) : '\n';
        if (next == '+' || next == '×' || next == '级') {
            return Why.LEXICAL;
        }
        if (text.startsWith("分之", measure.end())) {
            return Why.CRITERION;
        }
        if (measure.form() == Form.CELL) {
            return null;
        }
        if (measure.form() == Form.CHARACTERS && !isMeantAsFigure(measure, limited, floor)) {
            return measure.unit().sort() == Sort.DURATION ? Why.DURATION : Why.INDEFINITE;
        }
        if (isOfProposal(measure)) {
            return Why.DEMAND;
        }
        if (isAddress(measure, next) || isRoad(measure)) {
            return Why.ADDRESS;
        }
        if (isCriterion(measure, after) || measure.unit().unit().equals("岁") && !isLifetime(measure)) {
            return Why.CRITERION;
        }
        return isStructure(measure) ? Why.STRUCTURE : againstUnit(measure, limited, floor);
    }

    private @Nullable Why againstUnit(Measure measure, boolean limited, int floor) {
        return switch (measure.unit().sort()) {
            case DURATION -> isDuration(measure, limited, floor) ? null : Why.DURATION;
            case COUNTER -> measure.unit().unit().equals("次") && isSession(measure) ? Why.SESSION : null;
            case AMOUNT -> switch (measure.unit().written()) {
                case "分", "方", "兆" -> isScore(measure) ? null : Why.LEXICAL;
                default -> null;
            };
            case RATE, CHANGE -> null;
        };
    }

    /** Numbers in characters abound in prose: 两大, 三个空间, 一批. */
    private boolean isMeantAsFigure(Measure measure, boolean limited, int floor) {
        var number = measure.number();
        var value = number.magnitude().multiply(number.scale());
        var unit = measure.unit();
        var bare = "百千万亿".indexOf(text.charAt(measure.numberStart())) >= 0
                && !text.startsWith("百分", measure.numberStart()) && !text.startsWith("千分", measure.numberStart());
        if (bare) {
            var next = measure.end() < text.length() ? text.charAt(measure.end()) : '\n';
            // 突破百亿元 states, 超百亿元工程 selects
            return (number.more() || measure.qualifier() == Qualifier.NEARLY || limited && !Signs.isHan(next))
                    && (unit.sort() == Sort.COUNTER || unit.sort() == Sort.AMOUNT);
        }
        if (unit.sort() == Sort.RATE || unit.sort() == Sort.CHANGE) {
            return value.compareTo(BigDecimal.ONE) > 0 || limited || unit.sort() == Sort.RATE;
        }
        if (value.compareTo(BigDecimal.ONE) <= 0 || isApproximate(measure) || isManner(measure)) {
            return false;
        }
        if (limited || number.below() != null || value.compareTo(BigDecimal.TEN) >= 0) {
            return true;
        }
        if (unit.written().equals("个") && !startsWithAny(measure.end(), THINGS)) {
            return false;
        }
        var before = text.substring(Math.max(floor, measure.start() - 3), measure.start());
        return Arrays.stream(RESULTS).anyMatch(before::endsWith);
    }

    /** 您提出的3条具体建议，2条已采纳: what the reply counts of the proposal that it answers. */
    private boolean isOfProposal(Measure measure) {
        var unit = measure.unit().written();
        if (!"条项点个件".contains(unit)) {
            return false;
        }
        var before = text.substring(Math.max(0, measure.start() - 24), measure.start());
        var after = text.substring(measure.end(), Math.min(text.length(), measure.end() + 8));
        var sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'));
        var opening = before.substring(sentence + 1);
        if ((opening.contains("您") || opening.contains("你们") || opening.contains("代表提") || opening.contains("委员提"))
                && (after.contains("建议") || after.contains("意见") || after.contains("提案") || after.contains("问题"))) {
            proposalUnit = unit;
            proposalEnd = endOfSentence(measure.end());
            return true;
        }
        return measure.start() < proposalEnd && unit.equals(proposalUnit);
    }

    private int endOfSentence(int from) {
        var end = from;
        while (end < text.length() && end - from < 200 && "。\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** 两三家 and 五六个 name no number. */
    private boolean isApproximate(Measure measure) {
        var start = measure.numberStart();
        return start + 1 < text.length() && DIGITS.indexOf(text.charAt(start)) >= 0
                && DIGITS.indexOf(text.charAt(start + 1)) >= 0;
    }

    /** 十条意见, 三项任务: a way of speaking of what is done. */
    private boolean isManner(Measure measure) {
        var unit = measure.unit().written();
        return (unit.equals("项") || unit.equals("条")) && startsWithAny(measure.end(), MANNERS);
    }

    private boolean startsWithAny(int at, String... words) {
        for (var word : words) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAddress(Measure measure, char next) {
        var unit = measure.unit().written();
        if (!"栋幢座部".contains(unit)) {
            return false;
        }
        return Signs.isDigit(next) || "单号室".indexOf(next) >= 0 || measure.start() > 0
                && "弄号".indexOf(text.charAt(measure.start() - 1)) >= 0;
    }

    /** 30户以上自然村, 1亿元以上的企业, 超10亿元企业: the figure selects, it does not state. */
    private boolean isCriterion(Measure measure, @Nullable String after) {
        if (after == null && measure.qualifier() == Qualifier.MORE_THAN && measure.unit().sort() == Sort.AMOUNT
                && startsWithAny(text.startsWith("的", measure.end()) ? measure.end() + 1 : measure.end(), SELECTED)) {
            return true;
        }
        if (after == null || after.equals("左右") || after.equals("上下") || measure.unit().sort() == Sort.RATE
                || measure.unit().sort() == Sort.CHANGE) {
            return false;
        }
        var next = measure.end() < text.length() ? text.charAt(measure.end()) : '\n';
        return Signs.isHan(next) && "用为占和及与或并已由较比在其达以".indexOf(next) < 0 || next == '(' && after.startsWith("及");
    }

    /** 人均预期寿命81岁, but not 60岁以上老人. */
    private boolean isLifetime(Measure measure) {
        var before = text.substring(Math.max(0, measure.start() - 14), measure.start());
        return before.contains("寿命") || before.contains("平均年龄");
    }

    /** 国道227米易段: the number of a road before the name of a place. */
    private boolean isRoad(Measure measure) {
        var start = measure.start();
        return measure.unit().written().equals("米") && start > 1 && text.charAt(start - 1) == '道'
                && "国省县乡".indexOf(text.charAt(start - 2)) >= 0;
    }

    private boolean isStructure(Measure measure) {
        var unit = measure.unit().written();
        if (unit.equals("个") || unit.equals("项") || unit.equals("条") || unit.equals("次")) {
            for (var noun : STRUCTURE) {
                if (text.startsWith(noun, measure.end()) && (unit.equals("个") && !isCounted(measure, noun)
                        || ALWAYS_STRUCTURE.contains(noun) || noun.equals("工作") && measure.form() == Form.CHARACTERS)) {
                    return true;
                }
            }
        }
        return unit.equals("个") && text.startsWith("重点方面", measure.end());
    }

    /** 12个问题 are counted, 三个问题 are a way of speaking. */
    private static boolean isCounted(Measure measure, String noun) {
        return measure.form() != Form.CHARACTERS && (noun.equals("为") || noun.equals("一") || noun.equals("不")
                || noun.equals("问题") || noun.equals("工作") || noun.equals("小组")
                && measure.base().compareTo(BigDecimal.TEN) >= 0);
    }

    private boolean isSession(Measure measure) {
        return text.startsWith("会议", measure.end()) || text.startsWith("全体会", measure.end())
                || measure.form() == Form.CHARACTERS
                && measure.number().magnitude().compareTo(BigDecimal.valueOf(20)) <= 0;
    }

    private boolean isScore(Measure measure) {
        if (measure.unit().written().equals("方")) {
            return !measure.multiplier().isEmpty();
        }
        if (measure.unit().written().equals("兆")) {
            return true;
        }
        var before = text.substring(Math.max(0, measure.start() - 14), measure.start());
        return before.contains("分") || before.contains("满意度") || before.contains("评价") || before.contains("考核");
    }

    /** 最长12个月, 期限3年, 工期180天; not 三年行动计划, 5年内, 连续8个月. */
    private boolean isDuration(Measure measure, boolean limited, int floor) {
        var end = measure.end();
        if (startsWithAny(end, NOT_AFTER_TERM)) {
            return false;
        }
        if (text.startsWith("近", measure.start()) || text.startsWith("每", measure.start())) {
            return false;
        }
        var before = text.substring(Math.max(floor, measure.start() - 12), measure.start());
        var clause = Math.max(before.lastIndexOf('，'), Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')));
        before = before.substring(clause + 1);
        if (Signs.holds(before, TERMS) || Signs.holds(before, "同比增加", "同比减少", "比上年增加", "比上年减少", "较上年增加",
                "较上年减少")) {
            return true;
        }
        return limited && (measure.qualifier() == Qualifier.AT_MOST || measure.qualifier() == Qualifier.LESS_THAN);
    }
}
