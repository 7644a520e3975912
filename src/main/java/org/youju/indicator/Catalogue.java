package org.youju.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.youju.base.Named;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.figure.Unit;

/**
 * The whole catalogue at one moment, immutable. Rules that need to know how indicators hang together take it as an
 * argument and stay pure.
 */
public final class Catalogue {

    private final Map<String, Indicator> indicators;
    private final Map<String, Theme> themes;
    private final Map<String, Region> regions;
    private final Map<String, Unit> units;
    private final List<Definition> definitions;
    private final Set<String> retired;
    private final Catalogue approved;

    /** One in which no indicator is retired. */
    public Catalogue(Collection<Indicator> indicators, Collection<Theme> themes, Collection<Region> regions,
            Collection<Unit> units, Collection<Definition> definitions) {
        this(indicators, themes, regions, units, definitions, Set.of());
    }

    /** @param retired codes of indicators that are found by their codes, since figures speak of them, and listed nowhere */
    public Catalogue(Collection<Indicator> indicators, Collection<Theme> themes, Collection<Region> regions,
            Collection<Unit> units, Collection<Definition> definitions, Set<String> retired) {
        this.retired = Set.copyOf(retired);
        this.indicators = byCode(indicators, Indicator::code);
        this.themes = byCode(themes, Theme::code);
        this.regions = byCode(regions, Region::code);
        this.units = byCode(units, Unit::code);
        this.definitions = List.copyOf(definitions);
        approved = indicators.stream().noneMatch(Indicator::isDraft) ? this
                : new Catalogue(indicators.stream().filter(i -> !i.isDraft()).toList(), themes, regions, units,
                        definitions, retired);
    }

    private static <T> Map<String, T> byCode(Collection<T> all, Function<T, String> code) {
        return all.stream().collect(Collectors.toMap(code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The same without indicators that are drafts. */
    Catalogue approved() {
        return approved;
    }

    /** @throws NotFoundException if there is none of that code */
    public Indicator indicator(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("indicator.notFound", code));
    }

    public Optional<Indicator> find(String code) {
        return Optional.ofNullable(indicators.get(code));
    }

    /** The name of an indicator; of one that is not in the catalogue, its code. */
    public String name(String code, Locale locale) {
        return find(code).map(indicator -> indicator.name(locale)).orElse(code);
    }

    /** An indicator as a sentence calls it. */
    public Named named(String code) {
        return locale -> name(code, locale);
    }

    /** All indicators that are not retired, by theme and then by code. */
    public List<Indicator> indicators() {
        return live().toList();
    }

    /** All indicators, retired ones too, by theme and then by code. */
    public List<Indicator> withRetired() {
        return List.copyOf(indicators.values());
    }

    /** Whether no new figures are taken of an indicator. */
    public boolean isRetired(String code) {
        return retired.contains(code);
    }

    /**
     * Refuses what would be new of an indicator that is retired.
     *
     * @throws RuleViolation if it is
     */
    public void requireInUse(String code) {
        if (isRetired(code)) {
            throw new RuleViolation("indicator.retired", code);
        }
    }

    private Stream<Indicator> live() {
        return indicators.values().stream().filter(indicator -> !retired.contains(indicator.code()));
    }

    /** Indicators that have a card on the dashboard, in their order. */
    public List<Indicator> headlines() {
        return live().filter(Indicator::isHeadline)
                .sorted(Comparator.comparing(Indicator::headlineOrder)).toList();
    }

    /** The growth rates of a level, usually one or none. */
    public List<Indicator> growthsOf(String level) {
        return live().filter(i -> level.equals(i.growthOf())).toList();
    }

    /** The shares whose part is the given indicator. */
    public List<Indicator> sharesWithPart(String part) {
        return live().filter(i -> part.equals(i.part())).toList();
    }

    /** The indicators that add up the given one. */
    public List<Indicator> cumulativesOf(String yearly) {
        return live().filter(i -> yearly.equals(i.cumulativeOf())).toList();
    }

    /** @throws NotFoundException if there is none of that code */
    public Theme theme(String code) {
        return Optional.ofNullable(themes.get(code)).orElseThrow(() -> new NotFoundException("theme.notFound", code));
    }

    public List<Theme> themes() {
        return List.copyOf(themes.values());
    }

    /** @throws NotFoundException if there is none of that code */
    public Region region(String code) {
        return Optional.ofNullable(regions.get(code)).orElseThrow(() -> new NotFoundException("region.notFound", code));
    }

    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    /** @throws NotFoundException if there is none of that code */
    public Unit unit(String code) {
        return Optional.ofNullable(units.get(code)).orElseThrow(() -> new NotFoundException("unit.notFound", code));
    }

    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    /** Definitions of an indicator that hold in a region, oldest first. */
    public List<Definition> definitions(String indicator, String region) {
        return definitions.stream()
                .filter(d -> d.indicator().equals(indicator) && (d.region() == null || d.region().equals(region)))
                .sorted(Comparator.comparingInt(Definition::number))
                .toList();
    }

    /** Definitions of an indicator in all regions, oldest first. */
    public List<Definition> definitions(String indicator) {
        return definitions.stream().filter(d -> d.indicator().equals(indicator))
                .sorted(Comparator.comparingInt(Definition::number)).toList();
    }

    /**
     * The breaks of a series: versions of its definition that do not compare with the one before. A year of such a
     * version's {@code validFrom} or later must not be joined to an earlier one.
     */
    public List<Definition> breaks(String indicator, String region) {
        return definitions(indicator, region).stream()
                .filter(d -> !d.comparable() && d.validFrom() != null)
                .toList();
    }

    /** Whether a break lies between two years of a series, that is, after the earlier and up to the later one. */
    public boolean breakBetween(String indicator, String region, int earlier, int later) {
        return breaks(indicator, region).stream()
                .anyMatch(d -> d.validFrom() > earlier && d.validFrom() <= later);
    }

    /** The shares whose whole is the given indicator. */
    public List<Indicator> sharesOfWhole(String whole) {
        return live().filter(i -> whole.equals(i.shareOf())).toList();
    }

    /** What a reader of an indicator needs beside it: its growth, shares, whole, parts, sum and yearly. */
    public List<Indicator> related(Indicator indicator) {
        var codes = new ArrayList<String>();
        growthsOf(indicator.code()).forEach(i -> codes.add(i.code()));
        sharesWithPart(indicator.code()).forEach(i -> {
            codes.add(i.code());
            codes.add(i.shareOf());
        });
        sharesOfWhole(indicator.code()).forEach(i -> {
            codes.add(i.code());
            codes.add(i.part());
        });
        cumulativesOf(indicator.code()).forEach(i -> codes.add(i.code()));
        codes.add(indicator.growthOf());
        codes.add(indicator.cumulativeOf());
        codes.add(indicator.shareOf());
        codes.add(indicator.part());
        return codes.stream().filter(c -> c != null && !c.equals(indicator.code())).distinct()
                .map(this::find).flatMap(Optional::stream).toList();
    }
}
