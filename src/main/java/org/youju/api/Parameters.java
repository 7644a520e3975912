package org.youju.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of a call and remembers every one that cannot be read, or that the call does not have, so that
 * all are reported at once.
 */
final class Parameters {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d|2100");

    private final MultiValueMap<String, String> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<BadParameters.Problem> problems = new ArrayList<>();

    Parameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    /** One text; null where it is not given or blank. */
    @Nullable String text(String name) {
        known.add(name);
        var values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            refuse(name, "api.bad.repeated", name);
        }
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            refuse(name, "api.bad.text", name);
            return null;
        }
        return values.isEmpty() || values.getFirst().isBlank() ? null : values.getFirst().strip();
    }

    /** Codes, separated by commas or given repeatedly; empty where none are. */
    Set<String> codes(String name) {
        known.add(name);
        return given.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Nullable LocalDate day(String name) {
        return read(name, "api.bad.day", text -> storable(LocalDate.parse(text)));
    }

    /** A moment with its offset; a day stands for its end in Shanghai. */
    @Nullable Instant moment(String name) {
        return read(name, "api.bad.moment", text -> text.length() == 10
                ? storable(LocalDate.parse(text)).plusDays(1).atStartOfDay(SHANGHAI).toInstant().minusNanos(1000)
                : moment(OffsetDateTime.parse(text)));
    }

    private static Instant moment(OffsetDateTime moment) {
        storable(moment.toLocalDate());
        return moment.toInstant();
    }

    /** Databases hold no year before 1 or after 9999. */
    private static LocalDate storable(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new DateTimeException("Out of range: " + day);
        }
        return day;
    }

    @Nullable Integer year(String name) {
        return read(name, "api.bad.year", text -> {
            if (!YEAR.matcher(text).matches()) {
                throw new NumberFormatException(text);
            }
            return Integer.valueOf(text);
        });
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(read(name, "api.bad.flag", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException(text);
        }));
    }

    int count(String name, int least, int most, int otherwise) {
        var count = read(name, "api.bad.count", text -> {
            var number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new NumberFormatException(text);
            }
            return number;
        }, least, most);
        return count == null ? otherwise : count;
    }

    private <T> @Nullable T read(String name, String problem, Function<String, T> reader, Object... more) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            var arguments = new ArrayList<Object>(List.of(shortened(text)));
            arguments.addAll(Arrays.asList(more));
            refuse(name, problem, arguments.toArray());
            return null;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    /** Remembers what is wrong with a parameter. */
    void refuse(String name, String key, Object... arguments) {
        problems.add(new BadParameters.Problem(name, key, arguments));
    }

    /**
     * Every parameter of the call must have been asked for by now.
     *
     * @throws BadParameters if a parameter could not be read, or one is given that nobody has asked for
     */
    void check() {
        given.keySet().stream().filter(name -> !known.contains(name)).map(Parameters::shortened)
                .forEach(name -> refuse(name, known.isEmpty() ? "api.bad.none" : "api.bad.unknown", name,
                        String.join(", ", known)));
        if (!problems.isEmpty()) {
            throw new BadParameters(problems);
        }
    }
}
