package org.youju;

/** Something outside the program keeps Youju from starting; the message says what, and how to put it right. */
class CannotStart extends RuntimeException {

    /**
     * @param key       key of the sentence in the translations
     * @param arguments what the sentence names, in its order
     */
    CannotStart(String key, Object... arguments) {
        super(Console.inBothLanguages(key, arguments));
    }
}
