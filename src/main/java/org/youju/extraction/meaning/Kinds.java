package org.youju.extraction.meaning;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.Candidate.Reason;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Measure.Form;
import org.youju.extraction.grammar.UnitWords.Sort;
import org.youju.extraction.text.Outline.Clause;
import org.youju.extraction.text.Outline.Heading;
import org.youju.extraction.text.Signs;
import org.youju.figure.Qualifier;

/** Tells what a figure says about its subject: the first rule that fits decides. */
final class Kinds {

    private static final String[] RISES_AND_FALLS = {"增长", "增速", "增幅", "下降", "提高", "减少", "降低", "下滑", "回落", "上升", "提升",
            "增加", "压缩", "缩短", "上涨", "下跌", "上浮", "收窄", "扩大", "涨幅", "降幅", "压减", "削减", "少了", "多了", "增产", "减产", "增收", "减收",
                    "同比", "环比"};
    private static final String[] RATES_OF_CHANGE = {"增速", "增长率", "涨幅", "降幅", "增幅", "增长"};
    /** By how much a stock has changed, whatever stands between: 净增市场主体1.2万户. */
    private static final String[] NET_CHANGES = {"净增", "净减", "纯增"};
    private static final String[] RISEN_TO = {"提高到", "提高至", "增至", "增加到", "增加至", "升至", "提升至", "提升到", "降至", "降到", "下降到",
            "下降至", "上升到", "上升至", "减少到", "减少至", "扩大到", "扩大至", "增长到", "增长至", "发展到", "发展至", "缩短至", "缩短到", "压缩至", "压缩到",
            "达到", "达", "保持在", "稳定在", "降为", "升为", "增为", "提高为"};
    private static final String[] NORMS = {"标准", "补贴", "补助", "租金", "期限", "一次性", "奖励", "津贴", "资助", "单价", "均价", "限额",
            "额度", "年限", "时限", "贴息", "救助金", "保障金", "生活费", "养老金", "基础金"};
    private static final String[] EACH = {"每人", "每户", "每套", "每生", "每亩", "每台", "每平方米", "每辆", "每家", "每月", "每个",
            "每名", "每部", "单套", "单户", "单个"};
    private static final String[] SPENT = {"累计", "发放", "投入", "资金", "兑现", "拨付", "争取", "收入", "减免", "共计", "合计", "总额",
            "总计", "到位", "安排", "下达", "落实", "支出", "筹集", "完成", "共"};
    private static final String[] SUMS = {"累计", "总计", "已安排", "已投入", "已完成", "已到位", "已发放", "已拨付", "已下达", "已改造", "已引进",
            "已成功", "已实施", "已惠及", "已服务", "已受理", "已办理", "已支付", "已兑现", "已筹集", "共计完成", "历年来"};
    private static final String[] AVERAGES = {"人均", "户均", "日均", "平均", "每千", "每万", "月均", "亩均", "次均", "年均"};
    private static final String[] STOCKS = {"能力", "余额", "保有量", "存量", "现状", "现有"};
    private static final String[] DONE = {"已", "现有", "现已", "共有", "累计", "目前", "截至", "截止", "完成了", "实现了", "实际"};
    private static final String[] ADOPTED = {"下一步", "下步", "下阶段", "今后", "工作打算", "工作安排", "工作计划", "工作思路", "目标任务", "主要目标",
            "预期目标", "发展目标", "主要任务", "重点任务", "重点工作", "工作部署", "工作重点", "任务安排", "总体要求", "打算", "工作举措"};
    /** Words of a heading that tells of what is done, whatever else it says. */
    private static final String[] LOOKS_BACK = {"完成情况", "进展", "回顾", "开展情况", "落实情况", "推进情况", "办理情况", "成效", "成绩", "执行情况"};
    /** What is built to: 路基宽, 总库容. */
    private static final String[] DIMENSIONS = {"路基宽", "路面宽", "宽度", "路幅宽", "净宽", "净高", "坝高", "坝长", "库容", "水位", "跨径",
            "管径", "桩径",
            "设计速度", "设计时速", "设计流量", "设计标准", "红线宽", "容积率", "建筑高度", "限高", "绿地率"};

