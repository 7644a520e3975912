package org.youju.api;

import org.youju.base.NotFoundException;

/** Numbers of rows as they stand in addresses. */
final class Ids {

    private Ids() {
    }

    /** @throws NotFoundException if the text is no number: there is no row of that name */
    static long number(String text, String notFoundKey) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NotFoundException(notFoundKey, text);
        }
    }
}
