package org.youju.extraction.intake;

/** A newer text of a reply was taken in; told while that is not committed yet, and void where it never is. */
public record TextRenewed(long replyId) {
}
