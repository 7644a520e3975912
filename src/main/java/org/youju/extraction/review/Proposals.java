package org.youju.extraction.review;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.extraction.FigureKind;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Theme;

/** Proposes indicators for candidates that none of the catalogue fits; a person checks every word. */
final class Proposals {

    private static final String GROWTH = "增速";
    private static final int LONGEST_NAME = 60;

    private final Catalogue catalogue;

    Proposals(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * An indicator for a candidate. Its English name is empty: no word of the text tells it.
     *
     * @param level   the figure that it is a change or share of, or null
     * @param guesses the indicators that come nearest, whose theme it is likely to share
     */
    Indicator of(ReviewCandidate candidate, @Nullable ReviewCandidate level, List<IndicatorGuess> guesses) {
        var terms = candidate.terms();
        var unit = unit(terms);
        var base = level == null || terms.kind() != FigureKind.GROWTH ? null : level.terms().indicator();
        var name = name(candidate, base);
        var theme = base == null ? theme(name, guesses) : catalogue.indicator(base).theme();
        return new Indicator(code(theme), name, "", theme, null, unit, nature(terms), Direction.NONE,
                unit.dimension().equals("money") ? PriceBasis.CURRENT : PriceBasis.NONE, null, base, null, null, null,
                true, null);
    }

    /** The theme whose name the indicator's has in it, the longest of them; else that of the nearest indicator. */
    private String theme(String name, List<IndicatorGuess> guesses) {
        return catalogue.themes().stream().filter(it -> name.contains(it.nameZh()))
                .max(Comparator.comparingInt(it -> it.nameZh().length())).map(Theme::code)
                .or(() -> guesses.stream().findFirst().map(it -> catalogue.indicator(it.code()).theme()))
                .or(() -> catalogue.themes().stream().findFirst().map(it -> it.code()))
                .orElseThrow(() -> new RuleViolation("review.newIndicator.noTheme"));
    }

    private String name(ReviewCandidate candidate, @Nullable String base) {
        if (base != null) {
            return catalogue.indicator(base).nameZh() + GROWTH;
        }
        var terms = candidate.terms();
        var subject = terms.subject().isBlank() ? candidate.clause().replace(candidate.span(), "") : terms.subject();
        var plain = subject.replaceAll("^(?:我[省市区县]|已|共|累计|完成|实现|达到?|拥有|为|有|新增|建成|安排|投入|举办)+", "")
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]", "");
        var name = plain.isEmpty() ? terms.unit() : plain;
        var growth = terms.kind() == FigureKind.GROWTH && !name.contains("增") ? name + GROWTH : name;
        return growth.codePoints().limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** What the codes of a theme begin with, and the first number that is free: DE_N01. */
    private String code(String theme) {
        var prefix = catalogue.indicators().stream().filter(it -> it.theme().equals(theme))
                .map(Indicator::code).filter(code -> code.indexOf('_') > 0)
                .map(code -> code.substring(0, code.indexOf('_')))
                .findFirst().orElse(theme.matches("[A-Za-z][A-Za-z0-9_]{0,40}") ? theme : "NEW");
        return IntStream.iterate(1, n -> n + 1).mapToObj(n -> "%s_N%02d".formatted(prefix, n))
                .filter(code -> catalogue.find(code).isEmpty())
                .findFirst().orElseThrow();
    }

    /** The unit as it is written, 亿元, or without its scale; one of its own where the catalogue has neither. */
    private Unit unit(Terms terms) {
        return find(terms.multiplier() + terms.unit()).or(() -> find(terms.unit())).orElseGet(() -> {
            var name = terms.unit().isBlank() ? "个" : terms.unit();
            return new Unit(name, name, "count_" + name, name, BigDecimal.ONE, terms.kind() == FigureKind.COUNT,
                    "NUMBER", List.of());
        });
    }

    private Optional<Unit> find(String name) {
        return catalogue.units().stream()
                .filter(unit -> unit.code().equals(name) || unit.aliases().contains(name)).findFirst();
    }

    private static Nature nature(Terms terms) {
        return switch (terms.kind()) {
            case LEVEL -> Nature.FLOW;
            case GROWTH -> Nature.RATE;
            case SHARE -> Nature.SHARE;
            case CUMULATIVE -> Nature.CUMULATIVE;
            case COUNT -> Nature.STOCK;
            case STANDARD -> Nature.STANDARD;
            case COMMITMENT -> terms.unit().equals("%") ? Nature.RATIO : Nature.FLOW;
            case RANK -> Nature.RATIO;
        };
    }
}
