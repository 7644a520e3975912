package org.youju.extraction.period;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.period.TimeWord.Anchor;
import org.youju.extraction.period.TimeWord.Role;
import org.youju.extraction.period.TimeWord.Shape;
import org.youju.extraction.text.Signs;
import org.youju.figure.Period;

/** Finds the words that say when, each by the sign that it begins with. */
public final class TimeWords {

    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String PLANS = "一二三四五六七";
    private static final int FIRST_PLAN = 2006;
    private static final int LONGEST_LIST = 12;
    private static final int LONGEST_EVENT = 24;

    private final String text;
    private int at;

    public TimeWords(String plainText) {
        this.text = plainText;
    }

    /** The signs with which a time word may begin. */
    public static boolean mayBegin(char c) {
        return Signs.isDigit(c) || "今本去上下明前当目现截至迄近过最多历长全年十“\"一二三四五六七八九两几".indexOf(c) >= 0;
    }

    /** The time word that begins at a place, or null. */
    public @Nullable TimeWord at(int start) {
        var word = read(start);
        return word == null ? null : inRole(word);
    }

    private @Nullable TimeWord read(int start) {
        at = start;
        var c = text.charAt(start);
        return switch (c) {
            case '今', '本', '去', '上', '明', '前', '当', '下' -> relative(start);
            case '目', '现', '截', '至', '迄' -> now(start);
            case '近', '过', '最', '多', '历', '长' -> lately(start);
            case '全', '年' -> wholeYear(start);
            case '十', '“', '"' -> plan(start);
            default -> numeric(start, c);
        };
    }

    private @Nullable TimeWord numeric(int start, char c) {
        if (start > 0 && (isPartOfNumber(text.charAt(start - 1)) || text.charAt(start - 1) == '第')) {
            return null;
        }
        var year = Signs.isDigit(c) ? year() : yearInCharacters();
        if (year > 0) {
            return afterYear(start, year);
        }
        at = start;
        var years = smallNumber();
        skipSpace();
        if (years > 0 && (take("年来") || take("年多来"))) {
            // 为20年来首次 compares, 三年来共培训 says when
            var vague = TimeWord.of(start, at, Shape.VAGUE, Anchor.NONE, 0, 0, 0);
            var compares = !opensClause(start) || text.charAt(Math.max(0, start - 1)) == '、' || text.startsWith("首", at)
                    || text.startsWith("最", at) || text.startsWith("新", at);
            return compares ? vague.in(Role.SILENT) : vague;
        }
        at = start;
        return partOfYear(start, Anchor.NONE, 0, true);
    }

    private static boolean isPartOfNumber(char c) {
        return Signs.isDigit(c) || c == '.' || c == ',' || Signs.isLatin(c) || c == '-' || c == '+' || c == '/';
    }

    /** Reads the four digits of a year, of this century or the one before. */
    private int year() {
        if (at + 4 > text.length() || !text.startsWith("19", at) && !text.startsWith("20", at)) {
            return 0;
        }
        for (var i = at; i < at + 4; i++) {
            if (!Signs.isDigit(text.charAt(i))) {
                return 0;
            }
        }
        var year = Integer.parseInt(text.substring(at, at + 4));
        at += 4;
        return isDigitAt(at) ? 0 : year;
    }

    private int yearInCharacters() {
        if (at + 5 > text.length() || text.charAt(at + 4) != '年') {
            return 0;
        }
        var year = 0;
        for (var i = at; i < at + 4; i++) {
            var digit = NUMERALS.indexOf(text.charAt(i));
            if (digit < 0) {
                return 0;
            }
            year = year * 10 + digit;
        }
        at += 4;
        return year >= 1900 && year < 2100 ? year : 0;
    }

