package org.youju.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.Commitment;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict.Kind;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;

/**
 * The promises of a region and of those above it at one moment.
 *
 * @param promises    the region's own first, then by code
 * @param departments all that there are, by code
 */
public record Ledger(Region region, List<Judged> promises, Catalogue catalogue, Map<String, Department> departments) {

    public Ledger {
        promises = List.copyOf(promises);
        departments = Map.copyOf(departments);
    }

    /** Those that are asked for, in their order. */
    public List<Judged> of(Narrowed wanted) {
        return promises.stream().filter(it -> takes(wanted, it.commitment())).toList();
    }

    /** How many there are of each verdict; those that there are none of are left out. */
    public static Map<Kind, Long> count(Collection<Judged> promises) {
        return promises.stream().collect(Collectors.groupingBy(Judged::kind, () -> new EnumMap<>(Kind.class),
                Collectors.counting()));
    }

    /** How many promises a reach holds. */
    public long count(Reach reach) {
        return promises.stream().filter(it -> holds(reach, it.commitment())).count();
    }

    private boolean holds(Reach reach, Commitment promise) {
        return switch (reach) {
            case ALL -> true;
            case OWN -> promise.region().equals(region.code());
            case ABOVE -> !promise.region().equals(region.code());
        };
    }

    private boolean takes(Narrowed wanted, Commitment promise) {
        return holds(wanted.reach(), promise)
                && wanted.department().map(it -> it.equals(answering(promise).orElse(Narrowed.NOBODY))).orElse(true)
                && (wanted.from().isEmpty() || promise.to() == null || promise.to() >= wanted.from().getAsInt())
                && (wanted.to().isEmpty() || promise.from() <= wanted.to().getAsInt())
                && says(promise, wanted.words());
    }

    /** Code of the department that answers for a promise: its own, else that of its indicator; empty for none known. */
    public Optional<String> answering(Commitment promise) {
        return Optional.ofNullable(promise.department())
                .or(() -> catalogue.find(promise.indicator()).map(Indicator::department));
    }

    /** What the department is called that answers for a promise, empty where none is known. */
    public Optional<String> answering(Commitment promise, Locale locale) {
        return answering(promise).map(code -> departments.containsKey(code) ? departments.get(code).name(locale) : code);
    }

    private boolean says(Commitment promise, String words) {
        if (words.isEmpty()) {
            return true;
        }
        var indicator = catalogue.find(promise.indicator());
        var department = answering(promise).map(departments::get);
        var text = Stream.of(promise.code(), Integer.toString(promise.from()),
                        promise.to() == null ? null : promise.to().toString(), promise.citation().prefix(), promise.citation().exact(),
                        promise.citation().suffix(), promise.indicator(), promise.reply().label(),
                        promise.reply().title(), indicator.map(Indicator::nameZh).orElse(null),
                        indicator.map(Indicator::nameEn).orElse(null), department.map(Department::nameZh).orElse(null),
                        department.map(Department::nameEn).orElse(null))
                .map(Ledger::folded).collect(Collectors.joining("\n"));
        return Arrays.stream(words.split("\\s+")).map(Ledger::folded).allMatch(text::contains);
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Codes of the departments that answer for promises of it; {@link Narrowed#NOBODY} where one has none. */
    public SortedSet<String> departmentsOfPromises() {
        return promises.stream().map(it -> answering(it.commitment()).orElse(Narrowed.NOBODY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The years in which windows begin or end. */
    public SortedSet<Integer> years() {
        return promises.stream().map(Judged::commitment)
                .flatMap(it -> it.to() == null ? Stream.of(it.from()) : Stream.of(it.from(), it.to()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
