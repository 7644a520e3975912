package org.youju.observation;

import java.util.Collection;
import org.youju.figure.Figure;
import org.youju.reply.Citation;

/** Reads what quoted words state, so that nobody writes another figure under them unawares. */
public interface QuotedWords {

    /** What the words of some citations were read as. */
    interface Reading {

        /**
         * Whether a figure says something else than the words that are to state it: they state another one, or none of
         * its kind.
         *
         * @param cited among the citations that were read; where there are none, nothing is said otherwise
         */
        boolean isOther(Collection<Citation> cited, Figure figure);
    }

    /** Reads the words of all these at once. */
    Reading read(Collection<Citation> citations);
}