    private @Nullable TimeWord afterYear(int start, int year) {
        var afterDigits = at;
        skipSpace();
        if (take("年") || take("年度")) {
            take("度");
            return afterYearWord(start, Anchor.WRITTEN, year);
        }
        if (rangeMark()) {
            skipSpace();
            var last = year();
            skipSpace();
            if (last >= year && take("年")) {
                take("度");
                take("间");
                take("期间");
                return TimeWord.of(start, at, Shape.YEARS, Anchor.WRITTEN, year, last, 0);
            }
        }
        at = afterDigits;
        var last = lastOfList(year);
        if (last > year) {
            return TimeWord.of(start, at, Shape.YEARS, Anchor.WRITTEN, year, last, 0);
        }
        at = afterDigits;
        return numericDate(start, year);
    }

    /** 2021、2022和2023年, 2022年、2023年: takes the years that follow one another, and tells the last. */
    private int lastOfList(int first) {
        var last = first;
        var closed = first;
        var end = at;
        while (last - first < LONGEST_LIST && at < text.length() && "、和及与".indexOf(text.charAt(at)) >= 0) {
            at++;
            skipSpace();
            if (year() != last + 1) {
                break;
            }
            last++;
            skipSpace();
            if (take("年")) {
                var afterYear = at;
                if (partOfYear(afterYear, Anchor.WRITTEN, last, false) != null) {
                    break;
                }
                at = afterYear;
                end = at;
                closed = last;
            }
        }
        at = end;
        return closed;
    }

    /** 2024-06-26, 2024.6.26, 2024/6/26, with spaces as web pages put them. */
    private @Nullable TimeWord numericDate(int start, int year) {
        var mark = at < text.length() ? text.charAt(at) : ' ';
        if (mark != '-' && mark != '.' && mark != '/') {
            return null;
        }
        at++;
        skipSpace();
        var month = number(2);
        if (month < 1 || month > 12 || at >= text.length() || text.charAt(at) != mark) {
            return null;
        }
        at++;
        skipSpace();
        var day = number(2);
        return isDay(year, month, day) && !isDigitAt(at) ? TimeWord.of(start, at, Shape.DAY, Anchor.WRITTEN, year,
                month, day)
                : null;
    }

    /** What may follow 2023年, 今年, 去年. */
    private TimeWord afterYearWord(int start, Anchor anchor, int year) {
        var afterYear = at;
        skipSpace();
        var part = partOfYear(start, anchor, year, false);
        if (part != null) {
            return part;
        }
        at = afterYear;
        if (take("后") || take("之后")) {
            return TimeWord.of(start, at, Shape.YEAR, anchor, year, 0, 0).in(Role.SILENT);
        }
        if (anchor == Anchor.WRITTEN) {
            if (isSince(start)) {
                return TimeWord.of(start, at, Shape.SINCE, anchor, year, 0, 0);
            }
            if (take("至今") || take("到现在") || take("以来") || take("起") || take("开始") || take("以后")) {
                take("至今");
                take("以来");
                return TimeWord.of(start, at, Shape.SINCE, anchor, year, 0, 0);
            }
            var mark = at;
            if (rangeMark()) {
                skipSpace();
                var from = at;
                var last = year();
                skipSpace();
                if (last >= year && take("年")) {
                    var second = partOfYear(from, Anchor.WRITTEN, last, false);
                    if (second != null && second.shape() != Shape.SINCE) {
                        var end = second.period(null, 0, false).end();
                        if (end != null) {
                            return TimeWord.range(start, at, new Period.Year(year), new Period.AsOf(end));
                        }
                    }
                    take("度");
                    take("间");
                    take("期间");
                    return TimeWord.of(start, at, Shape.YEARS, anchor, year, last, 0);
                }
            }
            at = mark;
            var last = lastOfList(year);
            if (last > year) {
                return TimeWord.of(start, at, Shape.YEARS, anchor, year, last, 0);
            }
            at = mark;
        } else if (take("以来") || take("起")) {
            return TimeWord.of(start, at, Shape.SINCE, anchor, year, 0, 0);
        }
        take("全年");
        take("年内");
        take("内");
        return limited(TimeWord.of(start, at, Shape.YEAR, anchor, year, 0, 0));
    }

