package org.youju.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.youju.figure.Nature;
import org.youju.figure.Unit;
import org.youju.indicator.Definition;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.sample.SampleFile.Row;

/** Units, themes, regions and indicators of the sample, with the names that documents call them by. */
@Component
class CatalogueSample {

    private final IndicatorService indicators;

    CatalogueSample(IndicatorService indicators) {
        this.indicators = indicators;
    }

    void load() {
        if (!indicators.catalogue().units().isEmpty()) {
            return;
        }
        indicators.addUnits(SampleFile.rows("units.csv").stream().map(CatalogueSample::unit).toList());
        indicators.addThemes(SampleFile.rows("themes.csv").stream()
                .map(r -> new Theme(r.get("code"), r.get("name_zh"), r.get("name_en"),
                        Integer.parseInt(r.get("order"))))
                .toList());
        indicators.addRegions(SampleFile.rows("regions.csv").stream()
                .map(r -> new Region(r.get("code"), r.get("name_zh"), r.get("name_en"), r.find("parent")))
                .toList());
        var catalogue = indicators.catalogue();
        var rows = SampleFile.rows("indicators.csv");
        indicators.addIndicators(rows.stream().map(r -> indicator(r, catalogue.unit(r.get("unit")))).toList());
        SampleFile.rows("aliases.csv").forEach(r -> indicators.addAliases(r.get("indicator"), List.of(r.get("alias"))));
        indicators.addDefinitions(rows.stream().flatMap(CatalogueSample::definitions).toList());
    }

    private static Unit unit(Row r) {
        var aliases = r.find("aliases");
        return new Unit(r.get("code"), r.get("name_en"), r.get("dimension"), r.get("base"),
                new BigDecimal(r.get("factor")), "Y".equals(r.get("counted")), r.get("sdmx"),
                aliases == null ? List.of() : List.of(aliases.split(" ")));
    }

    private static Indicator indicator(Row r, Unit unit) {
        return new Indicator(r.get("code"), r.get("name_zh"), r.get("name_en"), r.get("theme"), null, unit,
                Nature.valueOf(r.get("nature")), Direction.valueOf(r.get("direction")),
                PriceBasis.valueOf(r.get("price_basis")), r.findInt("headline_order"), r.find("growth_of"),
                r.find("cumulative_of"), r.find("share_of"), r.find("part"), true, r.find("note"));
    }

    /**
     * A break reads {@code region:year reason}: the versions before and from that year. What either says is not known.
     */
    private static Stream<Definition> definitions(Row r) {
        var written = r.find("break_before");
        if (written == null) {
            return Stream.empty();
        }
        var indicator = r.get("code");
        var basis = PriceBasis.valueOf(r.get("price_basis"));
        var where = written.substring(0, written.indexOf(':'));
        int year = Integer.parseInt(written.substring(written.indexOf(':') + 1, written.indexOf(' ')));
        var reason = written.substring(written.indexOf(' ') + 1).strip();
        var versions = new ArrayList<Definition>();
        versions.add(new Definition(indicator, where, 1, null, null, null, null, basis, true, null));
        versions.add(new Definition(indicator, where, 2, year, null, null, null, basis, false, reason));
        return versions.stream();
    }
}
