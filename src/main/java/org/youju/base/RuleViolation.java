package org.youju.base;

/**
 * The user broke a rule. The message key names a sentence that says what is wrong and how to put it right; it is shown
 * on the field it concerns and is never logged as an error.
 */
public class RuleViolation extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key a key of {@code vaadin-i18n/translations.properties}
     * @param arguments what stands for {@code {0}}, {@code {1}} … in the sentence; a {@link Named} or a
     *                  {@link Word} where the languages call it otherwise
     */
    public RuleViolation(String key, Object... arguments) {
        super(key + " " + Named.logged(arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** The key of the sentence. */
    public String key() {
        return key;
    }

    /** What stands for {@code {0}}, {@code {1}} … in the sentence; empty after serialization. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }
}
