package org.youju.base.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a page is asked to show, as its address says it: {@code ?region=310105&year=2023&asOf=2024-04-25}.
 *
 * @param region code of the region; empty = the one that the page opens with
 * @param year calendar year from {@value #FIRST_YEAR} to {@value #LAST_YEAR}; empty = the newest that has figures
 * @param asOf the day whose state of knowledge is shown; empty = the latest
 * @param recorded the moment whose state of our own records is shown; empty = now
 */
public record PageState(Optional<String> region, OptionalInt year, Optional<LocalDate> asOf,
        Optional<Instant> recorded) {

    public static final int FIRST_YEAR = 1949;
    public static final int LAST_YEAR = 2100;

    /** Nothing asked: the page chooses. */
    public static final PageState DEFAULT = new PageState(Optional.empty(), OptionalInt.empty(), Optional.empty());

    private static final String REGION = "region";
    private static final String YEAR = "year";
    private static final String AS_OF = "asOf";
    private static final String RECORDED = "recordedAsOf";
    private static final String REGION_CODE = "[0-9A-Za-z_-]{1,12}";

    public PageState {
        if (region.isPresent() && !region.get().matches(REGION_CODE)) {
            throw new IllegalArgumentException("region code: " + region.get());
        }
        if (year.isPresent() && (year.getAsInt() < FIRST_YEAR || year.getAsInt() > LAST_YEAR)) {
            throw new IllegalArgumentException("year: " + year.getAsInt());
        }
        if (asOf.isPresent() && (asOf.get().getYear() < FIRST_YEAR || asOf.get().getYear() > LAST_YEAR)) {
            throw new IllegalArgumentException("as-of date: " + asOf.get());
        }
    }

    /** Of our records as they are now. */
    public PageState(Optional<String> region, OptionalInt year, Optional<LocalDate> asOf) {
        this(region, year, asOf, Optional.empty());
    }

    /**
     * What could be read of an address, and what could not.
     *
     * @param state the parts that were understood; the others are as if not asked
     * @param notices one for each part that was not understood, in the order of the parameters
     */
    public record Reading(PageState state, List<Notice> notices) {
        public Reading {
            notices = List.copyOf(notices);
        }
    }

    /**
     * A part of an address that could not be read.
     *
     * @param key key of the sentence, whose {@code {0}} is the value
     * @param value what the address said
     */
    public record Notice(String key, String value) {
    }

    /** Reads an address leniently: a part that says nothing sensible gives a notice, never an error. */
    public static Reading read(QueryParameters query) {
        var notices = new ArrayList<Notice>();
        var state = new PageState[] {DEFAULT};
        part(query, REGION, "base.notice.region", notices, text -> state[0] = state[0].withRegion(text));
        part(query, YEAR, "base.notice.year", notices, text -> state[0] = state[0].withYear(Integer.parseInt(text)));
        part(query, AS_OF, "base.notice.as-of", notices, text ->
                state[0] = state[0].withAsOf(Optional.of(LocalDate.parse(text))));
        part(query, RECORDED, "base.notice.recorded", notices, text ->
                state[0] = state[0].withRecorded(Instant.parse(text)));
        return new Reading(state[0], notices);
    }

    private static void part(QueryParameters query, String name, String key, List<Notice> notices,
            Consumer<String> reader) {
        var text = query.getSingleParameter(name).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return;
        }
        try {
            reader.accept(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            notices.add(new Notice(key, text));
        }
    }

    /** The one query that says this state; parts that are not asked are left out. */
    public QueryParameters toQuery() {
        Map<String, String> parts = new LinkedHashMap<>();
        region.ifPresent(code -> parts.put(REGION, code));
        year.ifPresent(number -> parts.put(YEAR, Integer.toString(number)));
        asOf.ifPresent(day -> parts.put(AS_OF, day.toString()));
        recorded.ifPresent(moment -> parts.put(RECORDED, moment.toString()));
        return QueryParameters.simple(parts);
    }

    /** The same page for another region. */
    public PageState withRegion(String code) {
        return new PageState(Optional.of(code), year, asOf, recorded);
    }

    /** The same page for another year. */
    public PageState withYear(int number) {
        return new PageState(region, OptionalInt.of(number), asOf, recorded);
    }

    /** The same page as of another day; empty = the latest. */
    public PageState withAsOf(Optional<LocalDate> day) {
        return new PageState(region, year, day, recorded);
    }

    /** The same page by our records of a moment. */
    public PageState withRecorded(Instant moment) {
        return new PageState(region, year, asOf, Optional.of(moment));
    }

    /** The same page by our records as they are now. */
    public PageState withoutRecorded() {
        return new PageState(region, year, asOf);
    }
}
