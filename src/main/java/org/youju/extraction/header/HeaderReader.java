package org.youju.extraction.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.DocumentHeader;
import org.youju.extraction.text.Simplified;
import org.youju.figure.Words;

/**
 * Reads what the letterhead, the address and the end of a reply say. Looks at the first and the last lines only, at
 * each
 * for itself, so that no text takes long.
 */
public final class HeaderReader {

    private static final int HEAD = 45;
    private static final int TAIL = 40;
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_MARKED_LINE = 80;
    private static final String HAN = "\\u4e00-\\u9fff";
    private static final String COUNT = "[一二三四五六七八九十]{1,3}";

    private static final Pattern DOC_NO = Pattern.compile("([" + HAN
            + "]{1,12}?)\\s?[〔\\[【(]\\s?((?:19|20)\\d{2})\\s?[〕\\]】)]\\s?"
            + "(?:第\\s?)?(\\d{1,5})\\s?号");
    private static final Pattern SESSION = Pattern.compile("([" + HAN + "]{0,12}?)第?(" + COUNT + ")届([" + HAN
            + "]{0,14}?)第?("
            + COUNT + ")次(?:全体)?会议");
    private static final Pattern NUMBERED = Pattern.compile("第\\s?([A-Z]{0,3}\\d{1,20})\\s?号");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("(?<!\\d)([A-Z]{0,3}\\d{1,20})\\s?号(?=(?:重点)?(?:建议|提案"
            + "))");
    private static final Pattern RESULT = Pattern.compile("(?:办理结果|办复类别|类别标记|办理类别|办理程度|类\\s?别)\\s?[|:]?\\s?[(]?\\s?"
            + "([A-D]\\s?类?|[甲乙丙]类|解决或采纳|(?!发布|公开|文号|索引|浏览|办理|情况|日期|及)[" + HAN + "]{2,12})");
    private static final Pattern SIGNATORY = Pattern.compile("(?:签\\s{0,3}发\\s{0,3}人|领导签发|领导签批)\\s{0,3}[|:]\\s{0,3}"
            + "([" + HAN + "·]{2,4}|[" + HAN + "]\\s{1,3}[" + HAN + "])(?=\\s|\\||$)");
    private static final Pattern SUBJECT = Pattern.compile("[“《\"「](关于[^“《》”\"「」]{2,80}?)[”》\"」]");
    private static final Pattern DATE = Pattern.compile("((?:19|20)\\d{2})\\s{0,3}(?:年|-|\\.|/)\\s{0,3}(\\d{1,2})\\s{0"
            + ",3}(?:月|-|\\.|/)\\s{0,3}(\\d{1,2})\\s{0,3}日?");
    private static final Pattern DELIVERED = Pattern.compile("[~-]{0,4}\\s?" + DATE.pattern() + "\\s?在.{2,60}会.{0,6}上");
    private static final Pattern CHINESE_DATE = Pattern.compile("([一二][一二三四五六七八九零]{3})年(" + COUNT + ")月(" + COUNT
            + ")日");
    private static final Pattern PRINTED = Pattern.compile(DATE.pattern() + "\\s?印发");
    private static final Pattern DATE_LABEL = Pattern.compile("(?:成文日期|印发日期|发文日期|成文时间|发文时间)\\s?[|:]\\s?");
    private static final Pattern PUBLISHED_LABEL = Pattern.compile("(?:发布日期|发布时间|公开日期|时间|日期)\\s?[|:]\\s?");
    private static final Pattern ADDRESS_DATE = Pattern.compile("/((?:19|20)\\d{2})(\\d{2})/t?(?:(?:19|20)\\d{4})?("
            + "\\d{2})?|/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})/");
    private static final Pattern PUBLICITY = Pattern.compile("[(]?此件((?:主动|予以|可以)?公开(?:发布)?|依申请公开|不予公开|不公开|免予公开|删减后公开)[)]?");
    private static final Pattern PUBLICITY_ALONE = Pattern.compile("(?:^|[\\s|])[(]?(主动公开|依申请公开|不予公开|不公开|免予公开)[)]?(?=[\\s|]|$)");
    private static final Pattern PUBLICITY_LABEL = Pattern.compile("(?:公开属性|公开方式|公开类别|是否(?:同意|完成)?(?:对外)?公开)\\s?[|:]"
            + "\\s?([" + HAN + "]{1,8})");
    private static final Pattern LETTERHEAD = Pattern.compile("([" + HAN + "()]{4,40}?)文件");
    private static final Pattern ISSUER_LABEL = Pattern.compile("(?:发布机构|发文机关|发文单位|承办单位|办理部门|主办单位|来源)\\s?[|:]\\s?(["
            + HAN + "]{4,40}?)(?:(?:官方)?网站?|$|[^" + HAN + "])");
    private static final Pattern ADDRESSED = Pattern.compile("(?:尊敬的)?(.{2,100}?)\\s?(?:等)?\\s?(\\d{1,3}|[两一二三四五六七八九十]"
            + "{1,3})?\\s?(?:名|位)?(?:政协)?(委员|代表)\\s?(?:您好|你们好)?\\s?:");
    private static final Pattern BODY_ADDRESSED = Pattern.compile("(?:尊敬的)?([" + HAN
            + "]{2,30}(?:工委|小组|委会|协会|党派|联合会|局|办公室|总支|支部|委员会|界别))\\s?(?:您好)?\\s?:");
    private static final Pattern TITLE = Pattern.compile(".{0,40}(?:关于|对).{2,120}(?:答复|复函|回复|函|答复意见|意见)(?:摘要)?");

