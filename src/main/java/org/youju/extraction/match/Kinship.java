package org.youju.extraction.match;

import org.youju.figure.Nature;
import org.youju.indicator.Indicator;

/** How well what a figure says about its subject agrees with what an indicator measures, 0 to 1. */
final class Kinship {

    private Kinship() {
    }

    static double of(Stated figure, Indicator indicator) {
        var nature = indicator.nature();
        return switch (figure.kind()) {
            case LEVEL -> switch (nature) {
                case FLOW, STOCK -> 1;
                case CUMULATIVE, RATIO -> 0.9;
                case STANDARD -> 0.6;
                case RATE, SHARE -> 0.3;
            };
            case GROWTH -> isGrowth(indicator) ? 1 : nature == Nature.RATE ? 0.4 : 0.2;
            case SHARE -> isGrowth(indicator) ? 0.3 : switch (nature) {
                case SHARE, RATIO -> 1;
                case RATE -> 0.95;
                case FLOW, STOCK, CUMULATIVE, STANDARD -> 0.5;
            };
            case CUMULATIVE -> switch (nature) {
                case CUMULATIVE -> 1;
                case STOCK, FLOW -> 0.85;
                case RATE, SHARE, RATIO, STANDARD -> 0.5;
            };
            case COUNT -> switch (nature) {
                case FLOW, STOCK -> 1;
                case CUMULATIVE -> 0.95;
                case RATIO -> 0.6;
                case RATE, SHARE, STANDARD -> 0.4;
            };
            case STANDARD -> switch (nature) {
                case STANDARD -> 1;
                case RATIO -> 0.7;
                case FLOW, STOCK, CUMULATIVE, RATE, SHARE -> 0.5;
            };
            case COMMITMENT -> figure.yearly() && nature == Nature.CUMULATIVE ? 0.6 : 0.95;
            case RANK -> 0;
        };
    }

    /** Whether an indicator is the growth of something, and not a rate such as that of unemployment. */
    private static boolean isGrowth(Indicator indicator) {
        return indicator.growthOf() != null
                || indicator.nature() == Nature.RATE && (indicator.nameZh().contains("增速") || indicator.nameZh().contains("增长"));
    }
}
