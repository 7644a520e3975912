package org.youju.reply.file;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows pictures by their first bytes, whatever they are called. */
enum Picture {
    PNG("\u0089PNG\r\n\u001A\n"),
    JPEG("\u00FF\u00D8\u00FF"),
    GIF("GIF8[79]a"),
    BMP("BM.{4}\\x00{4}.{4}[\\x0C-\\x7C]\\x00{3}"),
    TIFF("II\\*\\x00|MM\\x00\\*"),
    WEBP("RIFF.{4}WEBP"),
    HEIC(".{4}ftyp(?:heic|heix|mif1)");

    private static final int HEAD = 24;

    private final Pattern beginning;

    Picture(String beginning) {
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    /** The name of the format, empty for what is no picture that is known here. */
    static Optional<String> kindOf(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        for (var picture : values()) {
            if (picture.beginning.matcher(head).lookingAt()) {
                return Optional.of(picture.name());
            }
        }
        return Optional.empty();
    }
}