    private static final Pattern NAMED = Pattern.compile("(?:提出的?|题为了?|所提)(?:关于)?[“《\"]([^“《》”\"]{4,80})[”》\"]"
            + "|提出的?(关于[^，。；“《》”\"]{4,60}?的(?:提案|建议|议案))");
    private static final Pattern REPORT = Pattern.compile("[^，。:]{0,50}(?:公报|工作报告|的报告|运行情况|执行情况|工作总结|工作要点|发展规划|实施方案)");

    private record Line(String text, int start) {
    }

    private final List<Line> head = new ArrayList<>();
    private final List<Line> tail = new ArrayList<>();

    private HeaderReader(String raw) {
        lines(raw);
    }

    public static DocumentHeader read(String raw) {
        return new HeaderReader(raw).header();
    }

    private void lines(String raw) {
        var start = 0;
        while (start < raw.length() && head.size() < HEAD) {
            var end = lineEnd(raw, start);
            add(head, raw, start, end);
            start = end + 1;
        }
        var stop = raw.length();
        while (stop > 0 && tail.size() < TAIL) {
            var from = raw.lastIndexOf('\n', stop - 1) + 1;
            var before = tail.size();
            add(tail, raw, from, stop);
            if (tail.size() > before) {
                tail.addFirst(tail.removeLast());
            }
            stop = from - 1;
        }
    }

    private static int lineEnd(String raw, int start) {
        var end = raw.indexOf('\n', start);
        return end < 0 ? raw.length() : end;
    }

    private static void add(List<Line> lines, String raw, int start, int end) {
        var cut = Math.min(end, start + LONGEST_LINE);
        var plain = new StringBuilder(cut - start);
        for (var i = start; i < cut; i++) {
            plain.append(Simplified.of(Words.plain(raw.charAt(i))));
        }
        if (!plain.toString().isBlank()) {
            lines.add(new Line(plain.toString(), start));
        }
    }

    private DocumentHeader header() {
        var session = session();
        return new DocumentHeader(docNo(), title(), session.body(), session.term(), session.number(), session.name(),
                proposalNo(), proposers(), first(RESULT, head, tail), signatory(), issuer(), issuedOn(), publicity());
    }

    private List<Line> letterhead() {
        for (var i = 0; i < head.size(); i++) {
            if (salutation(head.get(i)) != null) {
                return head.subList(0, i);
            }
        }
        return head.subList(0, Math.min(head.size(), 20));
    }

    private @Nullable String docNo() {
        var letterhead = letterhead();
        for (var i = 0; i < letterhead.size(); i++) {
            var line = letterhead.get(i).text();
            var torn = i + 1 < letterhead.size() && line.stripTrailing().matches(".*[〕\\])】第]");
            var matcher = DOC_NO.matcher(torn ? line.strip() + letterhead.get(i + 1).text().strip() : line);
            if (matcher.find() && !line.contains("依据") && !line.contains("《")) {
                return matcher.group(1) + "〔" + matcher.group(2) + "〕" + matcher.group(3) + "号";
            }
        }
        return null;
    }

    private record Session(String body, @Nullable Integer term, @Nullable Integer number, @Nullable String name) {
    }

    private Session session() {
        for (var line : head) {
            var matcher = SESSION.matcher(line.text());
            if (matcher.find()) {
                var before = withoutLead(matcher.group(1));
                var between = matcher.group(3);
                var name = before + matcher.group(0).substring(matcher.group(1).length());
                var body = before.matches(".*(?:政协|人大|代表大会)") ? before : before + between;
                return new Session(body, chinese(matcher.group(2)), chinese(matcher.group(4)), name);
            }
        }
        return new Session("", null, null, null);
    }

