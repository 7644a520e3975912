package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.base.ui.Routes;
import org.youju.check.SampleStatements;
import org.youju.figure.Period;
import org.youju.observation.NewObservation;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** From a proposal to what became of it, and from a superseded figure to what took its place, by keyboard alone. */
class ProposalWalkTest extends BrowserTest {

    private static final String INDICATOR = "SC_SALONS";
    private static final String REGION = "310000";

    @Autowired
    private ReplyService replies;
    @Autowired
    private ObservationService observations;

    @AfterEach
    void leave_the_figures_as_they_were_for_others() {
        var walked = observations.statements(StatementQuery.of(List.of(INDICATOR), REGION, null));
        TestServices.as("leaver", Role.APPROVER, () -> {
            walked.stream().map(Observation::id).forEach(it -> observations.revoke(it, "walker", "走查结束"));
            return null;
        });
    }

    @Test
    void a_proposal_is_followed_to_its_promise_its_sentence_and_its_indicator() {
        var page = visitAs("leader", Routes.PROPOSALS);
        follow(page.locator("main a").filter(named("关于推进长宁产业发展的建议")));
        page.waitForURL(Pattern.compile(".*/proposals/\\d+"));
        assertThat(page.locator(".yj-chain")).containsText("1项中兑现0项，总量兑现1项");
        assertThat(page.locator("main table")).containsText("总量兑现");
        axe(page);
        photograph(page, "proposal");
        var proposal = address(page);

        follow(page.locator("main table a").filter(named("每年不少于100万平方米")));
        page.waitForURL(Pattern.compile(".*/replies/\\d+\\?cite=\\d+"));
        assertThat(page.locator(".yj-paper mark[aria-current=true]")).hasText("每年不少于100万平方米");
        assertThat(page.locator(".yj-paper mark[aria-current=true]")).isFocused();
        follow(page.locator("a.yj-tool").filter(named("从提案到结果")));
        page.waitForURL("**/" + proposal);

        follow(page.locator("main table a").filter(named("精品小区新开工面积")));
        page.waitForURL(Pattern.compile(".*/indicators/UR_REFINED_AREA\\?region=310105"));
        assertThat(page.locator(".yj-statements").first()).containsText("132");

        var phone = open(390, 844, ColorScheme.DARK);
        visitAs(phone, "leader", proposal);
        assertThat(phone.locator("main table")).containsText("总量兑现");
        assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        axe(phone);
    }

    @Test
    void a_superseded_figure_is_found_in_the_list_and_leads_to_what_took_its_place() {
        TestServices.as("walker", Role.STATISTICIAN, () -> observations.submit(observations.draft(List.of(
                states("WALK_EARLY", ReplyKind.REPLY, "2024-05-06", "30场"),
                states("WALK_LATE", ReplyKind.WORK_REPORT, "2025-01-08", "36场")))))
                .forEach(it -> TestServices.as("checker", Role.APPROVER, () -> observations.approve(List.of(it))));

        var page = visitAs("statistician", Routes.REPLIES);
        follow(page.locator("a.yj-tool").filter(named("要再核对的引用")));
        page.waitForURL("**/" + Routes.DOUBTFUL);
        visit(page, Routes.DOUBTFUL + "?region=" + REGION);
        follow(page.locator(".yj-seg button").filter(named("已被修订 1")));
        page.waitForURL("**show=SUPERSEDED**");
        var row = page.locator("main tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("30场");
        assertThat(row).containsText("已改为36场，不要再引用本数");
        axe(page);
        axeInTheDark(page);
        photograph(page, "doubtful");

        follow(row.locator("th a"));
        page.waitForURL(Pattern.compile(".*/replies/\\d+\\?cite=\\d+"));
        var note = page.locator(".yj-quote-note");
        assertThat(note).containsText("已被修订");
        note.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(note.locator(".yj-quote-others")).containsText("36场");
        axe(page);
        follow(note.locator(".yj-quote-line a"));
        assertThat(page.locator(".yj-quote-note")).containsText("修订了旧数");

        visit(page, Routes.BRIEF + "?i=" + INDICATOR + "&region=" + REGION);
        assertThat(page.locator(".yj-brief-text")).containsText("这一数已改为36场");
        axe(page);
        axeInTheDark(page);
    }

    private NewObservation states(String key, ReplyKind kind, String date, String printed) {
        var reply = replies.withSourceKey(key).orElseGet(() -> replies.record(new NewReply(key, kind, null, "走查" + key,
                "走查机关", null, new IssueDate(date), Publicity.PUBLIC, Grade.A, null, null)));
        var citation = replies.quote(reply.id(), printed);
        return new NewObservation(INDICATOR, REGION, Period.parse("2023"), null, reply.id(),
                SampleStatements.read(printed, INDICATOR), ObsStatus.A, null, null, null, List.of(citation.id()));
    }

    /** Goes to a link or button and presses Enter. */
    private void follow(Locator target) {
        target.first().focus();
        target.first().press("Enter");
        awaitServer(target.page());
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
