package org.youju.entry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.LostRace;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.extraction.period.WrittenPeriod;
import org.youju.figure.Figure;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.PeriodFormatException;
import org.youju.figure.Qualifier;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.keep.IndicatorKeeper;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellDrafts.Grounds;
import org.youju.observation.CellDrafts.Outcome;
import org.youju.observation.CellDrafts.Write;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.State;
import org.youju.reply.Citation;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.account.People;

/**
 * One observation at a time, of any period and with its grounds: says while a person writes what that would mean, and
 * keeps it as the sheet and the desk do.
 */
@Service
public class ObservationForms {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int STORED_DECIMALS = 6;

    private final Sheets sheets;
    private final Citing citing;
    private final CellDrafts drafts;
    private final IndicatorService indicators;
    private final IndicatorKeeper keeper;
    private final CellScope scope;
    private final Access access;
    private final ObservationService observations;
    private final People people;

    ObservationForms(Sheets sheets, Citing citing, CellDrafts drafts, ObservationService observations, IndicatorService indicators,
            IndicatorKeeper keeper, CellScope scope, Access access, People people) {
        this.sheets = sheets;
        this.citing = citing;
        this.observations = observations;
        this.drafts = drafts;
        this.indicators = indicators;
        this.keeper = keeper;
        this.scope = scope;
        this.access = access;
        this.people = people;
    }

    /** The indicators in use that answer to what a person looks for: a name, an alias, a code, or initials. */
    @Transactional(readOnly = true)
    public List<Indicator> named(String sought) {
        access.require(Permission.READ_DRAFTS);
        var catalogue = indicators.catalogue();
        return keeper.all().stream().filter(kept -> IndicatorKeeper.isNamed(kept.entry(), sought))
                .map(kept -> kept.entry().indicator()).filter(it -> !catalogue.isRetired(it.code())).toList();
    }

    /**
     * The period that a person has written, by its code or in words: 2023, 2023-Q1, 2023年上半年, 截至2024年4月25日.
     *
     * @throws RuleViolation saying what is wrong and how to put it right
     */
    public Period period(String typed) {
        var printed = TypedText.printed(typed);
        return printed.isPresent() ? printed.get() : WrittenPeriod.read(typed.strip().matches("\\d{4}年度") ? typed.strip().substring(0, 4) : typed, (LocalDate) null)
                .orElseGet(() -> TypedText.period(typed));
    }

    /** What stands in a cell; drafts only where whoever asks answers for it. */
    @Transactional(readOnly = true)
    public Standing standing(CellKey cell) {
        access.require(Permission.READ_DRAFTS);
        var rows = drafts.current(List.of(cell));
        return new Standing(cell, CellDrafts.shown(rows),
                rows.stream().filter(row -> row.state() == State.APPROVED).sorted(Observation.BY_PUBLICATION).toList(),
                scope.covers(cell));
    }

    /**
     * The figure that a text states of an indicator; empty where nothing is written.
     *
     * @throws RuleViolation if it states none, saying what is wrong and how to put it right
     */
    public Optional<Figure> figure(String indicator, String text) {
        return Optional.ofNullable(sheets.read(indicator, text));
    }

    /** The parts of a text that states a figure, for those who fill them one by one; empty where it has none. */
    public Optional<FigureParts> parts(String indicator, String text) {
        try {
            return figure(indicator, text).flatMap(figure -> FigureParts.of(text, figure.qualifier()));
        } catch (RuleViolation unreadable) {
            return FigureParts.of(text, Qualifier.EXACT);
        }
    }

    /**
     * What a text would say if it stood in a cell.
     *
     * @param quoted the words that would state it, empty for those that do so already or for none
     * @return empty where nothing is written
     * @throws RuleViolation if it states no figure, saying what is wrong and how to put it right
     */
    @Transactional(readOnly = true)
    public Optional<Sight> sight(Standing standing, String text, Optional<Quote> quoted) {
        var cell = standing.cell();
        var figure = sheets.read(cell.indicator(), text, standing.shown());
        if (figure == null) {
            return Optional.empty();
        }
        var catalogue = indicators.catalogue();
        var indicator = catalogue.indicator(cell.indicator());
        var before = cell.period().previous();
        var end = cell.period().end();
        var broken = before.isPresent() && end != null
                && catalogue.breakBetween(cell.indicator(), cell.region(), end.getYear() - 1, end.getYear());
        var change = before.isEmpty() || broken || indicator.nature() == Nature.CUMULATIVE ? Optional.<YearChange>empty()
                : standing(new CellKey(cell.indicator(), cell.region(), before.get())).shown()
                        .map(base -> change(base, figure));
        return Optional.of(new Sight(figure, sheets.against(cell, Optional.of(figure)), change, broken,
                drafts.departure(cited(standing, quoted), figure, cell.period())));
    }