    private static String withoutLead(String words) {
        var result = words;
        for (var lead : new String[] {"关于", "答复", "您在", "你在", "你们在", "您们在", "对", "在", "的", "提出", "确定", "了", "向"}) {
            var at = result.lastIndexOf(lead);
            if (at >= 0) {
                result = result.substring(at + lead.length());
            }
        }
        return result;
    }

    private static int chinese(String numeral) {
        var value = 0;
        for (var i = 0; i < numeral.length(); i++) {
            var digit = "零一二三四五六七八九".indexOf(numeral.charAt(i));
            value = digit < 0 ? Math.max(1, value) * 10 : value + digit;
        }
        return value;
    }

    private @Nullable String proposalNo() {
        for (var line : head) {
            var text = line.text();
            if (!text.contains("提案") && !text.contains("建议")) {
                continue;
            }
            for (var pattern : List.of(NUMBERED, NUMBER_BEFORE)) {
                var matcher = pattern.matcher(text);
                while (matcher.find()) {
                    var before = text.substring(Math.max(0, matcher.start() - 2), matcher.start());
                    if (!before.endsWith("〕") && !before.endsWith("]") && !before.endsWith("】")) {
                        return matcher.group(1);
                    }
                }
            }
        }
        return null;
    }

    private @Nullable Matcher salutation(Line line) {
        var text = line.text().strip();
        if (text.length() > 120 || text.indexOf('。') >= 0) {
            return null;
        }
        var persons = ADDRESSED.matcher(text);
        if (persons.matches()) {
            return persons;
        }
        var bodies = BODY_ADDRESSED.matcher(text);
        return bodies.matches() ? bodies : null;
    }

    private List<String> proposers() {
        for (var line : head) {
            var matcher = salutation(line);
            if (matcher == null) {
                continue;
            }
            var names = new ArrayList<String>();
            if (matcher.group(1).contains("各位") || matcher.group(1).startsWith("主任")) {
                return names;
            }
            var words = matcher.group(1).strip().replaceAll("(?<=[、,，]|^)([" + HAN + "]) ([" + HAN + "])(?=[、,，\\s]|$)",
                    "$1$2");
            for (var name : words.split("[、,，]|\\s{2,}")) {
                var plain = name.strip().replaceAll("^尊敬的|(?:委员|代表|等)$|[(（]等.*", "").replaceAll("(?<=^[" + HAN
                        + "])\\s+(?=[" + HAN
                        + "]$)", "");
                if (!plain.isEmpty() && !plain.equals("各位") && !plain.equals("各")) {
                    names.add(plain);
                }
            }
            return names;
        }
        return List.of();
    }

    private @Nullable String signatory() {
        var found = first(SIGNATORY, head, tail);
        return found == null ? null : found.replaceAll("\\s", "");
    }

    private static @Nullable String first(Pattern pattern, List<Line> first, List<Line> then) {
        for (var lines : List.of(first, then)) {
            for (var line : lines) {
                var matcher = pattern.matcher(line.text());
                if (matcher.find()) {
                    return matcher.group(1).strip();
                }
            }
        }
        return null;
    }

