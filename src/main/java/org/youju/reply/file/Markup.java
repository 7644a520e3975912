package org.youju.reply.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what a word processor or a web page structures as light Markdown. */
final class Markup {

    private static final int DEEPEST = 6;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> turns = new ArrayList<>();

    /** A level from 1 to 6 as it is, any other as 0: the word processors' level 10 is body text. */
    static int level(int level) {
        return level >= 1 && level <= DEEPEST ? level : 0;
    }

    /**
     * Ends what came before and writes a paragraph.
     *
     * @param level of a heading; 0 for what is none
     */
    void paragraph(int level, String words) {
        if (words.isBlank()) {
            return;
        }
        if (level > 0) {
            text.append("#".repeat(level)).append(' ').append(words.strip().replace('\n', ' '));
        } else {
            text.append(words.stripTrailing());
        }
        text.append("\n\n");
    }

    /**
     * Writes a paragraph within which pages begin.
     *
     * @param pages where in {@code words}, ascending
     */
    void paragraph(int level, String words, List<Integer> pages) {
        int before = text.length();
        paragraph(level, words);
        int left = words.length() - words.stripLeading().length();
        int first = level > 0 ? before + level + 1 - left : before;
        pages.forEach(at -> turns.add(Math.clamp((long) first + at, before, text.length())));
    }

    /** Lets so many pages begin with what is written next. */
    void turn(int pages) {
        turns.addAll(Collections.nCopies(pages, text.length()));
    }

    /** Where pages begin in the text, ascending, but for the first. */
    List<Integer> turns() {
        return List.copyOf(turns);
    }

    /** Writes a row of a table in one line; a row without words is left out. */
    void row(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        text.append(cells.stream()
                .map(cell -> cell.strip().replaceAll("\\s*[\\r\\n\\t\\f|]\\s*", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    void endTable() {
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
