package org.youju.entry.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.youju.base.ui.Routes;

/**
 * What the form of an observation is asked to show, as its address says it:
 * {@code ?indicator=DE_TAX&region=310105&period=2023&value=约310亿元&document=1&from=25&to=31&back=entry}. What can't be
 * read is as if not asked.
 *
 * @param value    as it is typed
 * @param document number of the document that is cited; 0 for none
 * @param from     where the cited words begin in its text
 * @param to       the unit after them
 * @param excuse   why no words state it; only where it is short
 * @param back     the address that it goes back to
 */
record FormState(Optional<String> indicator, Optional<String> region, Optional<String> period, Optional<String> value,
        long document, int from, int to, Optional<String> excuse, Optional<String> back) {

    private static final String VALUE = "value";
    private static final String DOCUMENT = "document";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String EXCUSE = "excuse";
    /** A longer text would make an address that servers refuse. */
    private static final int LONGEST = 200;
    private static final Set<String> WAYS_BACK = Set.of(Routes.ENTRY, Routes.INDICATORS, Routes.CELL, Routes.TO_DO);

    static FormState read(QueryParameters query) {
        return new FormState(text(query, Routes.INDICATOR), text(query, Routes.REGION), text(query, Routes.PERIOD),
                text(query, VALUE), number(query, DOCUMENT), (int) number(query, FROM), (int) number(query, TO),
                text(query, EXCUSE), text(query, Routes.BACK).filter(FormState::isOurs));
    }

    private static Optional<String> text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank());
    }

    private static long number(QueryParameters query, String name) {
        return text(query, name).filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong).orElse(0L);
    }

    /** Nobody is led elsewhere. */
    private static boolean isOurs(String address) {
        return WAYS_BACK.contains(address.split("[/?#]", 2)[0]) && !address.contains("//") && !address.contains("\\");
    }

    QueryParameters toQuery() {
        Map<String, String> parts = new LinkedHashMap<>();
        indicator.ifPresent(code -> parts.put(Routes.INDICATOR, code));
        region.ifPresent(code -> parts.put(Routes.REGION, code));
        period.filter(text -> text.length() <= LONGEST).ifPresent(text -> parts.put(Routes.PERIOD, text));
        value.filter(text -> text.length() <= LONGEST).ifPresent(text -> parts.put(VALUE, text));
        if (document > 0) {
            parts.put(DOCUMENT, Long.toString(document));
        }
        if (to > from) {
            parts.put(FROM, Integer.toString(from));
            parts.put(TO, Integer.toString(to));
        }
        excuse.filter(text -> text.length() <= LONGEST).ifPresent(text -> parts.put(EXCUSE, text));
        back.ifPresent(address -> parts.put(Routes.BACK, address));
        return QueryParameters.simple(parts);
    }
}
