package org.youju.extraction;



/** What a figure says about its subject. */
public enum FigureKind {
    /** An amount: 综合税收约310亿元. */
    LEVEL,
    /** A change against an earlier time: 同比增长约18%, 翻两番. */
    GROWTH,
    /** A part of a whole or a rate: 占比55%, 办结率九成. */
    SHARE,
    /** What has added up over a stretch of time: 累计投入1.9亿元. */
    CUMULATIVE,
    /** Things counted: 29个平台. */
    COUNT,
    /** A norm, a rate or a term: 每人每月1600元, 最长24个月. */
    STANDARD,
    /** A promise, plan or target: 力争超过700亿元. */
    COMMITMENT,
    /** A place among others: 居全市第一. */
    RANK
}
