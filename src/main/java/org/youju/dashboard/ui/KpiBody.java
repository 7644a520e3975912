package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.check.Derivation;
import org.youju.commitment.Judged;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.dashboard.KpiCard;
import org.youju.figure.FigureWriter;
import org.youju.figure.PeriodKind;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.observation.ui.Calculation;
import org.youju.observation.ui.ComputedFigure;
import org.youju.observation.ui.Evidence;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.QuotedFigure;
import org.youju.observation.ui.SourceBadge;
import org.youju.observation.ui.StatusWords;
import org.youju.reply.Layout.Place;

/** The inside of a headline's card: the value, its history in small, two facts, and where it comes from. */
final class KpiBody extends Div {

    private final KpiCard card;
    private final Optional<Place> place;
    private final Optional<LocalDate> asOf;

    /** @param asOf the 时点 of the page, empty for the latest */
    KpiBody(KpiCard card, Optional<Place> place, Optional<LocalDate> asOf, Catalogue catalogue) {
        this.card = card;
        this.place = place;
        this.asOf = asOf;
        addClassName("yj-kpi-body");
        card.cell().ifPresentOrElse(this::stated,
                () -> card.implied().ifPresentOrElse(it -> implied(it, catalogue), this::missing));
    }

    /** The state word that stands at the right of the card's name, the weightiest that holds. */
    static Optional<Component> state(KpiCard card, Component owner) {
        return states(card, owner).stream().findFirst();
    }

    /** Every state word that must be read with the figure, the weightiest first. */
    private static List<Component> states(KpiCard card, Component owner) {
        var all = new ArrayList<Component>();
        card.implied().ifPresent(it -> all.add(word(StateBadge.Tone.INFO, Glyph.INFORMATION,
                "dashboard.state.computed", owner)));
        if (card.cell().isEmpty()) {
            return all;
        }
        var shown = card.cell().get().representing();
        card.promise().ifPresent(it -> all.add(new VerdictBadge(it)));
        if (!shown.status().isFirm()) {
            all.add(word(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE, "source.status." + shown.status(), owner));
        }
        if (card.carriedOver()) {
            all.add(word(StateBadge.Tone.NONE, Glyph.CLOCK, "dashboard.card.carried", owner));
        }
        if (all.isEmpty() && isFloor(shown)) {
            all.add(word(StateBadge.Tone.WARN, Glyph.BEHIND, "dashboard.card.floor", owner));
        }
        if (all.isEmpty() && shown.period().kind() == PeriodKind.BY) {
            all.add(word(StateBadge.Tone.WARN, Glyph.NOT_PROVABLE, "dashboard.card.start-unknown", owner));
        }
        return all;
    }

    private static StateBadge word(StateBadge.Tone tone, Glyph glyph, String key, Component owner) {
        return new StateBadge(tone, glyph, owner.getTranslation(key));
    }

    private static boolean isFloor(Observation shown) {
        return shown.figure().qualifier() == Qualifier.AT_LEAST || shown.figure().qualifier() == Qualifier.MORE_THAN;
    }

    private void stated(Cell cell) {
        var shown = cell.representing();
        var main = new Div(FigureText.of(shown));
        side().ifPresent(main::add);
        main.addClassName("yj-kpi-main");
        var facts = new Div();
        facts.addClassName("yj-kpi-facts");
        facts(shown).stream().limit(3).forEach(facts::add);
        add(main, facts);
        card.promise().ifPresent(it -> add(promise(it)));
        add(new SourceBadge(cell.statements(), shown, place));
    }

    /** Which promise the verdict beside the card's name is of, by figures of which year, and of how many it is the worst. */
    private Component promise(Judged judged) {
        var promise = judged.commitment();
        var words = PromiseWords.of(judged, card.indicator().direction(), card.promiseYear(), this, getLocale());
        int all = card.promises().size();
        var link = new Anchor(Routes.asOf(Routes.commitment(promise.region(), promise.code()), asOf),
                all == 1 ? getTranslation("dashboard.card.promise", words)
                        : getTranslation("dashboard.card.promise.worst", words, all));
        link.addClassName("yj-kpi-promise");
        return link;
    }

