package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.compare.ChartKind;
import org.youju.compare.Comparison;
import org.youju.compare.Finder;
import org.youju.compare.Option;
import org.youju.compare.Selection;
import org.youju.compare.reckon.Transform;
import org.youju.indicator.Indicator;

/** Where a person says what is compared, and how. Every press asks for another selection; nothing is kept here. */
final class SelectionPanel extends Div {

    private static final int YEARS_BACK = 15;
    private static final int YEARS_AHEAD = 1;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Comparison comparison;
    private final Words words;
    private final Finder finder;
    private final Consumer<Selection> go;
    private final List<AsOfPicker.Moment> days;
    private final boolean auditor;

    /**
     * @param go      told with the selection that a person asks for
     * @param days    on which sources of what is shown were published, newest first
     * @param auditor whether moments of our own records may be asked for
     */
    SelectionPanel(Comparison comparison, Words words, Finder finder, Consumer<Selection> go,
            List<AsOfPicker.Moment> days, boolean auditor) {
        this.auditor = auditor;
        this.days = days;
        this.comparison = comparison;
        this.words = words;
        this.finder = finder;
        this.go = go;
        addClassNames("yj-panel", "yj-compare-choice");
        add(indicators(), regions(), years(), transforms(), charts(), options(), moments());
        left().ifPresent(this::add);
    }

    private Selection selection() {
        return comparison.selection();
    }

    private Section part(String key, Component... content) {
        var part = new Section(new H2(words.say(key)));
        part.addClassName("yj-compare-part");
        part.add(content);
        return part;
    }

    private static NativeButton toggle(String id, String text, boolean pressed, Runnable press) {
        var button = new NativeButton(text);
        button.setId(id);
        button.addClassName("yj-compare-toggle");
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
        button.addClickListener(click -> press.run());
        return button;
    }

    private static Markup buttons(Stream<? extends Component> all) {
        return new Markup(row(all));
    }

    private static Div row(Stream<? extends Component> all) {
        var row = new Div();
        row.addClassName("yj-compare-toggles");
        all.forEach(row::add);
        return row;
    }

    private Component indicators() {
        var chips = buttons(selection().indicators().stream()
                .flatMap(code -> comparison.catalogue().find(code).stream()).map(this::chip));
        boolean full = selection().indicators().size() >= Selection.MOST_INDICATORS;
        return part("compare.indicators", chips, new IndicatorSearch(comparison.catalogue(), words, finder,
                it -> selection().indicators().contains(it.code()), full, this::choose));
    }

    private Component chip(Indicator indicator) {
        var name = indicator.name(words.locale());
        var button = new NativeButton();
        button.add(new Span(name), Glyph.CLOSE.icon());
        button.addClassName("yj-compare-chip");
        button.setAriaLabel(words.say("compare.remove", name));
        button.getElement().setAttribute("data-return", IndicatorSearch.ID);
        button.addClickListener(click -> go.accept(selection().withIndicators(
                selection().indicators().stream().filter(it -> !it.equals(indicator.code())).toList())));
        return button;
    }

    private void choose(Indicator indicator) {
        var codes = new ArrayList<>(selection().indicators());
        codes.add(indicator.code());
        go.accept(selection().withIndicators(codes));
    }

    private Component regions() {
        return part("compare.regions", buttons(comparison.catalogue().regions().stream().map(region -> {
            boolean chosen = selection().regions().contains(region.code());
            return toggle("cmp-r-" + region.code(), region.name(words.locale()), chosen, () -> {
                var codes = new ArrayList<>(selection().regions());
                if (!codes.remove(region.code()) && codes.size() < Selection.MOST_REGIONS) {
                    codes.add(region.code());
                }
                go.accept(selection().withRegions(codes));
            });
        })));
    }

    private Component years() {
        var named = Stream.concat(comparison.years().stream(), Stream.of(selection().from(), selection().to())
                .flatMap(it -> it.stream().boxed())).toList();
        int last = Math.max(Year.now(ZONE).getValue() + YEARS_AHEAD, named.stream().max(Integer::compare).orElse(0));
        int first = Math.min(last - YEARS_BACK, named.stream().min(Integer::compare).orElse(last));
        var all = Stream.concat(Stream.of(OptionalInt.empty()), IntStream.rangeClosed(first, last)
                .mapToObj(OptionalInt::of)).toList();
        return part("compare.years", row(Stream.of(
                new Choice<>("cmp-from", words.say("compare.from"), selection().from(), all, this::year,
                        year -> go.accept(selection().withYears(year, notBefore(year, selection().to())))),
                new Choice<>("cmp-to", words.say("compare.to"), selection().to(), all, this::year,
                        year -> go.accept(selection().withYears(notAfter(year, selection().from()), year))))));
    }

