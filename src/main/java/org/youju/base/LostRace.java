package org.youju.base;

/** Somebody else has changed meanwhile what a person changes: both versions are to be shown, and one to be chosen. */
public class LostRace extends RuleViolation {

    /**
     * @param key       a key of {@code vaadin-i18n/translations.properties}
     * @param arguments what stands for {@code {0}}, {@code {1}} … in the sentence
     */
    public LostRace(String key, Object... arguments) {
        super(key, arguments);
    }
}