    /** Words that make what follows a plan, wherever they stand. */
    private static final String[] PLANS = {"力争", "确保", "建成后", "投产后", "达产后",
            "竣工后", "有望", "目标为", "目标是", "目标任务为", "目标任务是", "目标任务:", "规划新建", "要完成", "要实现",
            "要达到", "努力实现", "努力达到"};

    /** Words that make a plan of the figures of their own clause only: 概算投资2亿元，已完成1亿元. */
    private static final String[] ESTIMATES = {"可解决", "概算", "估算", "可实现", "可新增", "可带动", "可有效解决", "可满足", "可保障",
            "可改善", "可惠及", "可提供", "可增加", "缺口", "规划总投资"};

    /** How far before its figure a plan may stand in one clause. */
    private static final int PLAN_REACH = 200;

    private static final Pattern TITLE = Pattern.compile("《[^》]*(?:》|$)");

    private final String text;
    private final List<Clause> clauses;
    /** Of the clauses seen so far, the sentence that last held a plan, and the part of it. */
    private int plannedSentence = -1;
    private int plannedPart = -1;
    /** The part of a sentence that last said 预计: a plan, unless it tells of a time that is over. */
    private int expectedPart = -1;
    private int adoptedTrain = -1;
    /** The sentence that last told of what is done. */
    private int doneSentence = -1;
    private int seen = -1;
    private int lastPlanSentence = -2;
    private @Nullable Heading judged;
    private boolean judgedPlan;

    Kinds(String text, List<Clause> clauses) {
        this.text = text;
        this.clauses = clauses;
    }

    /**
     * Finds the kind of the next figure; figures must come in the order of the text.
     *
     * @param future   whether its own sentence speaks of a time after the document
     * @param past     whether its sentence names a time that was over when the document was made
     * @param lasting  whether its part of the sentence speaks of a stretch that began in the past: 近3年来
     */
    void judge(Spot spot, boolean future, boolean past, boolean lasting, boolean ownPeriod) {
        advance(spot);
        var kind = kind(spot, future, past, lasting, ownPeriod);
        spot.kind = kind;
        if (kind == FigureKind.COMMITMENT && spot.cell == null && !isEstimate(spot)) {
            lastPlanSentence = spot.clause.sentence();
            plannedPart = spot.clause.part();
        }
    }

    private FigureKind kind(Spot spot, boolean future, boolean past, boolean lasting, boolean ownPeriod) {
        var measure = spot.measure;
        var sort = measure.unit().sort();
        if (measure.form() == Form.RANK) {
            return stated(spot, FigureKind.RANK);
        }
        if (measure.form() == Form.RATIO) {
            return byUnit(spot, FigureKind.SHARE);
        }
        if (spot.cell != null) {
            return ofCell(spot, future);
        }
        var previous = spot.previous;
        if (previous != null && spot.continuesList() && previous.measure.unit().sort() == sort
                && previous.kind != FigureKind.RANK) {
            spot.reasons.addAll(previous.reasons.stream().filter(Kinds::isAboutKind).toList());
            return previous.kind;
        }
        if (!spot.former && (isPlanned(spot) || !past && expects(words(spot.clause, measure.numberStart())))) {
            return stated(spot, FigureKind.COMMITMENT);
        }
        if (isNorm(spot)) {
            return stated(spot, FigureKind.STANDARD);
        }
        var inheritsPart = spot.part && spot.linked != null && !ownPeriod;
        if (inheritsPart && spot.linked != null && sort != Sort.RATE && sort != Sort.CHANGE
                && spot.linked.kind != FigureKind.GROWTH) {
            spot.reasons.add(Reason.KIND_CARRIED);
            return spot.linked.kind;
        }
        var done = spot.former || spot.says(DONE) || spot.says("正在", "完成投资");
        if (!done && (future || plannedSentence == spot.clause.sentence() || plannedPart == spot.clause.part()
                || !past && expectedPart == spot.clause.part())) {
            spot.reasons.add(Reason.KIND_CARRIED);
            return FigureKind.COMMITMENT;
        }
        if (measure.per().contains("年") && spot.measure.qualifier() == Qualifier.AT_LEAST && sort != Sort.RATE) {
            return stated(spot, FigureKind.COMMITMENT);
        }
        done |= past || doneSentence == spot.clause.sentence();
        if (!done && continuesPlan(spot)) {
            spot.reasons.add(Reason.KIND_CARRIED);
            return FigureKind.COMMITMENT;
        }
        if (!done && isUnderPlan(spot)) {
            spot.reasons.add(Reason.KIND_CARRIED);
            return FigureKind.COMMITMENT;
        }
        if (isChange(spot)) {
            return stated(spot, FigureKind.GROWTH);
        }
        if (sort == Sort.RATE) {
            return Signs.holds(spot.before, "率", "占", "比重", "比例", "度") ? stated(spot, FigureKind.SHARE)
                    : byUnit(spot, FigureKind.SHARE);
        }
        if (isSum(spot, lasting)) {
            spot.reasons.add(spot.says(SUMS) ? Reason.KIND_STATED : Reason.KIND_CARRIED);
            return FigureKind.CUMULATIVE;
        }
        if (sort == Sort.COUNTER && !Signs.holds(spot.gap, AVERAGES)) {
            return byUnit(spot, FigureKind.COUNT);
        }
        return byUnit(spot, FigureKind.LEVEL);
    }

