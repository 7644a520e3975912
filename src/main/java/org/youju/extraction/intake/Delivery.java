package org.youju.extraction.intake;

import org.youju.extraction.Extraction;
import org.youju.reply.file.ReadText;

/**
 * A document that was handed in and read, and is not recorded yet.
 *
 * @param name       of the file; empty for a text that was pasted
 * @param original   its bytes as delivered
 * @param read       its text
 * @param extraction what the text says of the document, and the figures in it
 */
public record Delivery(String name, byte[] original, ReadText read, Extraction extraction) {
}
