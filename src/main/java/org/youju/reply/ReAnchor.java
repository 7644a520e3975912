package org.youju.reply;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds cited spans again in a newer version of a text: where they stood, else by their words with those around them,
 * else by words that differ a little. A span is never found where its figure reads otherwise: digits, numerals,
 * qualifiers, units and signs have to be the same, whatever else was edited.
 */
final class ReAnchor {

    /** How much of the words around a span has to be the same. */
    private static final double CONTEXT = 0.5;
    /** A quotation of this many words stands alone without those around it, if it occurs once. */
    private static final int SPEAKS_FOR_ITSELF = 12;
    /** One edit is allowed for this many characters. */
    private static final int CHARACTERS_AN_EDIT = 5;
    private static final int MOST_EDITS = 16;
    /** The longest span that can be cited, in units. */
    private static final int LONGEST = 1000;
    /** Of places with the same words, the nearest to the old one are held against the words around. */
    private static final int CANDIDATES = 256;
    private static final String MEANING = "零〇一二两三四五六七八九十百千万亿几数半成倍%‰余多约近超逾不未低高少减降负增上下内至-–~～亩";

    private final String text;
    private final Folded folded;

    ReAnchor(String text) {
        this.text = text;
        this.folded = Folded.of(text);
    }

    /** How a span was found. */
    enum How {
        /** Where it stood. */
        POSITION,
        /** By its words and those around it, but for blanks, marks of layout and the width of letters. */
        QUOTE,
        /** By words that differ a little. */
        FUZZY
    }

    /** Units {@code [start, end)} of the newer text. */
    record Found(int start, int end, How how) {
    }

    /** Where a citation stands now, empty if nowhere for sure. */
    Optional<Found> find(Citation citation) {
        int was = citation.start() == null ? 0 : citation.start();
        var quote = new Quote(was, Folded.of(citation.exact()).text, Folded.of(citation.prefix()).text,
                Folded.of(citation.suffix()).text);
        if (quote.exact.isEmpty()) {
            return Optional.empty();
        }
        return atPosition(citation, quote).or(() -> byWords(quote)).or(() -> byLikeWords(quote))
                .filter(found -> found.end() - found.start() <= LONGEST);
    }

    private Optional<Found> atPosition(Citation citation, Quote quote) {
        if (citation.start() == null || !text.startsWith(citation.exact(), citation.start())) {
            return Optional.empty();
        }
        int from = folded.from(citation.start());
        return context(quote, from, from + quote.exact.length()) >= CONTEXT
                ? Optional.of(new Found(citation.start(), citation.start() + citation.exact().length(), How.POSITION))
                : Optional.empty();
    }

    private Optional<Found> byWords(Quote quote) {
        var places = IntStream.iterate(folded.text.indexOf(quote.exact), at -> at >= 0,
                at -> folded.text.indexOf(quote.exact, at + 1)).toArray();
        if (places.length == 1 && quote.exact.length() >= SPEAKS_FOR_ITSELF && isWhole(quote, places[0])) {
            return Optional.of(found(places[0], places[0] + quote.exact.length(), How.QUOTE));
        }
        return best(quote, IntStream.of(places).mapToObj(at -> new Span(at, at + quote.exact.length())), How.QUOTE);
    }

    private Optional<Found> byLikeWords(Quote quote) {
        int most = Math.min(MOST_EDITS, quote.exact.length() / CHARACTERS_AN_EDIT);
        if (most == 0) {
            return Optional.empty();
        }
        int was = folded.from(quote.was) + quote.exact.length();
        var meaning = meaning(quote.exact);
        var spans = Approximate.ends(folded.text, quote.exact, most).boxed()
                .sorted(Comparator.comparingInt(end -> Math.abs(end - was)))
                .limit(CANDIDATES)
                .map(end -> new Span(Approximate.start(folded.text, quote.exact, end, most), end))
                .filter(span -> meaning.equals(meaning(folded.text.substring(span.start, span.end))));
        return best(quote, spans, How.FUZZY);
    }

    private Optional<Found> best(Quote quote, Stream<Span> spans, How how) {
        int was = folded.from(quote.was);
        return spans.filter(span -> isWhole(quote, span.start, span.end))
                .sorted(Comparator.comparingInt(span -> Math.abs(span.start - was)))
                .limit(CANDIDATES)
                .map(span -> new Scored(span, context(quote, span.start, span.end)))
                .filter(it -> it.score >= CONTEXT)
                .max(Comparator.comparingDouble(Scored::score)
                        .thenComparing(it -> -Math.abs(it.span.start - was)))
                .map(it -> found(it.span.start, it.span.end, how));
    }

    private Found found(int from, int to, How how) {
        return new Found(folded.origins[from], folded.origins[to - 1] + 1, how);
    }

    private boolean isWhole(Quote quote, int at) {
        return isWhole(quote, at, at + quote.exact.length());
    }

    /** A number that begins or ends a span must not be a piece of a longer one: 310亿元 is not in 1310亿元. */
    private boolean isWhole(Quote quote, int start, int end) {
        return start < end && !(isOfNumber(at(start - 1)) && isDigit(at(start)) && !endsInNumber(quote.prefix))
                && !(isOfNumber(at(end)) && isDigit(at(end - 1)) && !beginsWithNumber(quote.suffix));
    }

    private char at(int position) {
        return position < 0 || position >= folded.text.length() ? ' ' : folded.text.charAt(position);
    }

    private static boolean endsInNumber(String words) {
        return !words.isEmpty() && isOfNumber(words.charAt(words.length() - 1));
    }

    private static boolean beginsWithNumber(String words) {
        return !words.isEmpty() && isOfNumber(words.charAt(0));
    }

    private static boolean isOfNumber(char c) {
        return isDigit(c) || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The share of the words around a quotation that stand around a span too, from 0 to 1. */
    private double context(Quote quote, int start, int end) {
        int all = quote.prefix.length() + quote.suffix.length();
        if (all == 0) {
            return 0;
        }
        var before = folded.text.substring(Math.max(0, start - quote.prefix.length()), start);
        var after = folded.text.substring(end, Math.min(folded.text.length(), end + quote.suffix.length()));
        return (double) (Approximate.common(before, quote.prefix) + Approximate.common(after, quote.suffix)) / all;
    }

    private static String meaning(String words) {
        var meaning = new StringBuilder();
        words.chars().filter(c -> isOfNumber((char) c) || MEANING.indexOf(c) >= 0)
                .forEach(c -> meaning.append((char) c));
        return meaning.toString();
    }

    private record Quote(int was, String exact, String prefix, String suffix) {
    }

    private record Span(int start, int end) {
    }

    private record Scored(Span span, double score) {
    }

    /**
     * A text without what editors change and readers do not see: blanks, marks of layout, the width of letters.
     *
     * @param origins where each unit stands in the text
     */
    private record Folded(String text, int[] origins) {

        static Folded of(String text) {
            var folded = new StringBuilder(text.length());
            var origins = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '*' && c != '#' && c != '_'
                        && c != '|' && c != '>') {
                    origins[folded.length()] = i;
                    folded.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
                }
            }
            return new Folded(folded.toString(), Arrays.copyOf(origins, folded.length()));
        }

        /** The first unit that stands at a position or after it. */
        int from(int position) {
            int found = Arrays.binarySearch(origins, position);
            return found >= 0 ? found : -found - 1;
        }
    }
}
