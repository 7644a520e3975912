package org.youju.check.quote.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.Comparison;
import org.youju.check.quote.Quoted;
import org.youju.check.quote.Standing;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;

/** Says in words how a quoted figure stands to what other sources state, in the language of the page. */
final class QuoteWords {

    private final Component owner;
    private final Locale locale;

    /** @param owner the component that shows them */
    QuoteWords(Component owner, Locale locale) {
        this.owner = owner;
        this.locale = locale;
    }

    /** The standing as a glyph and a word. */
    StateBadge badge(Standing standing) {
        var word = owner.getTranslation("check.quote.standing." + standing);
        return switch (standing) {
            case SUPERSEDED, CONFLICT -> new StateBadge(Tone.BAD, Glyph.NOT_MET, word);
            case OVERRULED, MINOR_CONFLICT -> new StateBadge(Tone.WARN, Glyph.BEHIND, word);
            case UNCERTAIN -> new StateBadge(Tone.WARN, Glyph.NOT_PROVABLE, word);
            case UPHELD, REVISES, AGREES -> new StateBadge(Tone.OK, Glyph.MET, word);
            case CHALLENGED -> new StateBadge(Tone.INFO, Glyph.INFORMATION, word);
            case ALONE -> new StateBadge(Tone.NONE, Glyph.NO_DATA, word);
        };
    }

    /** Why it has its standing: what the other source states, and when it did. */
    String why(Quoted quoted) {
        var key = "check.quote.why." + quoted.standing();
        return quoted.counterpart().map(other -> owner.getTranslation(key, other.reply().label(), date(other),
                figure(other), quoted.comparisons().size())).orElseGet(() -> owner.getTranslation(key));
    }

    /** All that is said of a quoted figure on the reader: its standing, why, and each other statement of its cell. */
    Component note(Quoted quoted) {
        var words = new Span(why(quoted));
        words.addClassName("yj-quote-why");
        var line = new Div(badge(quoted.standing()), words);
        if (quoted.standing().isDoubtful()) {
            quoted.counterpart().ifPresent(it -> line.add(open(it)));
        }
        line.addClassName("yj-quote-line");
        var others = new UnorderedList();
        others.addClassName("yj-quote-others");
        quoted.comparisons().forEach(it -> others.add(other(quoted, it)));
        var note = new Div(line, new NativeDetails(
                owner.getTranslation("check.quote.others", quoted.comparisons().size()), others));
        note.addClassName("yj-quote-note");
        return note;
    }

    private ListItem other(Quoted quoted, Comparison comparison) {
        var other = quoted.other(comparison);
        var agreement = owner.getTranslation("check.agreement." + comparison.agreement());
        var how = new Span(comparison.uncertain() ? owner.getTranslation("check.quote.uncertain", agreement) : agreement);
        how.addClassName("yj-quote-how");
        return new ListItem(how, new Span(figure(other)), source(other), caption(date(other)));
    }

    /** The way to the sentence of a statement, or to its document where none states it. */
    Anchor source(Observation statement) {
        var reply = statement.reply();
        return new Anchor(statement.citations().isEmpty() ? Routes.reply(reply.id())
                : Routes.reply(reply.id(), statement.citations().getFirst().id()), reply.label());
    }

    /** The same way after words that name the document already. */
    Anchor open(Observation statement) {
        var open = source(statement);
        open.setAriaLabel(owner.getTranslation("check.quote.open.of", statement.reply().label()));
        open.setText(owner.getTranslation("check.quote.open"));
        return open;
    }

    String figure(Observation statement) {
        return FigureWriter.show(statement.figure(), locale).text();
    }

    String date(Observation statement) {
        var issued = statement.reply().issuedOn();
        return issued == null ? owner.getTranslation("reply.undated") : issued.code();
    }

    static Span caption(String words) {
        var caption = new Span(words);
        caption.addClassName("yj-caption");
        return caption;
    }
}
