package org.youju.extraction.grammar;

import java.util.ArrayList;
import org.youju.extraction.grammar.UnitWords.Sort;

/** What a rate is for, before its number (每人每月1600元) or behind its unit (12元/平方米·月). */
public final class RateWords {

    private final String text;

    RateWords(String text) {
        this.text = text;
    }

    /** 每人每月1600元: what stands before the number and its limit. Returns where the span begins. */
    int before(int start, int floor, StringBuilder per) {
        var from = Math.max(floor, start - 16);
        var window = text.substring(from, start);
        var i = start;
        var found = new ArrayList<String>();
        while (i > from) {
            var each = from + window.lastIndexOf('每', i - from - 1);
            if (each < from || !isUnit(text.substring(each + 1, i))) {
                break;
            }
            found.addFirst(text.substring(each + 1, i));
            i = each;
        }
        if (found.isEmpty()) {
            return start;
        }
        found.forEach(unit -> append(per, unit));
        return i;
    }

    /** 12元/平方米·月. Returns where it ends. */
    int after(int unitEnd, UnitWords.Name unit, StringBuilder per) {
        if (unitEnd >= text.length() || text.charAt(unitEnd) != '/' || unit.sort() == Sort.RATE) {
            return unitEnd;
        }
        var end = unitEnd;
        while (end < text.length() && (text.charAt(end) == '/' || end > unitEnd
                && "·•".indexOf(text.charAt(end)) >= 0)) {
            var from = end + 1 < text.length() && text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
            var length = 0;
            for (var l = Math.min(3, text.length() - from); l > 0 && length == 0; l--) {
                if (isUnit(text.substring(from, from + l))) {
                    length = l;
                }
            }
            if (length == 0) {
                break;
            }
            append(per, text.substring(from, from + length));
            end = from + length;
        }
        return end;
    }

    public static boolean isUnit(String unit) {
        return switch (unit) {
            case "人", "户", "套", "部", "台", "辆", "亩", "年", "月", "生", "平方米", "平米", "平方公尺", "个", "家", "吨", "天", "日", "学期",
                    "学年",
                    "小时", "公里", "床", "张", "名", "位", "项", "件", "次", "季度", "周", "千人", "万人", "百人", "百户", "千名", "平方公里",
                    "立方米", "平方", "千瓦时", "度", "人次", "户次", "株", "头", "只", "栋", "幢", "单元", "班", "场", "季", "公斤", "斤", "分钟",
                    "课时", "村", "社区", "企业", "项目", "孩", "例", "公顷", "米" -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder per, String unit) {
        if (!per.isEmpty()) {
            per.append('·');
        }
        per.append(unit);
    }
}
