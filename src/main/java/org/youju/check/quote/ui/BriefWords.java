package org.youju.check.quote.ui;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.youju.check.quote.Brief;
import org.youju.figure.FigureWriter;
import org.youju.observation.Observation;
import org.youju.reply.Citation.Sentence;
import org.youju.reply.Quotation;

/** Writes what was answered last and what is known now as sentences with their sources, ready to be copied. */
final class BriefWords {

    private static final Sentence NONE = new Sentence("", "", "");

    private final Component owner;
    private final QuoteWords quotes;
    private final Locale locale;

    /** @param owner the component that shows them */
    BriefWords(Component owner, Locale locale) {
        this.owner = owner;
        this.locale = locale;
        quotes = new QuoteWords(owner, locale);
    }

    /** One line for each indicator. */
    String text(List<Brief> briefs) {
        return briefs.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(Brief brief) {
        var line = new StringBuilder(brief.indicator().name(locale)).append(say("check.brief.colon"));
        var said = brief.said();
        if (said == null) {
            line.append(say("check.brief.text.unsaid"));
        } else {
            line.append(say("check.brief.text.said", year(said.statement()), stated(said.statement()),
                    source(said.statement())));
            if (said.standing().isDoubtful()) {
                line.append(say("check.brief.semicolon")).append(became(brief));
            }
        }
        line.append(say("check.brief.semicolon"));
        var now = brief.now();
        if (now == null) {
            line.append(say("check.brief.text.nothing"));
        } else if (said != null && !brief.isNewer()) {
            line.append(say("check.brief.text.same"));
        } else {
            line.append(say("check.brief.text.now", stated(now), source(now)));
            if (brief.change() != null) {
                line.append(say("check.brief.comma")).append(change(brief.change()));
            }
        }
        return line.append(say("check.brief.stop")).toString();
    }

    /** What has become of the figure that was answered, without a stop at its end. */
    private String became(Brief brief) {
        var said = brief.said();
        return said.counterpart().map(other -> say("check.brief.text.became." + said.standing(),
                FigureWriter.show(other.figure(), locale).text(), source(other)))
                .orElseThrow();
    }

    /** How far it is from what was answered to what is known now; without a sign where neither is proven. */
    String change(Brief.Change change) {
        if (change.comparable() == Brief.Comparable.BREAK) {
            return say("check.brief.change.break");
        }
        if (!change.isProven()) {
            return say("check.brief.change.open");
        }
        var unit = say(change.points() ? "check.brief.points" : "check.brief.percent");
        return say("check.brief.change", signed(change.value()) + unit,
                FigureWriter.interval(change.interval(), 1, locale) + unit);
    }

    private static String signed(BigDecimal value) {
        var rounded = value.setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString().replace('-', '\u2212');
    }

    /** The year in which a statement was published, or that its source has no date. */
    String year(Observation statement) {
        return statement.publishedOn() == null ? say("reply.undated")
                : say("check.brief.year", Integer.toString(statement.publishedOn().getYear()));
    }

    /** Period and figure, with what its source says of it where it is no firm figure: 2024年2789亿元，待核实. */
    private String stated(Observation statement) {
        var words = say("check.brief.stated", statement.period().label(locale),
                FigureWriter.show(statement.figure(), locale).text());
        return statement.status().isFirm() ? words
                : words + say("check.brief.comma") + say("source.status." + statement.status());
    }

    private static String source(Observation statement) {
        return Quotation.of(statement.reply(), NONE);
    }

    QuoteWords quotes() {
        return quotes;
    }

    private String say(String key, Object... arguments) {
        return owner.getTranslation(key, arguments);
    }
}
