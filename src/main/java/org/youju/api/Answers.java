package org.youju.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers. The names of the components are those of the JSON and never change; a null stands for what is
 * not known or does not apply.
 */
final class Answers {

    private Answers() {
    }

    /** @param definition what is counted by the definition in force, null where it is not known */
    record IndicatorAnswer(String code, String name, String nameEn, String theme, String unit, String nature,
            String direction, @Nullable String definition, boolean headline) {
    }

    record DefinitionAnswer(@Nullable String region, int number, @Nullable Integer validFrom, @Nullable String body,
            @Nullable String scope, @Nullable String method, String priceBasis, boolean comparable,
            @Nullable String reason) {
    }

    /** @param latest the statement that represents the latest period, one a region */
    record IndicatorDetail(String code, String name, String nameEn, String theme, String unit, String nature,
            String direction, @Nullable String definition, boolean headline, List<DefinitionAnswer> definitions,
            List<ObservationAnswer> latest, List<CommitmentAnswer> commitments) {
    }

    record PeriodAnswer(String code, @Nullable LocalDate start, @Nullable LocalDate end, String kind,
            @Nullable String note) {
    }

    /** @param start first UTF-16 unit of the span in the reply's text, null where the text is not held */
    record SourceAnswer(long id, long reply, @Nullable String docNo, @Nullable Integer start, @Nullable Integer end,
            @Nullable Integer page, String exact) {
    }

    /**
     * A statement, or a figure that follows from statements.
     *
     * @param id         null for a derived figure
     * @param value      in {@code unit}
     * @param represents whether it stands for its cell
     * @param agreement  how it compares with the statement that represents the cell, null for that one itself
     * @param recordedTo null for the current row
     * @param basis      what the weakest input of a derived figure is worth; null for a statement, as are rule,
     *                   formula and inputs
     */
    record ObservationAnswer(@Nullable Long id, String indicator, String region, PeriodAnswer period, BigDecimal value,
            @Nullable BigDecimal valueHi, String unit, @Nullable String qualifier, @Nullable BigDecimal low,
            @Nullable BigDecimal high, String lowEnd, String highEnd, @Nullable String printed, @Nullable String status,
            @Nullable String vintage, @Nullable String grade, @Nullable String state, boolean derived,
            boolean represents, @JsonProperty("class") @Nullable String agreement, @Nullable String publishedOn,
            @Nullable Instant recordedFrom, @Nullable Instant recordedTo, List<SourceAnswer> citations,
            @Nullable String rule, @Nullable String formula, @Nullable List<Long> inputs, @Nullable String basis,
            @Nullable RulingAnswer ruling) {
    }

    /**
     * Why a person has decided that a statement represents its cell.
     *
     * @param since from when it holds
     */
    record RulingAnswer(String reason, Instant since) {
    }

    /**
     * @param asOf 时点, null for the latest
     * @param next address of the following page, null on the last one
     */
    record ObservationPage(@Nullable LocalDate asOf, List<ObservationAnswer> items, @Nullable String next) {
    }

    record ReplyAnswer(long id, @Nullable String docNo, String title, String issuer, @Nullable String issuedOn,
            @Nullable String signatory, @Nullable String session, @Nullable String proposalNo, List<String> proposers,
            @Nullable String result, String publicity, @Nullable String sha256, @Nullable String text) {
    }

    /**
     * @param page        of the original on which the span begins, from 1; null where that is not known
     * @param commitments codes of the promises that the span makes
     */
    record CitationAnswer(long id, @Nullable Integer start, @Nullable Integer end, @Nullable Integer page, String exact,
            String prefix, String suffix, String state, List<Long> observations, List<String> commitments) {
    }

    /**
     * A promise with its verdict.
     *
     * @param id     its code, the same through all changes
     * @param from   first year of the window
     * @param to     last year of the window, null where it is open
     * @param endsOn last day of the window, null where it is open
     * @param base   what the way to a level is measured from where a person has set it, else null
     * @param actual what it is held against by its printed number; {@code low} to {@code high} is where that lies
     */
    record CommitmentAnswer(String id, String indicator, String region, String kind, BigDecimal value,
            @Nullable BigDecimal valueHi, String qualifier, String unit, int from, @Nullable Integer to,
            String sentence, SourceAnswer citation, String verdict, String basis, String explanation,
            @Nullable BigDecimal actual, @Nullable BigDecimal low, @Nullable BigDecimal high,
            @Nullable BigDecimal elapsed, @Nullable BigDecimal completion, @Nullable LocalDate endsOn,
            @Nullable BaseAnswer base) {
    }

    /** @param value in the promise's unit, null for what the series states of the year */
    record BaseAnswer(int year, @Nullable BigDecimal value) {
    }

    /** @param field the parameter it is about, empty for the call as a whole */
    record FieldError(String field, String message) {
    }
}
