package org.youju.extraction.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Proposal;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;

/**
 * What a person says of a document before it is recorded. Null or empty is what is not known yet, or not printed.
 * Contact persons and their numbers are no part of it.
 *
 * @param kind      what it is
 * @param docNo     发文字号: 长发改〔2024〕19号
 * @param title     its own title
 * @param body      whose proposal it answers; null for a document that answers none
 * @param term      the body's term of office (届)
 * @param session   the session of that term (次会议)
 * @param number    of the proposal, as printed: 050
 * @param region    code of the region whose body it is
 * @param subject   of the proposal (案由)
 * @param proposers in the printed order
 * @param result    办理结果, as printed
 * @param issuer    who answers
 * @param signatory 签发人
 * @param issuedOn  the printed date; null for an undated document
 * @param sourceKey the key that files and imports know it by
 */
public record HeaderFields(@Nullable ReplyKind kind, @Nullable String docNo, @Nullable String title,
        Proposal.@Nullable Body body, @Nullable Integer term, @Nullable Integer session, @Nullable String number,
        @Nullable String region, @Nullable String subject, List<String> proposers, @Nullable String result,
        @Nullable String issuer, @Nullable String signatory, @Nullable IssueDate issuedOn,
        @Nullable Publicity publicity, @Nullable Grade grade, @Nullable String url, @Nullable String sourceKey) {

    public HeaderFields {
        proposers = List.copyOf(proposers);
    }

    /** Whether the document answers a proposal. */
    public boolean answersProposal() {
        return kind == ReplyKind.REPLY && body != null;
    }

    /**
     * The document as it is recorded.
     *
     * @throws NullPointerException if something is missing without which no document is recorded
     */
    NewReply toNewReply() {
        var proposal = answersProposal() ? new Proposal(body, term, session, number, region, subject, proposers, result,
                null, null) : null;
        return new NewReply(sourceKey, kind, docNo, title, issuer, signatory, issuedOn, publicity, grade, url, proposal);
    }
}
