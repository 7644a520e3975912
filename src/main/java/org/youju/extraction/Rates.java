package org.youju.extraction;

/** What a figure is for where the words stand apart from it: 每年新增…60家, 单个项目最高500万元. */
final class Rates {

    private Rates() {
    }

    /** The rate that the clause names before a figure, or an empty text. */
    static String before(Spot spot) {
        var words = spot.before;
        if (spot.kind == FigureKind.STANDARD) {
            var single = words.lastIndexOf('单');
            if (single >= 0) {
                var from = words.startsWith("个", single + 1) ? single + 2 : single + 1;
                for (var length = 2; length > 0; length--) {
                    if (from + length <= words.length()
                            && FigureScanner.isRateUnit(words.substring(from, from + length))) {
                        return words.substring(from, from + length);
                    }
                }
            }
        }
        var each = words.lastIndexOf('每');
        if (each >= 0) {
            for (var length = 3; length > 0; length--) {
                if (each + 1 + length <= words.length()
                        && FigureScanner.isRateUnit(words.substring(each + 1, each + 1 + length))) {
                    return words.substring(each + 1, each + 1 + length);
                }
            }
        }
        return words.contains("年均") ? "年" : words.contains("月均") ? "月" : "";
    }
}
