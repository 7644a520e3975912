package org.youju.reply.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the encoding of characters: by their mark, by what a web page declares, as UTF-8 where they are, and else by
 * which reading looks most like Chinese or ASCII: GB18030, UTF-16 little-endian or big-endian.
 */
final class Characters {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})",
                    Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;
    private static final int SAMPLE = 64 * 1024;
    private static final double PLAUSIBLE = 0.9;
    private static final int PROSE = 20;
    private static final double LEAST_FREQUENT = 0.01;
    /** What no Chinese prose is long without; a wrong reading hardly ever shows one of them. */
    private static final String FREQUENT = "的一是在和年了有为，。、：";

    private Characters() {
    }

    /** Whether the bytes could be a text at all. */
    static boolean plausible(byte[] bytes) {
        return best(bytes).isPresent();
    }

    /**
     * The text of a file.
     *
     * @throws org.youju.base.RuleViolation if the bytes are not characters, or of an encoding that is not read
     */
    static String decode(byte[] bytes, String name) {
        return best(bytes).orElseThrow(() -> binary(bytes) ? Refusal.WRONG_TYPE.with(name) : Refusal.ENCODING.with());
    }

    private static Optional<String> best(byte[] bytes) {
        var marked = marked(bytes);
        if (marked.isPresent()) {
            return marked;
        }
        return declared(bytes)
                .or(() -> strict(bytes, 0, StandardCharsets.UTF_8).filter(text -> share(text) > PLAUSIBLE))
                .or(() -> Stream.of(GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                        .flatMap(charset -> strict(bytes, 0, charset).stream())
                        .filter(text -> share(text) > PLAUSIBLE && readsLikeProse(text))
                        .max(Comparator.comparingDouble(text -> share(text) + frequency(text))));
    }

    private static Optional<String> marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** A declaration that the bytes contradict is not believed. GB2312 and GBK are parts of GB18030. */
    private static Optional<String> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        if (!declared.find()) {
            return Optional.empty();
        }
        var charset = declared.group(1).toLowerCase(Locale.ROOT);
        try {
            return strict(bytes, 0, charset.startsWith("gb") ? GB18030 : Charset.forName(charset))
                    .filter(text -> share(text) > PLAUSIBLE);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString());
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The share of characters that stand in texts, over the first of them. */
    private static double share(String text) {
        int good = 0;
        int length = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < length; i++) {
            good += isOfText(text.charAt(i)) ? 1 : 0;
        }
        return length == 0 ? 1 : (double) good / length;
    }

    private static boolean isOfText(char c) {
        return c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t' || c == '\f'
                || c >= 0xA0 && c < 0x250
                || c >= 0x2000 && c < 0x2700
                || c >= 0x3000 && c < 0x3040 || c >= 0x3200 && c < 0x3400
                || c >= 0x3400 && c < 0xA000
                || c >= 0xFF00 && c < 0xFFF0
                || c == '\uFEFF';
    }

    private static boolean readsLikeProse(String text) {
        var sample = text.substring(0, Math.min(text.length(), SAMPLE));
        long ascii = sample.chars().filter(c -> c < 0x7F).count();
        long han = sample.chars().filter(Character::isIdeographic).count();
        boolean proves = han >= PROSE;
        return ascii > sample.length() * PLAUSIBLE
                || han > 0 && han + ascii > sample.length() / 2 && (!proves || frequency(text) > LEAST_FREQUENT);
    }

    private static double frequency(String text) {
        var sample = text.substring(0, Math.min(text.length(), SAMPLE));
        long frequent = sample.chars().filter(c -> FREQUENT.indexOf(c) >= 0).count();
        return sample.isEmpty() ? 0 : (double) frequent / sample.length();
    }

    /** Characters have no zero bytes, but for those of UTF-16, which come with a mark or read like prose. */
    private static boolean binary(byte[] bytes) {
        int controls = 0;
        int length = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            controls += b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7F ? 1 : 0;
        }
        return controls * 100 > length;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
