package org.youju.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.Vintage;
import org.youju.reply.ReplyService;
import org.youju.sample.SampleFile.Row;

/** What the sample's sources state: the clerk's reading of the reply, and the published series. */
@Component
class StatementSample {

    private static final String SAME_SOURCE_AS_LEVEL = "增速与水平值同源";
    private static final Map<String, Vintage> VINTAGES = Map.of("预计", Vintage.FORECAST, "初步", Vintage.PRELIMINARY,
            "核实", Vintage.VERIFIED, "决算", Vintage.FINAL, "修订", Vintage.REVISED);

    private final ReplyService replies;

    StatementSample(ReplyService replies) {
        this.replies = replies;
    }

    /** The figures of the reply's text, each with the citation of its span. */
    List<NewObservation> ofReply(long replyId, Catalogue catalogue, Map<String, Long> citationByCommitment) {
        var reader = new FigureReader(catalogue.units());
        var all = new ArrayList<NewObservation>();
        for (var row : SampleFile.rows("figures.csv")) {
            var citation = replies.cite(replyId, Integer.parseInt(row.get("start")), Integer.parseInt(row.get("end")));
            if (!citation.exact().equals(row.get("span"))) {
                throw new IllegalStateException("The text has " + citation.exact() + " for " + row.get("span"));
            }
            if ("COMMITMENT".equals(row.get("role"))) {
                citationByCommitment.put(row.get("commitment"), citation.id());
                continue;
            }
            all.add(new NewObservation(row.get("indicator"), row.get("region"), Period.parse(row.get("period")),
                    row.find("period_note"), replyId, figure(row, row.get("span"), catalogue, reader), ObsStatus.A,
                    null, null, null, List.of(citation.id())));
        }
        return all;
    }

    /** The statements of other documents, each quoting its print; a growth without one quotes its level's. */
    List<NewObservation> ofSources(Map<String, Long> replyBySource, Catalogue catalogue) {
        var reader = new FigureReader(catalogue.units());
        var citations = new HashMap<String, Long>();
        var rows = SampleFile.rows("statements.csv").stream()
                .filter(r -> replyBySource.containsKey(r.get("source")))
                .toList();
        for (var row : rows) {
            var printed = row.find("printed_span");
            if (printed != null) {
                citations.put(key(row, row.get("indicator")),
                        replies.quote(replyBySource.get(row.get("source")), printed).id());
            }
        }
        return rows.stream().map(row -> statement(row, replyBySource, catalogue, reader, citations)).toList();
    }

    private static String key(Row row, @Nullable String indicator) {
        return String.join(" ", row.get("source"), indicator, row.get("region"), row.get("period"));
    }

    private static NewObservation statement(Row row, Map<String, Long> replyBySource, Catalogue catalogue,
            FigureReader reader, Map<String, Long> citations) {
        var printed = row.find("printed_span");
        var cited = printed != null ? row.get("indicator") : catalogue.indicator(row.get("indicator")).growthOf();
        var citation = citations.get(key(row, cited));
        var vintage = row.find("vintage");
        return new NewObservation(row.get("indicator"), row.get("region"), Period.parse(row.get("period")), null,
                replyBySource.get(row.get("source")), figure(row, printed, catalogue, reader),
                ObsStatus.valueOf(row.get("status")), vintage == null ? null : VINTAGES.get(vintage), row.find("note"),
                citation == null ? SAME_SOURCE_AS_LEVEL : null, citation == null ? List.of() : List.of(citation));
    }

    /** Reads the print, or takes the number where there is none, and holds the result against the recorded value. */
    private static Figure figure(Row row, @Nullable String printed, Catalogue catalogue, FigureReader reader) {
        var indicator = catalogue.indicator(row.get("indicator"));
        var value = new BigDecimal(row.get("value"));
        var qualifier = Qualifier.valueOf(row.get("qualifier"));
        var figure = printed == null
                ? reader.stated(value, qualifier, indicator.unit(), indicator.nature())
                : reader.read(printed, indicator.unit(), indicator.nature());
        if (figure.qualifier() == Qualifier.EXACT && qualifier != Qualifier.EXACT) {
            // the limiting word stands elsewhere in the sentence: 迈上 before 2500亿元
            figure = reader.read(printed, qualifier, indicator.unit(), indicator.nature());
        }
        if (figure.value().compareTo(value) != 0 || figure.qualifier() != qualifier) {
            throw new IllegalStateException("Read " + figure + " where the file has " + qualifier + " " + value);
        }
        return figure;
    }
}
