package org.youju.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SHA-256 over fields, each with its length. */
public final class Fingerprint {

    private Fingerprint() {
    }

    /**
     * The hash of some fields, as 64 hexadecimal digits. A missing field differs from an empty one, and no two rows of
     * fields read alike.
     */
    public static String of(List<? extends @Nullable String> fields) {
        var text = new StringBuilder(256);
        for (var field : fields) {
            if (field == null) {
                text.append("-;");
            } else {
                text.append(field.length()).append(':').append(field).append(';');
            }
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
