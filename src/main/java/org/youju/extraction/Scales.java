package org.youju.extraction;

import java.util.List;

/** The scales that Chinese texts write between a number and its unit. */
public final class Scales {

    /** Each ten times the one before, from none to 万亿. */
    static final List<String> BY_POWER = List.of("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿");

    private Scales() {
    }

    /** All of them, the smallest, which is not written, first. */
    public static List<String> names() {
        return BY_POWER;
    }
}
