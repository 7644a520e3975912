package org.youju.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.youju.check.SampleStatements;
import org.youju.compare.Selection.Column;
import org.youju.compare.Selection.Sort;
import org.youju.compare.SelectionAddress.Dropped;
import org.youju.compare.reckon.Transform;

class SelectionAddressTest {

    private static final List<String> NAMES = List.of("i", "r", "from", "to", "asOf", "against", "recordedAsOf", "t",
            "by", "base", "chart", "show", "sort", "pin");

    private static Map<String, List<String>> query(Selection selection) {
        return SelectionAddress.write(selection).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> List.of(it.getValue())));
    }

    @Property
    void every_selection_comes_back_from_its_address_as_it_was(@ForAll("selections") Selection selection) {
        var reading = SelectionAddress.read(query(selection));
        assertThat(reading.selection()).isEqualTo(selection);
        assertThat(reading.dropped()).isEmpty();
    }

    @Property
    void a_hostile_address_gives_a_selection_whose_own_address_is_clean(
            @ForAll("queries") Map<String, List<String>> hostile) {
        var reading = SelectionAddress.read(hostile);
        var again = SelectionAddress.read(query(reading.selection()));
        assertThat(again.selection()).isEqualTo(reading.selection());
        assertThat(again.dropped()).isEmpty();
    }

    @Property
    void whatever_an_address_says_in_vain_is_told(@ForAll("queries") Map<String, List<String>> hostile) {
        var reading = SelectionAddress.read(hostile);
        for (var part : hostile.entrySet()) {
            boolean says = part.getValue().stream().limit(1)
                    .anyMatch(it -> !it.replace(",", "").isBlank()) && !part.getKey().equals("show");
            boolean understood = query(reading.selection()).containsKey(part.getKey())
                    || part.getValue().getFirst().strip().matches("level|line");
            if (says && !understood) {
                assertThat(reading.dropped()).extracting(Dropped::parameter).contains(part.getKey());
            }
        }
    }

    @Example
    void each_broken_part_is_dropped_by_itself() {
        var reading = SelectionAddress.read(Map.of("i", List.of("DE_TAX,<script>,DE_TAX,EC_GDP"),
                "from", List.of("2025"), "to", List.of("2020"), "t", List.of("magic"), "asOf", List.of("2024-13-01"),
                "recordedAsOf", List.of("yesterday"), "chart", List.of("bar", "line"), "show", List.of("implied,x")));
        assertThat(reading.selection().indicators()).containsExactly("DE_TAX", "EC_GDP");
        assertThat(reading.selection().from()).hasValue(2025);
        assertThat(reading.selection().to()).isEmpty();
        assertThat(reading.selection().chart()).isEqualTo(ChartKind.BAR);
        assertThat(reading.selection().options()).containsExactly(Option.IMPLIED);
        assertThat(reading.dropped()).extracting(it -> it.parameter() + "=" + it.value()).containsExactly(
                "i=<script>", "to=2020", "asOf=2024-13-01", "recordedAsOf=yesterday", "t=magic", "chart=line", "show=x");
    }

    @Example
    void what_the_catalogue_does_not_know_is_dropped_with_what_rests_on_it() {
        var reading = SelectionAddress.read(Map.of("i", List.of("DE_TAX,NO_SUCH"), "r", List.of("310105,999999"),
                "by", List.of("NEITHER"), "pin", List.of("NO_SUCH.310105,DE_TAX.310105")))
                .within(SampleStatements.CATALOGUE);
        assertThat(reading.selection().indicators()).containsExactly("DE_TAX");
        assertThat(reading.selection().regions()).containsExactly("310105");
        assertThat(reading.selection().other()).isEmpty();
        assertThat(reading.selection().pinned()).containsExactly("DE_TAX.310105");
        assertThat(reading.dropped()).extracting(Dropped::value).containsExactly("NO_SUCH", "999999", "NEITHER");
    }

    @Example
    void more_indicators_than_a_page_can_show_are_cut_off_and_told() {
        var codes = IntStream.rangeClosed(1, 33).mapToObj(n -> "A" + n).toList();
        var reading = SelectionAddress.read(Map.of("i", List.of(String.join(",", codes))));
        assertThat(reading.selection().indicators()).isEqualTo(codes.subList(0, 20));
        assertThat(reading.dropped()).hasSize(codes.size() - 20);
    }

    @Provide
    Arbitrary<Selection> selections() {
        var codes = Arbitraries.strings().withCharRange('A', 'Z').withChars('_').ofMinLength(1).ofMaxLength(12);
        var regions = Arbitraries.strings().numeric().ofLength(6);
        var years = Arbitraries.integers().between(Selection.FIRST_YEAR, Selection.LAST_YEAR);
        var days = Combinators.combine(years, Arbitraries.integers().between(1, 365)).as(LocalDate::ofYearDay);
        var moments = Combinators.combine(Arbitraries.longs().between(0, 4_000_000_000L),
                Arbitraries.integers().between(0, 999_999_999)).as(Instant::ofEpochSecond);
        var sorts = Combinators.combine(Arbitraries.of(Column.class), Arbitraries.of(true, false)).as(Sort::new);
        var pins = Combinators.combine(codes, regions).as((i, r) -> i + "." + r);
        var what = Combinators.combine(codes.list().uniqueElements().ofMaxSize(20),
                regions.list().uniqueElements().ofMaxSize(5), years.optional(), Arbitraries.integers().between(0, 30),
                days.optional(), days.optional(), moments.optional())
                .as((i, r, from, length, asOf, against, recorded) -> {
                    var first = from.map(OptionalInt::of).orElseGet(OptionalInt::empty);
                    var last = from.map(year -> year + length).filter(year -> year <= Selection.LAST_YEAR)
                            .map(OptionalInt::of).orElseGet(OptionalInt::empty);
                    return Selection.NONE.withIndicators(i).withRegions(r).withYears(first, last).withAsOf(asOf)
                            .withAgainst(against).withRecorded(recorded);
                });
        return Combinators.combine(what, Arbitraries.of(Transform.class), codes.optional(), years.optional(),
                Arbitraries.of(ChartKind.class), Arbitraries.of(Option.class).set(), sorts.optional(),
                pins.list().uniqueElements().ofMaxSize(4))
                .as((of, transform, other, base, chart, options, sort, pinned) -> {
                    var selection = of.withTransform(transform).withOther(other)
                            .withBase(base.map(OptionalInt::of).orElseGet(OptionalInt::empty)).withChart(chart)
                            .withSort(sort).withPinned(pinned);
                    for (var option : Option.values()) {
                        selection = selection.with(option, options.contains(option));
                    }
                    return selection;
                });
    }

    @Provide
    Arbitrary<Map<String, List<String>>> queries() {
        var texts = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("2023", "0", "-1", "99999999999", "2024-02-30", "level", "line", "EC_GDP,,EC_GDP", "index",
                        "none", "-end", "--end", "a.b", "../../etc", "%00", "' or 1=1 --", "310105", "+1000000000-01-01"));
        return Arbitraries.maps(Arbitraries.of(NAMES), texts.list().ofMinSize(1).ofMaxSize(3)).ofMaxSize(8);
    }

    @Example
    void an_empty_choice_of_options_is_told_from_the_usual_one() {
        var bare = Selection.NONE;
        for (var option : Option.values()) {
            bare = bare.with(option, false);
        }
        assertThat(SelectionAddress.write(bare)).containsExactly(Map.entry("show", "none"));
        assertThat(SelectionAddress.write(Selection.NONE)).isEmpty();
        assertThat(SelectionAddress.read(query(bare)).selection().options()).isEmpty();
    }

    @Test
    void a_last_year_before_the_first_is_dropped_as_the_wrong_way_round() {
        var reading = SelectionAddress.read(Map.of("from", List.of("2024"), "to", List.of("2020")));
        assertThat(reading.selection().from()).hasValue(2024);
        assertThat(reading.selection().to()).isEmpty();
        assertThat(reading.dropped()).containsExactly(new Dropped("to", "2020", 2024));
    }
}
