package org.youju.compare;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.compare.Selection.Column;
import org.youju.compare.Selection.Sort;
import org.youju.compare.reckon.Transform;
import org.youju.indicator.Catalogue;

/** A selection as the query of an address: {@code i=EC_GDP,DE_TAX&r=310105&from=2020&t=index}. */
public final class SelectionAddress {

    private static final String INDICATORS = "i";
    private static final String REGIONS = "r";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String AS_OF = "asOf";
    private static final String AGAINST = "against";
    private static final String RECORDED = "recordedAsOf";
    private static final String TRANSFORM = "t";
    private static final String OTHER = "by";
    private static final String BASE = "base";
    private static final String CHART = "chart";
    private static final String SHOW = "show";
    private static final String SORT = "sort";
    private static final String PINNED = "pin";
    private static final String NOTHING = "none";
    private static final int LONGEST_NOTICE = 60;

    private Selection state = Selection.NONE;
    private final Map<String, List<String>> query;
    private final List<Dropped> dropped = new ArrayList<>();

    private SelectionAddress(Map<String, List<String>> query) {
        this.query = query;
    }

    /**
     * What could be read of an address, and what was dropped.
     *
     * @param selection the parts that were understood; the others are as if not asked
     * @param dropped   in the order of the parameters
     */
    public record Reading(Selection selection, List<Dropped> dropped) {

        public Reading {
            dropped = List.copyOf(dropped);
        }

        /** The same without indicators and regions that are not in a catalogue; they are dropped too. */
        public Reading within(Catalogue catalogue) {
            var more = new ArrayList<>(dropped);
            var regions = catalogue.regions().stream().map(it -> it.code()).collect(Collectors.toSet());
            Predicate<String> isIndicator = code -> catalogue.find(code).isPresent();
            var known = selection.withIndicators(kept(selection.indicators(), isIndicator, INDICATORS, more))
                    .withRegions(kept(selection.regions(), regions::contains, REGIONS, more));
            known = known.withOther(kept(known.other().stream().toList(), isIndicator, OTHER, more).stream()
                    .findFirst());
            var keys = known.indicators().stream()
                    .flatMap(i -> selection.regions().stream().map(r -> i + "." + r)).collect(Collectors.toSet());
            return new Reading(known.withPinned(known.pinned().stream().filter(keys::contains).toList()), more);
        }

        private static List<String> kept(List<String> codes, Predicate<String> known, String parameter,
                List<Dropped> dropped) {
            codes.stream().filter(known.negate()).forEach(it -> dropped.add(new Dropped(parameter, it)));
            return codes.stream().filter(known).toList();
        }
    }

    /**
     * A part of an address that says nothing sensible.
     *
     * @param parameter its name
     * @param value     what it said, shortened
     * @param after     the first year, where it is a last year before this; null else
     */
    public record Dropped(String parameter, String value, @Nullable Integer after) {

        Dropped(String parameter, String value) {
            this(parameter, value, null);
        }

        public Dropped {
            value = value.length() > LONGEST_NOTICE ? value.substring(0, LONGEST_NOTICE) + "…" : value;
        }

        /** Key of the name of what was dropped. */
        public String key() {
            return "compare.dropped." + parameter;
        }
    }

    /** Reads an address leniently: a part that says nothing sensible is dropped, never an error. */
    public static Reading read(Map<String, List<String>> query) {
        var address = new SelectionAddress(query);
        address.codes(INDICATORS, Selection.MOST_INDICATORS, (state, codes) -> state.withIndicators(codes));
        address.codes(REGIONS, Selection.MOST_REGIONS, (state, codes) -> state.withRegions(codes));
        address.part(FROM, text -> address.state.withYears(year(text), address.state.to()));
        address.part(TO, address::to);
        address.part(AS_OF, text -> address.state.withAsOf(Optional.of(LocalDate.parse(text))));
        address.part(AGAINST, text -> address.state.withAgainst(Optional.of(LocalDate.parse(text))));
        address.part(RECORDED, text -> address.state.withRecorded(Optional.of(Instant.parse(text))));
        address.part(TRANSFORM, text -> address.state.withTransform(named(Transform.class, text)));
        address.part(OTHER, text -> address.state.withOther(Optional.of(text)));
        address.part(BASE, text -> address.state.withBase(year(text)));
        address.part(CHART, text -> address.state.withChart(named(ChartKind.class, text)));
        address.part(SHOW, address::show);
        address.part(SORT, text -> address.state.withSort(Optional.of(sort(text))));
        address.codes(PINNED, Selection.MOST_INDICATORS * Selection.MOST_REGIONS,
                (state, keys) -> state.withPinned(keys));
        return new Reading(address.state, address.dropped);
    }

