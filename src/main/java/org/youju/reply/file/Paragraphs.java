package org.youju.reply.file;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Tells by their place on the paper which printed lines belong to one paragraph: Chinese prose begins one with an
 * indent of two characters and ends it with a line that leaves room.
 */
final class Paragraphs {

    /** Lengths in sizes of a letter. */
    private static final double INDENT = 1.2;
    private static final double ROOM = 2;
    /** A number is never broken, so that the line before one may leave this much room. */
    private static final double ROOM_BEFORE_NUMBER = 8;
    private static final double OTHER_SIZE = 1.15;
    private static final double OTHER_PITCH = 1.5;

    private final double left;
    private final double right;
    private final double pitch;

    private Paragraphs(List<List<PrintedLine>> pages) {
        var all = pages.stream().flatMap(List::stream).toList();
        left = quantile(all.stream().mapToDouble(PrintedLine::left).toArray(), 0.1);
        right = quantile(all.stream().mapToDouble(PrintedLine::right).toArray(), 0.9);
        pitch = quantile(pages.stream().flatMapToDouble(Paragraphs::pitches).toArray(), 0.5);
    }

    /** The text, a blank line between paragraphs, {@code \f} at the head of each page but the first. */
    static String of(List<List<PrintedLine>> pages) {
        var paragraphs = new Paragraphs(pages);
        var text = new StringBuilder();
        PrintedLine before = null;
        boolean newPage = false;
        for (int page = 0; page < pages.size(); page++) {
            if (page > 0) {
                text.append('\f');
                newPage = true;
            }
            var lines = pages.get(page);
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                boolean edge = pages.size() > 1 && (i == 0 || i == lines.size() - 1);
                boolean number = PageNumber.matches(line.text(), edge, page + 1);
                if (before != null && !number && paragraphs.begins(before, line, newPage)) {
                    text.append('\n');
                }
                text.append(line.text()).append('\n');
                if (!number) {
                    before = line;
                    newPage = false;
                }
            }
        }
        return text.toString();
    }

    private boolean begins(PrintedLine before, PrintedLine line, boolean newPage) {
        double letter = Math.max(line.size(), 1e-6);
        if (before.gaps() || line.gaps()
                || before.size() > line.size() * OTHER_SIZE || line.size() > before.size() * OTHER_SIZE) {
            return true;
        }
        if (!newPage && line.baseline() - before.baseline() > pitch * OTHER_PITCH) {
            return true;
        }
        if (line.left() > left + INDENT * letter) {
            return !continuesTitle(before, line);
        }
        double room = right - before.right();
        if (room <= ROOM * letter) {
            return false;
        }
        return room > ROOM_BEFORE_NUMBER * letter || Sentence.ends(before.text())
                || !Sentence.beginsWithWord(line.text());
    }

    /** A title in two lines is centred in both. */
    private boolean continuesTitle(PrintedLine before, PrintedLine line) {
        double middle = (line.left() + line.right()) / 2;
        return before.left() > left + INDENT * line.size()
                && Math.abs((before.left() + before.right()) / 2 - middle) < line.size() / 2
                && Math.abs((left + right) / 2 - middle) < line.size()
                && !Sentence.ends(before.text()) && !Sentence.standsAlone(line.text())
                && !Sentence.standsAlone(before.text());
    }

    private static DoubleStream pitches(List<PrintedLine> page) {
        return IntStream.range(1, page.size())
                .mapToDouble(i -> page.get(i).baseline() - page.get(i - 1).baseline())
                .filter(it -> it > 0);
    }

    private static double quantile(double[] values, double share) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[(int) (share * (values.length - 1))];
    }
}