    /** 自2019年启动改造工作以来: whether 以来 closes what 自 opens. */
    private boolean isSince(int start) {
        if (start == 0 || "自从".indexOf(text.charAt(start - 1)) < 0 || text.startsWith("以来", at)) {
            return false;
        }
        for (var i = at; i < Math.min(text.length() - 1, at + LONGEST_EVENT); i++) {
            if (text.startsWith("以来", i)) {
                return true;
            }
            if (!Signs.isHan(text.charAt(i))) {
                return false;
            }
        }
        return false;
    }

    /** A half, quarter, month, day or end of a year; null and nothing taken where none stands here. */
    private @Nullable TimeWord partOfYear(int start, Anchor anchor, int year, boolean bare) {
        var from = at;
        if (take("上半年")) {
            if (take("末") || take("底")) {
                return limited(TimeWord.of(start, at, Shape.MONTH_END, anchor, year, 6, 0));
            }
            return limited(TimeWord.of(start, at, Shape.HALF, anchor, year, 1, 0));
        }
        if (take("下半年")) {
            return limited(TimeWord.of(start, at, Shape.HALF, anchor, year, 2, 0));
        }
        if (!bare && (take("年底") || take("年末") || take("底") || take("末"))) {
            return limited(TimeWord.of(start, at, Shape.YEAR_END, anchor, year, 0, 0));
        }
        var first = take("前");
        var nth = !first && take("第");
        var number = smallNumber();
        if (number > 0 && number <= 12) {
            var found = first ? firstParts(start, anchor, year, number) : parts(start, anchor, year, number, nth, bare);
            if (found != null) {
                return found;
            }
        }
        at = from;
        return null;
    }

    private @Nullable TimeWord firstParts(int start, Anchor anchor, int year, int number) {
        skipSpace();
        if (number <= 4 && take("季度") || number <= 4 && take("个季度")) {
            return TimeWord.of(start, at, Shape.QUARTERS, anchor, year, 1, number);
        }
        if (take("个月") || take("月")) {
            return TimeWord.of(start, at, Shape.MONTHS, anchor, year, 1, number);
        }
        return null;
    }

    private @Nullable TimeWord parts(int start, Anchor anchor, int year, int number, boolean nth, boolean bare) {
        skipSpace();
        if (number <= 4 && take("季度")) {
            return limited(take("末") || take("底") ? TimeWord.of(start, at, Shape.MONTH_END, anchor, year, number * 3, 0)
                    : TimeWord.of(start, at, Shape.QUARTERS, anchor, year, number, number));
        }
        if (nth) {
            return null;
        }
        var afterNumber = at;
        var month = take("月份") || take("月");
        var mark = at;
        if (rangeMark()) {
            skipSpace();
            var last = smallNumber();
            skipSpace();
            if (last > number && last <= 12 && (take("月份") || take("月")) && !isDigitAt(at)) {
                return limited(TimeWord.of(start, at, Shape.MONTHS, anchor, year, number, last));
            }
            if (!month && last > number && last <= 4 && take("季度")) {
                return TimeWord.of(start, at, Shape.QUARTERS, anchor, year, number, last);
            }
        }
        at = mark;
        if (!month) {
            at = afterNumber;
            return null;
        }
        skipSpace();
        if (take("底") || take("末")) {
            return limited(TimeWord.of(start, at, Shape.MONTH_END, anchor, year, number, 0));
        }
        var day = smallNumber();
        skipSpace();
        if (day > 0 && (take("日") || take("号"))) {
            return isDay(anchor == Anchor.WRITTEN ? year : 2000, number, day) ? afterDay(start, anchor, year, number,
                    day)
                    : null;
        }
        at = mark;
        if (take("以来") || take("起") || take("至今")) {
            return TimeWord.of(start, at, Shape.SINCE, anchor, year, number, 0);
        }
        return bare && text.startsWith("台", at) ? null
                : limited(TimeWord.of(start, at, Shape.MONTHS, anchor, year, number, number));
    }

