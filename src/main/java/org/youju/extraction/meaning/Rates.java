package org.youju.extraction.meaning;

import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.RateWords;
import org.youju.extraction.text.Signs;

/** What a figure is for where the words stand apart from it: 每年新增…60家, 单个项目最高500万元. */
final class Rates {

    private Rates() {
    }

    /** What a figure is for, or an empty text. */
    static String of(Spot spot) {
        if (!spot.measure.per().isEmpty()) {
            return spot.measure.per();
        }
        if (spot.continuesList() && spot.previous != null) {
            return spot.previous.per;
        }
        var words = spot.gap;
        if (spot.kind == FigureKind.STANDARD) {
            var single = words.lastIndexOf('单');
            if (single >= 0) {
                var from = words.startsWith("个", single + 1) ? single + 2 : single + 1;
                for (var length = 2; length > 0; length--) {
                    if (from + length <= words.length()
                            && RateWords.isUnit(words.substring(from, from + length))) {
                        return words.substring(from, from + length);
                    }
                }
            }
        }
        var chain = chain(words);
        return !chain.isEmpty() ? chain : Signs.holds(words, "年均增", "年均新", "年均下", "年均投", "年均完") ? "年" : "";
    }

    /** 每人每月 is 人·月. */
    private static String chain(String words) {
        var chain = "";
        var end = words.length();
        for (var each = words.lastIndexOf('每'); each >= 0; each = words.lastIndexOf('每', each - 1)) {
            var length = rateLength(words, each + 1);
            if (length == 0 || !chain.isEmpty() && each + 1 + length != end) {
                break;
            }
            var unit = words.substring(each + 1, each + 1 + length);
            chain = chain.isEmpty() ? unit : unit + "·" + chain;
            end = each;
        }
        return chain;
    }

    private static int rateLength(String words, int from) {
        for (var length = 3; length > 0; length--) {
            if (from + length <= words.length() && RateWords.isUnit(words.substring(from, from + length))) {
                return length;
            }
        }
        return 0;
    }
}
