package org.youju.api;

import static org.youju.figure.Numbers.plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.api.Answers.BaseAnswer;
import org.youju.api.Answers.CommitmentAnswer;
import org.youju.api.Answers.DefinitionAnswer;
import org.youju.api.Answers.IndicatorAnswer;
import org.youju.api.Answers.IndicatorDetail;
import org.youju.api.Answers.ObservationAnswer;
import org.youju.api.Answers.PeriodAnswer;
import org.youju.api.Answers.ReplyAnswer;
import org.youju.api.Answers.RulingAnswer;
import org.youju.api.Answers.SourceAnswer;
import org.youju.base.ui.Translations;
import org.youju.check.Comparison;
import org.youju.check.Derivation;
import org.youju.commitment.Judged;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.observation.Cell;
import org.youju.observation.Observation;
import org.youju.reply.Citation;
import org.youju.reply.Proposal;
import org.youju.reply.Reply;
import org.youju.reply.ReplyText;

/** Turns what the services know into what the API answers. */
@Component
class Mapper {

    /** As many digits as every reader of JSON keeps. */
    private static final int DIGITS = 15;
    private static final MathContext NEAREST = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(DIGITS, RoundingMode.CEILING);

    private final Translations translations;
    private final Readable readable;

    Mapper(Translations translations, Readable readable) {
        this.translations = translations;
        this.readable = readable;
    }

    IndicatorAnswer indicator(Indicator i, Catalogue catalogue) {
        return new IndicatorAnswer(i.code(), i.nameZh(), i.nameEn(), i.theme(), i.unit().code(), i.nature().name(),
                i.direction().name(), definition(i, catalogue), i.isHeadline());
    }

    IndicatorDetail indicator(Indicator i, Catalogue catalogue, List<ObservationAnswer> latest,
            List<CommitmentAnswer> commitments) {
        return new IndicatorDetail(i.code(), i.nameZh(), i.nameEn(), i.theme(), i.unit().code(), i.nature().name(),
                i.direction().name(), definition(i, catalogue), i.isHeadline(),
                catalogue.definitions(i.code()).stream().map(Mapper::definition).toList(), latest, commitments);
    }

    private static @Nullable String definition(Indicator i, Catalogue catalogue) {
        return catalogue.definitions(i.code()).reversed().stream()
                .map(d -> Optional.ofNullable(d.body())).flatMap(Optional::stream).findFirst().orElse(null);
    }

    private static DefinitionAnswer definition(Definition d) {
        return new DefinitionAnswer(d.region(), d.number(), d.validFrom(), d.body(), d.scope(), d.method(),
                d.priceBasis().name(), d.comparable(), d.reason());
    }

    /** The statement that represents a cell. */
    ObservationAnswer representing(Cell cell) {
        return observation(cell.representing(), true, null);
    }

    /** Every statement of a cell, earliest published first. */
    List<ObservationAnswer> statements(Cell cell) {
        return cell.statements().stream().map(s -> inCell(s, cell)).toList();
    }

    /** A statement as it stands in its cell. */
    ObservationAnswer inCell(Observation statement, Cell cell) {
        var representing = cell.representing();
        return statement.equals(representing)
                ? observation(statement, true, null)
                : observation(statement, false, Comparison.of(representing, statement).agreement().name());
    }

    /** A statement by itself. */
    ObservationAnswer single(Observation statement) {
        return observation(statement, false, null);
    }

    private ObservationAnswer observation(Observation o, boolean represents, @Nullable String agreement) {
        var figure = o.figure();
        var interval = figure.interval();
        return new ObservationAnswer(o.id(), o.indicator(), o.region(), period(o.period(), o.periodNote()),
                plain(figure.value()), plain(figure.valueHi()), figure.unit().code(), figure.qualifier().name(),
                plain(interval.low()), plain(interval.high()), interval.lowEnd().name(), interval.highEnd().name(),
                figure.printed(), o.status().name(), o.vintage() == null ? null : o.vintage().name(),
                o.reply().grade().name(), o.state().name(), false, represents, agreement, date(o.reply()),
                o.recordedFrom(), o.isCurrent() ? null : o.recordedTo(),
                o.citations().stream().map(c -> source(c, o.reply())).toList(), null, null, null, null,
                o.ruling() == null ? null : new RulingAnswer(o.ruling().reason(), o.ruling().from()));
    }

