package org.youju.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.youju.commitment.Assumptions;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewAssumption;
import org.youju.commitment.NewCommitment;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.Catalogue;
import org.youju.reply.ReplyService;
import org.youju.sample.SampleFile.Row;

/** The promises and targets of the sample, and the assumption that a verdict rests on. */
@Component
class CommitmentSample {

    private final ReplyService replies;
    private final CommitmentService commitments;
    private final Assumptions assumptions;

    CommitmentSample(ReplyService replies, CommitmentService commitments, Assumptions assumptions) {
        this.replies = replies;
        this.commitments = commitments;
        this.assumptions = assumptions;
    }

    /**
     * Enters and submits the promises of newly recorded sources.
     *
     * @param citationByCode the citations of promises that were cut from a held text
     * @return the numbers of the submitted rows
     */
    List<Long> load(Map<String, Long> replyBySource, Map<String, Long> citationByCode, Catalogue catalogue) {
        var reader = new FigureReader(catalogue.units());
        var drafts = new ArrayList<NewCommitment>();
        for (var row : SampleFile.rows("commitments.csv")) {
            var reply = replyBySource.get(row.get("source"));
            if (reply == null) {
                continue;
            }
            var cut = citationByCode.get(row.get("id"));
            long citation = cut != null ? cut : replies.quote(reply, row.get("printed_span")).id();
            drafts.add(new NewCommitment(row.get("id"), citation, row.get("indicator"), row.get("region"),
                    CommitmentKind.valueOf(row.get("kind")), target(row, catalogue, reader),
                    Integer.parseInt(row.get("from")), row.findInt("to"), null));
        }
        return commitments.submit(commitments.draft(drafts));
    }

    /**
     * Proposes the assumptions on promises that are approved by now.
     *
     * @return their numbers
     */
    List<Long> assume() {
        return SampleFile.rows("assumptions.csv").stream().map(row -> assumptions.propose(new NewAssumption(
                row.get("commitment"), row.get("indicator"), Period.parse(row.get("period")),
                new BigDecimal(row.get("upper_bound")), row.get("reason")), "")).toList();
    }

    private static Figure target(Row row, Catalogue catalogue, FigureReader reader) {
        var indicator = catalogue.indicator(row.get("indicator"));
        var figure = reader.read(row.get("printed_span"), indicator.unit(), indicator.nature());
        if (figure.value().compareTo(new BigDecimal(row.get("value"))) != 0
                || figure.qualifier() != Qualifier.valueOf(row.get("qualifier"))) {
            throw new IllegalStateException("Read " + figure + " where the file has " + row.get("qualifier") + " "
                    + row.get("value"));
        }
        return figure;
    }
}