    private Optional<String> text(String name) {
        var values = query.getOrDefault(name, List.of());
        values.stream().skip(1).forEach(again -> dropped.add(new Dropped(name, again)));
        return values.stream().findFirst().map(String::strip).filter(it -> !it.isEmpty());
    }

    private interface Reader {
        Selection read(String text);
    }

    private interface Setter {
        Selection set(Selection state, List<String> codes);
    }

    private void part(String name, Reader reader) {
        text(name).ifPresent(text -> {
            try {
                state = reader.read(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                dropped.add(new Dropped(name, text));
            }
        });
    }

    /** One by one, so that a broken one does not take the others with it. */
    private void codes(String name, int most, Setter setter) {
        text(name).ifPresent(text -> {
            var kept = new LinkedHashSet<String>();
            for (var code : text.split(",")) {
                var one = code.strip();
                if (one.isEmpty() || kept.contains(one)) {
                    continue;
                }
                try {
                    var more = Stream.concat(kept.stream(), Stream.of(one)).toList();
                    if (more.size() > most) {
                        throw new IllegalArgumentException(one);
                    }
                    state = setter.set(state, more);
                    kept.add(one);
                } catch (IllegalArgumentException e) {
                    dropped.add(new Dropped(name, one));
                }
            }
        });
    }

    /** A last year before the first is dropped with words of its own: it can be read, and is in the wrong place. */
    private Selection to(String text) {
        var last = year(text);
        if (state.from().isPresent() && last.getAsInt() >= Selection.FIRST_YEAR
                && last.getAsInt() < state.from().getAsInt()) {
            dropped.add(new Dropped(TO, text, state.from().getAsInt()));
            return state;
        }
        return state.withYears(state.from(), last);
    }

    private Selection show(String text) {
        var options = EnumSet.noneOf(Option.class);
        for (var word : text.split(",")) {
            try {
                if (!word.strip().equals(NOTHING)) {
                    options.add(named(Option.class, word.strip()));
                }
            } catch (IllegalArgumentException e) {
                dropped.add(new Dropped(SHOW, word));
            }
        }
        var shown = state;
        for (var option : Option.values()) {
            shown = shown.with(option, options.contains(option));
        }
        return shown;
    }

    private static OptionalInt year(String text) {
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static Sort sort(String text) {
        boolean descending = text.startsWith("-");
        return new Sort(named(Column.class, descending ? text.substring(1) : text), descending);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants()).filter(it -> word(it).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one query that says a selection; parts that are as usual are left out. */
    public static Map<String, String> write(Selection selection) {
        var query = new LinkedHashMap<String, String>();
        list(query, INDICATORS, selection.indicators());
        list(query, REGIONS, selection.regions());
        selection.from().ifPresent(year -> query.put(FROM, Integer.toString(year)));
        selection.to().ifPresent(year -> query.put(TO, Integer.toString(year)));
        selection.asOf().ifPresent(day -> query.put(AS_OF, day.toString()));
        selection.against().ifPresent(day -> query.put(AGAINST, day.toString()));
        selection.recorded().ifPresent(at -> query.put(RECORDED, at.toString()));
        if (selection.transform() != Transform.LEVEL) {
            query.put(TRANSFORM, word(selection.transform()));
        }
        selection.other().ifPresent(code -> query.put(OTHER, code));
        selection.base().ifPresent(year -> query.put(BASE, Integer.toString(year)));
        if (selection.chart() != ChartKind.LINE) {
            query.put(CHART, word(selection.chart()));
        }
        if (!selection.options().equals(Selection.USUAL)) {
            query.put(SHOW, words(selection.options()));
        }
        selection.sort().ifPresent(sort -> query.put(SORT, (sort.descending() ? "-" : "") + word(sort.by())));
        list(query, PINNED, selection.pinned());
        return query;
    }

    private static String words(Set<Option> options) {
        return options.isEmpty() ? NOTHING
                : options.stream().sorted().map(SelectionAddress::word).collect(Collectors.joining(","));
    }

    private static void list(Map<String, String> query, String name, Collection<String> codes) {
        if (!codes.isEmpty()) {
            query.put(name, String.join(",", codes));
        }
    }
}
