package org.youju.reply.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as it is printed on a page; places in any one unit, y downwards.
 *
 * @param gaps whether words in it stand apart as in columns; such gaps are tabs in the text
 * @param size of its letters
 */
record PrintedLine(String text, double left, double right, double baseline, double size, boolean gaps) {

    /** Gathers words into lines; the words come in reading order. */
    static final class Collector {

        /** In sizes of a letter. */
        private static final double SPACE = 0.6;
        private static final double COLUMN = 2;

        private final List<PrintedLine> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private double left;
        private double right;
        private double baseline;
        private double size;
        private boolean gaps;

        void add(String words, double from, double to, double y, double letter) {
            if (text.isEmpty()) {
                left = from;
                right = from;
                baseline = y;
                size = letter;
            } else if (from - right > COLUMN * letter) {
                text.append('\t');
                gaps = true;
            } else if (from - right > SPACE * letter
                    || from - right > SPACE / 4 * letter && isLatin(text.charAt(text.length() - 1))
                            && isLatin(words.charAt(0))) {
                text.append(' ');
            }
            text.append(words);
            right = Math.max(right, to);
            size = Math.max(size, letter);
        }

        void endLine() {
            if (!text.toString().isBlank()) {
                lines.add(new PrintedLine(text.toString().strip(), left, right, baseline, size, gaps));
            }
            text.setLength(0);
            gaps = false;
        }

        List<PrintedLine> end() {
            endLine();
            return List.copyOf(lines);
        }

        private static boolean isLatin(char c) {
            return c > ' ' && c < 0x250;
        }
    }
}
