package org.youju.reply.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text without what only the paper did to it: broken lines and pages are healed, numbers of pages and signs that
 * cannot be seen are left out. Characters are dropped, or one white space put for another, and nothing is moved or
 * added, so that every position leads back to the original. Positions count UTF-16 units.
 */
public final class NormalisedText {

    private static final int BLANK_LINE = 2;

    private final String original;
    private final String text;
    private final int[] origins;

    private NormalisedText(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    /** Heals a text in which a line is a paragraph, such as one that was pasted. */
    public static NormalisedText of(String text) {
        return of(new Draft(text, Draft.Lines.PARAGRAPHS, 0));
    }

    static NormalisedText of(Draft draft) {
        return new Healing(Clean.of(draft.text()), draft).heal();
    }

    /** The healed text. */
    public String text() {
        return text;
    }

    /** The text as it was read. */
    public String original() {
        return original;
    }

    /**
     * Where in the original a unit of the text stands.
     *
     * @param position from 0 to the length of the text; the length leads to the end of the original
     */
    public int toOriginal(int position) {
        return position == text.length() ? original.length() : origins[position];
    }

    /**
     * Where in the text a unit of the original stands; for one that was left out, where the text goes on after it.
     *
     * @param position from 0 to the length of the original
     */
    public int fromOriginal(int position) {
        int found = Arrays.binarySearch(origins, position);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Where in the text the second page and those after it begin; none for a text of one page.
     *
     * @param turns where pages of the original begin beside those that a form feed does, ascending
     */
    List<Integer> pageStarts(List<Integer> turns) {
        return IntStream.concat(IntStream.range(0, original.length()).filter(i -> original.charAt(i) == '\f')
                        .map(i -> i + 1), turns.stream().mapToInt(Integer::intValue))
                .sorted().map(this::fromOriginal).boxed().toList();
    }

    /** A text under construction, each unit with its origin. */
    private static final class Units {

        private final StringBuilder text;
        private int[] origins;

        Units(int capacity) {
            text = new StringBuilder(capacity);
            origins = new int[Math.max(16, capacity)];
        }

        void add(char c, int origin) {
            if (text.length() == origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2);
            }
            origins[text.length()] = origin;
            text.append(c);
        }
    }

    /**
     * The text with one kind of line end and blank, and without what is neither seen nor stored.
     *
     * @param pages where a page begins
     */
    private record Clean(String original, String text, int[] origins, BitSet pages) {

        static Clean of(String original) {
            var units = new Units(original.length());
            var pages = new BitSet();
            for (int i = 0; i < original.length(); i++) {
                char c = original.charAt(i);
                switch (c) {
                    case '\r' -> {
                        if (i + 1 == original.length() || original.charAt(i + 1) != '\n') {
                            units.add('\n', i);
                        }
                    }
                    case '\f' -> {
                        int length = units.text.length();
                        if (length > 0 && units.text.charAt(length - 1) != '\n') {
                            units.add('\n', i);
                        }
                        pages.set(units.text.length());
                    }
                    case '\u000b', '\u0085', '\u2028', '\u2029' -> units.add('\n', i);
                    case '\u00a0' -> units.add(' ', i);
                    default -> {
                        if (isKept(original, i)) {
                            units.add(c, i);
                        }
                    }
                }
            }
            return new Clean(original, units.text.toString(), units.origins, pages);
        }

        private static boolean isKept(String text, int i) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            }
            if (Character.isLowSurrogate(c)) {
                return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            }
            return c == '\n' || c == '\t' || !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT
                    && c != '\uFFFE' && c != '\uFFFF';
        }
    }

    /** Units {@code [start, end)} of the clean text, without the line end. */
    private record Line(int start, int end, String text, int page) {

        boolean isBlank() {
            return text.isBlank();
        }
    }

    private static final class Healing {

        private final Clean clean;
        private final Draft draft;
        private final Units healed;

        Healing(Clean clean, Draft draft) {
            this.clean = clean;
            this.draft = draft;
            healed = new Units(clean.text.length());
        }

        NormalisedText heal() {
            Line before = null;
            boolean joined = false;
            boolean blank = false;
            boolean torn = false;
            int lastEnd = 0;
            for (var line : lines()) {
                if (line.isBlank()) {
                    blank = true;
                    continue;
                }
                if (line.page < 0) {
                    torn = true;
                    continue;
                }
                if (before != null) {
                    boolean goesOn = goesOn(before, line, joined, blank, torn || line.page != before.page);
                    if (goesOn) {
                        join(before, line);
                    } else {
                        separate(lastEnd, line.start);
                    }
                    joined = goesOn;
                }
                copy(line, joined);
                before = line;
                lastEnd = line.end;
                blank = false;
                torn = false;
            }
            return new NormalisedText(clean.original, healed.text.toString(),
                    Arrays.copyOf(healed.origins, healed.text.length()));
        }

        private boolean goesOn(Line before, Line line, boolean joined, boolean blank, boolean pageBetween) {
            return switch (draft.lines()) {
                case AS_PRINTED -> !blank;
                case PARAGRAPHS -> (!blank || pageBetween) && Sentence.tearsNumber(before.text, line.text)
                        || Sentence.goesOn(before.text, line.text, joined);
            };
        }

        /** The lines of the text; page −1 for one that only numbers its page. */
        private List<Line> lines() {
            var lines = new ArrayList<Line>();
            int page = 0;
            for (int start = 0; start <= clean.text.length();) {
                int newline = clean.text.indexOf('\n', start);
                int end = newline < 0 ? clean.text.length() : newline;
                page += clean.pages.get(start) ? 1 : 0;
                lines.add(new Line(start, end, clean.text.substring(start, end), page));
                start = end + 1;
            }
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                if (!line.isBlank() && PageNumber.matches(line.text, isEdge(lines, i), line.page + 1)) {
                    lines.set(i, new Line(line.start, line.end, line.text, -1));
                }
            }
            return lines;
        }

        private boolean isEdge(List<Line> lines, int i) {
            if (clean.pages.isEmpty()) {
                return false;
            }
            return isEdge(lines, i, -1) || isEdge(lines, i, 1);
        }

        private static boolean isEdge(List<Line> lines, int i, int step) {
            int at = i + step;
            while (at >= 0 && at < lines.size() && lines.get(at).isBlank()) {
                at += step;
            }
            return at < 0 || at >= lines.size() || lines.get(at).page != lines.get(i).page;
        }

        private void copy(Line line, boolean joined) {
            int from = line.start;
            while (joined && isSpace(clean.text.charAt(from))) {
                from++;
            }
            for (int i = from; i < line.end; i++) {
                healed.add(clean.text.charAt(i), clean.origins[i]);
            }
        }

        private void join(Line before, Line line) {
            int length = healed.text.length();
            while (length > 0 && isSpace(healed.text.charAt(length - 1))) {
                length--;
            }
            healed.text.setLength(length);
            if (isLetter(before.text.stripTrailing(), true) && isLetter(line.text.strip(), false)) {
                healed.add(' ', clean.origins[before.end]);
            }
        }

        /** Keeps the line ends between two paragraphs, at most one blank line of them. */
        private void separate(int from, int to) {
            int kept = 0;
            for (int i = from; i < to && kept < BLANK_LINE; i++) {
                if (clean.text.charAt(i) == '\n') {
                    healed.add('\n', clean.origins[i]);
                    kept++;
                }
            }
        }

        private static boolean isLetter(String words, boolean last) {
            char c = words.charAt(last ? words.length() - 1 : 0);
            return c < 0x250 && Character.isLetter(c);
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t' || c == '\u3000';
        }
    }
}
