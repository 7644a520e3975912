package org.youju.ledger.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.commitment.Verdict.Kind;
import org.youju.ledger.Narrowed;
import org.youju.ledger.Reach;

/**
 * What the ledger is asked to show, as its address says it:
 * {@code ?region=310105&reach=own&department=FGW&from=2018&to=2025&verdict=NOT_MET&q=小区&c=C001&screen=2}. What can't be
 * read is as if not asked.
 *
 * @param page     region and 时点
 * @param verdict  only those of which it holds
 * @param chosen   code of the promise whose panel is open
 * @param screen   which screenful, from 1
 */
record LedgerState(PageState page, Narrowed wanted, Optional<Kind> verdict, Optional<String> chosen, int screen) {

    private static final String REACH = "reach";
    private static final String DEPARTMENT = "department";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String VERDICT = "verdict";
    private static final String WORDS = "q";
    private static final String SCREEN = "screen";

    static LedgerState read(QueryParameters query) {
        var reach = text(query, REACH).flatMap(word -> Arrays.stream(Reach.values())
                .filter(it -> it.word().equals(word)).findFirst()).orElse(Reach.ALL);
        var verdict = text(query, VERDICT).flatMap(word -> Arrays.stream(Kind.values())
                .filter(it -> it.name().equals(word)).findFirst());
        return new LedgerState(PageState.read(query).state(),
                new Narrowed(reach, text(query, DEPARTMENT), year(query, FROM), year(query, TO),
                        text(query, WORDS).orElse("")),
                verdict, text(query, Routes.CHOSEN),
                text(query, SCREEN).filter(it -> it.matches("[1-9]\\d{0,5}")).map(Integer::parseInt).orElse(1));
    }

    private static Optional<String> text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank());
    }

    private static OptionalInt year(QueryParameters query, String name) {
        return text(query, name).filter(it -> it.matches("\\d{4}")).stream().mapToInt(Integer::parseInt).findFirst();
    }

    /** What of the address could not be read. */
    static List<PageState.Notice> notices(QueryParameters query) {
        return PageState.read(query).notices();
    }

    String address() {
        var parts = new LinkedHashMap<String, String>();
        page.toQuery().getParameters().forEach((name, values) -> parts.put(name, values.getFirst()));
        if (wanted.reach() != Reach.ALL) {
            parts.put(REACH, wanted.reach().word());
        }
        wanted.department().ifPresent(it -> parts.put(DEPARTMENT, it));
        wanted.from().ifPresent(it -> parts.put(FROM, Integer.toString(it)));
        wanted.to().ifPresent(it -> parts.put(TO, Integer.toString(it)));
        verdict.ifPresent(it -> parts.put(VERDICT, it.name()));
        if (!wanted.words().isEmpty()) {
            parts.put(WORDS, wanted.words());
        }
        chosen.ifPresent(it -> parts.put(Routes.CHOSEN, it));
        if (screen > 1) {
            parts.put(SCREEN, Integer.toString(screen));
        }
        return Routes.commitments(parts);
    }

    LedgerState at(PageState other) {
        return new LedgerState(other, wanted, verdict, Optional.empty(), 1);
    }

    LedgerState narrowed(Narrowed other) {
        return new LedgerState(page, other, verdict, chosen, 1);
    }

    LedgerState only(Optional<Kind> kind) {
        return new LedgerState(page, wanted, kind, chosen, 1);
    }

    LedgerState choosing(Optional<String> code) {
        return new LedgerState(page, wanted, verdict, code, screen);
    }

    LedgerState on(int other) {
        return new LedgerState(page, wanted, verdict, chosen, other);
    }
}