    private static boolean isAboutKind(Reason reason) {
        return reason == Reason.KIND_BY_UNIT || reason == Reason.KIND_CARRIED || reason == Reason.KIND_STATED;
    }

    private static FigureKind stated(Spot spot, FigureKind kind) {
        spot.reasons.add(Reason.KIND_STATED);
        return kind;
    }

    private static FigureKind byUnit(Spot spot, FigureKind kind) {
        spot.reasons.add(Reason.KIND_BY_UNIT);
        return kind;
    }

    private static FigureKind ofCell(Spot spot, boolean future) {
        var cell = Objects.requireNonNull(spot.cell);
        var words = cell.row() + cell.head();
        if (future || Signs.holds(cell.head(), "目标", "计划", "预期", "任务", "预计")) {
            return stated(spot, FigureKind.COMMITMENT);
        }
        if (Signs.holds(words, "增长", "增速", "增幅", "同比", "涨幅", "降幅")) {
            return stated(spot, FigureKind.GROWTH);
        }
        var sort = spot.measure.unit().sort();
        if (sort == Sort.RATE) {
            return stated(spot, FigureKind.SHARE);
        }
        if (sort == Sort.CHANGE) {
            return stated(spot, FigureKind.GROWTH);
        }
        if (words.contains("标准") || sort == Sort.AMOUNT && isEach(spot.measure.per())) {
            return stated(spot, FigureKind.STANDARD);
        }
        if (words.contains("累计")) {
            return stated(spot, FigureKind.CUMULATIVE);
        }
        return byUnit(spot, sort == Sort.COUNTER && !Signs.holds(words, AVERAGES) ? FigureKind.COUNT
                : FigureKind.LEVEL);
    }

    // ---- plans

    /** Moves on to the clause of a figure and notes the plans on the way. */
    private void advance(Spot spot) {
        for (var i = seen + 1; i <= spot.clauseIndex; i++) {
            var clause = clauses.get(i);
            if (i < spot.clauseIndex && clause.sentence() == spot.clause.sentence()) {
                advance(clause, words(clause, clause.end()));
            }
            var opening = clause.start();
            while (opening < clause.end() && text.charAt(opening) == ' ') {
                opening++;
            }
            if (Signs.beginsAt(text, opening, "下一步", "下步", "今后")) {
                adoptedTrain = clause.train();
            }
        }
        seen = Math.max(seen, spot.clauseIndex - 1);
    }

    private void advance(Clause clause, String words) {
        if (plans(words, false)) {
            plannedPart = clause.part();
            plannedSentence = clause.sentence();
        } else if (expects(words)) {
            expectedPart = clause.part();
        }
        if (Signs.holds(words, DONE)) {
            doneSentence = clause.sentence();
        }
    }

