package org.youju.base;

/**
 * What an address names is not there. Thrown in {@code beforeEnter} by views and by services; the message key names a
 * sentence that says what was looked for, and the layout shows it together with a way out.
 */
public class NotFoundException extends RuntimeException {

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key a key of {@code vaadin-i18n/translations.properties}
     * @param arguments what stands for {@code {0}}, {@code {1}} … in the sentence, such as the code in the address
     */
    public NotFoundException(String key, Object... arguments) {
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
