package org.youju.reply;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that states figures; most are replies to proposals. Its text is held apart, see {@link ReplyText}.
 *
 * @param id        number of the row
 * @param sourceKey the key that files and imports know it by; unique
 * @param docNo     发文字号, or null where none is printed
 * @param issuedOn  the printed date, null for an undated document
 * @param url       where it was read, or null
 * @param textHeld  whether its full text is at hand; if not, its citations only quote
 */
public record Reply(long id, String sourceKey, ReplyKind kind, @Nullable String docNo, String title, String issuer,
        @Nullable String signatory, @Nullable IssueDate issuedOn, Publicity publicity, Grade grade,
        @Nullable String url, boolean textHeld) {

    /** The day from which its figures count as published, null for an undated document: known only as of the latest. */
    public @Nullable LocalDate knownOn() {
        return issuedOn == null ? null : issuedOn.lastDay();
    }

    /** What it is called in one line: its document number, or its title where it has none. */
    public String label() {
        return docNo == null ? title : docNo;
    }
}