    private static YearChange change(Observation base, Figure figure) {
        var from = base.figure().value();
        var difference = figure.value().subtract(from);
        var rate = figure.unit().dimension().startsWith("percent") || from.signum() <= 0 ? null
                : rate(difference, base.figure(), figure);
        var interval = figure.interval().minus(base.interval());
        return new YearChange(base, printed(difference, interval, STORED_DECIMALS), rate, interval);
    }

    /** As finely as it is known; null where that leaves nothing of it, so that two numbers never look the same. */
    private static @Nullable BigDecimal printed(BigDecimal value, Interval known, int decimals) {
        return Fineness.rounded(value, known, decimals).filter(it -> it.signum() != 0 || value.signum() == 0).orElse(null);
    }

    private static @Nullable BigDecimal rate(BigDecimal difference, Figure base, Figure figure) {
        if (base.interval().contains(BigDecimal.ZERO)) {
            return null;
        }
        var known = figure.interval().dividedBy(base.interval()).minus(Interval.point(BigDecimal.ONE)).times(HUNDRED);
        return printed(difference.multiply(HUNDRED).divide(base.value(), MathContext.DECIMAL64), known, 1);
    }

    private List<Citation> cited(Standing standing, Optional<Quote> quoted) {
        return quoted.map(it -> List.of(citing.sought(it)))
                .orElseGet(() -> standing.shown().map(Observation::citations).orElse(List.of()));
    }

    /**
     * Keeps an observation as a draft, or as a correction of what is approved.
     *
     * @param seen what the person saw in its cell
     * @return the number of the draft
     * @throws LostRace      if something else stands there now
     * @throws RuleViolation if a rule forbids it; nothing is kept then
     */
    @Transactional
    public long save(ObservationEntry entry, Standing seen) {
        access.require(Permission.EDIT_DRAFTS);
        var cell = entry.cell();
        var catalogue = indicators.catalogue();
        if (catalogue.isRetired(cell.indicator())) {
            throw new RuleViolation("entry.indicator.retired", catalogue.named(cell.indicator()));
        }
        if (cell.period() instanceof Period.Unknown) {
            throw new RuleViolation("entry.period.unknown");
        }
        var now = standing(cell);
        if (!now.within()) {
            throw new RuleViolation("observation.cell.scope");
        }
        var figure = sheets.read(cell.indicator(), entry.text(), now.shown());
        if (figure == null) {
            throw new RuleViolation("entry.text.EMPTY", "", "");
        }
        if (!now.isSame(seen)) {
            throw overtaken(now);
        }
        var citation = entry.quote() == null ? null : citing.of(entry.quote());
        var grounds = new Grounds(citation, entry.excuse() == null ? null : PlainWords.of(entry.excuse()), null)
                .because(PlainWords.of(entry.departure()));
        var corrected = now.corrected(citation == null ? null : citation.replyId());
        return corrected.isPresent() ? sheets.correct(corrected.get(), figure, grounds, PlainWords.of(entry.reason()))
                : write(cell, figure, now, grounds);
    }

    /**
     * Hands a draft of any period over for approval.
     *
     * @throws RuleViolation if it is no draft any more, or lacks what those who approve must see; it stays a draft then
     */
    @Transactional
    public void submit(long draft) {
        observations.submit(List.of(draft));
    }

    private long write(CellKey cell, Figure figure, Standing now, Grounds grounds) {
        var draft = now.draft();
        var outcome = drafts.write(cell.region(), List.of(new Write(cell, figure, draft == null ? 0 : draft.id(), null,
                grounds))).getFirst();
        return switch (outcome) {
            case Outcome.Kept kept -> kept.id();
            case Outcome.Same same -> draft.id();
            case Outcome.Overtaken overtaken -> throw overtaken(standing(cell));
            case Outcome.Refused refused -> throw refused.why();
            case Outcome.Emptied emptied -> throw new IllegalStateException("emptied by a figure");
        };
    }

    private LostRace overtaken(Standing now) {
        return now.draft() == null ? new LostRace("entry.form.overtaken.gone")
                : new LostRace("entry.form.overtaken", people.called(now.draft().recordedBy()));
    }

    /** The period after another of the same kind, to go on with; empty where there is none. */
    public static Optional<Period> next(Period period) {
        try {
            return Optional.ofNullable(following(period));
        } catch (PeriodFormatException beyond) {
            return Optional.empty();
        }
    }

    private static @Nullable Period following(Period period) {
        return switch (period) {
            case Period.Year(int year) -> new Period.Year(year + 1);
            case Period.HalfYear(int year, int half) -> half == 1 ? new Period.HalfYear(year, 2)
                    : new Period.HalfYear(year + 1, 1);
            case Period.Quarter(int year, int quarter) -> quarter < 4 ? new Period.Quarter(year, quarter + 1)
                    : new Period.Quarter(year + 1, 1);
            case Period.Month month -> new Period.Month(month.month().plusMonths(1));
            case Period.AsOf as -> new Period.AsOf(as.day().plusYears(1));
            case Period.Span span -> null;
            case Period.Since since -> null;
            case Period.By by -> null;
            case Period.Unknown unknown -> null;
        };
    }
}
