package org.youju.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkedNumbersTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Figure tax = Catalogue.read("约 310 亿元", "亿元", Nature.FLOW);
    private final Figure share = Catalogue.read("约 55%", "%", Nature.SHARE);
    private final Figure keyTax = Catalogue.read("370亿元", "亿元", Nature.FLOW);
    private final Figure keyShare = Catalogue.read("67%", "%", Nature.SHARE);
    private final Figure funds = Catalogue.read("1.9亿元", "元", Nature.CUMULATIVE);
    private final Figure persons = Catalogue.read("1.2万余人", "人", Nature.CUMULATIVE);

    @Test
    void the_tax_of_2022_follows_from_2023_and_its_growth() {
        var growth = Catalogue.read("约 18%", "%", Nature.RATE);
        var implied = tax.interval().dividedBy(
                growth.interval().plus(Interval.point(HUNDRED)).dividedBy(HUNDRED));
        assertEquals("257.4–268.1", FigureWriter.interval(implied, 1, Locale.CHINESE));
        var value = tax.value().divide(new BigDecimal("1.18"), MathContext.DECIMAL128);
        assertEquals("≈262.7亿元", FigureWriter.computed(value, tax.unit(), Locale.CHINESE).text());
    }

    @Test
    void two_totals_of_the_district_agree() {
        var fromDigital = total(tax, share);
        var fromKeyIndustries = total(keyTax, keyShare);
        assertEquals("549.5–578.0", FigureWriter.interval(fromDigital, 1, Locale.CHINESE));
        assertEquals("547.4–557.1", FigureWriter.interval(fromKeyIndustries, 1, Locale.CHINESE));
        assertThat(fromDigital.intersects(fromKeyIndustries)).isTrue();
        assertEquals("≈563.6亿元", computedTotal(tax, share));
        assertEquals("≈552.2亿元", computedTotal(keyTax, keyShare));
    }

    @Test
    void a_person_got_between_14_231_and_16_250_yuan() {
        var each = funds.interval().dividedBy(persons.interval());
        assertEquals("14,231–16,250", FigureWriter.interval(each, 0, Locale.ENGLISH));
        assertEquals(End.SOFT, each.lowEnd());
        assertEquals(End.OPEN, each.highEnd());
    }

    @Test
    void that_is_nine_to_ten_months_and_below_the_ceiling() {
        var month = Catalogue.read("每人每月1600元", "元/人月", Nature.STANDARD);
        var longest = Catalogue.read("最长补贴24个月", "月", Nature.STANDARD);
        var each = funds.interval().dividedBy(persons.interval());
        assertEquals("8.9–10.2", FigureWriter.interval(each.dividedBy(month.interval()), 1, Locale.CHINESE));
        var ceiling = month.interval().times(longest.interval());
        assertEquals("38400", FigureWriter.interval(ceiling, Locale.CHINESE));
        assertThat(each.certainlyBelow(ceiling.low())).isTrue();
    }

    private static Interval total(Figure part, Figure share) {
        return part.interval().dividedBy(share.interval().dividedBy(HUNDRED));
    }

    private static String computedTotal(Figure part, Figure share) {
        var value = part.value().multiply(HUNDRED).divide(share.value(), MathContext.DECIMAL128);
        return FigureWriter.computed(value, part.unit(), Locale.CHINESE).text();
    }
}