    ObservationAnswer derived(Derivation d, Catalogue catalogue) {
        var interval = d.interval();
        return new ObservationAnswer(null, d.indicator(), d.region(), period(d.period(), null),
                rounded(d.value(), NEAREST), null, catalogue.indicator(d.indicator()).unit().code(), null,
                roundedLow(interval), roundedHigh(interval), interval.lowEnd().name(), interval.highEnd().name(), null,
                null, null, null, null, true, false, null, null, null, null, List.of(), d.rule().name(), d.formula(),
                d.inputs().stream().map(Observation::id).toList(), d.basis().name(), null);
    }

    private static PeriodAnswer period(Period p, @Nullable String note) {
        return new PeriodAnswer(p.code(), p.start(), p.end(), p.kind().name(), note);
    }

    private SourceAnswer source(Citation c, Reply reply) {
        return new SourceAnswer(c.id(), reply.id(), reply.docNo(), c.start(), c.end(), c.page(),
                readable.words(c.exact()));
    }

    private static @Nullable String date(Reply reply) {
        return reply.issuedOn() == null ? null : reply.issuedOn().code();
    }

    /** @param held the text as it is frozen, null where it is not */
    ReplyAnswer reply(Reply r, @Nullable Proposal proposal, @Nullable ReplyText held, Catalogue catalogue) {
        return new ReplyAnswer(r.id(), r.docNo(), r.title(), r.issuer(), date(r), r.signatory(),
                proposal == null ? null : SessionName.of(proposal, catalogue.region(proposal.region())),
                proposal == null ? null : proposal.number(), proposal == null ? List.of() : proposal.proposers(),
                proposal == null ? null : proposal.result(), r.publicity().name(),
                held == null ? null : held.sha256(), held == null ? null : readable.words(held.text()));
    }

    /** @param text the text of the promise's document as the caller may read it, null where it is not held */
    CommitmentAnswer commitment(Judged judged, @Nullable String text, Locale locale) {
        var c = judged.commitment();
        var verdict = judged.verdict();
        var target = c.target();
        var actual = verdict.actual();
        return new CommitmentAnswer(c.code(), c.indicator(), c.region(), c.kind().name(), plain(target.value()),
                plain(target.valueHi()), target.qualifier().name(), target.unit().code(), c.from(), c.to(),
                c.citation().sentence(text).text(), source(c.citation(), c.reply()), judged.kind().name(),
                verdict.basis().name(),
                why(judged, locale),
                rounded(verdict.value(), NEAREST), actual == null ? null : roundedLow(actual),
                actual == null ? null : roundedHigh(actual), rounded(verdict.elapsed(), NEAREST),
                rounded(verdict.completion(), NEAREST), c.lastDay(),
                c.base() == null ? null : new BaseAnswer(c.base().year(), plain(c.base().value())));
    }

    /** Why it is judged so; where a person decided it, until when, and what the rules say. */
    private String why(Judged judged, Locale locale) {
        var sentence = judged.verdict().sentence(locale,
                (key, arguments) -> translations.getTranslation(key, locale, arguments));
        return judged.override() == null ? sentence : translations.getTranslation("commitment.override.says", locale,
                translations.getTranslation(judged.kind().key(), locale), judged.override().until().toString(),
                translations.getTranslation(judged.verdict().kind().key(), locale), sentence);
    }

    private static @Nullable BigDecimal roundedLow(Interval interval) {
        return rounded(interval.low(), DOWN);
    }

    private static @Nullable BigDecimal roundedHigh(Interval interval) {
        return rounded(interval.high(), UP);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number, MathContext digits) {
        return number == null ? null : plain(number.round(digits));
    }
}
