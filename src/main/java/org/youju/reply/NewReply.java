package org.youju.reply;

import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;

/** A document to be recorded; components as in {@link Reply}. */
public record NewReply(String sourceKey, ReplyKind kind, @Nullable String docNo, String title, String issuer,
        @Nullable String signatory, @Nullable IssueDate issuedOn, Publicity publicity, Grade grade,
        @Nullable String url, @Nullable Proposal proposal) {

    public NewReply {
        if (sourceKey.isBlank()) {
            throw new RuleViolation("reply.sourceKey.missing");
        }
        if (title.isBlank()) {
            throw new RuleViolation("reply.title.missing");
        }
        if (url != null && !url.matches("https?://.*")) {
            throw new RuleViolation("reply.url.illegal", url);
        }
    }
}
