package org.youju.reply;

import org.jspecify.annotations.Nullable;

/**
 * Which documents are looked for.
 *
 * @param words      what title, issuer or document number holds; null or blank for all
 * @param docNo      exact document number, null for every one
 * @param kind       null for every kind
 * @param grade      null for every grade
 * @param publicOnly whether those that are not {@link Publicity#PUBLIC} are left out
 */
public record ReplyQuery(@Nullable String words, @Nullable String docNo, @Nullable ReplyKind kind,
        @Nullable Grade grade, boolean publicOnly) {
}
