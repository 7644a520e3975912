package org.youju.entry;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.check.ScaleSlip;
import org.youju.check.rule.BreachSurvey;
import org.youju.check.rule.RuleFinding;
import org.youju.check.rule.RuleFindings;
import org.youju.entry.CellFindings.Slip;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Qualifier;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellDrafts.Grounds;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.NewObservation;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.observation.StatementQuery;
import org.youju.observation.news.CellsChanged;
import org.youju.reply.Citation;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.workflow.chase.Chase;
import org.youju.workflow.chase.Chases;
import org.youju.workflow.comment.Comments;

/**
 * The sheet that clerks fill: reads it in a few queries whatever its size, and writes many cells in one transaction. What
 * people type is read as they write it; whatever can't be kept is answered for its cell, and the rest is kept.
 */
@Service
public class Sheets {

    /** How many cells are written at once, at most. */
    public static final int MOST_CELLS = 20_000;

    /** How many rows of a cell's history the panel beside the sheet is given, at most. */
    private static final int TRAIL = 60;

    private final IndicatorService indicators;
    private final ObservationService observations;
    private final CellDrafts drafts;
    private final Citing citing;
    private final RuleFindings findings;
    private final BreachSurvey survey;
    private final CellScope scope;
    private final Access access;
    private final Chases chases;
    private final SheetReader reader;

    Sheets(IndicatorService indicators, ObservationService observations, CellDrafts drafts, Citing citing,
            RuleFindings findings, BreachSurvey survey, Comments comments, Chases chases, CellScope scope,
            Access access, Clock clock) {
        this.indicators = indicators;
        this.observations = observations;
        this.drafts = drafts;
        this.citing = citing;
        this.findings = findings;
        this.survey = survey;
        this.chases = chases;
        this.scope = scope;
        this.access = access;
        reader = new SheetReader(observations, drafts, survey, comments, access, clock);
    }

    /**
     * The part of a sheet that a query asks for; drafts outside the scope of whoever reads it are not seen.
     *
     * @throws NotFoundException if there is no such region
     */
    @Transactional(readOnly = true)
    public Sheet sheet(SheetQuery query) {
        access.require(Permission.READ_DRAFTS);
        var catalogue = indicators.catalogue();
        catalogue.region(query.region());
        var asked = catalogue.indicators().stream()
                .filter(i -> query.theme() == null || i.theme().equals(query.theme()))
                .filter(i -> query.department() == null || query.department().equals(i.department())).toList();
        return new Sheet(query, reader.rows(catalogue, query, asked));
    }

    /** Some rows of a sheet as they stand now; unknown codes are left out. */
    @Transactional(readOnly = true)
    public List<SheetRow> rows(SheetQuery query, Collection<String> codes) {
        access.require(Permission.READ_DRAFTS);
        var catalogue = indicators.catalogue();
        var wanted = Set.copyOf(codes);
        return reader.rows(catalogue, query, catalogue.indicators().stream().filter(i -> wanted.contains(i.code())).toList());
    }

    /** The indicators whose cells may look otherwise once those of some have changed, and these themselves. */
    public Set<String> heldTogether(Collection<String> codes) {
        return survey.heldTogether(codes);
    }

    /** Some indicators, with all that figures are implied of by what is approved of theirs. */
    public Set<String> withWhatFollows(Collection<String> codes) {
        return SheetReader.withWhatFollows(indicators.catalogue(), Set.copyOf(codes));
    }

    /**
     * Says what {@link #paste} would do, and does nothing.
     *
     * @return an answer for each edit, in the order given
     */
    @Transactional(readOnly = true)
    public List<CellAnswer> preview(String region, List<CellEdit> edits) {
        access.require(Permission.EDIT_DRAFTS);
        var read = withRows(read(region, edits));
        var forecast = forecasts(read.stream().filter(it -> !it.isNone()).toList()).iterator();
        return read.stream().map(it -> it.isNone() ? new CellAnswer.Same(it.edit(), it.cell()) : forecast.next()).toList();
    }

    /**
     * Writes a block that was pasted, as {@link #save} does; where a cell of it has a sign of yearbooks for no figure, such
     * as —, what stands there stays.
     */
    @Transactional
    public List<CellAnswer> paste(String region, List<CellEdit> edits) {
        var read = ReadEdit.all(indicators.catalogue(), region, edits);
        var written = save(region, read.stream().filter(it -> !it.isNone()).map(ReadEdit::edit).toList()).iterator();
        return read.stream().map(it -> it.isNone() ? new CellAnswer.Same(it.edit(), it.cell()) : written.next()).toList();
    }

