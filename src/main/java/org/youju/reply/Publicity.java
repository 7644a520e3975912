package org.youju.reply;

/** Who may read a document (公开属性). */
public enum Publicity {
    /** 主动公开. */
    PUBLIC,
    /** 依申请公开. */
    ON_REQUEST,
    /** 不予公开. */
    INTERNAL
}
