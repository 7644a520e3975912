package org.youju.extraction.grammar;

import java.util.List;

/** The scales that Chinese texts write between a number and its unit. */
public final class Scales {

    private static final List<String> BY_POWER = List.of("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿",
            "百亿", "千亿", "万亿");

    private Scales() {
    }

    /** Each ten times the one before, from none, which is not written, to 万亿. */
    public static List<String> names() {
        return BY_POWER;
    }
}
