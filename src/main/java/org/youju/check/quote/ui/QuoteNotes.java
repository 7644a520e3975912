package org.youju.check.quote.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.check.quote.Quoted;
import org.youju.check.quote.Quotes;
import org.youju.check.quote.Standing;
import org.youju.reply.Citation;
import org.youju.reply.Reply;
import org.youju.reply.ui.FigureNotes;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Says beside each figure of a document what other sources state of the same. */
@Service
class QuoteNotes implements FigureNotes {

    private final Quotes quotes;
    private final Access access;

    QuoteNotes(Quotes quotes, Access access) {
        this.quotes = quotes;
        this.access = access;
    }

    @Override
    public Notes of(Reply reply, @Nullable LocalDate asOf) {
        if (!access.may(Permission.READ_PUBLISHED)) {
            return new Notes(List.of(), Map.of());
        }
        var ui = UI.getCurrentOrThrow();
        var words = new QuoteWords(ui, ui.getLocale());
        var quoted = quotes.of(reply.id(), asOf);
        var byCitation = new HashMap<Long, List<Component>>();
        for (var one : quoted) {
            if (one.standing() != Standing.ALONE) {
                one.statement().citations().stream().map(Citation::id).forEach(citation ->
                        byCitation.computeIfAbsent(citation, id -> new ArrayList<>()).add(words.note(one)));
            }
        }
        return new Notes(quoted.isEmpty() ? List.of() : List.of(summary(quoted, asOf, ui)), byCitation);
    }

    /** How many figures still hold, and for those who answer proposals, the way to what is new. */
    private Component summary(List<Quoted> quoted, @Nullable LocalDate asOf, UI ui) {
        var superseded = count(quoted, Standing.SUPERSEDED);
        var doubtful = quoted.stream().filter(it -> it.standing().isDoubtful()).count() - superseded;
        var compared = quoted.stream().filter(it -> it.standing() != Standing.ALONE).count();
        var words = compared == 0 ? ui.getTranslation("check.quote.summary.alone") : superseded + doubtful > 0
                ? ui.getTranslation("check.quote.summary", compared, superseded, doubtful)
                : ui.getTranslation("check.quote.summary.none", compared);
        var summary = new Div(new Span(asOf == null ? words : ui.getTranslation("check.quote.summary.as-of", asOf, words)));
        if (access.may(Permission.EXPORT)) {
            summary.add(new Anchor(Routes.briefOf(List.of(quoted.getFirst().statement().reply().id()),
                    PageState.DEFAULT.withRegion(quoted.getFirst().statement().region())),
                    ui.getTranslation("check.brief.of-reply")));
        }
        summary.addClassName("yj-quote-summary");
        return summary;
    }

    private static long count(List<Quoted> quoted, Standing standing) {
        return quoted.stream().filter(it -> it.standing() == standing).count();
    }
}