    private Optional<Component> side() {
        return Sparkline.of(card.series(), card.year()).<Component>map(drawn -> drawn)
                .or(() -> card.isOnlyPeriod() ? Optional.of(onlyPeriod()) : Optional.empty());
    }

    private Component onlyPeriod() {
        var words = new Div(new Div(getTranslation("dashboard.card.one-period")),
                new Div(getTranslation("dashboard.card.no-history")));
        words.addClassNames("yj-kpi-side", "yj-only");
        return words;
    }

    private List<Component> facts(Observation shown) {
        var facts = new ArrayList<Component>();
        var period = fact(null, shown.period().label(getLocale()));
        states(card, this).stream().skip(1).forEach(period::add);
        facts.add(period);
        card.change().ifPresent(change -> facts.add(switch (change) {
            case KpiCard.Change.Stated(var growth) -> fact(getTranslation("dashboard.card.growth"),
                    QuotedFigure.change(growth.representing()));
            case KpiCard.Change.Computed computed -> fact(
                    getTranslation("dashboard.card.against", computed.base().key().period().label(getLocale())),
                    new ComputedFigure(calculation(shown, computed)));
        }));
        if (!shown.interval().isPoint()) {
            facts.add(fact(getTranslation("dashboard.card.interval"),
                    FigureWriter.interval(shown.figure(), getLocale())));
        }
        return facts;
    }

    private Calculation calculation(Observation shown, KpiCard.Change.Computed computed) {
        var base = computed.base().representing();
        var unit = card.indicator().unit();
        var result = computed.isCertain() ? FigureWriter.computedChange(computed.value(), unit, getLocale()).text()
                : getTranslation("dashboard.card.not-certain");
        return new Calculation(StatusWords.marked(result, base, getLocale()), FigureWriter.show(shown.figure(), getLocale()).text() + " \u2212 "
                + FigureWriter.show(base.figure(), getLocale()).text(),
                FigureWriter.computedInterval(computed.interval(), computed.value(), unit, getLocale()),
                List.of(input(shown), input(base)));
    }

    private Calculation.Input input(Observation statement) {
        return new Calculation.Input(getTranslation("dashboard.card.input", card.indicator().name(getLocale()),
                statement.period().label(getLocale())), Evidence.of(statement, getLocale()));
    }

    private static Span fact(@Nullable String name, String value) {
        return fact(name, new Span(value));
    }

    private static Span fact(@Nullable String name, HtmlComponent bold) {
        bold.addClassName("yj-fact-value");
        return name == null ? new Span(bold) : new Span(new Text(name + " "), bold);
    }

    /** What follows from other figures, hollow and with its formula. */
    private void implied(Derivation derived, Catalogue catalogue) {
        var figure = new FigureText(FigureWriter.computed(derived.value(), derived.interval(), card.indicator().unit(),
                getLocale()));
        figure.addClassName("yj-is-computed");
        var main = new Div(figure);
        side().ifPresent(main::add);
        main.addClassName("yj-kpi-main");
        var facts = new Div(fact(null, derived.period().label(getLocale())),
                fact(getTranslation("dashboard.card.interval"), FigureWriter.computedInterval(derived.interval(),
                        derived.value(), card.indicator().unit(), getLocale())));
        if (!derived.basis().isFirm()) {
            facts.add(fact(null, getTranslation(derived.basis().key())));
        }
        facts.addClassName("yj-kpi-facts");
        add(main, facts, new SourceBadge(new Workings(catalogue, getLocale()).of(derived)));
    }

    private void missing() {
        var word = new Span(getTranslation("dashboard.card.missing"));
        word.addClassName("yj-missing");
        var main = new Div(word);
        side().ifPresent(main::add);
        main.addClassName("yj-kpi-main");
        var last = card.last();
        var facts = new Div();
        facts.addClassName("yj-kpi-facts");
        last.ifPresent(c -> facts.add(fact(getTranslation("dashboard.card.last"),
                c.key().period().label(getLocale()) + " " + StatusWords.marked(FigureWriter.show(
                        c.representing().figure(), getLocale()).text(), c.representing(), getLocale()))));
        add(main, facts);
        last.ifPresent(c -> add(new SourceBadge(c.statements(), c.representing(), place)));
    }
}
