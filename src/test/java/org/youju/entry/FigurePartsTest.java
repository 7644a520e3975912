package org.youju.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.check.SampleStatements;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Qualifier;

class FigurePartsTest {

    @ParameterizedTest
    @CsvSource({
        "约310亿元,       亿元, ABOUT,    310,  亿, 元",
        "３１０亿元,      亿元, EXACT,    310,  亿, 元",
        "三百一十亿,      亿元, EXACT,    310,  亿, ''",
        "三百一十亿元,    亿元, EXACT,    310,  亿, 元",
        "一百万,          亿元, EXACT,    100,  万, ''",
        "约三千五百万元,  亿元, ABOUT,    3500, 万, 元",
        "一万二千元,      元,   EXACT,    1.2,  万, 元",
        "二十余个,        个,   AND_MORE, 20,   '', 个",
        "二十余万个,      个,   AND_MORE, 20,   万, 个",
        "两千零五十个,    个,   EXACT,    2050, '', 个",
        "百余个,          个,   AND_MORE, 100,  '', 个",
        "二十个左右,      个,   ABOUT,    20,   '', 个",
        "七成,            %,    EXACT,    7,    '', 成",
        "近六成,          %,    NEARLY,   6,    '', 成",
        "六成五,          %,    EXACT,    6.5,  '', 成",
        "百分之七十,      %,    EXACT,    70%,  '', ''",
    })
    void the_parts_of_a_figure_written_out_again_say_the_same(String text, String unit, Qualifier qualifier,
            String number, String scale, String partUnit) {
        var reader = new FigureReader(SampleStatements.CATALOGUE.units());
        var of = SampleStatements.CATALOGUE.unit(unit);
        var read = reader.read(text, of, Nature.FLOW);
        var parts = FigureParts.of(text, read.qualifier());
        assertThat(parts).contains(new FigureParts(qualifier, number, scale, partUnit));
        assertThat(reader.read(parts.orElseThrow().written(), of, Nature.FLOW).interval()).isEqualTo(read.interval());
    }

    @ParameterizedTest
    @ValueSource(strings = {"数十个", "数字经济一路领先", "三百至四百亿元", "第一产业三百亿元", "没有"})
    void what_no_digits_say_has_no_parts(String text) {
        assertThat(FigureParts.of(text, Qualifier.EXACT)).isEmpty();
    }
}