    /** Whether a pasted text is a sign of yearbooks for no figure: —, …, /. */
    public static boolean isNone(String text) {
        return TypedText.isNone(text);
    }

    /**
     * Writes what people have typed, in one transaction.
     *
     * @return an answer for each edit, in the order given
     * @throws RuleViolation if there are more than {@value #MOST_CELLS}
     */
    @Transactional
    public List<CellAnswer> save(String region, List<CellEdit> edits) {
        access.require(Permission.EDIT_DRAFTS);
        var read = read(region, edits);
        var writable = read.stream().filter(r -> r.refusal() == null).toList();
        if (writable.isEmpty()) {
            return forecasts(read);
        }
        var outcomes = drafts.write(region, writable.stream().map(Sheets::write).toList()).iterator();
        return read.stream().map(r -> r.refusal() != null ? new CellAnswer.Refused(r.edit(), r.refusal())
                : answer(r, outcomes.next())).toList();
    }

    /** Edits as they are read; the words of what stands, or stood, in a cell are its figure. */
    private List<ReadEdit> read(String region, List<CellEdit> edits) {
        var read = ReadEdit.all(indicators.catalogue(), region, edits);
        var unread = read.stream().filter(ReadEdit::isUnread).toList();
        if (unread.isEmpty()) {
            return read;
        }
        var rows = drafts.current(unread.stream().map(ReadEdit::cell).toList()).stream()
                .collect(Collectors.groupingBy(Observation::cell));
        var taken = read.stream().filter(it -> it.refusal() == null).map(ReadEdit::cell).collect(Collectors.toSet());
        return read.stream().map(it -> !it.isUnread() || !taken.add(it.cell()) ? it
                : it.asRecorded(Stream.concat(rows.getOrDefault(it.cell(), List.of()).stream(),
                        Stream.ofNullable(it.edit().restores()).map(observations::observation)).toList())).toList();
    }

    private static Write write(ReadEdit read) {
        return new Write(read.cell(), read.figure(), read.edit().seen(), read.edit().restores(),
                Grounds.AS_BEFORE.because(read.edit().departure()));
    }

