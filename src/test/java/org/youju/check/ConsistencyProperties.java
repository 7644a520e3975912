package org.youju.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.check.SampleStatements.CATALOGUE;
import static org.youju.check.SampleStatements.CHANGNING;
import static org.youju.check.SampleStatements.cells;
import static org.youju.check.SampleStatements.source;
import static org.youju.check.SampleStatements.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.youju.check.Consistency.Outcome;
import org.youju.check.quote.Quoted;
import org.youju.check.quote.Standing;
import org.youju.figure.Figure;
import org.youju.figure.Interval;
import org.youju.figure.Qualifier;
import org.youju.observation.Cell;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.Vintage;
import org.youju.reply.Grade;

/** What holds of agreement, of what follows, and of routes compared, whatever the figures. */
class ConsistencyProperties {

    /** Statements of one cell, each of a source of its own. */
    @Provide
    Arbitrary<List<Observation>> statements() {
        var printed = Combinators.combine(Arbitraries.of("", "约", "超过", "不少于", "近"), Arbitraries.integers().between(20, 60))
                .as((word, number) -> word + number + "亿元");
        var vintage = Arbitraries.of(Vintage.values()).injectNull(0.5);
        var status = Arbitraries.of(ObsStatus.A, ObsStatus.V, ObsStatus.E);
        var issuer = Arbitraries.of("甲", "乙");
        var day = Arbitraries.integers().between(1, 28);
        return Combinators.combine(printed, vintage, status, issuer, day)
                .as((words, stage, firm, by, on) -> new Object[] {words, stage, firm, by, on})
                .list().ofMinSize(2).ofMaxSize(6)
                .map(all -> IntStream.range(0, all.size()).mapToObj(i -> {
                    var of = all.get(i);
                    return statement("DE_TAX", CHANGNING, "2023", SampleStatements.read((String) of[0], "DE_TAX"),
                            (ObsStatus) of[2], (Vintage) of[1], source("S" + i, (String) of[3],
                                    "2024-01-" + String.format("%02d", (int) of[4]), Grade.A));
                }).toList());
    }

    @Property(tries = 300)
    void two_statements_compare_alike_in_either_order(@ForAll("statements") List<Observation> some) {
        var one = some.getFirst();
        var other = some.getLast();
        assertThat(Comparison.of(one, other).agreement()).isEqualTo(Comparison.of(other, one).agreement());
    }

    @Property(tries = 300)
    void the_standing_of_a_quoted_figure_does_not_depend_on_the_order_of_what_is_known(
            @ForAll("statements") List<Observation> some, @ForAll Random random) {
        var shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        for (var it : some) {
            assertThat(Quoted.of(it, shuffled).standing()).isEqualTo(Quoted.of(it, some).standing());
        }
    }

    @Property(tries = 300)
    void of_a_revision_one_side_is_superseded_unless_something_graver_befell_it(
            @ForAll("statements") List<Observation> some) {
        for (var one : some) {
            for (var other : some) {
                if (one != other && Comparison.of(one, other).agreement() == Agreement.REVISION) {
                    var earlier = Comparison.of(one, other).earlier();
                    assertThat(Quoted.of(earlier, some).standing()).isEqualTo(Standing.SUPERSEDED);
                }
            }
        }
    }

    @Property(tries = 300)
    void a_doubtful_figure_names_another_statement_that_it_can_not_be_right_together_with(
            @ForAll("statements") List<Observation> some) {
        for (var it : some) {
            var quoted = Quoted.of(it, some);
            if (quoted.standing().isDoubtful()) {
                assertThat(quoted.counterpart()).hasValueSatisfying(other -> {
                    assertThat(other).isNotEqualTo(it);
                    assertThat(other.interval().intersects(it.interval())).isFalse();
                });
            }
        }
    }

    @Property(tries = 200)
    void what_follows_from_the_sample_does_not_depend_on_the_order_of_its_cells(@ForAll Random random) {
        var shuffled = new ArrayList<>(cells());
        Collections.shuffle(shuffled, random);
        assertThat(Implied.of(CATALOGUE, shuffled)).isEqualTo(Implied.of(CATALOGUE, cells()));
        assertThat(Implied.refused(CATALOGUE, shuffled)).isEqualTo(Implied.refused(CATALOGUE, cells()));
    }

    @Property
    void a_whole_is_at_odds_with_its_parts_only_where_no_values_of_theirs_add_up_and_never_once_they_are_wider(
            @ForAll @IntRange(min = 0, max = 40) int whole, @ForAll @Size(min = 2, max = 2) List<@IntRange(min = 0, max = 20) Integer> parts,
            @ForAll @IntRange(min = 0, max = 5) int wider) {
        var exact = outcome(whole, parts, 0);
        assertThat(exact).isEqualTo(whole == parts.getFirst() + parts.getLast() ? Outcome.CONSISTENT
                : Outcome.INCONSISTENT);
        if (exact == Outcome.CONSISTENT) {
            assertThat(outcome(whole, parts, wider)).isEqualTo(Outcome.CONSISTENT);
        }
    }

    private static Outcome outcome(int whole, List<Integer> parts, int half) {
        var cells = Cell.of(List.of(count("GV_NPC_SUGGESTIONS", whole, 0), count("GV_NPC_ADOPTED", parts.getFirst(), half),
                count("GV_NPC_PLANNED", parts.getLast(), half)));
        var sum = new Implied.Sum("GV_NPC_SUGGESTIONS", List.of("GV_NPC_ADOPTED", "GV_NPC_PLANNED"));
        return Consistency.of(cells, Implied.of(CATALOGUE, cells, List.of(sum))).getFirst().outcome();
    }

    private static Observation count(String indicator, int number, int half) {
        var value = BigDecimal.valueOf(number);
        var width = BigDecimal.valueOf(half);
        return statement(indicator, CHANGNING, "2022", new Figure(number + "件", value, null, Qualifier.EXACT,
                CATALOGUE.unit("件"), BigDecimal.ONE, Interval.closed(value.subtract(width), value.add(width))),
                ObsStatus.A, null, source(indicator, "区政府", "2023-01-01", Grade.A));
    }
}
