package org.youju.reply;

import org.jspecify.annotations.Nullable;

/**
 * The frozen text of a reply: one version of it, which never changes.
 *
 * @param versionId number of the row
 * @param number    counts the versions of one reply from 1
 * @param sha256    SHA-256 of the original bytes, in lower-case hexadecimal
 * @param mediaType of the original
 * @param text      what citations count their positions in, in UTF-16 units
 * @param pages     where its pages begin, null where the original knows none
 */
public record ReplyText(long versionId, long replyId, int number, String sha256, String mediaType, String text,
        @Nullable Pages pages) {

    /** The page on which a span begins, from 1; null where that is not known. */
    @Nullable Integer pageOf(TextSpan span) {
        return pages == null ? null : Integer.valueOf(pages.of(span.start()));
    }
}