    private @Nullable String title() {
        for (var i = 0; i < head.size(); i++) {
            var line = head.get(i).text();
            var open = Math.max(line.lastIndexOf("《关于"), line.lastIndexOf("“关于"));
            var torn = open >= 0 && i + 1 < head.size() && !line.substring(open).matches(".*[》”].*");
            var matcher = SUBJECT.matcher(torn ? line.stripTrailing() + head.get(i + 1).text().strip() : line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        for (var line : head) {
            var matcher = NAMED.matcher(line.text());
            if (matcher.find()) {
                return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            }
        }
        for (var pattern : List.of(TITLE, REPORT)) {
            for (var line : letterhead()) {
                var text = line.text().replace("#", "").strip();
                if (pattern.matcher(text).matches()) {
                    return text;
                }
            }
        }
        return null;
    }

    private @Nullable String issuer() {
        for (var line : letterhead()) {
            var matcher = LETTERHEAD.matcher(line.text().replace("#", "").strip());
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        for (var i = tail.size() - 1; i > 0; i--) {
            if (dateOnly(tail.get(i).text()) != null) {
                for (var j = i - 1; j >= Math.max(0, i - 2); j--) {
                    var name = tail.get(j).text().replace("#", "").strip();
                    if (name.matches("[" + HAN + "()]{4,40}") && !name.startsWith("(此件")) {
                        return name;
                    }
                }
            }
        }
        var labelled = first(ISSUER_LABEL, head, tail);
        if (labelled != null) {
            return labelled;
        }
        for (var i = 0; i + 1 < head.size(); i++) {
            if (head.get(i).text().strip().matches(".{0,4}(?:发布机构|发文机关|承办单位)\\s?:")) {
                return head.get(i + 1).text().replaceAll("[•·\\s]", "");
            }
        }
        for (var line : letterhead()) {
            var text = line.text().replace("#", "").strip();
            var issuer = text.split(" ")[0];
            if (issuer.matches("[" + HAN + "]{4,30}(?:局|委员会|委|办公室|厅|部|政府|中心|集团|总队|调查队)")) {
                return issuer;
            }
        }
        return null;
    }

    // ---- dates

    private @Nullable LocalDate issuedOn() {
        for (var i = tail.size() - 1; i >= 0; i--) {
            var date = dateOnly(tail.get(i).text());
            if (date != null) {
                return date;
            }
        }
        for (var i = tail.size() - 1; i >= 0; i--) {
            var matcher = PRINTED.matcher(tail.get(i).text());
            if (matcher.find()) {
                return date(matcher);
            }
        }
        for (var line : letterhead()) {
            var delivered = DELIVERED.matcher(line.text().strip());
            if (delivered.lookingAt()) {
                return date(delivered);
            }
        }
        var labelled = labelled(DATE_LABEL);
        if (labelled == null) {
            labelled = labelled(PUBLISHED_LABEL);
        }
        return labelled == null ? ofAddress() : labelled;
    }

    private static @Nullable LocalDate dateOnly(String line) {
        var text = line.replace("*", "").replaceFirst("^\\s*\\((.*)\\)\\s*$", "$1").strip();
        var digits = DATE.matcher(text);
        if (digits.matches()) {
            return date(digits);
        }
        var characters = CHINESE_DATE.matcher(text.replace('o', '零').replace('O', '零'));
        return characters.matches() ? inCharacters(characters) : null;
    }

    private static @Nullable LocalDate inCharacters(Matcher matcher) {
        var year = 0;
        for (var i = 0; i < 4; i++) {
            year = year * 10 + "零一二三四五六七八九".indexOf(matcher.group(1).charAt(i));
        }
        return dateOf(year, chinese(matcher.group(2)), chinese(matcher.group(3)));
    }

    private @Nullable LocalDate labelled(Pattern label) {
        for (var lines : List.of(head, tail)) {
            for (var i = 0; i < lines.size(); i++) {
                var text = lines.get(i).text();
                var matcher = label.matcher(text);
                if (matcher.find()) {
                    var rest = text.substring(matcher.end());
                    var date = DATE.matcher(rest.isBlank() && i + 1 < lines.size() ? lines.get(i + 1).text() : rest);
                    if (date.find() && date.start() <= 6) {
                        return date(date);
                    }
                }
            }
        }
        return null;
    }

    /** The date in a web address: /202310/t20231008_…, /2024/7/3/. */
    private @Nullable LocalDate ofAddress() {
        for (var line : head.subList(0, Math.min(3, head.size()))) {
            if (!line.text().strip().startsWith("http")) {
                continue;
            }
            var matcher = ADDRESS_DATE.matcher(line.text());
            while (matcher.find()) {
                var date = matcher.group(4) != null
                        ? dateOf(number(matcher.group(4)), number(matcher.group(5)), number(matcher.group(6)))
                        : matcher.group(3) == null ? null
                                : dateOf(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable LocalDate date(Matcher matcher) {
        return dateOf(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }

    private static @Nullable LocalDate dateOf(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    // ---- publicity

    private @Nullable String publicity() {
        var found = first(PUBLICITY, tail, head);
        if (found == null) {
            found = first(PUBLICITY_LABEL, tail, head);
        }
        return found == null ? publicityAlone() : found;
    }

    /** 主动公开 as a mark of its own: beside the document number or below it, or on the last lines. */
    private @Nullable String publicityAlone() {
        for (var line : letterhead()) {
            var matcher = PUBLICITY_ALONE.matcher(unmarked(line));
            if (line.text().length() <= LONGEST_MARKED_LINE && matcher.find()) {
                return matcher.group(1);
            }
        }
        for (var line : tail) {
            var matcher = PUBLICITY_ALONE.matcher(unmarked(line));
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static String unmarked(Line line) {
        return line.text().replace("*", "").replace("#", "").strip();
    }
}
