package org.youju.extraction;

import java.io.IOException;
import java.io.InputStream;
import org.youju.base.RuleViolation;
import org.youju.reply.file.FileReading;
import org.youju.reply.file.Format;
import org.youju.reply.file.Progress;

/** The text of a file in which the figures of an extraction have their positions. */
public final class FileText {

    private FileText() {
    }

    /**
     * Reads a file to its end, or to where it is too big.
     *
     * @param name as its owner calls it; only its ending counts
     * @return the characters of a text file as they stand; of any other file, its text without broken lines and pages
     * @throws RuleViolation if the file holds no text that can be read, or is beyond a limit
     */
    public static String of(InputStream file, String name) throws IOException {
        return of(file.readNBytes(FileReading.LARGEST + 1), name);
    }

    /** The same of bytes that are at hand. */
    public static String of(byte[] bytes, String name) {
        var read = FileReading.read(bytes, name, Progress.NONE);
        return read.format() == Format.TEXT || read.format() == Format.MARKDOWN ? read.content().original() : read.text();
    }
}
