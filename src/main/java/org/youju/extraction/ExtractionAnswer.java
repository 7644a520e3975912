package org.youju.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.youju.figure.Period;

/**
 * An extraction as the REST call and the command answer it. {@code value}, {@code valueHi}, {@code low} and {@code high}
 * are in the written scale, {@code baseValue} is the value in the unit itself.
 *
 * @param text what positions count in, where a file was read; left out where the text itself was handed in
 */
public record ExtractionAnswer(Document document, List<FigureAnswer> figures,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {

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

    /**
     * The answer.
     *
     * @param indicators the likeliest indicator of each figure, null where none is likely; empty where nobody has guessed
     * @param text       what was read out of a file, null where the text itself was handed in
     */
    public static ExtractionAnswer of(Extraction extraction, List<@Nullable String> indicators, @Nullable String text) {
        var figures = new ArrayList<FigureAnswer>();
        for (var i = 0; i < extraction.figures().size(); i++) {
            figures.add(figure(extraction.figures().get(i), indicators.isEmpty() ? null : indicators.get(i)));
        }
        return new ExtractionAnswer(document(extraction.document()), figures, text);
    }

    private static Document document(DocumentHeader header) {
        var issuedOn = header.issuedOn();
        return new Document(header.docNo(), header.title(), header.issuer(), issuedOn == null ? null : issuedOn.toString(),
                header.sessionName(), header.proposalNo(), header.proposers(), header.result(), header.signatory(),
                header.publicity());
    }

    private static FigureAnswer figure(Candidate candidate, @Nullable String indicator) {
        var interval = candidate.interval();
        var suggestion = candidate.suggestion();
        return new FigureAnswer(candidate.start(), candidate.end(), candidate.span(), candidate.value(), candidate.unit(),
                candidate.multiplier(), candidate.baseValue(), candidate.qualifier().name(), interval.low(),
                interval.lowEnd().name(), interval.high(), interval.highEnd().name(), PeriodAnswer.of(candidate.period()),
                suggestion == null ? null : PeriodAnswer.of(suggestion), candidate.kind().name(), candidate.subject(),
                candidate.per(), candidate.valueHi(), candidate.belongsTo(), indicator, candidate.confidence(),
                candidate.reasons().stream().map(reason -> reason.name().toLowerCase(Locale.ROOT)).toList(),
                candidate.clause());
    }
}
