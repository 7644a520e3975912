package org.youju.extraction.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.DocumentHeader;
import org.youju.extraction.DocumentHeader.Span;

/**
 * Where in a text its header fields stand, by the names of the components of {@link HeaderFields}. Blanks, marks of
 * layout and the form of brackets count for nothing.
 */
public final class Origins {

    private static final int LONGEST_TEXT = 1_000_000;

    private final String folded;
    private final int[] positions;

    private Origins(String text) {
        var words = new StringBuilder();
        positions = new int[Math.min(text.length(), LONGEST_TEXT)];
        for (int i = 0; i < positions.length; i++) {
            var c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '*' && c != '#' && c != '|') {
                positions[words.length()] = i;
                words.append(fold(c));
            }
        }
        folded = words.toString();
    }

    private static char fold(char c) {
        return switch (c) {
            case '[', '【', '（', '(' -> '〔';
            case ']', '】', '）', ')' -> '〕';
            default -> c;
        };
    }

    /** The places of those fields that stand in the text as they are proposed; others are left out. */
    public static Map<String, Span> of(String text, DocumentHeader header, HeaderFields fields) {
        var origins = new Origins(text);
        var found = new LinkedHashMap<String, Span>();
        origins.first(fields.docNo()).ifPresent(span -> found.put("docNo", span));
        origins.first(fields.title()).ifPresent(span -> found.put("title", span));
        origins.first(fields.issuer()).ifPresent(span -> found.put("issuer", span));
        origins.first(header.sessionName()).ifPresent(span -> {
            found.put("body", span);
            found.put("term", span);
            found.put("session", span);
        });
        if (fields.number() != null) {
            origins.first("第" + fields.number() + "号").or(() -> origins.first(fields.number() + "号"))
                    .ifPresent(span -> found.put("number", span));
        }
        origins.first(fields.subject()).ifPresent(span -> found.put("subject", span));
        origins.names(fields).ifPresent(span -> found.put("proposers", span));
        origins.first(fields.result()).ifPresent(span -> found.put("result", span));
        origins.first(fields.signatory()).ifPresent(span -> found.put("signatory", span));
        if (fields.issuedOn() != null) {
            origins.last(fields.issuedOn().chinese()).or(() -> origins.last(fields.issuedOn().code()))
                    .ifPresent(span -> found.put("issuedOn", span));
        }
        origins.last(header.publicity()).ifPresent(span -> found.put("publicity", span));
        origins.first(fields.url()).ifPresent(span -> found.put("url", span));
        return found;
    }

    /** From the first of the names to the last, where they stand close together. */
    private Optional<Span> names(HeaderFields fields) {
        if (fields.proposers().isEmpty()) {
            return Optional.empty();
        }
        var together = fields.proposers().stream().map(name -> name.replaceAll("\\s", ""))
                .collect(Collectors.joining("、"));
        return first(together).or(() -> first(fields.proposers().getFirst()));
    }

    private Optional<Span> first(@Nullable String words) {
        var sought = sought(words);
        return sought.isEmpty() ? Optional.empty() : span(folded.indexOf(sought), sought);
    }

    private Optional<Span> last(@Nullable String words) {
        var sought = sought(words);
        return sought.isEmpty() ? Optional.empty() : span(folded.lastIndexOf(sought), sought);
    }

    private static String sought(@Nullable String words) {
        return words == null ? "" : new Origins(words).folded;
    }

    private Optional<Span> span(int at, String sought) {
        return at < 0 ? Optional.empty()
                : Optional.of(new Span(positions[at], positions[at + sought.length() - 1] + 1));
    }
}
