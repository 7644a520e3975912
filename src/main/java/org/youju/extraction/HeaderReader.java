package org.youju.extraction;

import java.util.List;

final class HeaderReader {
    private HeaderReader() {
    }

    static DocumentHeader read(String text) {
        return new DocumentHeader(null, null, "", null, null, null, null, List.of(), null, null, null, null, null, List.of());
    }
}
