package org.youju.commitment.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewCommitment;
import org.youju.commitment.Verdict.Kind;
import org.youju.figure.Period;
import org.youju.observation.Ledger;
import org.youju.observation.NewObservation;
import org.youju.reply.AnswerCategory;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Proposal;
import org.youju.reply.ProposalQuery;
import org.youju.reply.Proposals;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;

class OutcomesTest extends BothEnginesTest {

    private static final ProposalQuery ALL = new ProposalQuery(null, null, null);

    private Ledger ledger;
    private Outcomes outcomes;
    private Proposals proposals;
    private CommitmentService commitments;

    @BeforeEach
    void openLedger() {
        ledger = new Ledger(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.commitment");
        outcomes = ledger.services.get(Outcomes.class);
        proposals = ledger.services.get(Proposals.class);
        commitments = ledger.services.get(CommitmentService.class);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    private long answer(String number, @Nullable String result, String date) {
        return Ledger.clerk(() -> ledger.replies.record(new NewReply("R" + number + date, ReplyKind.REPLY, null,
                "对第" + number + "号提案的答复", "区政府", null, new IssueDate(date), Publicity.PUBLIC, Grade.A, null,
                new Proposal(Proposal.Body.CPPCC, 15, 3, number, "310105", "提案" + number, List.of("李"), result, null,
                        null)))).id();
    }

    private void promise(String code, long reply, String printed, int year) {
        var citation = Ledger.clerk(() -> ledger.replies.quote(reply, printed)).id();
        var submitted = Ledger.clerk(() -> commitments.submit(commitments.draft(List.of(new NewCommitment(code, citation,
                "TAX", "310105", CommitmentKind.FLOOR_PER_PERIOD, Ledger.figure(printed), year, year, null)))));
        Ledger.approver(() -> commitments.approve(submitted));
    }

    private void states(String printed, String year, String date) {
        var source = ledger.source("S" + year + printed, date);
        var stated = ledger.states(source, printed);
        ledger.approved(new NewObservation("TAX", "310105", Period.parse(year), null, source, stated.figure(),
                stated.status(), null, null, null, stated.citationIds()));
    }

    private Outcome of(String number, @Nullable LocalDate asOf) {
        var proposal = proposals.search(new ProposalQuery(number, null, null), 0, 1).getFirst();
        return Ledger.clerk(() -> outcomes.of(proposal.id(), asOf));
    }

    private List<String> next(ProposalQuery query, @Nullable LocalDate asOf) {
        return Ledger.clerk(() -> outcomes.carriedOver(query, asOf)).stream()
                .map(it -> it.proposal().proposal().number()).toList();
    }

    @Test
    void a_proposal_is_followed_to_its_reply_its_promise_and_the_latest_figure() {
        promise("P1", answer("050", "解决或采纳", "2024-01-10"), "300亿元", 2024);
        states("310亿元", "2023", "2024-02-01");
        states("336亿元", "2024", "2025-02-01");
        var outcome = of("050", null);
        assertThat(outcome.proposal().category()).contains(AnswerCategory.A);
        assertThat(outcome.answers()).singleElement().satisfies(it -> assertThat(it.promises()).hasSize(1));
        assertThat(outcome.promises().getFirst()).satisfies(it -> {
            assertThat(it.judged().verdict().kind()).isEqualTo(Kind.MET);
            assertThat(it.latest().figure().printed()).isEqualTo("336亿元");
            assertThat(it.isUnfulfilled()).isFalse();
        });
    }

    @Test
    void as_of_a_day_neither_later_figures_nor_later_replies_are_known() {
        promise("P1", answer("050", "B类", "2024-01-10"), "300亿元", 2024);
        states("336亿元", "2024", "2025-02-01");
        assertThat(of("050", LocalDate.parse("2025-01-31")).promises().getFirst()).satisfies(it -> {
            assertThat(it.judged().verdict().kind()).isEqualTo(Kind.NO_DATA);
            assertThat(it.latest()).isNull();
        });
        assertThat(of("050", LocalDate.parse("2024-01-10")).proposal().category()).contains(AnswerCategory.B);
        assertThat(of("050", LocalDate.parse("2024-01-09"))).satisfies(it -> {
            assertThat(it.answers()).isEmpty();
            assertThat(it.proposal().category()).as("the reply tells it").isEmpty();
            assertThat(it.proposal().proposal().result()).isNull();
        });
        var ofB = new ProposalQuery(null, null, Set.of(Optional.of(AnswerCategory.B)));
        assertThat(Ledger.clerk(() -> outcomes.search(ofB, LocalDate.parse("2024-01-09")))).isEmpty();
        assertThat(Ledger.clerk(() -> outcomes.search(ofB, LocalDate.parse("2024-01-10")))).hasSize(1);
    }

    @Test
    void proposals_of_category_b_and_c_with_a_promise_that_is_not_kept_go_on_to_the_next_year() {
        promise("KEPT", answer("001", "B类", "2024-01-10"), "300亿元", 2024);
        promise("BROKEN", answer("002", "B类", "2024-01-11"), "400亿元", 2024);
        promise("REFERENCE", answer("003", "留作参考", "2024-01-12"), "400亿元", 2024);
        promise("SOLVED", answer("004", "A", "2024-01-13"), "400亿元", 2024);
        promise("NOBODY_SAID", answer("005", null, "2024-01-14"), "400亿元", 2024);
        answer("006", "C", "2024-01-15");
        states("336亿元", "2024", "2025-02-01");
        assertThat(next(ALL, null)).containsExactly("002", "003");
        assertThat(next(new ProposalQuery(null, null, Set.of(Optional.of(AnswerCategory.C))), null)).containsExactly("003");
        assertThat(next(new ProposalQuery(null, null, Set.of(Optional.of(AnswerCategory.A))), null)).isEmpty();
        assertThat(next(new ProposalQuery("002", "310105", null), null)).containsExactly("002");
        assertThat(next(ALL, LocalDate.parse("2025-01-31"))).containsExactly("001", "002", "003");
    }

    @Test
    void the_list_takes_as_many_statements_of_the_database_for_ten_proposals_as_for_one() {
        promise("P0", answer("100", "B类", "2024-01-10"), "400亿元", 2024);
        var before = ledger.services.reads();
        assertThat(next(ALL, null)).hasSize(1);
        var one = ledger.services.reads() - before;
        for (int i = 1; i < 10; i++) {
            promise("P" + i, answer("10" + i, "B类", "2024-01-10"), "400亿元", 2024);
        }
        before = ledger.services.reads();
        assertThat(next(ALL, null)).hasSize(10);
        assertThat(ledger.services.reads() - before).isEqualTo(one);
    }

    @Test
    void who_is_not_logged_in_is_told_nothing() {
        answer("050", "B类", "2024-01-10");
        assertThatThrownBy(() -> outcomes.carriedOver(ALL, null)).isInstanceOf(AccessDeniedException.class);
    }
}
