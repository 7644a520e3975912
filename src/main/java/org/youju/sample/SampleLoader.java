package org.youju.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.commitment.Assumptions;
import org.youju.commitment.CommitmentService;
import org.youju.indicator.IndicatorService;
import org.youju.observation.NewObservation;
import org.youju.observation.ObservationService;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Proposal;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.sample.SampleFile.Row;
import org.youju.security.Access;
import org.youju.security.SystemAccount;

/**
 * Loads the sample before the server answers its first request: one system account enters it, another approves it.
 * A source that is recorded already is left alone, so that a second start loads nothing twice.
 */
@Component
@ConditionalOnProperty("youju.sample")
class SampleLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(SampleLoader.class);
    private static final Map<String, ReplyKind> KINDS = Map.of("答复", ReplyKind.REPLY,
            "政府工作报告", ReplyKind.WORK_REPORT, "统计公报", ReplyKind.BULLETIN, "规划", ReplyKind.PLAN,
            "财政决算", ReplyKind.FINAL_ACCOUNT, "其他", ReplyKind.OTHER);
    private static final String SEED = "SEED";

    private final CatalogueSample catalogueSample;
    private final RuleSample ruleSample;
    private final StatementSample statementSample;
    private final CommitmentSample commitmentSample;
    private final EventSample eventSample;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final Assumptions assumptions;
    private final Access access;
    private final TransactionTemplate transaction;

    SampleLoader(CatalogueSample catalogueSample, RuleSample ruleSample, StatementSample statementSample,
            CommitmentSample commitmentSample, EventSample eventSample,
            IndicatorService indicators, ReplyService replies, ObservationService observations,
            CommitmentService commitments,
            Assumptions assumptions, Access access, TransactionTemplate transaction) {
        this.catalogueSample = catalogueSample;
        this.ruleSample = ruleSample;
        this.statementSample = statementSample;
        this.commitmentSample = commitmentSample;
        this.eventSample = eventSample;
        this.indicators = indicators;
        this.replies = replies;
        this.observations = observations;
        this.commitments = commitments;
        this.assumptions = assumptions;
        this.access = access;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> load());
    }

    private void load() {
        var loaded = access.runAs(SystemAccount.LOADER, this::enter);
        if (loaded.observations().isEmpty() && loaded.commitments().isEmpty()) {
            return;
        }
        access.runAs(SystemAccount.RELEASER, () -> {
            observations.approve(loaded.observations());
            commitments.approve(loaded.commitments());
            return null;
        });
        if (loaded.withReply()) {
            var assumed = access.runAs(SystemAccount.LOADER, commitmentSample::assume);
            access.runAs(SystemAccount.RELEASER, () -> assumptions.approve(assumed));
        }
        LOG.info("Sample loaded: {} statements, {} commitments", loaded.observations().size(),
                loaded.commitments().size());
    }

    private Loaded enter() {
        catalogueSample.load();
        ruleSample.load();
        var catalogue = indicators.catalogue();
        var replyBySource = recordSources();
        var citationByCommitment = new HashMap<String, Long>();
        var drafts = new ArrayList<NewObservation>();
        var seed = replyBySource.remove(SEED);
        if (seed != null) {
            replies.freeze(seed, SampleFile.bytes("reply.txt"), "text/markdown", SampleFile.text("reply.txt"));
            drafts.addAll(statementSample.ofReply(seed, catalogue, citationByCommitment));
        }
        drafts.addAll(statementSample.ofSources(replyBySource, catalogue));
        if (seed != null) {
            replyBySource.put(SEED, seed);
            eventSample.load(seed);
        }
        var promised = commitmentSample.load(replyBySource, citationByCommitment, catalogue);
        return new Loaded(observations.submit(observations.draft(drafts)), promised, seed != null);
    }

    /** Records the sources that are not yet, and returns their numbers by key. */
    private Map<String, Long> recordSources() {
        var proposals = new HashMap<String, Row>();
        SampleFile.rows("proposals.csv").forEach(r -> proposals.put(r.get("source_id"), r));
        var recorded = new LinkedHashMap<String, Long>();
        for (var row : SampleFile.rows("sources.csv")) {
            var key = row.get("source_id");
            if (replies.withSourceKey(key).isEmpty()) {
                recorded.put(key, replies.record(reply(row, proposals.get(key))).id());
            }
        }
        return recorded;
    }

    private static NewReply reply(Row row, @Nullable Row proposal) {
        var date = row.find("date");
        return new NewReply(row.get("source_id"), KINDS.get(row.get("kind")), row.find("doc_no"), row.get("title"),
                row.get("issuer"), proposal == null ? null : proposal.find("signatory"),
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, Grade.valueOf(row.get("grade")),
                row.find("url"), proposal == null ? null : proposal(proposal));
    }

    private static Proposal proposal(Row row) {
        return new Proposal(Proposal.Body.valueOf(row.get("body")), Integer.parseInt(row.get("term")),
                Integer.parseInt(row.get("session")), row.get("number"), row.get("region"), row.get("title"),
                List.of(row.get("proposers").split("、")), row.find("result"), row.find("result_code_list"),
                row.find("lead_department"));
    }

    /** @param withReply whether the sample reply is among what was entered */
    private record Loaded(List<Long> observations, List<Long> commitments, boolean withReply) {
    }
}