    private boolean isPlanned(Spot spot) {
        var clause = spot.clause;
        var end = spot.measure.numberStart();
        var words = words(clause, end);
        if (plans(words, end < clause.end()) || words.contains("控制在") && isUnderPlan(spot) || isEstimate(spot)) {
            return true;
        }
        return spot.after.startsWith("的目标") || spot.after.startsWith("目标") || spot.after.startsWith("的预期目标")
                || spot.after.startsWith("的年度目标");
    }

    private boolean isEstimate(Spot spot) {
        var words = words(spot.clause, spot.measure.numberStart());
        return Signs.holds(words.replace("概算的", "").replace("占概算", "").replace("估算的", ""), ESTIMATES);
    }

    /** Whether the words of a clause up to a place make what follows a plan. */
    private static boolean plans(String words, boolean beforeNumber) {
        return Signs.holds(words, PLANS) || words.contains("规划建设") && !words.contains("已规划建设")
                && !words.contains("的规划建设")
                || striving(words) || planning(words, beforeNumber) || proposing(words) || willing(words)
                || assigning(words);
    }

    private static boolean expects(String words) {
        return words.contains("预计");
    }

    /** What a clause says up to a place, of bounded length and without titles. */
    private String words(Clause clause, int end) {
        var stop = Math.max(clause.start(), Math.min(end, clause.end()));
        return withoutTitles(text.substring(Math.max(clause.start(), stop - PLAN_REACH), stop));
    }

    private static String withoutTitles(String words) {
        var open = words.indexOf('《');
        return open < 0 ? words : TITLE.matcher(words).replaceAll("");
    }

    /** 争取达到, but not 争取资金. */
    private static boolean striving(String words) {
        var at = words.indexOf("争取");
        return at >= 0 && Signs.holds(words.substring(at + 2, Math.min(words.length(), at + 12)), "达到", "实现", "完成",
                "到2",
                "在2", "年底", "新增", "力", "突破", "超过");
    }

