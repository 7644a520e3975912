package org.youju.reply.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is. */
public enum Format {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    DOC("application/msword", "doc"),
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    HTML("text/html", "html", "htm"),
    MARKDOWN("text/markdown", "md"),
    TEXT("text/plain", "txt");

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
            (byte) 0xE1};
    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 1024;
    private static final Pattern PAGE = Pattern.compile(
            "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--(?:(?!-->).)*+-->\\s*+)*+<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]{0,500})?/?>");

    private final String mediaType;
    private final List<String> extensions;

    Format(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What names of such files end in, without the dot, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Every ending of a name that is read, with its dot: what an upload accepts. */
    public static List<String> accepted() {
        return Arrays.stream(values()).flatMap(it -> it.extensions.stream()).map(it -> "." + it).toList();
    }

    /** What a container holds is known only when it is open; the rest shows in its first bytes. */
    enum Container {
        ZIP, OLE2, PDF, CHARACTERS
    }

    static Container containerOf(byte[] bytes) {
        if (startsWith(bytes, ZIP, 0)) {
            return Container.ZIP;
        }
        if (startsWith(bytes, OLE2, 0)) {
            return Container.OLE2;
        }
        for (int at = 0; at < Math.min(HEAD, bytes.length - PDF_HEADER.length); at++) {
            if (startsWith(bytes, PDF_HEADER, at)) {
                return Container.PDF;
            }
        }
        return Container.CHARACTERS;
    }

    /**
     * The format that a name promises, empty for a name without an ending.
     *
     * @throws org.youju.base.RuleViolation if files of such a name are not read
     */
    static Optional<Format> named(String name) {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        if (dot <= 0 || dot == file.length() - 1) {
            return Optional.empty();
        }
        var extension = file.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Optional.of(Arrays.stream(values())
                .filter(it -> it.extensions.contains(extension))
                .findFirst()
                .orElseThrow(() -> Refusal.WRONG_TYPE.with(name)));
    }

    /**
     * The format of characters: a web page shows itself; of what is left the name decides.
     *
     * @param named what the name promises, or null
     */
    static Format ofCharacters(String text, @Nullable Format named) {
        if (PAGE.matcher(text.substring(0, Math.min(text.length(), HEAD))).matches()) {
            return HTML;
        }
        if (named == HTML) {
            return TAG.matcher(text).find() ? HTML : TEXT;
        }
        return named == MARKDOWN ? MARKDOWN : TEXT;
    }

    /** @throws org.youju.base.RuleViolation if the name promises something else */
    static void agree(@Nullable Format named, Format found, String name) {
        if (named != null && named != found) {
            throw Refusal.CONTRADICTION.with(name, "." + found.extensions.getFirst());
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic, int at) {
        return bytes.length - at >= magic.length
                && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
    }
}