    private TimeWord afterDay(int start, Anchor anchor, int year, int month, int day) {
        var word = TimeWord.of(start, at, Shape.DAY, anchor, year, month, day);
        if (take("以来") || take("起") || take("至今")) {
            return TimeWord.of(start, at, Shape.SINCE, anchor, year, month, 0);
        }
        if (anchor != Anchor.WRITTEN) {
            return limited(word);
        }
        var mark = at;
        if (rangeMark()) {
            skipSpace();
            var lastYear = year();
            if (lastYear == 0) {
                lastYear = year;
            } else {
                skipSpace();
                take("年");
            }
            skipSpace();
            var lastMonth = smallNumber();
            if (lastMonth > 0 && take("月")) {
                skipSpace();
                var lastDay = smallNumber();
                if (lastDay > 0 && take("日") && isDay(lastYear, lastMonth, lastDay)) {
                    var from = LocalDate.of(year, month, day);
                    var to = LocalDate.of(lastYear, lastMonth, lastDay);
                    if (!from.isAfter(to)) {
                        return TimeWord.range(start, at, new Period.AsOf(from), new Period.AsOf(to));
                    }
                }
            }
        }
        at = mark;
        return limited(word);
    }

    private @Nullable TimeWord relative(int start) {
        if (take("今年") || take("本年度") || take("本年")) {
            take("度");
            return afterYearWord(start, Anchor.RELATIVE, 0);
        }
        if (take("去年") || take("上年") || take("上一年")) {
            take("度");
            return afterYearWord(start, Anchor.RELATIVE, -1);
        }
        if (take("明年")) {
            return afterYearWord(start, Anchor.RELATIVE, 1);
        }
        if (take("当前")) {
            return TimeWord.of(start, at, Shape.NOW, Anchor.NONE, 0, 0, 0);
        }
        return partOfYear(start, Anchor.NONE, 0, true);
    }

    private @Nullable TimeWord now(int start) {
        // 项目前期 is no 目前
        if (text.charAt(start) == '目' && start > 0 && "项题节科栏数书".indexOf(text.charAt(start - 1)) >= 0) {
            return null;
        }
        if (take("目前") || take("截至目前") || take("截止目前") || take("至今") || take("迄今") || take("截至当前")
                || take("截止到目前") || take("至目前") || take("截至现在")) {
            take("为止");
            return TimeWord.of(start, at, Shape.NOW, Anchor.NONE, 0, 0, 0);
        }
        if (text.charAt(start) != '现' || start > 0 && "实发体出展表兑涌呈再重".indexOf(text.charAt(start - 1)) >= 0) {
            return null;
        }
        if (take("现有") || take("现已") || take("现共") || take("现存")
                || opensClause(start) && start + 1 < text.length()
                        && "代场金状将就实在答把对如行成任象".indexOf(text.charAt(start + 1)) < 0 && take("现")) {
            return TimeWord.of(start, at, Shape.NOW, Anchor.NONE, 0, 0, 0);
        }
        return null;
    }

    private @Nullable TimeWord lately(int start) {
        if (take("近期") || take("近日") || take("近年来") || take("近几年来") || take("近几年") || take("近些年来") || take("近些年")
                || take("近年")
                || take("多年来") || take("历年来") || take("历年") || take("长期以来")) {
            return TimeWord.of(start, at, Shape.VAGUE, Anchor.NONE, 0, 0, 0);
        }
        if (take("近") || take("过去的") || take("过去") || take("最近")) {
            skipSpace();
            var years = smallNumber();
            skipSpace();
            if (years > 0 && years <= 60 && take("年") && !text.startsWith("代", at)) {
                if (!take("以来") && !take("来")) {
                    take("间");
                }
                return TimeWord.of(start, at, Shape.LAST_YEARS, Anchor.NONE, 0, years, 0);
            }
        }
        return null;
    }

