package org.youju.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Figure;
import org.youju.figure.Period;
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

        /**
         * The time of which the sentence of the words speaks, where it says so and that has no year in common with the
         * period for which they are to state a figure.
         *
         * @param cited among the citations that were read; one that doesn't say when says nothing otherwise
         */
        Optional<Period> otherTime(Collection<Citation> cited, Figure figure, Period period);
    }

    /** Reads the words of all these at once. */
    Reading read(Collection<Citation> citations);

    /**
     * Whether a promise speaks of another time than the words that make it, with what stands around them; false where they
     * leave its time open.
     *
     * @param issuedOn by what day 今年 is understood, null where the document has none
     * @param from     first year of its window; null where only the end of the window counts
     * @param last     last day of its window, null where it has no end
     */
    boolean isOtherTime(Citation cited, @Nullable LocalDate issuedOn, @Nullable Integer from, @Nullable LocalDate last);
}
