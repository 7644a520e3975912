package org.youju.reply.file;

/**
 * What was read out of a file.
 *
 * @param content the text to freeze, with the way back to the text as the file has it; never blank
 * @param format  what the file is
 * @param sha256  SHA-256 of the file's bytes, in lower-case hexadecimal
 * @param pages   how many pages it has; 0 for a format that knows none
 */
public record ReadText(NormalisedText content, Format format, String sha256, int pages) {

    /** The text to freeze. */
    public String text() {
        return content.text();
    }
}