    private String year(OptionalInt year) {
        return year.isEmpty() ? words.say("compare.years.all") : Integer.toString(year.getAsInt());
    }

    private static OptionalInt notBefore(OptionalInt from, OptionalInt to) {
        return from.isPresent() && to.isPresent() && to.getAsInt() < from.getAsInt() ? from : to;
    }

    private static OptionalInt notAfter(OptionalInt to, OptionalInt from) {
        return from.isPresent() && to.isPresent() && to.getAsInt() < from.getAsInt() ? to : from;
    }

    private Component transforms() {
        var part = part("compare.transforms", buttons(Stream.of(Transform.values()).map(it ->
                toggle("cmp-t-" + it, words.transform(it), selection().transform() == it,
                        () -> go.accept(selection().withTransform(it))))));
        if (selection().transform().takesOther()) {
            var codes = Stream.of(Stream.of(""), selection().other().stream(), comparison.catalogue().indicators().stream()
                    .filter(it -> !it.unit().dimension().equals("percent")).map(Indicator::code))
                    .flatMap(it -> it).distinct().toList();
            part.add(new Choice<>("cmp-by", words.say("compare.other"), selection().other().orElse(""), codes,
                    code -> code.isEmpty() ? words.say("compare.other.none")
                            : comparison.catalogue().name(code, words.locale()),
                    code -> go.accept(selection().withOther(Optional.of(code).filter(it -> !it.isEmpty())))));
        }
        if (selection().transform().takesBase() && !comparison.years().isEmpty()) {
            int base = comparison.baseYear().orElseThrow();
            var offered = Stream.concat(Stream.of(base), comparison.years().stream()).distinct().sorted().toList();
            part.add(new Choice<>("cmp-base", words.say("compare.base"), base, offered, Object::toString,
                    year -> go.accept(selection().withBase(OptionalInt.of(year)))));
        }
        return part;
    }

    private Component charts() {
        return part("compare.charts", buttons(Stream.of(ChartKind.values()).map(it ->
                toggle("cmp-c-" + it, words.say("compare.chart." + it), selection().chart() == it,
                        () -> go.accept(selection().withChart(it))))));
    }

    private Component options() {
        return part("compare.options", buttons(Stream.of(Option.values()).map(it ->
                toggle("cmp-o-" + it, words.say("compare.option." + it), selection().has(it),
                        () -> go.accept(selection().with(it, !selection().has(it)))))));
    }

    /** A second day of publication, beside the one of the page's head. */
    private Component moments() {
        var offered = Stream.concat(Stream.concat(Stream.of(Optional.<LocalDate>empty()), selection().against().stream()
                .map(Optional::of)), days.stream().map(it -> Optional.of(it.day()))).distinct().toList();
        var part = part("compare.moments", new Choice<>("cmp-against", words.say("compare.against"), selection().against(),
                offered, day -> day.map(it -> words.say("compare.against.by", it)).orElseGet(
                        () -> words.say("compare.against.none")), day -> go.accept(selection().withAgainst(day))),
                new MomentField("cmp-against-day", words.say("compare.against.other"),
                        selection().against().map(LocalDate::toString).orElse(""), false,
                        at -> go.accept(selection().withAgainst(Optional.of(at.toLocalDate())))));
        if (auditor) {
            part.add(new MomentField("cmp-recorded", words.say("compare.recorded.at"), selection().recorded()
                    .map(it -> LocalDateTime.ofInstant(it, ZONE).truncatedTo(ChronoUnit.MINUTES).toString()).orElse(""),
                    true, at -> go.accept(selection().withRecorded(Optional.of(at.atZone(ZONE).toInstant())))));
        }
        return part;
    }

    /** The lines that take no part, and why. */
    private Optional<Component> left() {
        var lines = comparison.lines().stream().filter(it -> !comparison.hasResults(it)).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var part = part("compare.left");
        lines.forEach(line -> part.add(new Paragraph(words.left(line))));
        return Optional.of(part);
    }
}