    private @Nullable TimeWord wholeYear(int start) {
        // 三年内 is a term and no 年内
        if (start > 0 && text.charAt(start) == '年' && (isPartOfNumber(text.charAt(start - 1))
                || "零一二两三四五六七八九十几多半每当数 ".indexOf(text.charAt(start - 1)) >= 0)) {
            return null;
        }
        if (text.charAt(start) == '全' && (text.startsWith("预算", start + 2) || text.startsWith("任务", start + 2)
                || text.startsWith("目标", start + 2) || text.startsWith("计划", start + 2))) {
            return null;
        }
        if (take("全年") || take("年内")) {
            return limited(TimeWord.of(start, at, Shape.YEAR, Anchor.NONE, 0, 0, 0));
        }
        if ((take("年底") || take("年末")) && !text.startsWith("余额", at)) {
            return limited(TimeWord.of(start, at, Shape.YEAR_END, Anchor.NONE, 0, 0, 0));
        }
        return null;
    }

    /** “十四五”期间, 十四五以来, “十四五”末; as the name of a plan it says nothing. */
    private @Nullable TimeWord plan(int start) {
        var quoted = take("“") || take("\"");
        if (!take("十") || at + 1 >= text.length() || PLANS.indexOf(text.charAt(at)) < 0 || text.charAt(at + 1) != '五') {
            at = start;
            return quoted ? null : numeric(start, '十');
        }
        var first = FIRST_PLAN + 5 * PLANS.indexOf(text.charAt(at));
        at += 2;
        if (quoted) {
            if (!take("”") && !take("\"")) {
                return null;
            }
        } else if (at < text.length() && "届次个家户条项年月号时".indexOf(text.charAt(at)) >= 0 && !take("时期")) {
            return null;
        }
        if (take("规划实施以来") || take("以来") || take("规划以来") || take("开局以来")) {
            return TimeWord.of(start, at, Shape.SINCE, Anchor.WRITTEN, first, 0, 0);
        }
        if (take("末期") || take("期末") || take("末") || take("规划期末")) {
            return limited(TimeWord.of(start, at, Shape.PLAN_END, Anchor.WRITTEN, first, first + 4, 0));
        }
        var mark = at;
        if (take("前")) {
            var years = smallNumber();
            if (years > 0 && years <= 4 && take("年")) {
                return TimeWord.of(start, at, Shape.PLAN, Anchor.WRITTEN, first, first + years - 1, 0);
            }
        }
        at = mark;
        if (take("后")) {
            var years = smallNumber();
            if (years > 0 && years <= 4 && take("年")) {
                return TimeWord.of(start, at, Shape.PLAN, Anchor.WRITTEN, first + 5 - years, first + 4, 0);
            }
        }
        at = mark;
        if (take("规划期间") || take("期间") || take("时期") || take("规划期内") || take("期内")) {
            return TimeWord.of(start, at, Shape.PLAN, Anchor.WRITTEN, first, first + 4, 0);
        }
        return TimeWord.of(start, at, Shape.PLAN, Anchor.WRITTEN, first, first + 4, 0).in(Role.SILENT);
    }

    /** Takes 前 and its like, which make a limit of a time. */
    private TimeWord limited(TimeWord word) {
        if (take("以前") || take("之前") || text.startsWith("前", at) && !text.startsWith("前三", at) && take("前")) {
            return word.endingAt(at).asLimit();
        }
        take("期间");
        take("份");
        return word.endingAt(at);
    }

