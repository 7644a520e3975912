package org.youju.extraction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Period;

/**
 * An extraction as the REST call and the command answer it. {@code value}, {@code valueHi}, {@code low} and {@code
 * high}
 * are in the written scale, {@code baseValue} is the value in the unit itself.
 */
public record ExtractionAnswer(Document document, List<FigureAnswer> figures) {

    /** What the letterhead, the address and the end say. */
    public record Document(@Nullable String docNo, @Nullable String title, @Nullable String issuer,
            @Nullable String issuedOn, @Nullable String session, @Nullable String proposalNo, List<String> proposers,
            @Nullable String result, @Nullable String signatory, @Nullable String publicity) {
    }

    /** A period by its code and its kind. */
    public record PeriodAnswer(String code, String kind) {

        private static PeriodAnswer of(Period period) {
            return new PeriodAnswer(period.code(), period.kind().name());
        }
    }

    /**
     * A figure.
     *
     * @param low             null where the true value has no bound below; {@code lowEnd} tells what it is worth
     * @param suggestedPeriod where the period is unknown, the one that a person may mean
     * @param belongsTo       position of the figure that it is a change, share or part of
     * @param indicator       code of the indicator that it is guessed to be of, or null
     */
    public record FigureAnswer(int start, int end, String span, BigDecimal value, String unit, String multiplier,
            BigDecimal baseValue, String qualifier, @Nullable BigDecimal low, String lowEnd, @Nullable BigDecimal high,
            String highEnd, PeriodAnswer period, @Nullable PeriodAnswer suggestedPeriod, String kind, String subject,
            @Nullable String per, @Nullable BigDecimal valueHi, @Nullable Integer belongsTo, @Nullable String indicator,
            double confidence, List<String> reasons, String clause) {
    }

    /** The answer without a guess at the indicators. */
    public static ExtractionAnswer of(Extraction extraction) {
        return of(extraction, candidate -> null);
    }

    /** @param indicator guesses the code of a candidate's indicator, or null */
    public static ExtractionAnswer of(Extraction extraction, Function<Candidate, @Nullable String> indicator) {
        return new ExtractionAnswer(document(extraction.document()),
                extraction.figures().stream().map(figure -> figure(figure, indicator.apply(figure))).toList());
    }

    private static Document document(DocumentHeader header) {
        var issuedOn = header.issuedOn();
        return new Document(header.docNo(), header.title(), header.issuer(), issuedOn == null ? null
                : issuedOn.toString(),
                header.sessionName(), header.proposalNo(), header.proposers(), header.result(), header.signatory(),
                header.publicity());
    }

    private static FigureAnswer figure(Candidate candidate, @Nullable String indicator) {
        var interval = candidate.interval();
        var suggestion = candidate.suggestion();
        return new FigureAnswer(candidate.start(), candidate.end(), candidate.span(), candidate.value(),
                candidate.unit(),
                candidate.multiplier(), candidate.baseValue(), candidate.qualifier().name(), interval.low(),
                interval.lowEnd().name(), interval.high(), interval.highEnd().name(),
                        PeriodAnswer.of(candidate.period()),
                suggestion == null ? null : PeriodAnswer.of(suggestion), candidate.kind().name(), candidate.subject(),
                candidate.per(), candidate.valueHi(), candidate.belongsTo(), indicator, candidate.confidence(),
                candidate.reasons().stream().map(reason -> reason.name().toLowerCase(Locale.ROOT)).toList(),
                candidate.clause());
    }
}