    /** 计划 as a verb: not 行动计划, 年度计划的, 列入计划. */
    private static boolean planning(String words, boolean beforeNumber) {
        for (var at = words.indexOf("计划"); at >= 0; at = words.indexOf("计划", at + 2)) {
            var previous = at > 0 ? words.charAt(at - 1) : '，';
            var next = at + 2 < words.length() ? words.charAt(at + 2) : beforeNumber ? ' ' : '，';
            if ("动度持项施入育升训划展年造增新赛化设市技务作".indexOf(previous) < 0 && "的”》，。、；书表)单生内外".indexOf(next) < 0
                    || previous == '年' && (isOfCalendar(words, at - 1) && "的”》，。、；指任执".indexOf(next) < 0
                            || "总投新改完到于将安用建".indexOf(next) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the 年 at a place closes 2024年 or 今年, and not 三年. */
    private static boolean isOfCalendar(String words, int at) {
        return at > 0 && (Signs.isDigit(words.charAt(at - 1)) || "今本明".indexOf(words.charAt(at - 1)) >= 0);
    }

    /** 拟 as a verb: not 虚拟, 模拟, 拟定. */
    private static boolean proposing(String words) {
        for (var at = words.indexOf('拟'); at >= 0; at = words.indexOf('拟', at + 1)) {
            var previous = at > 0 ? words.charAt(at - 1) : '，';
            var next = at + 1 < words.length() ? words.charAt(at + 1) : '，';
            if ("虚模草比".indexOf(previous) < 0 && "定订态合人".indexOf(next) < 0) {
                return true;
            }
        }
        return false;
    }

    /** 将投入, 将新增: the future of a verb; not 将A提高到B. */
    private static boolean willing(String words) {
        for (var at = words.indexOf('将'); at >= 0; at = words.indexOf('将', at + 1)) {
            var rest = words.substring(at + 1, Math.min(words.length(), at + 12));
            for (var verb : new String[] {"投入", "新增", "新建", "建成", "完成", "实现", "达", "提供", "安排", "筹集", "增加", "推出", "打造",
                    "开工", "形成", "引进", "培育", "改造", "继续", "建设", "再", "超过", "突破", "全部", "升至", "增至", "升到", "增到"}) {
                if (rest.startsWith(verb) || rest.startsWith("于") || rest.startsWith("在")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 安排…任务, but not 累计安排. */
    private static boolean assigning(String words) {
        var at = words.indexOf("安排");
        if (at < 0) {
            at = words.indexOf("下达");
        }
        return at >= 0 && words.indexOf("任务", at) > 0 && !words.substring(0, at).endsWith("累计")
                && !words.contains("累计");
    }

    /** 第一期…，二期… after a plan are its parts. */
    private boolean continuesPlan(Spot spot) {
        if (lastPlanSentence != spot.clause.sentence() && lastPlanSentence != spot.clause.sentence() - 1) {
            return false;
        }
        var first = spot.clauseIndex;
        while (first > 0 && spot.clauseIndex - first < 6
                && clauses.get(first - 1).sentence() == spot.clause.sentence()) {
            first--;
        }
        var start = clauses.get(first).start();
        var opening = text.substring(start, Math.min(text.length(), start + 6)).strip();
        return opening.matches("(?:其中)?第?[一二三四五]期.*|其中.*|一期.*");
    }

    private boolean isUnderPlan(Spot spot) {
        if (adoptedTrain == spot.clause.train()) {
            return true;
        }
        var heading = spot.clause.heading();
        if (heading != judged) {
            judged = heading;
            judgedPlan = false;
            for (var h = heading; h != null; h = h.parent()) {
                var title = text.substring(h.start(), h.end());
                judgedPlan |= Signs.holds(title, ADOPTED) && !Signs.holds(title, LOOKS_BACK);
            }
        }
        return judgedPlan;
    }

    // ---- norms, changes, sums

    private static boolean isNorm(Spot spot) {
        var measure = spot.measure;
        var sort = measure.unit().sort();
        var multiplier = measure.multiplier();
        if (sort == Sort.COUNTER || sort == Sort.CHANGE || multiplier.contains("亿")) {
            return false;
        }
        var words = (spot.before + "|" + spot.after).replace("高标准", "").replace("标准化", "").replace("标准厂房", "");
        if (Signs.holds(spot.gap, DIMENSIONS)) {
            return true;
        }
        if (sort == Sort.DURATION) {
            var moved = spot.former || spot.previous != null && spot.previous.former
                    && spot.previous.clauseIndex == spot.clauseIndex;
            return !moved && !comparesYears(spot) && !Signs.holds(spot.before, "平均", "天数", "时数");
        }
        var spent = Signs.holds(spot.before, SPENT) && !Signs.holds(spot.before, "标准");
        if (isEach(measure.per())) {
            return !Signs.holds(spot.before, "产值", "收入", "成本", "利润", "效益", "产量") && !Signs.holds(spot.limit, "均");
        }
        if (Signs.holds(spot.before, EACH) && !Signs.holds(spot.before, "累计", "共", "总", "收入")
                && !Signs.holds(spot.before, AVERAGES)) {
            return true;
        }
        var top = measure.qualifier() == Qualifier.AT_MOST && Signs.holds(spot.limit, "最高", "最长", "最多", "不超过");
        if (top && sort == Sort.AMOUNT && measure.unit().unit().equals("元") && !spent
                && !Signs.holds(spot.before, "投资", "总", "造价")) {
            return true;
        }
        if (spent || spot.previous != null && spot.previous.clauseIndex == spot.clauseIndex
                && spot.previous.measure.unit().sort() == Sort.COUNTER && !spot.before.contains("标准")) {
            return false;
        }
        if (sort == Sort.RATE && Signs.holds(spot.before, "应", "不得", "须") && !Signs.holds(spot.before, "供应", "相应", "响应",
                "适应", "反应", "效应", "对应")) {
            return true;
        }
        if (sort == Sort.RATE && !top && !Signs.holds(words, "标准", "比例", "按")) {
            return false;
        }
        if (Signs.holds(spot.before, RATES_OF_CHANGE) || Signs.holds(spot.before, "占比", "惠及")) {
            return false;
        }
        return Signs.holds(words, NORMS);
    }

    /** Whether a rate is for a person or a thing, not only for a time. */
    private static boolean isEach(String per) {
        return !per.isEmpty() && !per.equals("年") && !per.equals("月") && !per.equals("天") && !per.equals("日");
    }

    private static boolean isChange(Spot spot) {
        var sort = spot.measure.unit().sort();
        if (sort == Sort.CHANGE) {
            return true;
        }
        var gap = spot.gap.length() > 14 ? spot.gap.substring(spot.gap.length() - 14) : spot.gap;
        if (sort == Sort.RATE) {
            if (endsWithAny(gap.strip(), RISEN_TO) || spot.former || Signs.holds(gap, "提升至", "提高到", "提高至", "增至", "升至",
                    "降至",
                    "下降到", "下降至", "上升到", "提升到")) {
                return Signs.holds(spot.before, "增速", "增长率", "涨幅", "降幅", "增幅");
            }
            return changes(gap) || Signs.holds(spot.after.substring(0, Math.min(8, spot.after.length())), "的增长", "的增速",
                    "的高速增长", "的较快增长", "的速度增长");
        }
        if (Signs.holds(gap, NET_CHANGES) && !endsWithAny(gap.strip(), RISEN_TO)) {
            return true;
        }
        if (sort == Sort.COUNTER && !spot.after.isEmpty() && Signs.isHan(spot.after.charAt(0))
                && "和及与或并且等以占，".indexOf(spot.after.charAt(0)) < 0 && !Signs.holds(spot.before, "较", "比", "同")) {
            return false;
        }
        return Signs.holds(spot.before, "较", "比") && endsWithAny(gap.strip(), "增收", "增支", "减收", "减支", "增产", "减产", "扩大",
                "多")
                || endsWithAny(gap.strip(), "增长", "增加", "增加了", "减少", "减少了", "下降", "下降了", "上升", "降低", "降低了", "增长了",
                "提高", "提高了", "缩短", "缩短了", "上涨") && (sort != Sort.DURATION || comparesYears(spot));
    }

    /** 同比增加9天. */
    private static boolean comparesYears(Spot spot) {
        return spot.says("同比", "比上年", "较上年");
    }

    /** 增长, but not 增长的贡献率: what follows the word of change names no share of its own. */
    private static boolean changes(String gap) {
        var end = -1;
        for (var word : RISES_AND_FALLS) {
            var at = gap.lastIndexOf(word);
            end = at < 0 ? end : Math.max(end, at + word.length());
        }
        if (end < 0) {
            return false;
        }
        var rest = gap.substring(end);
        return !Signs.holds(rest, "率", "占", "比重") && !rest.startsWith("面") || rest.startsWith("率");
    }

    private static boolean endsWithAny(String text, String... ends) {
        for (var end : ends) {
            if (text.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSum(Spot spot, boolean lasting) {
        if (spot.opensClause() || Signs.holds(spot.gap, AVERAGES) || Signs.holds(spot.gap, STOCKS)) {
            return false;
        }
        if (lasting || spot.says(SUMS)) {
            return true;
        }
        var words = partBefore(spot);
        return Signs.holds(words, SUMS)
                || Signs.holds(words, "截至", "截止") && Signs.holds(words.replace("共有", ""), "已", "共", "累计", "发放", "完成")
                        && !spot.says("在保");
    }

    /** What the part of the sentence says before a figure, of bounded length. */
    private String partBefore(Spot spot) {
        var first = spot.clauseIndex;
        while (first > 0 && spot.clauseIndex - first < 8 && clauses.get(first - 1).part() == spot.clause.part()) {
            first--;
        }
        var start = clauses.get(first).start();
        return text.substring(Math.max(start, spot.measure.start() - 160), spot.measure.start()).replace("公共",
                "").replace(
                "共享", "").replace("共同", "").replace("截至目前", "截至");
    }
}
