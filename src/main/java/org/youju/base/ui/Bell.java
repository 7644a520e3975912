package org.youju.base.ui;

import java.util.Optional;
import java.util.Set;

/** How many things whoever is here has not been told yet; the bell in the top bar counts them. */
public interface Bell {

    /** 0 where nobody is logged in. */
    int unread();

    /** User name of whoever is here, empty where nobody is logged in. */
    Optional<String> owner();

    /**
     * There is something new for some people, or something less; published within the transaction that makes it so.
     *
     * @param people user names
     */
    record Rung(Set<String> people) {

        public Rung {
            people = Set.copyOf(people);
        }
    }
}
