package org.youju.reply;

/** The kinds of document that state figures. */
public enum ReplyKind {
    /** 答复: the answer to a proposal. */
    REPLY,
    /** 政府工作报告. */
    WORK_REPORT,
    /** 统计公报. */
    BULLETIN,
    /** 规划. */
    PLAN,
    /** 财政决算. */
    FINAL_ACCOUNT,
    /** 其他. */
    OTHER,
    /** 填报台账: what the clerks of a region state themselves, without a document. */
    LEDGER;

    private static final ReplyKind[] DOCUMENTS = {REPLY, WORK_REPORT, BULLETIN, PLAN, FINAL_ACCOUNT, OTHER};

    /** The kinds of document that people hand in and look for: all but {@link #LEDGER}. */
    public static ReplyKind[] documents() {
        return DOCUMENTS.clone();
    }
}