    /** What the signs around a time word make of it. */
    private TimeWord inRole(TimeWord word) {
        if (word.role() != Role.STATES) {
            return word;
        }
        var start = word.start();
        var end = word.end();
        if (endsBefore(start, "较") || endsBefore(start, "比") && !endsBefore(start, "占比") || endsBefore(start, "相比")
                || text.startsWith("同期", end) || text.startsWith("相比", end) || text.startsWith("年同期", end)
                || (endsBefore(start, "与") || endsBefore(start, "同")) && text.startsWith("比", end)
                || (endsBefore(start, "是") || endsBefore(start, "为") || endsBefore(start, "相当于"))
                        && text.startsWith("的", end)) {
            return word.in(Role.BASE);
        }
        if (endsBefore(start, "由") || endsBefore(start, "从") && !word.addsUp() && text.startsWith("的", end)) {
            return word.in(Role.FROM);
        }
        if (word.until() && !opensClause(start) && !followsLimitWord(start) || endsBefore(start, "列入")
                || endsBefore(start, "纳入") || endsBefore(start, "建于") || endsBefore(start, "立于")
                || endsBefore(start, "生于") || endsBefore(start, "始于") || endsBefore(start, "工于")
                || isOfRelativeClause(word)) {
            return word.in(Role.SILENT);
        }
        if (endsBefore(start, "截至") || endsBefore(start, "截止") || endsBefore(start, "截止到") || endsBefore(start,
                "截至到")) {
            return word.asState();
        }
        if (word.shape() == Shape.DAY && (endsBefore(start, "于") || endsBefore(start, "日、"))) {
            return word.in(Role.EVENT);
        }
        return endsBefore(start, "到") || endsBefore(start, "至") && !endsBefore(start, "截至") ? word.asLimit() : word;
    }

    /** 在2019年启动的“…”工程中. */
    private boolean isOfRelativeClause(TimeWord word) {
        if (!endsBefore(word.start(), "在") && !endsBefore(word.start(), "对") && !endsBefore(word.start(), "将")) {
            return false;
        }
        for (var i = word.end(); i < Math.min(text.length(), word.end() + 7); i++) {
            var c = text.charAt(i);
            if (c == '的') {
                return i > word.end();
            }
            if (!Signs.isHan(c)) {
                return false;
            }
        }
        return false;
    }

    private boolean followsLimitWord(int start) {
        for (var word : new String[] {"在", "到", "至", "于", "争", "争取", "划", "保", "计", "赶", "拟", "将"}) {
            if (endsBefore(start, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean opensClause(int start) {
        var i = start - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || "，。；：:！？\n(、》”".indexOf(text.charAt(i)) >= 0;
    }

    private boolean endsBefore(int start, String word) {
        return text.startsWith(word, start - word.length());
    }

    private static boolean isDay(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private boolean take(String word) {
        if (text.startsWith(word, at)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private boolean rangeMark() {
        skipSpace();
        if (at < text.length() && "-~至到".indexOf(text.charAt(at)) >= 0) {
            at++;
            while (at < text.length() && text.charAt(at) == '~') {
                at++;
            }
            return true;
        }
        return false;
    }

    /** A number up to 99 in digits or characters, or 0. */
    private int smallNumber() {
        if (isDigitAt(at)) {
            return number(2);
        }
        var value = 0;
        var length = 0;
        while (at < text.length() && length < 3) {
            var c = text.charAt(at);
            var digit = c == '两' ? 2 : NUMERALS.indexOf(c);
            if (c == '十') {
                value = value == 0 ? 10 : value * 10;
            } else if (digit > 0 && (value == 0 || value % 10 == 0)) {
                value += digit;
            } else {
                break;
            }
            at++;
            length++;
        }
        return value;
    }

    private int number(int most) {
        var from = at;
        while (isDigitAt(at) && at - from < most) {
            at++;
        }
        return at == from || isDigitAt(at) ? 0 : Integer.parseInt(text.substring(from, at));
    }

    private boolean isDigitAt(int i) {
        return i < text.length() && Signs.isDigit(text.charAt(i));
    }

    private void skipSpace() {
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
