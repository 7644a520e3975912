package org.youju.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;

class ScaleSlipTest {

    @ParameterizedTest
    @CsvSource({
        "1.2万余,      亿元, '',        1.2亿余",
        "1.2万余,      亿元, 310 300,   1.2亿余",
        "约３１０万元, 亿元, 310 300 0, 约310亿元",
        "3500万,       亿元, '',",
        "3500万,       亿元, 310,",
        "5万,          亿元, 0.0004,",
        "310亿,        万元, 320,       310万",
        "310亿元,      万元, '',",
        "三百一十亿元, 万元, 320,       三百一十万元",
        "0.0001,       亿元, 310,",
        "0.0001亿元,   亿元, 310,",
        "0万,          亿元, 310,",
        "1.2万,        家,   6100,",
        "1.2亿家,      家,   6100,      1.2家",
        "七成,         %,    0.01,",
    })
    void only_a_scale_that_makes_a_figure_a_thousand_times_too_small_or_too_large_is_wondered_at(String text,
            String unit, String others, @Nullable String meant) {
        var slip = ScaleSlip.of(figure(text, unit), Stream.of(others.split(" ")).filter(it -> !it.isEmpty())
                .map(BigDecimal::new).toList());
        assertThat(slip.map(ScaleSlip::meant).orElse(null)).isEqualTo(meant);
        assertThat(slip.filter(ScaleSlip::apart).isPresent()).isEqualTo(meant != null && !others.isEmpty());
    }

    private static Figure figure(String text, String unit) {
        var read = new FigureReader(SampleStatements.CATALOGUE.units())
                .read(text, SampleStatements.CATALOGUE.unit(unit), Nature.FLOW);
        return new Figure(text, read.value(), read.valueHi(), read.qualifier(), read.unit(), read.step(),
                read.interval());
    }
}
