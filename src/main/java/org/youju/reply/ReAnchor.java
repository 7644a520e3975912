package org.youju.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
    /** Of places that a person is to judge, so many are tried, and those are shown that are this much alike. */
    private static final int MOST_TRIED = 5000;
    private static final double LIKELY = 0.3;
    /** So many of the words next to a span lead to what stands in its stead. */
    private static final int EDGE = 6;
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

    /**
     * The places that a person may take for a citation's, the likeliest first, none overlapping another: words that
     * differ little, and whatever stands between the words around it. The figure may read otherwise.
     */
    List<LikelyPlace> likely(Citation citation, int most) {
        var quote = new Quote(0, Folded.of(citation.exact()).text, Folded.of(citation.prefix()).text,
                Folded.of(citation.suffix()).text);
        if (quote.exact.isEmpty()) {
            return List.of();
        }
        var chosen = new ArrayList<Scored>();
        Stream.concat(alike(quote), between(quote))
                .map(span -> new Scored(span, likeness(quote, span)))
                .filter(it -> it.score >= LIKELY)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(CANDIDATES)
                .forEach(it -> {
                    if (chosen.size() < most && chosen.stream().noneMatch(other -> other.span.overlaps(it.span))) {
                        chosen.add(it);
                    }
                });
        return chosen.stream().map(it -> new LikelyPlace(folded.origins[it.span.start],
                folded.origins[it.span.end - 1] + 1, it.score)).toList();
    }

    private Stream<Span> alike(Quote quote) {
        int edits = Math.clamp(quote.exact.length() / 2, 1, MOST_EDITS);
        return Approximate.ends(folded.text, quote.exact, edits).limit(MOST_TRIED)
                .mapToObj(end -> whole(Approximate.start(folded.text, quote.exact, end, edits), end))
                .filter(span -> span.start < span.end);
    }

    /** A span must not begin or end within a number, so that the whole of it is offered. */
    private Span whole(int start, int end) {
        int from = start;
        while (isOfNumber(at(from)) && isOfNumber(at(from - 1))) {
            from--;
        }
        int to = end;
        while (isOfNumber(at(to - 1)) && isOfNumber(at(to))) {
            to++;
        }
        return new Span(from, to);
    }

    private Stream<Span> between(Quote quote) {
        var before = quote.prefix.substring(Math.max(0, quote.prefix.length() - EDGE));
        var after = quote.suffix.substring(0, Math.min(quote.suffix.length(), EDGE));
        if (before.isEmpty() || after.isEmpty()) {
            return Stream.of();
        }
        int longest = 2 * quote.exact.length() + EDGE;
        return IntStream.iterate(folded.text.indexOf(before), at -> at >= 0,
                        at -> folded.text.indexOf(before, at + 1))
                .limit(MOST_TRIED)
                .mapToObj(at -> new Span(at + before.length(), folded.text.indexOf(after, at + before.length())))
                .filter(span -> span.end > span.start && span.end - span.start <= Math.min(longest, LONGEST));
    }

    private double likeness(Quote quote, Span span) {
        var words = folded.text.substring(span.start, span.end);
        var same = (double) Approximate.common(words, quote.exact) / Math.max(words.length(), quote.exact.length());
        return (same + context(quote, span.start, span.end)) / 2;
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

        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
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
