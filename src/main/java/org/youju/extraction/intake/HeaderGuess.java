package org.youju.extraction.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.DocumentHeader;
import org.youju.indicator.Region;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.Layout;
import org.youju.reply.Proposal.Body;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;

/** Proposes the header fields of a document from its text; what the text leaves open stays open. */
final class HeaderGuess {

    private static final int HEAD = 25;
    private static final int TAIL = 15;
    /** A title, also where the next line of the letterhead runs on from it. */
    private static final Pattern TITLE = Pattern.compile(
            "(.{4,100}?(?:答复|复函|回复|函|答复意见|意见|报告|公报|规划|纲要|决算|情况)(?:摘要)?(?:[（(].{1,40}[）)])?)"
                    + "\\s*(?:(?:办理结果|办复类别|类别标记|签发人|联系人)\\s*[：:].*)?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{IsHan}]+");
    private static final Pattern MONTH = Pattern.compile("((?:19|20)\\d{2})年(\\d{1,2})月");

    private final DocumentHeader header;
    private final List<String> head;
    private final List<String> tail;

    private HeaderGuess(String text, DocumentHeader header) {
        this.header = header;
        var layout = Layout.of(text);
        var lines = layout.blocks().stream().filter(block -> !block.runs().isEmpty()).toList();
        head = lines.stream().limit(HEAD).map(block -> block.visible(text)).toList();
        tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                .map(block -> block.visible(text)).toList();
    }

    /**
     * @param regions those that a proposal may be of
     * @param isFree  whether no document has a key yet
     */
    static HeaderFields of(String text, DocumentHeader header, List<Region> regions, String sha256,
            Predicate<String> isFree) {
        return new HeaderGuess(text, header).fields(regions, sha256, isFree);
    }

    private HeaderFields fields(List<Region> regions, String sha256, Predicate<String> isFree) {
        var title = title();
        var kind = kind(title);
        var region = region(regions);
        var isReply = kind == ReplyKind.REPLY;
        return new HeaderFields(kind, header.docNo(), title, isReply ? body() : null, header.term(), header.session(),
                header.proposalNo(), region, subject(title), header.proposers(), header.result(), header.issuer(),
                header.signatory(), date(), publicity(), header.docNo() != null && isReply ? Grade.A : null, url(),
                key(region, sha256, isFree));
    }

    private @Nullable String title() {
        return head.stream()
                .map(line -> TITLE.matcher(line.strip()))
                .filter(matcher -> matcher.matches() && !matcher.group(1).startsWith("办理"))
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse(header.title());
    }

    private @Nullable ReplyKind kind(@Nullable String title) {
        var words = title == null ? "" : title;
        if (header.proposalNo() != null || words.matches(".*(?:答复|复函|提案|建议).*")) {
            return ReplyKind.REPLY;
        }
        return Stream.of("政府工作报告", "公报", "决算", "规划", "纲要")
                .filter(words::contains).findFirst()
                .map(word -> switch (word) {
                    case "政府工作报告" -> ReplyKind.WORK_REPORT;
                    case "公报" -> ReplyKind.BULLETIN;
                    case "决算" -> ReplyKind.FINAL_ACCOUNT;
                    default -> ReplyKind.PLAN;
                })
                .orElse(null);
    }

    private @Nullable Body body() {
        var said = header.body() + (header.sessionName() == null ? "" : header.sessionName());
        var lines = said.contains("政协") || said.contains("人大") || said.contains("人民代表") ? said
                : String.join("", head);
        var congress = lines.contains("人大") || lines.contains("人民代表");
        var conference = lines.contains("政协") || lines.contains("提案");
        if (congress == conference) {
            return null;
        }
        return congress ? Body.NPC : Body.CPPCC;
    }

    /** The region that the name of whoever answers, or of the session, speaks of last: the smallest. */
    private @Nullable String region(List<Region> regions) {
        return Stream.of(header.issuer(), header.sessionName())
                .filter(words -> words != null)
                .flatMap(words -> Region.namedIn(words, regions).stream())
                .map(Region::code)
                .findFirst()
                .orElse(regions.size() == 1 ? regions.getFirst().code() : null);
    }

    /** What the header calls a title is the subject of the proposal where it is one. */
    private @Nullable String subject(@Nullable String title) {
        var words = header.title();
        return words != null && (!words.equals(title) || words.matches("关于.*的(?:建议|提案)")) ? words : null;
    }

    private @Nullable IssueDate date() {
        if (header.issuedOn() != null) {
            return new IssueDate(header.issuedOn().toString());
        }
        return tail.reversed().stream()
                .map(line -> MONTH.matcher(line.replaceAll("\\s", "")))
                .filter(matcher -> matcher.matches() && Integer.parseInt(matcher.group(2)) <= 12
                        && Integer.parseInt(matcher.group(2)) > 0)
                .findFirst()
                .map(matcher -> new IssueDate("%s-%02d".formatted(matcher.group(1),
                        Integer.parseInt(matcher.group(2)))))
                .orElse(null);
    }

    private @Nullable Publicity publicity() {
        var printed = header.publicity();
        if (printed == null || printed.contains("删减")) {
            return null;
        }
        if (printed.matches(".*(?:不予|免予|不)公开.*|不予.*|否")) {
            return Publicity.INTERNAL;
        }
        if (printed.contains("申请")) {
            return Publicity.ON_REQUEST;
        }
        return printed.contains("公开") || printed.equals("是") || printed.equals("同意") ? Publicity.PUBLIC : null;
    }

    private @Nullable String url() {
        return head.stream().limit(3).map(ADDRESS::matcher).filter(matcher -> matcher.lookingAt())
                .findFirst().map(matcher -> matcher.group()).orElse(null);
    }

    /** After region, year and number where the document has one that is free; else after its fingerprint. */
    private String key(@Nullable String region, String sha256, Predicate<String> isFree) {
        var numbers = header.docNo() == null ? List.<String>of()
                : Arrays.stream(header.docNo().split("\\D+")).filter(part -> !part.isEmpty()).toList();
        var fingerprint = "DOC_" + sha256.substring(0, 12);
        return Optional.of(String.join("_", Stream.concat(Stream.ofNullable(region), numbers.stream()).toList()))
                .filter(key -> region != null && !numbers.isEmpty() && isFree.test(key))
                .orElse(fingerprint);
    }
}
