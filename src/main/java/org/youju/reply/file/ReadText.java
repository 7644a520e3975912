package org.youju.reply.file;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read out of a file.
 *
 * @param content the text to freeze, with the way back to the text as the file has it; never blank
 * @param format  what the file is
 * @param sha256  SHA-256 of the file's bytes, in lower-case hexadecimal
 * @param pages   how many pages it has; 0 for a format that knows none
 * @param starts  where in the text its second page and those after it begin; null where that is not known
 */
public record ReadText(NormalisedText content, Format format, String sha256, int pages,
        @Nullable List<Integer> starts) {

    public ReadText {
        starts = starts == null ? null : List.copyOf(starts);
    }

    /** Where in the text its second page and those after it begin; empty where that is not known. */
    public Optional<List<Integer>> pageStarts() {
        return Optional.ofNullable(starts);
    }

    /** The text to freeze. */
    public String text() {
        return content.text();
    }
}
