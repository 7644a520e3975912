package org.youju.extraction.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The clauses of a text and what each belongs to: part of a sentence up to ；, sentence, train of thought, heading. */
public final class Outline {

    /**
     * A clause: what stands between two clause marks.
     *
     * @param start    where it begins in the shadow
     * @param end      where its mark stands
     * @param part     number of its part of a sentence, up to ；
     * @param sentence number of its sentence
     * @param train    number of its train of thought, which ends with the paragraph and at 一是 and its like
     * @param heading  the heading that governs it, or null
     * @param title    whether it is itself of a heading
     */
    public record Clause(int start, int end, int part, int sentence, int train, @Nullable Heading heading,
            boolean title) {
    }

    /**
     * A heading.
     *
     * @param level  1 is highest, but for 0 of a report's own title
     * @param parent the one above it, or null
     */
    public record Heading(int start, int end, int level, @Nullable Heading parent) {
    }

    private static final int LONGEST_HEADING = 45;
    private static final Pattern REPORTS = Pattern.compile("[^年]*年[^年]*(?:公报|工作总结)");

    private final String text;
    private final Set<Integer> marked;
    private final List<Clause> clauses = new ArrayList<>();
    private @Nullable Heading heading;
    private int part;
    private int sentence;
    private int train;

    private Outline(Shadow shadow) {
        this.text = shadow.text();
        this.marked = new HashSet<>(shadow.headings());
    }

    /** The clauses of a text, in order and without gaps but for their marks. */
    public static List<Clause> of(Shadow shadow, int bodyStart) {
        var outline = new Outline(shadow);
        outline.read(bodyStart);
        return outline.clauses;
    }

    private void read(int bodyStart) {
        for (var start = 0; start < text.length();) {
            var end = Masks.lineEnd(text, start);
            train++;
            var title = start >= bodyStart && isHeading(start, end);
            if (title) {
                open(start, end);
            }
            line(start, end, title);
            start = end + 1;
        }
    }

    private boolean isHeading(int start, int end) {
        if (end <= start) {
            return false;
        }
        if (marked.contains(start)) {
            return true;
        }
        if (end - start > LONGEST_HEADING || "。；，：:！？…”)".indexOf(text.charAt(end - 1)) >= 0) {
            return false;
        }
        for (var i = start; i < end; i++) {
            if ("。；：:|\t".indexOf(text.charAt(i)) >= 0 || text.charAt(i) == '%' || isQuantity(i, end)) {
                return false;
            }
        }
        return true;
    }

    /** 新增就业1200万人: a scaled number states something even in a line that has no mark. */
    private boolean isQuantity(int at, int end) {
        return Signs.isDigit(text.charAt(at)) && at + 1 < end && "万亿".indexOf(text.charAt(at + 1)) >= 0;
    }

    private void open(int start, int end) {
        var ranked = Enumerators.level(text, start, end);
        var level = ranked == 0 ? heading == null && isReport(start, end) ? 0 : 1 : ranked;
        var parent = heading;
        while (parent != null && parent.level() >= level) {
            parent = parent.parent();
        }
        heading = new Heading(start, end, level, parent);
    }

    /** …2023年国民经济和社会发展统计公报: the title of a report of one time governs all of it. */
    private boolean isReport(int start, int end) {
        var title = text.substring(start, end);
        return REPORTS.matcher(title).matches();
    }

    private void line(int start, int end, boolean title) {
        sentence++;
        part++;
        var from = start;
        for (var i = start; i <= end; i++) {
            var c = i == end ? '\n' : text.charAt(i);
            if ("，。；：:！？|\t\n".indexOf(c) < 0 || c == ':' && i > start && i + 1 < end
                    && Signs.isDigit(text.charAt(i - 1))
                    && Signs.isDigit(text.charAt(i + 1)) || c == ':' && text.startsWith("其中", i - 2)) {
                continue;
            }
            var enumerator = Enumerators.lengthAt(text, skipSpace(from, i), i);
            if (enumerator > 0 && from > start) {
                train++;
                part++;
            }
            // a leading 一是… within a sentence opens a sentence of its own
            if (enumerator > 0 && from > start) {
                sentence++;
            }
            clauses.add(new Clause(from, i, part, sentence, train, heading, title));
            switch (c) {
                case '。', '！', '？' -> {
                    sentence++;
                    part++;
                }
                case '；' -> part++;
                default -> {
                }
            }
            from = i + 1;
        }
    }

    private int skipSpace(int from, int end) {
        var i = from;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
