package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all figures. */
class FigureProperties {

    private static final List<Unit> UNITS = List.copyOf(Catalogue.UNITS.values());

    @Property(tries = 3000)
    void a_figure_that_is_written_and_read_again_is_the_same(@ForAll("prints") String print, @ForAll Nature nature) {
        var unit = unitOf(print);
        Figure figure;
        try {
            figure = Catalogue.READER.read(print, unit, nature);
        } catch (FigureFormatException e) {
            return;
        }
        var written = FigureWriter.write(figure);
        var again = Catalogue.READER.read(written, unit, nature);
        assertThat(again.value()).as(written).isEqualByComparingTo(figure.value());
        assertEquals(figure.valueHi(), again.valueHi(), written);
        assertEquals(figure.qualifier(), again.qualifier(), written);
        assertEquals(figure.interval(), again.interval(), written);
        assertEquals(written, FigureWriter.write(again));
    }

    @Property
    void a_figure_lies_in_its_own_interval(@ForAll("values") BigDecimal value, @ForAll Qualifier qualifier,
            @ForAll Nature nature, @ForAll("units") Unit unit) {
        Figure figure;
        try {
            figure = Catalogue.READER.stated(value, qualifier, unit, nature);
        } catch (FigureFormatException e) {
            return;
        }
        var interval = figure.interval();
        assertThat(interval.low() == null || interval.low().compareTo(figure.value()) <= 0).isTrue();
        assertThat(interval.high() == null || interval.high().compareTo(figure.value()) >= 0).isTrue();
        assertThat(FigureWriter.show(figure, Locale.ENGLISH).text()).isNotBlank();
        assertThat(Catalogue.READER.read(figure.printed(), unit, nature).value()).isEqualByComparingTo(value);
    }

    @Property
    void yuan_and_its_scales_convert_there_and_back(@ForAll("values") BigDecimal value) {
        var yuan = Catalogue.unit("元");
        for (var other : List.of(Catalogue.unit("万元"), Catalogue.unit("亿元"))) {
            assertThat(other.convert(yuan.convert(value, other), yuan)).isEqualByComparingTo(value);
            assertThat(yuan.convert(other.convert(value, yuan), other)).isEqualByComparingTo(value);
        }
    }

    @Property
    void a_print_means_the_same_whatever_unit_is_expected(@ForAll("values") BigDecimal value,
            @ForAll Qualifier qualifier) {
        var hundredMillions = Catalogue.unit("亿元");
        var yuan = Catalogue.unit("元");
        Figure figure;
        try {
            figure = Catalogue.READER.stated(value, qualifier, hundredMillions, Nature.FLOW);
        } catch (FigureFormatException e) {
            return;
        }
        var inYuan = Catalogue.READER.read(figure.printed(), yuan, Nature.FLOW);
        assertThat(yuan.convert(inYuan.value(), hundredMillions)).isEqualByComparingTo(value);
        assertEquals(figure.interval().times(hundredMillions.factor()), inYuan.interval());
    }

    @Property(tries = 5000)
    void no_text_makes_the_reader_hang_or_fail_otherwise_than_by_refusing(@ForAll("hostile") String text,
            @ForAll("units") Unit unit, @ForAll Nature nature) {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            try {
                var figure = Catalogue.READER.read(text, unit, nature);
                FigureWriter.write(figure);
                FigureWriter.show(figure, Locale.ENGLISH);
                FigureWriter.change(figure, Locale.CHINESE);
            } catch (FigureFormatException e) {
                assertThat(e.text()).hasSizeLessThanOrEqualTo(40);
            }
        });
    }

    @Provide
    Arbitrary<String> prints() {
        var digits = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(99_999)).ofScale(2)
                .map(number -> number.stripTrailingZeros().toPlainString());
        var rounds = Arbitraries.of("5", "10", "60", "300", "2600", "9000", "130", "1.20", "数十", "百", "两千零五十", "三百二",
                "半数", "一万二千", "6-6.5", "30–50", "1万至2万", "-3", "-20");
        return Combinators.combine(
                Arbitraries.of("", "约", "近", "超过", "不少于", "不超过", "不足", "最高", "下降", "下降约", "下降超"),
                Arbitraries.oneOf(digits, rounds), Arbitraries.of("", "", "余", "多"),
                Arbitraries.of("", "", "万", "亿", "千", "万亿"), Arbitraries.of("", "余"),
                Arbitraries.of("元", "家", "人", "平方米", "%", "成", "个百分点", "个月"),
                Arbitraries.of("", "", "以上", "左右", "以内"))
                .as((before, number, more, scale, andMore, unit, after) -> before + number + more + scale + andMore + unit
                        + after);
    }

    private static Unit unitOf(String print) {
        return Catalogue.unit(print.contains("百分点") ? "百分点" : print.contains("个月") ? "月"
                : print.contains("元") ? "亿元" : print.contains("家") ? "家" : print.contains("人") ? "万人"
                : print.contains("平方米") ? "万平方米" : "%");
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000))
                .ofScale(3).map(value -> value.setScale(Math.max(0, value.stripTrailingZeros().scale())));
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(UNITS);
    }

    @Provide
    Arbitrary<String> hostile() {
        var pieces = Arbitraries.of("0", "9", "12", ".", ",", "、", "-", "−", "–", "~", "至", "到", "万", "亿", "千", "百", "十",
                "数", "几", "半", "半数", "一", "二", "零", "〇", "成", "余", "多", "约", "近", "超", "不足", "每", "每人每月", "/", "元", "元/人月",
                "%", "％", "百分之", "百分点", "个", "家", "第", "下降", "收窄", "以上", " ", "\u3000", "\uD83D", "\uDE00", "\u0000", "…",
                "(", "[", "\\", "'", "<script>", "ｅ", "1e9", "NaN");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(120), pieces.map(piece -> piece.repeat(100 / piece.length())));
    }
}
