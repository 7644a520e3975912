package org.youju.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.base.NotFoundException;
import org.youju.observation.Ledger;

class ProposalsTest extends BothEnginesTest {

    private Ledger ledger;
    private Proposals proposals;

    @BeforeEach
    void openLedger() {
        ledger = new Ledger(database);
        proposals = ledger.services.get(Proposals.class);
        answer("A1", "050", "关于推进长宁产业发展的建议", List.of("张晓钟", "林静"), "解决或采纳", "上海市", "2024-04-25");
        answer("B1", "051", "关于增加停车位的建议", List.of("李二"), "B类", null, "2024-05-01");
        answer("C1", "052", "关于养老食堂的建议", List.of(), "留作参考", null, null);
        answer("U1", "053", "关于夜市的建议", List.of("赵三"), "研究中", null, null);
        answer("N1", "054", "关于绿道的建议", List.of("孙五"), null, null, null);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    private long answer(String key, String number, String title, List<String> proposers, @Nullable String result,
            @Nullable String list, @Nullable String date) {
        return Ledger.clerk(() -> ledger.replies.record(new NewReply(key, ReplyKind.REPLY, key + "号", title, "区政府", null,
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, Grade.A, null,
                new Proposal(Proposal.Body.CPPCC, 15, 3, number, "310105", title, proposers, result, list, null)))).id();
    }

    private List<String> found(@Nullable String words, @Nullable Set<Optional<AnswerCategory>> categories) {
        return proposals.search(new ProposalQuery(words, null, categories), 0, 100).stream()
                .map(it -> it.proposal().number()).toList();
    }

    @Test
    void proposals_are_found_by_subject_number_and_proposer() {
        assertThat(found(null, null)).containsExactly("050", "051", "052", "053", "054");
        assertThat(found("停车", null)).containsExactly("051");
        assertThat(found("053", null)).containsExactly("053");
        assertThat(found("林静", null)).containsExactly("050");
        assertThat(found("%", null)).isEmpty();
        assertThat(proposals.search(new ProposalQuery(null, "310000", null), 0, 100)).isEmpty();
    }

    @Test
    void a_category_is_found_by_the_words_that_places_have_for_it_and_what_no_list_knows_is_unknown() {
        assertThat(found(null, Set.of(Optional.of(AnswerCategory.A)))).containsExactly("050");
        assertThat(found(null, Set.of(Optional.of(AnswerCategory.B), Optional.of(AnswerCategory.C))))
                .containsExactly("051", "052");
        assertThat(found(null, Set.of(Optional.empty()))).containsExactly("053", "054");
        assertThat(found(null, Set.of())).isEmpty();
    }

    @Test
    void a_page_begins_where_the_one_before_ended_and_the_number_is_that_of_all() {
        var all = new ProposalQuery(null, null, null);
        assertThat(proposals.search(all, 2, 2)).extracting(it -> it.proposal().number()).containsExactly("052", "053");
        assertThat(proposals.count(all)).isEqualTo(5);
        assertThat(proposals.count(new ProposalQuery("建议", "310105", Set.of(Optional.empty())))).isEqualTo(2);
    }

    @Test
    void several_documents_answer_one_proposal_the_latest_first() {
        var first = proposals.search(new ProposalQuery("050", null, null), 0, 1).getFirst();
        var again = answer("A2", "050", "关于推进长宁产业发展的建议", List.of("张晓钟"), null, null, "2025-04-25");
        assertThat(proposals.repliesOf(List.of(first.id())).get(first.id())).extracting(Reply::sourceKey)
                .containsExactly("A2", "A1");
        assertThat(proposals.proposalOf(again)).contains(first.id());
        assertThat(proposals.repliesOf(List.of())).isEmpty();
    }

    @Test
    void what_is_not_recorded_of_a_proposal_is_not_made_up() {
        var bare = proposals.search(new ProposalQuery("052", null, null), 0, 1).getFirst();
        assertThat(bare.proposal().proposers()).isEmpty();
        assertThat(bare.joint()).isEmpty();
        assertThat(bare.proposal().leadDepartment()).isNull();
        assertThatThrownBy(() -> proposals.proposal(999_999)).isInstanceOf(NotFoundException.class);
    }
}
