package org.youju.reply;

/**
 * The frozen text of a reply: one version of it, which never changes.
 *
 * @param versionId number of the row
 * @param number    counts the versions of one reply from 1
 * @param sha256    SHA-256 of the original bytes, in lower-case hexadecimal
 * @param mediaType of the original
 * @param text      what citations count their positions in, in UTF-16 units
 */
public record ReplyText(long versionId, long replyId, int number, String sha256, String mediaType, String text) {
}
