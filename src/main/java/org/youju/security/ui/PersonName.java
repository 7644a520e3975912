package org.youju.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import java.util.function.UnaryOperator;
import org.youju.security.account.People;

/** What people are called wherever a page tells what they did. */
public final class PersonName {

    private PersonName() {
    }

    /**
     * The display name of an account; of one that is no more its user name.
     *
     * @param words gives the words of a key in the language of the page
     */
    public static String of(String username, UnaryOperator<String> words) {
        return Instantiator.get(UI.getCurrentOrThrow()).getOrCreate(People.class).name(username, words);
    }
}
