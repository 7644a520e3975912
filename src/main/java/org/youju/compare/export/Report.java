package org.youju.compare.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.compare.Comparison;
import org.youju.compare.Description;
import org.youju.compare.Description.Sentences;
import org.youju.compare.Notes;
import org.youju.compare.Writing;
import org.youju.compare.reckon.Known;
import org.youju.compare.reckon.Line;
import org.youju.compare.reckon.Outcome;
import org.youju.compare.reckon.Outcome.Result;
import org.youju.compare.reckon.Stretch;
import org.youju.compare.reckon.Transform;
import org.youju.indicator.Definition;
import org.youju.observation.Observation;
import org.youju.reply.Reply;

/**
 * A comparison as every file tells it: the table, what it shows, and what proves it.
 *
 * @param comparison of public values only
 * @param withheld   how many values were left out since they are not public
 * @param link       the whole address at which the comparison is shown
 * @param at         when it was made, up to which what is latest was known
 */
public record Report(Comparison comparison, int withheld, String link, Instant at, Locale locale, Sentences say) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

    /** The report of what is public in a comparison. */
    public static Report of(Comparison comparison, String link, Instant at, Locale locale, Sentences say) {
        var open = comparison.publicPart();
        return new Report(open, comparison.countOfValues() - open.countOfValues(), link, at, locale, say);
    }

    Writing writing() {
        return new Writing(comparison.catalogue(), locale);
    }

    Transform transform() {
        return comparison.selection().transform();
    }

    /** What is shown, with the other indicator or the base year. */
    public String title() {
        var name = say.of("compare.transform." + transform());
        if (transform().takesBase()) {
            return say.of("compare.title.base", name, comparison.baseYear().orElse(0));
        }
        return transform().takesOther() && !comparison.others().isEmpty() ? say.of("compare.title.other", name,
                comparison.others().getFirst().indicator().name(locale)) : name;
    }

    /** The names of the columns. */
    public List<String> heads() {
        var heads = new ArrayList<>(List.of(say.of("compare.table.indicator"), say.of("compare.table.region"),
                say.of("compare.file.unit")));
        comparison.years().forEach(year -> heads.add(year.toString()));
        heads.addAll(List.of(say.of(heading("change")), say.of(heading("growth")),
                say.of(heading("yearly")), say.of("compare.table.sources")));
        return heads;
    }

    private String heading(String column) {
        return Notes.heading(transform(), column);
    }

    /** One row for each line, as many cells as there are columns. */
    public List<List<String>> rows() {
        return comparison.lines().stream().map(this::row).toList();
    }

    private List<String> row(Line line) {
        var cells = new ArrayList<>(List.of(line.indicator().name(locale), line.region().name(locale),
                writing().axisUnit(line, transform(), other().orElse(null)).strip()));
        comparison.years().forEach(year -> cells.add(text(line, transform(), comparison.outcome(line, year))));
        var stretch = comparison.stretch(line);
        cells.add(text(line, Transform.CHANGE, stretch.map(Stretch::change).orElseGet(Outcome.Absent::new))
                + stretch.filter(it -> it.change() instanceof Result).flatMap(this::otherYears)
                        .map(it -> say.of("compare.file.mark", it)).orElse(""));
        cells.add(text(line, Transform.GROWTH, stretch.map(Stretch::growth).orElseGet(Outcome.Absent::new)));
        cells.add(text(line, Transform.CAGR, stretch.map(Stretch::yearly).orElseGet(Outcome.Absent::new)));
        cells.add(String.join(say.of("source.comma"), sources(line).map(it -> "[" + number(it.reply()) + "]")
                .distinct().toList()));
        return cells;
    }

    private Optional<Line> other() {
        return comparison.others().stream().findFirst();
    }

    private String text(Line line, Transform of, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Absent absent -> "—";
            case Outcome.Refused refused -> say.of("compare.short." + refused.reason());
            case Result result when Writing.isCompatible(of, result) ->
                    say.of("compare.compatible") + mark(result);
            case Result result -> (of == Transform.LEVEL ? writing().brief(line, result.inputs().getFirst())
                    : writing().text(line, of, result)) + mark(result);
        };
    }

    /** What goes with a result wherever it is copied: that it was reckoned across a break, and what it rests on. */
    String mark(Result result) {
        return (result.hedges().contains(Outcome.Hedge.ACROSS_BREAK) ? " //" : "") + mark(result.inputs());
    }

    String mark(List<Known> inputs) {
        var worth = inputs.stream().map(it -> Notes.worth(it, say)).filter(it -> !it.isEmpty()).distinct().toList();
        return worth.isEmpty() ? "" : say.of("compare.file.mark", String.join(say.of("source.comma"), worth));
    }

    /** Between which years a change is, where these are not the first and the last one shown. */
    Optional<String> otherYears(Stretch stretch) {
        var years = comparison.years();
        return stretch.first() == years.getFirst() && stretch.last() == years.getLast() ? Optional.empty()
                : Optional.of(stretch.first() + "–" + stretch.last());
    }

    /** What must be said beside the numbers. */
    public List<String> notes() {
        return Notes.of(comparison, locale, say);
    }

    /** The day up to which sources were published. */
    public LocalDate asOf() {
        return comparison.selection().asOf().orElseGet(() -> LocalDate.ofInstant(at, ZONE));
    }

    /** The moment at which our records stood as they are told. */
    public Instant recorded() {
        return comparison.selection().recorded().orElse(at);
    }

    /** What the comparison shows, in sentences. */
    public List<String> sentences() {
        return Description.of(comparison, locale, say);
    }

    /** The statements that the values of the years shown rest on. */
    Stream<Observation> sources(Line line) {
        return comparison.years().stream().map(line::at).flatMap(Optional::stream).flatMap(Report::statements);
    }

    static Stream<Observation> statements(Known known) {
        return known.cell() != null ? Stream.of(known.cell().representing())
                : known.derivation() != null ? known.derivation().inputs().stream() : Stream.empty();
    }

    /** The documents that all values rest on, in the order in which they are first met; each once. */
    public List<Reply> documents() {
        return Stream.concat(comparison.lines().stream(), comparison.others().stream()).flatMap(this::sources)
                .map(Observation::reply).collect(Collectors.toMap(Reply::id, it -> it, (a, b) -> a,
                        LinkedHashMap::new)).values().stream().toList();
    }

    private int number(Reply reply) {
        return documents().stream().map(Reply::id).toList().indexOf(reply.id()) + 1;
    }

    /** The documents as official writing cites them, with their numbers. */
    public List<String> citations() {
        var lines = new ArrayList<String>();
        for (var document : documents()) {
            lines.add("[" + (lines.size() + 1) + "] " + cite(document));
        }
        return lines;
    }

    private String cite(Reply document) {
        var date = document.issuedOn() == null ? say.of("compare.file.undated")
                : locale.getLanguage().equals("zh") ? document.issuedOn().chinese() : document.issuedOn().code();
        return document.docNo() == null ? say.of("compare.file.cite", document.issuer(), document.title(), date)
                : say.of("compare.file.cite.numbered", document.issuer(), document.title(), document.docNo(), date);
    }

    /** What proves a file or picture: codes, definitions, the moment, the sources and the link. */
    public List<String> footer() {
        var lines = new ArrayList<String>();
        lines.add(say.of("compare.file.codes", String.join(say.of("source.comma"), comparison.lines().stream()
                .map(it -> it.indicator().code() + say.of("compare.file.version", version(it))).distinct().toList())));
        lines.add(say.of("compare.file.as-of", comparison.selection().asOf().map(Object::toString)
                .orElseGet(() -> say.of("compare.file.latest", asOf())), MOMENT.format(recorded())));
        lines.add(say.of("compare.file.sources", String.join(say.of("source.comma"),
                documents().stream().map(Reply::label).toList())));
        // what the numbers along the top of a picture stand for
        var events = comparison.events();
        IntStream.range(0, events.size()).forEach(at -> lines.add(say.of("compare.file.event", at + 1,
                events.get(at).happened().code(), events.get(at).name(locale))));
        if (withheld > 0) {
            lines.add(say.of("compare.file.withheld", withheld));
        }
        lines.add(link);
        return lines;
    }

    /** Which version of its definition holds at the end of the years shown. */
    private int version(Line line) {
        int last = comparison.years().isEmpty() ? Integer.MAX_VALUE : comparison.years().getLast();
        return comparison.catalogue().definitions(line.indicator().code(), line.region().code()).stream()
                .filter(it -> holdsIn(it.validFrom(), last)).map(Definition::number).max(Comparator.naturalOrder()).orElse(1);
    }

    private static boolean holdsIn(@Nullable Integer from, int year) {
        return from == null || from <= year;
    }

    /** The name of a file, without its ending: the codes of at most three indicators. */
    public String fileName() {
        var codes = comparison.lines().stream().map(it -> it.indicator().code()).distinct().limit(3).toList();
        return (codes.isEmpty() ? "youju" : String.join("-", codes)) + "-"
                + transform().name().toLowerCase(Locale.ROOT);
    }

    /** The lines of the indicator that shares and ratios are reckoned by, by the code of their region. */
    Map<String, Line> others() {
        var others = new LinkedHashMap<String, Line>();
        comparison.others().forEach(it -> others.put(it.region().code(), it));
        return others;
    }
}