    private static CellAnswer answer(ReadEdit read, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept kept ->
                new CellAnswer.Taken(read.edit(), read.cell(), kept.figure(), kept.before(), kept.id());
            case Outcome.Emptied emptied -> new CellAnswer.Taken(read.edit(), read.cell(), null, emptied.before(), 0);
            case Outcome.Same same -> new CellAnswer.Same(read.edit(), read.cell());
            case Outcome.Overtaken overtaken ->
                new CellAnswer.Overtaken(read.edit(), read.cell(), overtaken.theirs());
            case Outcome.Refused refused -> new CellAnswer.Refused(read.edit(), refused.why());
        };
    }

    /** What will become of each, unless somebody is faster. */
    private List<CellAnswer> forecasts(List<ReadEdit> read) {
        var writable = read.stream().filter(r -> r.refusal() == null).toList();
        var obstacles = drafts.obstacles(writable.stream().map(Sheets::write).toList(),
                writable.stream().collect(Collectors.toMap(ReadEdit::cell, ReadEdit::rows))).iterator();
        return read.stream().<CellAnswer>map(r -> r.refusal() != null ? new CellAnswer.Refused(r.edit(), r.refusal())
                : obstacles.next().map(outcome -> answer(r, outcome))
                        .orElseGet(() -> new CellAnswer.Taken(r.edit(), r.cell(), r.figure(), r.draft(), 0))).toList();
    }

    private List<ReadEdit> withRows(List<ReadEdit> read) {
        var rows = drafts.current(read.stream().filter(r -> r.cell() != null).map(ReadEdit::cell).toList()).stream()
                .collect(Collectors.groupingBy(Observation::cell));
        return read.stream().map(r -> new ReadEdit(r.edit(), r.cell(), r.figure(),
                rows.getOrDefault(r.cell(), List.of()), r.refusal())).toList();
    }

    /**
     * Drafts a correction of an approved statement under its own source; the approved one stays until it is approved.
     *
     * @throws RuleViolation if the text states no figure, no reason is given, or a correction is under way
     */
    @Transactional
    public void correct(long approved, String text, String reason) {
        var row = observations.observation(approved);
        var figure = read(row.indicator(), text, Optional.of(row));
        if (figure == null) {
            throw new RuleViolation("entry.text.EMPTY", "", "");
        }
        correct(row, figure, Grounds.AS_BEFORE, PlainWords.of(reason));
    }

    /** The same with other grounds of the same source; where it differs from its words, for the same reason. */
    long correct(Observation row, Figure figure, Grounds grounds, String reason) {
        var cited = grounds.citation() == null ? row.citations() : List.of(grounds.citation());
        var excuse = !cited.isEmpty() ? null : grounds.excuse() == null ? row.uncitedReason() : grounds.excuse();
        var departure = drafts.departure(cited, figure, row.period()).filter(due -> !reason.isBlank())
                .map(due -> Reason.within(reason)).orElse(null);
        return observations.correct(row.id(), new NewObservation(row.indicator(), row.region(), row.period(),
                row.periodNote(), row.reply().id(), figure, row.status(), row.vintage(), row.comment(), departure, excuse,
                cited.stream().map(Citation::id).toList()), reason);
    }

    /**
     * Says why no document states a draft.
     *
     * @throws RuleViolation if the reason holds code of a page
     * @see CellDrafts#excuse
     */
    @Transactional
    public void excuse(long draft, String reason) {
        drafts.excuse(draft, PlainWords.of(reason));
    }

    /**
     * Cites the words of a document for a draft.
     *
     * @param departure why the draft says something else than they do, blank for no reason
     * @throws RuleViolation if they are not there as they were seen, or that document has stated this cell already, or
     *                       they state another figure and no reason is given
     */
    @Transactional
    public void cite(long draft, Quote quote, String departure) {
        drafts.cite(draft, citing.of(quote).id(), PlainWords.of(departure));
    }

    /**
     * What speaks against a cell as it stands, or as it would stand.
     *
     * @param typed what is typed there and not kept; null for what stands there
     * @throws RuleViolation if that can't be read
     */
    @Transactional(readOnly = true)
    public CellFindings findings(CellKey cell, @Nullable String typed) {
        if (typed == null) {
            var draft = CellDrafts.shown(drafts.current(List.of(cell)));
            return new CellFindings(findings.of(cell), findings.usual(cell),
                    Optional.ofNullable(draft).flatMap(it -> slip(cell, it.figure())));
        }
        return against(cell, Optional.ofNullable(read(cell.indicator(), typed)));
    }

    /** What would speak against a cell if a figure stood in it. */
    CellFindings against(CellKey cell, Optional<Figure> figure) {
        return new CellFindings(findings.of(cell, figure), findings.usual(cell, figure),
                figure.flatMap(it -> slip(cell, it)));
    }

    /** Whether the scale of a figure is that of the others of its series, of whole years or of days. */
    private Optional<Slip> slip(CellKey cell, Figure figure) {
        if (!ScaleSlip.mayBe(figure)) {
            return Optional.empty();
        }
        var series = List.of(cell.indicator());
        var others = Stream.concat(observations.statements(StatementQuery.of(series, cell.region(), null)).stream(),
                        drafts.inPreparation(cell.region(), series, 1900, 2100).stream())
                .filter(row -> !row.cell().equals(cell) && row.period().kind() == cell.period().kind())
                .map(row -> row.figure().value()).toList();
        return ScaleSlip.of(figure, others).map(it -> new Slip(figure, it));
    }

    /**
     * Says why the figures of a cell are right though they break a rule. One that was returned stays so until it is handed
     * over again.
     *
     * @throws RuleViolation if nothing is said, or code of a page, or the figures have changed meanwhile
     */
    @Transactional
    public void explain(CellKey cell, RuleFinding finding, String why) {
        findings.explain(cell, finding.breach().rule().id(), finding.breach().stated(), PlainWords.of(why));
    }

    /** How many of some drafts of a sheet nobody may approve yet, because of an important finding. */
    @Transactional(readOnly = true)
    public int unexplained(SheetQuery query, Collection<Long> ids) {
        var rows = drafts(query, ids);
        return (int) findings.of(rows).values().stream().filter(of -> of.stream().anyMatch(RuleFinding::isOpen)).count();
    }

    /** What is asked for in a cell and has not come, the one due earliest first. */
    @Transactional(readOnly = true)
    public List<Chase> asked(CellKey cell) {
        return chases.of(cell).stream().filter(it -> it.state() == Chase.State.OPEN).toList();
    }

    /** What stands, stood or waits in a cell, newest row first; at most {@value #TRAIL} rows. */
    @Transactional(readOnly = true)
    public List<Observation> trail(CellKey cell) {
        return drafts.trail(cell, TRAIL);
    }

    /**
     * A text with another limiting word: 310 with {@link Qualifier#ABOUT} is 约310亿元.
     *
     * @throws RuleViolation if the text states no figure
     */
    public String limited(String indicator, String text, Qualifier qualifier) {
        var of = indicators.catalogue().indicator(indicator);
        var figure = read(indicator, text);
        if (figure == null || figure.valueHi() != null) {
            return text;
        }
        var stated = new FigureReader(indicators.catalogue().units())
                .stated(figure.value().setScale(Math.max(0, figure.step().stripTrailingZeros().scale())), qualifier,
                        of.unit(), of.nature());
        return stated.printed();
    }

    /**
     * In what a text says something else than the quoted words of a draft, as the sentence that asks for a reason; empty
     * where it doesn't, or can't be read.
     */
    @Transactional(readOnly = true)
    public Optional<RuleViolation> departure(Observation draft, String text) {
        if (draft.citations().isEmpty()) {
            return Optional.empty();
        }
        try {
            var figure = read(draft.indicator(), text, Optional.of(draft));
            return figure == null ? Optional.empty() : drafts.departure(draft.citations(), figure, draft.period());
        } catch (RuleViolation unreadable) {
            return Optional.empty();
        }
    }

    /** In what a draft says something else than words that would be cited for it; empty where it doesn't. */
    @Transactional(readOnly = true)
    public Optional<RuleViolation> departure(Observation draft, Quote quote) {
        return drafts.departure(List.of(citing.sought(quote)), draft.figure(), draft.period());
    }

    /** The figure that a text states of an indicator, read as {@link #save} reads it; null where nothing is typed. */
    public @Nullable Figure read(String indicator, String text) {
        var catalogue = indicators.catalogue();
        return new TypedText(catalogue.units()).figure(text, catalogue.indicator(indicator));
    }

    /** The same where something stands already: its own words are its figure, though a person would write them shorter. */
    public @Nullable Figure read(String indicator, String text, Optional<Observation> standing) {
        var kept = standing.map(Observation::figure).filter(it -> it.printed().equals(text.strip()));
        return kept.isPresent() ? kept.get() : read(indicator, text);
    }

    /**
     * What has become of drafts that were handed over.
     *
     * @param submitted how many wait for approval now
     * @param refused   why the others were left, by the number of the draft
     */
    public record Submission(int submitted, Map<Long, RuleViolation> refused) {

        public Submission {
            refused = Map.copyOf(refused);
        }
    }

    /**
     * Hands drafts of a sheet over for approval: those that have a citation or a reason; the others stay drafts.
     *
     * @param ids the drafts that were seen; those that have changed since are left out
     */
    @Transactional
    public Submission submit(SheetQuery query, Collection<Long> ids) {
        access.require(Permission.EDIT_DRAFTS);
        var rows = drafts(query, ids);
        var refused = rows.stream().filter(row -> !row.isSourced()).collect(Collectors.toMap(Observation::id,
                row -> new RuleViolation("observation.uncited", row.called(indicators.catalogue()).toArray())));
        var complete = rows.stream().filter(Observation::isSourced).toList();
        observations.submit(complete.stream().map(Observation::id).toList());
        return new Submission(complete.size(), refused);
    }

    /**
     * Hands one row over for approval, be it a draft or one that was returned.
     *
     * @throws RuleViolation if it has neither a citation nor a reason for having none, or has changed meanwhile
     */
    @Transactional
    public void submit(long id) {
        access.require(Permission.EDIT_DRAFTS);
        var row = observations.observation(id);
        if (!row.isSourced()) {
            throw new RuleViolation("entry.submit.bare");
        }
        observations.submit(List.of(id));
    }

    /** Whether whoever acts handed a row over that waits, and may take it back. */
    public boolean mayRecall(Observation row) {
        return observations.mayRecall(row);
    }

    /**
     * Takes a row that waits back to whoever handed it over: it is a draft again.
     *
     * @throws RuleViolation if somebody has decided about it meanwhile, or somebody else handed it over
     */
    @Transactional
    public void recall(long id) {
        observations.recall(List.of(id));
    }

    private List<Observation> drafts(SheetQuery query, Collection<Long> ids) {
        var wanted = Set.copyOf(ids);
        var codes = indicators.catalogue().indicators().stream().map(Indicator::code).toList();
        return drafts.inPreparation(query.region(), codes, query.from(), query.to()).stream()
                .filter(row -> row.state() == State.DRAFT && wanted.contains(row.id())).toList();
    }

    /** The cells of a change that whoever reads sheets may notice. */
    public Set<CellKey> seen(CellsChanged change) {
        return change.seenBy(scope::covers);
    }
}
