package org.youju.reply.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ShortcutsKt;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.reply.Citation;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.reply.SampleReply;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

class ReplyViewTest extends UiTest {

    private static int documents;

    @Autowired
    private ReplyService replies;
    @Autowired
    private Access access;

    private Reply held;
    private List<Citation> citations;

    @BeforeEach
    void record_the_sample_reply() {
        held = access.runAs(SystemAccount.LOADER, () -> {
            var reply = record("READER" + ++documents, "阅发改〔2024〕" + documents + "号", null);
            var text = SampleReply.text();
            replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/markdown", text);
            SampleReply.spans().forEach(span -> replies.cite(reply.id(), span.start(), span.end()));
            return reply;
        });
        logIn("clerk", Role.Names.STATISTICIAN);
        citations = replies.citationsOf(held.id());
    }

    private Reply record(String key, String docNo, String url) {
        return replies.record(new NewReply(key, ReplyKind.REPLY, docNo, "对提案的答复", "上海市长宁区发展和改革委员会", null,
                new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, url, null));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_reads_a_document(Role role) {
        logIn("somebody", role.name());
        go(Routes.reply(held.id()));
        _assertOne(ReplyView.class);
    }

    @Test
    void every_figure_is_marked_as_it_was_cut() {
        open(null);
        assertThat(citations).hasSize(27).allSatisfy(citation ->
                assertThat(words(paper().marks(citation.id()))).isEqualTo(citation.exact()));
    }

    @Test
    void what_nothing_approved_rests_on_is_not_shown_to_those_who_may_not_see_drafts() {
        logIn("leader", Role.Names.VIEWER);
        go(Routes.reply(held.id()));
        assertThat(citations).allSatisfy(citation -> assertThat(paper().marks(citation.id())).isEmpty());
    }

    @Test
    void the_citation_of_the_address_is_chosen_and_shown_first_among_the_marks() {
        var citation = citations.get(1);
        open(citation);
        assertThat(chosen()).containsExactly("约 310 亿元");
        assertThat(paper().marks(citation.id()).getFirst().getAttribute("data-n")).isEqualTo("2");
    }

    @Test
    void j_and_k_go_from_figure_to_figure_and_round_at_the_ends() {
        open(citations.getFirst());
        press(Key.KEY_J);
        assertThat(chosen()).containsExactly("约 310 亿元");
        press(Key.KEY_K);
        press(Key.KEY_K);
        assertThat(chosen()).containsExactly("百余人");
    }

    @Test
    void the_list_names_every_figure_and_leads_to_it() {
        open(null);
        var items = _find(NativeButton.class, spec -> spec.withClasses("yj-cite"));
        assertThat(items).hasSize(27);
        _click(items.get(2));
        assertThat(chosen()).containsExactly("约 18%");
    }

    @Test
    void what_the_text_begins_with_itself_is_not_printed_above_it_again() {
        openText("上海市长宁区发展和改革委员会文件\n%s\n对提案的答复\n\n某某委员：\n建成平台29个。\n上海市长宁区发展和改革委员会\n");
        assertThat(lines("yj-paper-issuer")).containsExactly("上海市长宁区发展和改革委员会文件");
        assertThat(lines("yj-paper-no")).hasSize(1);
        assertThat(lines("yj-paper-title")).containsExactly("对提案的答复");
        assertThat(lines("yj-paper-sign")).as("where it signs").containsExactly("上海市长宁区发展和改革委员会");
        openText("对提案的答复\n\n某某委员：\n建成平台29个。\n");
        assertThat(lines("yj-paper-title")).containsExactly("对提案的答复");
        assertThat(lines("yj-paper-issuer")).as("the text does not say it").hasSize(1);
        openText("某某委员：\n建成平台29个。\n");
        assertThat(lines("yj-paper-title")).containsExactly("对提案的答复");
    }

    /** @param text {@code %s} is the document's number */
    private void openText(String text) {
        var number = "阅统发〔2024〕" + ++documents + "号";
        var reply = access.runAs(SystemAccount.LOADER, () -> {
            var recorded = record("READER" + documents, number, null);
            var frozen = text.formatted(number);
            replies.freeze(recorded.id(), frozen.getBytes(StandardCharsets.UTF_8), "text/plain", frozen);
            return recorded;
        });
        go(Routes.reply(reply.id()));
    }

    private List<String> lines(String style) {
        return paper().getElement().getChildren().filter(it -> it.getClassList().contains(style))
                .map(Element::getTextRecursively).toList();
    }

    @Test
    void the_document_looks_like_a_paper_and_shows_no_markup() {
        open(null);
        var text = paper().getElement().getTextRecursively();
        assertThat(text).contains("上海市长宁区发展和改革委员会文件", "二、不断推动城市更新").doesNotContain("**", "##", "---");
    }

    @Test
    void contact_persons_are_hidden_and_the_page_says_so() {
        logIn("leader", Role.Names.VIEWER);
        open(null);
        assertThat(paper().getElement().getTextRecursively()).doesNotContain("汪骏杰").contains("联系人姓名：＊＊＊");
        assertThat(words()).contains("联系人和电话已遮住");
        logIn("checker", Role.Names.STATISTICIAN);
        go(Routes.REPLIES);
        open(null);
        assertThat(paper().getElement().getTextRecursively()).doesNotContain("汪骏杰");
    }

    @Test
    void what_a_newspaper_reprints_stands_under_no_letterhead() {
        var reprint = access.runAs(SystemAccount.LOADER, () -> replies.record(new NewReply("PRESS" + documents,
                ReplyKind.OTHER, null, "新闻里的数字", "某报", null, new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.C, null,
                null)));
        go(Routes.reply(reprint.id()));
        assertThat(lines("yj-paper-publisher")).containsExactly("某报");
        assertThat(lines("yj-paper-issuer")).isEmpty();
    }

    @Test
    void a_document_without_its_text_says_so_and_quotes() {
        var quoted = access.runAs(SystemAccount.LOADER, () -> {
            var reply = record("QUOTED" + documents, null, "https://example.org/report");
            replies.quote(reply.id(), "370亿元");
            return reply;
        });
        go(Routes.reply(quoted.id()));
        var text = words();
        assertThat(text).contains("全文未存", "370亿元", "对提案的答复");
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(a -> "https://example.org/report".equals(a.getHref()))))
                .allSatisfy(a -> {
                    assertThat(a.getElement().getAttribute("rel")).contains("noopener");
                    assertThat(a.getTarget()).contains("_blank");
                }).isNotEmpty();
    }

    @Test
    void what_is_not_there_gets_a_sentence() {
        for (var address : List.of("replies/99999999", "replies/abc", Routes.reply(held.id(), 99999999),
                Routes.reply(held.id()) + "?cite=x")) {
            go(address);
            assertThat(_find(ReplyView.class)).isEmpty();
            assertThat(words()).contains("没有编号为");
        }
    }

    @Test
    void english_is_complete() {
        openTab(Locale.ENGLISH);
        open(null);
        assertThat(words()).contains("Original text", "27 in all")
                .doesNotContain("reply.");
    }

    private void open(Citation citation) {
        go(citation == null ? Routes.reply(held.id()) : Routes.reply(held.id(), citation.id()));
    }

    private static void press(Key key) {
        ShortcutsKt.fireShortcut(key);
    }

    private static PaperText paper() {
        return _get(PaperText.class);
    }

    private List<String> chosen() {
        return citations.stream().map(c -> paper().marks(c.id()))
                .filter(marks -> "true".equals(marks.getFirst().getAttribute("aria-current")))
                .map(ReplyViewTest::words).toList();
    }

    private static String words(List<Element> marks) {
        return marks.stream().map(Element::getText).collect(Collectors.joining());
    }

    private static void go(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
