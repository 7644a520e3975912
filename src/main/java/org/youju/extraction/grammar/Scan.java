package org.youju.extraction.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.youju.extraction.PassedOver;
import org.youju.extraction.period.TimeWord;
import org.youju.extraction.period.TimeWords;
import org.youju.extraction.text.Masks;
import org.youju.extraction.text.Masks.Mask;
import org.youju.extraction.text.Tables;

/**
 * What one pass over a text finds.
 *
 * @param measures the figures, in order
 * @param cells    of those that stand in a table, their cells, by identity
 * @param times    the words that say when, in order
 */
public record Scan(List<Measure> measures, Map<Measure, Tables.Value> cells, List<TimeWord> times) {

    /** Scans a plain text but for its masked stretches. */
    public static Scan of(String text, List<Mask> masks, Tables tables) {
        var pass = pass(text, masks, tables);
        return new Scan(pass.measures, pass.cells, pass.times);
    }

    /** The numeric expressions of a plain text that are no figures, in order and apart from these. */
    public static List<PassedOver> rejected(String text, List<Mask> masks, Tables tables) {
        var pass = pass(text, masks, tables);
        return Rejections.of(text, pass.measures, masks, pass.times, pass.figures.dismissed());
    }

    private static Pass pass(String text, List<Mask> masks, Tables tables) {
        var pass = new Pass(text, Masks.merged(masks));
        pass.prose();
        pass.tables(tables);
        pass.measures.sort(Comparator.comparingInt(Measure::start));
        return pass;
    }

    private static final class Pass {

        private final String text;
        private final List<Mask> masks;
        private final TimeWords timeWords;
        private final FigureScanner figures;
        private final List<Measure> measures = new ArrayList<>();
        private final List<TimeWord> times = new ArrayList<>();
        private final Map<Measure, Tables.Value> cells = new IdentityHashMap<>();
        /** Where the figure, time word or mark before a place ended: nothing before it belongs to a figure there. */
        private int floor;

        Pass(String text, List<Mask> masks) {
            this.text = text;
            this.masks = masks;
            this.timeWords = new TimeWords(text);
            this.figures = new FigureScanner(text);
        }

        void prose() {
            var mask = 0;
            for (var i = 0; i < text.length();) {
                if (mask < masks.size() && i >= masks.get(mask).start()) {
                    i = Math.max(i, masks.get(mask).end());
                    floor = i;
                    mask++;
                } else {
                    i = step(i);
                }
            }
        }

        void tables(Tables tables) {
            for (var value : tables.values()) {
                var measure = figures.cell(value);
                if (measure != null) {
                    measures.add(measure);
                    cells.put(measure, value);
                }
            }
        }

        /** Reads what begins at a place; returns where to go on. */
        private int step(int at) {
            var c = text.charAt(at);
            if (c < '0' && c != '"') {
                floor = c == '\n' || c == '\t' ? at + 1 : floor;
                return at + 1;
            }
            if ("，。；：！？:|".indexOf(c) >= 0) {
                floor = at + 1;
                return floor;
            }
            if (TimeWords.mayBegin(c)) {
                var word = timeWords.at(at);
                if (word != null) {
                    times.add(word);
                    floor = word.end();
                    return floor;
                }
            }
            if (!FigureScanner.mayBegin(c)) {
                return at + 1;
            }
            var found = figures.at(at, floor);
            if (found.isEmpty()) {
                return figures.runEnd(at);
            }
            measures.addAll(found);
            floor = found.getLast().end();
            return floor;
        }
    }
}
