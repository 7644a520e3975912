package org.youju.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The blocks of a frozen text in light Markdown; a short line that begins with 一、 or （一） is a heading there even
 * without a mark. Nothing is moved: a block and the runs in it are positions in the text
 * itself, and what is hidden between them is markup ({@code #}, {@code **}, {@code ---}) or blank. A paragraph that a
 * page break tore apart stays two blocks, as it stands.
 *
 * @param text   the frozen text
 * @param blocks in the order of the text
 */
public record Layout(String text, List<Block> blocks) {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})[ \\t]+");
    private static final String RULES = "-*_";
    private static final Pattern PART = Pattern.compile("([一二三四五六七八九十]{1,3})、.*");
    private static final Pattern SECTION = Pattern.compile("[（(]([一二三四五六七八九十]{1,3})[）)].*");
    private static final int PART_LEVEL = 2;
    private static final int SECTION_LEVEL = 3;
    private static final int LONGEST_HEADING = 45;
    private static final int LONGEST_ENDED_HEADING = 30;
    private static final Pattern SPEECH = Pattern.compile("[。；！？：;!?:|]");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile(".{1,20}〔\\d{4}〕\\d+号");
    private static final Pattern DATE = Pattern.compile("[（(]?此件.*|\\d{4}年\\d{1,2}月\\d{1,2}日(印发)?");
    private static final String SENTENCE_ENDS = "。！？：；”）)";

    public Layout {
        blocks = List.copyOf(blocks);
    }

    /** Whether a line opens a part of the document: 一、…. */
    public static boolean isPart(String line) {
        return PART.matcher(line).matches();
    }

    /** Whether a line opens a section of a part: （一）…. */
    public static boolean isSection(String line) {
        return SECTION.matcher(line).matches();
    }

    /** Whether a line is a document number: 长发改〔2024〕19号. */
    public static boolean isDocumentNumber(String line) {
        return DOCUMENT_NUMBER.matcher(line).matches();
    }

    /** Whether a line says when, or to whom, the document was issued. */
    public static boolean isDate(String line) {
        return DATE.matcher(line).matches();
    }

    /** What a block is. */
    public enum Kind {
        HEADING, PARAGRAPH, RULE
    }

    /**
     * A line of the text that is not blank.
     *
     * @param level of a heading, 1 to 6; else 0
     * @param runs  what is to be seen, in order; none in a rule
     */
    public record Block(Kind kind, int level, int start, int end, List<Run> runs) {

        public Block {
            runs = List.copyOf(runs);
        }

        /** What is to be seen of the block. */
        public String visible(String text) {
            var visible = new StringBuilder();
            runs.forEach(run -> visible.append(text, run.start(), run.end()));
            return visible.toString();
        }
    }

    /** Units {@code [start, end)} of the text that are set alike. */
    public record Run(int start, int end, boolean bold) {
    }

    /**
     * Where in the document something stands, as a person would say it.
     *
     * @param part      the Chinese number of its part, such as 一; empty before the first part
     * @param section   the Chinese number of its section （一） in that part; empty before the first
     * @param paragraph counts the paragraphs of that section, or else part, from 1
     */
    public record Place(String part, String section, int paragraph) {
    }

    public static Layout of(String text) {
        var blocks = new ArrayList<Block>();
        for (int start = 0; start < text.length();) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (!text.substring(start, end).isBlank()) {
                blocks.add(block(text, start, end));
            }
            start = end + 1;
        }
        return new Layout(text, blocks);
    }

    private static Block block(String text, int start, int end) {
        var line = text.substring(start, end);
        if (isRule(line)) {
            return new Block(Kind.RULE, 0, start, end, List.of());
        }
        var heading = HEADING.matcher(line);
        if (heading.lookingAt()) {
            return new Block(Kind.HEADING, heading.group(1).length(), start, end,
                    runs(text, start + heading.end(), end));
        }
        var paragraph = new Block(Kind.PARAGRAPH, 0, start, end, runs(text, start, end));
        int level = level(paragraph, text);
        return level == 0 ? paragraph : new Block(Kind.HEADING, level, start, end, paragraph.runs());
    }

    /** The level of a line that is a heading by its number and its shortness alone; 0 of any other. */
    private static int level(Block line, String text) {
        int length = line.runs().stream().mapToInt(run -> run.end() - run.start()).sum();
        if (length > LONGEST_HEADING || length == 0) {
            return 0;
        }
        var visible = line.visible(text);
        int level = isPart(visible) ? PART_LEVEL : isSection(visible) ? SECTION_LEVEL : 0;
        if (level == 0) {
            return 0;
        }
        var ended = visible.endsWith("。");
        var words = ended ? visible.substring(0, length - 1) : visible;
        var says = SPEECH.matcher(words).find() || "，、,…".indexOf(words.charAt(words.length() - 1)) >= 0
                || ended && (length > LONGEST_ENDED_HEADING || words.chars().anyMatch(Character::isDigit));
        return says ? 0 : level;
    }

    /** Whether a line is three or more of one mark and, between them, blanks. */
    private static boolean isRule(String line) {
        int marks = 0;
        char mark = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ' ' || c == '\t') {
                continue;
            }
            if (marks == 0 ? RULES.indexOf(c) < 0 : c != mark) {
                return false;
            }
            mark = c;
            marks++;
        }
        return marks >= 3;
    }

    /** Bold is what stands between two {@code **} of one line; one that has no partner is a character like others. */
    private static List<Run> runs(String text, int from, int to) {
        int start = from;
        while (start < to && isBlank(text.charAt(start))) {
            start++;
        }
        int end = to;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        var runs = new ArrayList<Run>();
        int at = start;
        while (at < end) {
            int open = text.indexOf("**", at, end);
            int close = open < 0 ? -1 : text.indexOf("**", open + 2, end);
            if (close < 0) {
                add(runs, at, end, false);
                break;
            }
            add(runs, at, open, false);
            add(runs, open + 2, close, true);
            at = close + 2;
        }
        return runs;
    }

    private static void add(List<Run> runs, int start, int end, boolean bold) {
        if (start < end) {
            runs.add(new Run(start, end, bold));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
    }

    /** What is to be seen of the units {@code [start, end)}: the words without their markup. */
    public String visible(int start, int end) {
        var visible = new StringBuilder();
        for (var block : blocks) {
            for (var run : block.runs()) {
                int from = Math.max(start, run.start());
                int to = Math.min(end, run.end());
                if (from < to) {
                    visible.append(text, from, to);
                }
            }
        }
        return visible.toString();
    }

    /** Where the unit at a position stands, empty for one in a heading or outside every block. */
    public Optional<Place> placeOf(int position) {
        var part = "";
        var section = "";
        int paragraph = 0;
        boolean complete = true;
        for (var block : blocks) {
            var visible = block.visible(text);
            var isHeading = block.kind() == Kind.HEADING;
            if (isHeading && position < block.end()) {
                return Optional.empty();
            }
            var opensPart = PART.matcher(visible);
            var opensSection = SECTION.matcher(visible);
            if (isHeading || opensPart.matches() || opensSection.matches()) {
                section = opensSection.matches() ? opensSection.group(1)
                        : isHeading && !opensPart.matches() ? section : "";
                part = opensPart.matches() ? opensPart.group(1) : part;
                paragraph = 0;
                complete = true;
            }
            if (!isHeading && !visible.isEmpty()) {
                paragraph += complete ? 1 : 0;
                if (position < block.end()) {
                    return position < block.start() ? Optional.empty()
                            : Optional.of(new Place(part, section, paragraph));
                }
                complete = SENTENCE_ENDS.indexOf(visible.charAt(visible.length() - 1)) >= 0;
            }
        }
        return Optional.empty();
    }
}
