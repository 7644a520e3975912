package org.youju.figure;

/** How the source limits its number. The interval that follows from each is in {@link Interval}'s rules. */
public enum Qualifier {
    /** No limiting word. */
    EXACT,
    /** 约, 左右, 上下, 大约. */
    ABOUT,
    /** 余, 多: the number and something more, less than the next step. */
    AND_MORE,
    /** 超, 超过, 突破, 逾, 高于, 大于: more than the number itself. */
    MORE_THAN,
    /** 不少于, 不低于, 至少, 以上: the number is a floor and included. */
    AT_LEAST,
    /** 不超过, 不高于, 以内, 以下, 最高, 最长, 最多: the number is a ceiling and included. */
    AT_MOST,
    /** 近, 接近: a little less than the number. */
    NEARLY,
    /** 不足, 不到, 低于, 少于: less than the number. */
    LESS_THAN
}
