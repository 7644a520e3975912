package org.youju.base;

/**
 * A word of the product in a sentence, in the language of the sentence.
 *
 * @param key a key of {@code vaadin-i18n/translations.properties}
 */
public record Word(String key) {
}
