package org.youju.base.ui.card;

/**
 * How far a card has come with its content.
 *
 * @param <T> the content
 */
public sealed interface AsyncState<T> {

    /** Being read. */
    record Loading<T>() implements AsyncState<T> {
    }

    /** Read. */
    record Loaded<T>(T value) implements AsyncState<T> {
    }

    /**
     * Could not be read.
     *
     * @param failure the id under which the log tells why
     */
    record Failed<T>(String failure) implements AsyncState<T> {
    }
}
