package org.youju.security.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Numbers;

/**
 * Reads what the trail says of things that were once written down part by part, in the words of the program:
 * {@code Rule[id=3, condition=Share[indicator=TAX_SHARE], …]}. What stands in the trail is never changed; it is told as
 * later entries tell it.
 */
public final class RecordOfThen {

    private static final Pattern RECORD = Pattern.compile("[A-Z][A-Za-z]*\\[[a-z][A-Za-z]*=.*", Pattern.DOTALL);

    private static final Pattern RULE = Pattern.compile("Rule\\[id=\\d+, condition=(?<kind>[A-Za-z]+)\\[(?<parts>.*?)], "
            + "region=(?<region>\\w+), importance=(?<importance>[A-Z]+), missing=(?<missing>[A-Z]+), "
            + "tolerance=(?<tolerance>[-+.0-9E]+), instruction=(?<instruction>.*), active=(?<active>true|false), "
            + "version=\\d+](?<reason> \\(.*\\))?", Pattern.DOTALL);

    private static final Pattern PART = Pattern.compile("(?<name>[a-z][A-Za-z]*)=(?<value>\\[[^]]*]|[^,]*)(?:, |$)");

    private static final String NOTHING = "null";

    private RecordOfThen() {
    }

    /** Whether a text is written in the words of the program. */
    public static boolean is(String text) {
        return RECORD.matcher(text).matches();
    }

    /**
     * What such a text says, with the keys of words in braces as newer entries have them; empty where it can't be told.
     */
    public static Optional<String> words(String text) {
        var rule = RULE.matcher(text);
        if (!rule.matches()) {
            return Optional.empty();
        }
        var parts = parts(rule.group("parts"));
        try {
            var words = new StringJoiner(" · ");
            words.add("{check.rule.active." + rule.group("active") + "}");
            words.add("{check.rule.kind." + kind(rule.group("kind")) + "} " + indicators(parts));
            bounds(parts).ifPresent(words::add);
            words.add(rule.group("region").equals(NOTHING) ? "{check.rule.region.all}" : rule.group("region"));
            words.add("{check.rule.importance} {check.importance." + rule.group("importance") + "}");
            words.add("{check.rule.missing." + rule.group("missing") + "}");
            words.add("{check.rule.slack} " + Numbers.text(new BigDecimal(rule.group("tolerance"))));
            if (!rule.group("instruction").isEmpty()) {
                words.add(rule.group("instruction"));
            }
            return Optional.of(words + Objects.requireNonNullElse(rule.group("reason"), ""));
        } catch (NumberFormatException unread) {
            return Optional.empty();
        }
    }

    private static Map<String, String> parts(String text) {
        var parts = new LinkedHashMap<String, String>();
        var part = PART.matcher(text);
        while (part.find()) {
            if (!part.group("value").equals(NOTHING)) {
                parts.put(part.group("name"), part.group("value"));
            }
        }
        return parts;
    }

    /** {@code UnitCost} is {@code UNIT_COST}. */
    private static String kind(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String indicators(Map<String, String> parts) {
        var codes = new StringJoiner(", ");
        parts.forEach((name, value) -> {
            if (!name.equals("low") && !name.equals("high") && !name.equals("percent")) {
                codes.add(value.startsWith("[") ? value.substring(1, value.length() - 1) : value);
            }
        });
        return codes.toString();
    }

    private static Optional<String> bounds(Map<String, String> parts) {
        var percent = number(parts.get("percent"));
        var low = number(parts.get("low"));
        var high = number(parts.get("high"));
        return percent != null ? Optional.of("±" + percent + "%")
                : low == null && high == null ? Optional.empty()
                : Optional.of(low == null ? "≤ " + high : high == null ? "≥ " + low : low + "–" + high);
    }

    private static @Nullable String number(@Nullable String text) {
        return text == null ? null : Numbers.text(new BigDecimal(text));
    }
}
