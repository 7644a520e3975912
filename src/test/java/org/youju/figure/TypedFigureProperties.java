package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of everything that is typed. */
class TypedFigureProperties {

    private static final List<Unit> UNITS = List.copyOf(Catalogue.UNITS.values());

    @Property(tries = 5000)
    void what_the_product_prints_can_be_typed_and_is_the_same_figure(@ForAll("values") BigDecimal value,
            @ForAll Qualifier qualifier, @ForAll Nature nature, @ForAll("units") Unit unit) {
        var figure = stated(value, qualifier, unit, nature);
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var inUnit = FigureWriter.inUnit(figure, locale);
            assertSame(figure, Catalogue.READER.readTyped(inUnit.text(), unit, nature), true, inUnit.text());
            var bare = new Shown(inUnit.before(), inUnit.number(), inUnit.after(), "").text();
            if (locale.equals(Locale.ENGLISH)) {
                assertSame(figure, Catalogue.READER.readTyped(bare, unit, nature), true, bare);
            }
            if (isNameless(unit, locale)) {
                continue;
            }
            var shown = FigureWriter.show(figure, locale).text();
            var again = Catalogue.READER.readTyped(shown, unit, nature);
            // English prints small numbers of a scaled unit in its base: of 12,000 nobody knows that it was 1.2万
            var keepsLastDigit = locale.equals(Locale.CHINESE) || again.step().compareTo(figure.step()) == 0;
            assertSame(figure, again, keepsLastDigit, shown);
        }
    }

    @Property
    void a_printed_range_can_be_typed(@ForAll("values") BigDecimal one, @ForAll("values") BigDecimal other,
            @ForAll("units") Unit unit) {
        Assume.that(one.compareTo(other) != 0 && !unit.dimension().startsWith("percent"));
        var low = one.min(other).toPlainString();
        var figure = Catalogue.READER.read(low + "~" + one.max(other).toPlainString(), unit, Nature.FLOW);
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var inUnit = FigureWriter.inUnit(figure, locale);
            for (var shown : List.of(isNameless(unit, locale) ? inUnit : FigureWriter.show(figure, locale), inUnit)) {
                var again = Catalogue.READER.readTyped(shown.text(), unit, Nature.FLOW);
                assertThat(again.value()).as(shown.text()).isEqualByComparingTo(figure.value());
                assertThat(again.valueHi()).as(shown.text()).isEqualByComparingTo(figure.valueHi());
                assertEquals(figure.interval(), again.interval(), shown.text());
            }
        }
    }

    /** Whatever is read of a text is what prose reads of it, or says more. */
    @Property(tries = 3000)
    void a_word_beside_a_figure_never_goes_unseen(@ForAll("values") BigDecimal value, @ForAll("words") String word,
            @ForAll boolean before) {
        var number = value.abs().toPlainString() + "亿元";
        var typed = before ? word + number : number + word;
        try {
            var figure = Catalogue.READER.readTyped(typed, Catalogue.unit("亿元"), Nature.FLOW);
            assertThat(FigureWriter.write(figure)).as(typed).isNotEqualTo(FigureWriter.write(
                    Catalogue.READER.read(number, Catalogue.unit("亿元"), Nature.FLOW)));
        } catch (FigureFormatException refused) {
            assertThat(refused.text()).isNotBlank();
        }
    }

    /** Of 万个 the base has no English name: what English prints in it can't be told from a number of 万个. */
    private static boolean isNameless(Unit unit, Locale locale) {
        return locale.equals(Locale.ENGLISH) && unit.nameEn().equals("10 thousand");
    }

    private static void assertSame(Figure figure, Figure again, boolean keepsLastDigit, String typed) {
        assertThat(again.value()).as(typed).isEqualByComparingTo(figure.value());
        assertEquals(figure.qualifier(), again.qualifier(), typed);
        assertEquals(figure.valueHi(), again.valueHi(), typed);
        if (keepsLastDigit) {
            assertEquals(figure.interval(), again.interval(), typed);
        }
    }

    private static Figure stated(BigDecimal value, Qualifier qualifier, Unit unit, Nature nature) {
        try {
            return Catalogue.READER.stated(value, qualifier, unit, nature);
        } catch (FigureFormatException impossible) {
            Assume.that(false);
            throw impossible;
        }
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-999_999), BigDecimal.valueOf(999_999))
                .ofScale(3).map(value -> value.setScale(Math.max(0, value.stripTrailingZeros().scale())));
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(UNITS);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("未", "无", "第", "预计", "目标", "可能", "估计", "共", "计划", "（预计）", "(不含税)", "以外", "余额", "expected",
                "est.", "~", "≈", "?", "#", "@", "%", "不", "非", "p", "E");
    }
}
