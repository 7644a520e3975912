package org.youju.extraction.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.youju.extraction.PassedOver.Why;

/**
 * The stretches of a text in which a number is never a figure: titles, slogans, addresses of all kinds, the letterhead.
 */
public final class Masks {

    /**
     * A stretch of the shadow.
     *
     * @param why what a number in it is
     */
    public record Mask(int start, int end, Why why) {
    }

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_SLOGAN = 12;
    private static final int LAST_HEADER_LINE = 60;
    private static final int LONGEST_SALUTATION = 120;
    private static final int LONGEST_LABEL_LINE = 120;
    private static final String[] LABELS = {"电话", "传真", "手机", "邮编", "邮政编码", "地址", "索引号", "联系人", "联系方式", "邮箱", "主题词",
            "信息来源", "发布时间", "成文日期", "发文日期", "浏览次数", "阅读次数", "文号", "文 号", "办复类别", "编号"};
    private static final String[] RECORDS = {"ICP备", "ICP 备", "ICP備", "公网安备", "网站标识码"};
    private static final String[] ADDRESSEES = {"委员", "代表", "工委", "小组", "委会", "协会", "先生", "女士", "同志", "党派", "联合会",
            "办公室", "界别", "政协", "人大", "总支", "支部"};

    private final String text;
    private final List<Mask> masks = new ArrayList<>();

    private Masks(String text) {
        this.text = text;
    }

    /** The masked stretches, the narrower before the wider; they may overlap. */
    public static List<Mask> of(String plainText, Tables tables) {
        var masks = new Masks(plainText);
        masks.enclosed();
        masks.lines();
        masks.header();
        masks.masks.addAll(tables.masks());
        return masks.masks;
    }

    /** Where the body begins: after the line that addresses those who asked; 0 where there is none. */
    public static int bodyStart(String text) {
        var start = 0;
        for (var line = 0; line < LAST_HEADER_LINE && start < text.length(); line++) {
            var end = lineEnd(text, start);
            if (isSalutation(text, start, end)) {
                return end;
            }
            start = end + 1;
        }
        return 0;
    }

    public static boolean isSalutation(String text, int start, int end) {
        var last = end;
        while (last > start && text.charAt(last - 1) == ' ') {
            last--;
        }
        if (last - start < 3 || last - start > LONGEST_SALUTATION || text.charAt(last - 1) != ':') {
            return false;
        }
        var line = text.substring(start, last - 1);
        if (line.indexOf('。') >= 0 || line.indexOf('；') >= 0 || line.indexOf(':') >= 0 || line.contains("如下")
                || line.contains("答复")) {
            return false;
        }
        for (var addressee : ADDRESSEES) {
            if (line.contains(addressee)) {
                return true;
            }
        }
        return false;
    }

    private void header() {
        var end = bodyStart(text);
        if (end > 0) {
            add(0, end, Why.RECORD);
        }
    }

    private void lines() {
        for (var start = 0; start < text.length();) {
            var end = lineEnd(text, start);
            line(start, end);
            start = end + 1;
        }
    }

    private void line(int start, int end) {
        if (end - start > LONGEST_LABEL_LINE) {
            return;
        }
        var line = text.substring(start, end);
        for (var record : RECORDS) {
            if (line.contains(record)) {
                add(start, end, Why.RECORD);
                return;
            }
        }
        if (line.startsWith("关于") && line.indexOf('，') < 0 && (line.contains("答复") || line.contains("复函"))) {
            add(start, end, Why.IN_TITLE);
            return;
        }
        var colon = line.indexOf(':');
        while (colon > 0) {
            for (var label : LABELS) {
                if (line.startsWith(label, colon - label.length())) {
                    add(start + colon - label.length(), end, reason(label));
                    return;
                }
            }
            colon = line.indexOf(':', colon + 1);
        }
    }

    private void enclosed() {
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '《' -> i = title(i);
                case '“', '‘' -> i = quotation(i, text.charAt(i) == '“' ? '”' : '’');
                case '"' -> i = quotation(i, '"');
                case 'h', 'w' -> i = address(i);
                case '〔', '[', '【' -> i = documentNumber(i);
                default -> {
                }
            }
        }
    }

    private int title(int start) {
        var depth = 0;
        for (var i = start; i < Math.min(text.length(), start + LONGEST_TITLE) && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '《') {
                depth++;
            } else if (text.charAt(i) == '》' && --depth == 0) {
                add(start, i + 1, Why.IN_TITLE);
                return i;
            }
        }
        return start;
    }

    /** A short quotation is a name or a slogan, one that begins with 关于 a title. */
    private int quotation(int start, char close) {
        var most = text.startsWith("关于", start + 1) ? LONGEST_TITLE : LONGEST_SLOGAN + 1;
        for (var i = start + 1; i < Math.min(text.length(), start + 1 + most) && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == close) {
                if (!text.startsWith("五", i - 1) || !text.startsWith("十", start + 1)) {
                    add(start, i + 1, most == LONGEST_TITLE ? Why.IN_TITLE : Why.PLAN_NAME);
                }
                return i;
            }
        }
        return start;
    }

    private int address(int start) {
        if (!text.startsWith("http", start) && !text.startsWith("www.", start)) {
            return start;
        }
        var i = start;
        while (i < text.length() && text.charAt(i) > ' ' && text.charAt(i) < 127) {
            i++;
        }
        add(start, i, Why.ADDRESS);
        return i - 1;
    }

    /** 〔2024〕19号, [2018]200号, 【2021】31号. */
    private int documentNumber(int start) {
        var i = start + 1;
        while (i < text.length() && i < start + 6 && Signs.isDigit(text.charAt(i))) {
            i++;
        }
        if (i != start + 5 || i >= text.length() || "〕]】".indexOf(text.charAt(i)) < 0) {
            return start;
        }
        i++;
        while (i < text.length() && (Signs.isDigit(text.charAt(i)) || text.charAt(i) == ' ' || text.charAt(i) == '第')) {
            i++;
        }
        if (i < text.length() && text.charAt(i) == '号') {
            add(start, i + 1, Why.DOC_NO);
            return i;
        }
        return start;
    }

    private void add(int start, int end, Why why) {
        masks.add(new Mask(start, end, why));
    }

    private static Why reason(String label) {
        return switch (label) {
            case "电话", "传真", "手机", "联系方式", "联系人" -> Why.PHONE;
            case "地址", "邮箱", "邮编", "邮政编码" -> Why.ADDRESS;
            default -> Why.RECORD;
        };
    }

    /** Masks in order and apart; one that covers several has the reason of the first. */
    public static List<Mask> merged(List<Mask> masks) {
        var ordered = new ArrayList<>(masks);
        ordered.sort(Comparator.comparingInt(Mask::start));
        var merged = new ArrayList<Mask>();
        for (var mask : ordered) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && mask.start() <= last.end()) {
                merged.set(merged.size() - 1, new Mask(last.start(), Math.max(last.end(), mask.end()), last.why()));
            } else {
                merged.add(mask);
            }
        }
        return merged;
    }

    public static int lineEnd(String text, int start) {
        var end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
