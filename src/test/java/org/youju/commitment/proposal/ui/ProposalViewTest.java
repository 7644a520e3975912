package org.youju.commitment.proposal.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.youju.TestServices;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.check.SampleStatements;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.NewCommitment;
import org.youju.commitment.NewOverride;
import org.youju.commitment.Verdict;
import org.youju.commitment.VerdictOverrides;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Proposal;
import org.youju.reply.ProposalQuery;
import org.youju.reply.Proposals;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** From a proposal to its result, for each role; beside the sample's proposal one of category B whose promise is open. */
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:entry-ui;DB_CLOSE_DELAY=-1;${youju.h2.options}",
    "youju.sample=true"
})
class ProposalViewTest extends UiTest {

    @Autowired
    private ReplyService replies;
    @Autowired
    private CommitmentService commitments;
    @Autowired
    private Proposals proposals;
    @Autowired
    private VerdictOverrides overrides;

    private long sample;

    @BeforeEach
    void record_a_planned_proposal() {
        if (replies.withSourceKey("PLANNED").isEmpty()) {
            var submitted = TestServices.as("zhou", Role.STATISTICIAN, () -> {
                var reply = replies.record(new NewReply("PLANNED", ReplyKind.REPLY, "长房〔2024〕7号", "对第061号提案的答复", "区房管局",
                        null, new IssueDate("2024-05-06"), Publicity.PUBLIC, Grade.A, null,
                        new Proposal(Proposal.Body.CPPCC, 15, 3, "061", "310105", "关于公园建设的建议", List.of(),
                                "列入计划拟解决", null, null)));
                var citation = replies.quote(reply.id(), "2022年建成口袋公园90个");
                return commitments.submit(commitments.draft(List.of(new NewCommitment("T061", citation.id(),
                        "UR_POCKET_PARKS", "310105", CommitmentKind.FLOOR_PER_PERIOD,
                        SampleStatements.read("90个", "UR_POCKET_PARKS"), 2022, 2022, null))));
            });
            TestServices.as("qian", Role.APPROVER, () -> commitments.approve(submitted));
        }
        sample = proposals.search(new ProposalQuery("050", null, null), 0, 1).getFirst().id();
        logIn("leader", Role.Names.VIEWER);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_reads_the_proposals_and_one_of_them(Role role) {
        logIn("somebody", role.name());
        visit(Routes.PROPOSALS);
        _assertOne(ProposalsView.class);
        visit(Routes.proposal(sample));
        _assertOne(ProposalView.class);
    }

    @Test
    void the_proposal_of_the_sample_is_followed_to_its_promise_and_the_promise_is_met_in_total() {
        visit(Routes.proposal(sample));
        assertThat(words()).contains("关于推进长宁产业发展的建议", "政协十五届三次会议第050号提案", "政协提案", "A类：已解决或采纳",
                "张晓钟、林静、瞿子涵", "会办单位未记载", "1项中兑现0项，总量兑现1项");
        assertThat(words(_get(NativeTable.class))).contains("每年不少于100万平方米", "精品小区新开工面积", "132万平方米", "总量兑现",
                "每年是否都达到，不能逐年证明");
    }

    @Test
    void each_step_leads_on_to_the_sentence_and_the_series() {
        visit(Routes.proposal(sample));
        assertThat(_find(_get(NativeTable.class), Anchor.class)).extracting(Anchor::getHref)
                .anyMatch(it -> it.matches("replies/\\d+\\?cite=\\d+"))
                .anyMatch(it -> it.equals("indicators/UR_REFINED_AREA?region=310105"))
                .anyMatch(it -> it.equals(Routes.commitment("310105", "C001")));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).noneMatch(it -> it.startsWith(Routes.BRIEF));
        logIn("analyst", Role.Names.ANALYST);
        visit(Routes.proposal(sample));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).anyMatch(it -> it.startsWith(Routes.BRIEF + "?of="));
    }

    @Test
    void the_reader_of_a_reply_leads_to_its_proposal() {
        visit(Routes.reply(replies.withSourceKey("SEED").orElseThrow().id()));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains(Routes.proposal(sample));
        visit(Routes.reply(replies.withSourceKey("CN_GWR2024").orElseThrow().id()));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).noneMatch(it -> it.startsWith("proposals/"));
    }

    @Test
    void as_of_a_day_before_the_reply_there_is_none() {
        visit(Routes.proposal(sample) + "?asOf=2024-04-24");
        assertThat(words()).contains("到这一天还没有答复。", "没有可判定的承诺", "办理结果未记载", "类别未记载").doesNotContain("A类", "解决或采纳");
        visit(Routes.PROPOSALS + "?asOf=2024-04-24&q=050&category=A");
        assertThat(words()).contains("没有符合条件的提案。");
        visit(Routes.PROPOSALS + "?asOf=2024-04-25&q=050&category=A");
        assertThat(words(_get(NativeTable.class))).contains("第050号", "A类");
    }

    @Test
    void what_is_carried_over_to_the_next_year_is_listed_with_the_reason() {
        visit(Routes.PROPOSALS);
        assertThat(words(_get(NativeTable.class))).contains("第050号", "第061号", "类别", "B类：正在办理或列入计划");
        _click(_find(NativeButton.class).stream().filter(it -> it.getText().equals("滚动办理")).findFirst().orElseThrow());
        assertThat(address()).isEqualTo("proposals?show=NEXT");
        assertThat(words(_get(NativeTable.class))).contains("第061号", "2022年").doesNotContain("第050号");
        visit("proposals?show=NEXT&category=C");
        assertThat(words()).contains("没有要滚动办理的");
    }

    @Test
    void what_an_approver_decided_in_the_place_of_the_rules_counts_and_is_told_with_its_reason() {
        var planned = proposals.search(new ProposalQuery("061", null, null), 0, 1).getFirst().id();
        var decided = TestServices.as("sun", Role.APPROVER, () -> overrides.decide(new NewOverride("T061",
                Verdict.Kind.MET, "现场核实已建成", overrides.today().plusDays(30)), null));
        try {
            visit(Routes.proposal(planned));
            assertThat(words(_get(NativeTable.class))).contains("已兑现", "sun改判", "现场核实已建成", "按规则");
            visit(Routes.PROPOSALS + "?show=NEXT");
            assertThat(words()).contains("没有要滚动办理的");
        } finally {
            TestServices.as("sun", Role.APPROVER, () -> {
                overrides.end("T061", decided, "测试结束");
                return null;
            });
        }
    }

    @Test
    void the_list_is_narrowed_by_its_address_and_its_address_follows_what_is_typed() {
        visit("proposals?q=公园&category=B&region=310105&page=9");
        assertThat(words(_get(NativeTable.class))).contains("第061号").doesNotContain("第050号");
        _get(TextField.class).setValue("夜市");
        assertThat(address()).contains("category=B", "region=310105").doesNotContain("page");
        assertThat(words()).contains("没有符合条件的提案。");
        visit("proposals?category=NOPE&region=nowhere&page=x");
        assertThat(words(_get(NativeTable.class))).contains("第061号", "第050号");
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void a_proposal_that_there_is_not_is_said_to_be_none() {
        for (var address : List.of(Routes.proposal(999_999), "proposals/abc")) {
            visit(address);
            assertThat(_find(ProposalView.class)).isEmpty();
            assertThat(words()).contains("的提案。请在提案页查找。");
        }
    }

    @Test
    void the_pages_speak_english() {
        openTab(Locale.ENGLISH);
        visit(Routes.PROPOSALS + "?show=NEXT");
        assertThat(words()).contains("Carried over", "B under way or planned");
        visit(Routes.proposal(sample));
        assertThat(words()).contains("0 of 1 kept, 1 met in total", "Proposal of the Political Consultative Conference", "Not recorded");
    }
}
