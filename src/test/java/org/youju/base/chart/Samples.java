package org.youju.base.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Charts of the three kinds the product draws. */
class Samples {

    private Samples() {
    }

    /** Bars: one computed, one stated, both with whiskers. */
    static ChartSpec tax() {
        return ChartSpec.of("数字经济综合税收", "亿元", "数字经济综合税收2023年约310亿元，2022年推算262.7亿元。",
                List.of("2022", "2023"),
                List.of(new Series("数字经济综合税收", Series.Kind.BAR, List.of(
                        Point.computed(number("262.7"), "262.7", "tax-2022")
                                .within(number("257.4"), number("268.1")).labelled(Point.Label.PLAIN)
                                .explained(List.of("区间 257.4–268.1", "310÷1.18")),
                        Point.stated(number("310"), "约310", "tax-2023")
                                .within(number("305"), number("315")).labelled(Point.Label.STRONG)
                                .explained(List.of("区间 305–315", "同比 约+18%", "长发改〔2024〕19号"))))))
                .annotated(List.of(new Annotation.Change("2022", "2023", "同比 约+18%")));
    }

    /** The same bars after a correction. */
    static ChartSpec correctedTax() {
        return ChartSpec.of("数字经济综合税收", "亿元", "数字经济综合税收2023年约320亿元。", List.of("2022", "2023", "2024"),
                List.of(new Series("数字经济综合税收", Series.Kind.BAR, Arrays.asList(null,
                        Point.stated(number("320"), "约320", "tax-2023").labelled(Point.Label.STRONG), null))))
                .annotated(List.of(new Annotation.Missing("2022", "2022", "缺")));
    }

    /** A line with one computed point against a promise that accumulates. */
    static ChartSpec communities() {
        return ChartSpec.of("精品小区累计开竣工与承诺线", "万㎡", "精品小区到2023年累计774万平方米，承诺线为600万平方米。",
                List.of("2017", "2018", "2019", "2020", "2021", "2022", "2023"),
                List.of(new Series("累计开竣工", Series.Kind.LINE, Arrays.asList(null, null, null, null, null,
                        Point.computed(number("642"), "642", "area-2022").labelled(Point.Label.PLAIN),
                        Point.stated(number("774"), "774", "area-2023").within(number("773.5"), number("774.5"))
                                .labelled(Point.Label.STRONG)))))
                .annotated(List.of(
                        new Annotation.Target("承诺600", "承诺600", IntStream.rangeClosed(0, 6)
                                .mapToObj(it -> BigDecimal.valueOf(it * 100L)).toList()),
                        new Annotation.Missing("2017", "2021", "2017–2021年无分年数"),
                        new Annotation.Distance("2023", number("600"), number("774"), "+174")));
    }

    /** A long line with a break, a gap, unvalidated points, a floor and an axis that doesn't begin at zero. */
    static ChartSpec product() {
        var years = IntStream.rangeClosed(2008, 2025).mapToObj(String::valueOf).toList();
        var values = Arrays.asList("14276", "15285", "17437", "19539", "20559", "22264", "24060", "25123", "27466.15",
                "30100", "32680", "38155.32", "38700.58", null, "44652.8", "47218.66", "50000", "56708.71");
        return ChartSpec.of("上海市地区生产总值", "亿元", "上海市地区生产总值从2008年的14276亿元到2025年的56708.71亿元。", years,
                List.of(new Series("上海市", Series.Kind.LINE, IntStream.range(0, years.size())
                        .mapToObj(at -> product(years.get(at), values.get(at))).toList())))
                .annotated(List.of(
                        new Annotation.Break("2019", "普查修订，不可直接相除", true),
                        new Annotation.Missing("2021", "2021", "缺"),
                        new Annotation.Target("工作目标 55000", "工作目标 55000", IntStream.range(0, years.size())
                                .mapToObj(at -> at < 13 ? null : number("55000")).toList())))
                .along(ChartSpec.Axis.CUT)
                .highlighting("2023");
    }

    private static @Nullable Point product(String year, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var key = "gdp-" + year;
        return switch (year) {
            case "2017" -> Point.unvalidated(number(value), "3.01万亿", key);
            case "2024" -> Point.stated(number(value), "≥50000", key).within(number(value), null);
            case "2025" -> Point.stated(number(value), value, key).labelled(Point.Label.STRONG);
            default -> Point.stated(number(value), value, key);
        };
    }

    /** Bars of two definitions with a break, a missing year and a target, as the indicator page shows them. */
    static ChartSpec indicator() {
        return ChartSpec.of("数字经济综合税收", "亿元", "数字经济综合税收2023年约310亿元；2020年及以前口径不同。",
                List.of("2019", "2020", "2021", "2022", "2023", "2024"),
                List.of(new Series("数字经济综合税收", Series.Kind.BAR, Arrays.asList(
                        Point.computed(number("110.8"), "110.8", "old-2019").within(number("110.3"), number("111.3"))
                                .labelled(Point.Label.PLAIN),
                        Point.stated(number("117"), "117", "old-2020").within(number("116.5"), number("117.5"))
                                .labelled(Point.Label.PLAIN),
                        null,
                        Point.computed(number("262.7"), "262.7", "tax-2022").within(number("257.4"), number("268.1"))
                                .labelled(Point.Label.PLAIN),
                        Point.stated(number("310"), "约310", "tax-2023").within(number("305"), number("315"))
                                .labelled(Point.Label.STRONG),
                        null))))
                .annotated(List.of(
                        new Annotation.Break("2021", "口径变更：在线新经济 → 数字经济", true),
                        new Annotation.Missing("2021", "2021", "缺"),
                        new Annotation.Change("2019", "2020", "同比 +5.6%"),
                        new Annotation.Change("2022", "2023", "同比 约+18%"),
                        new Annotation.Target("工作目标 ≥335", "工作目标 ≥335", Arrays.asList(null, null, null, null, null,
                                number("335")))))
                .highlighting("2023");
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
