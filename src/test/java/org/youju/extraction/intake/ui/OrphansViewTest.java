package org.youju.extraction.intake.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.reply.Citation;
import org.youju.reply.Grade;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

class OrphansViewTest extends UiTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String OLD = "2023年，全区税收约310亿元，同比增长12%。\n\n全区有重点企业6100余家，从业人员3万人。\n\n联系人：赵某某";
    private static final String NEWER = "2023年，全区税收约320亿元，同比增长12%。\n\n全区有重点企业6300余家，从业人员3万人。\n\n联系人：赵某某";

    @Autowired
    private ReplyService replies;
    @Autowired
    private Access access;

    private Reply reply;
    private Citation tax;
    private Citation firms;

    @BeforeEach
    void lose_two_citations() {
        access.runAs(SystemAccount.LOADER, () -> {
            replies.orphans(0, 1000).forEach(orphan -> replies.anchor(orphan.id(), 0, 1));
            reply = replies.record(new NewReply("ORPHANED_" + NUMBERS.incrementAndGet(), ReplyKind.OTHER, null,
                    "改过的答复", "区政府", null, null, Publicity.PUBLIC, Grade.A, null, null));
            freeze(OLD);
            tax = cite("约310亿元");
            firms = cite("6100余家");
            freeze(NEWER);
            return null;
        });
        logIn("clerk", Role.Names.STATISTICIAN);
    }

    @AfterEach
    void place_what_is_left() {
        access.runAs(SystemAccount.LOADER, () -> {
            replies.orphans(0, 1000).forEach(orphan -> replies.anchor(orphan.id(), 0, 1));
            return null;
        });
    }

    @Test
    void the_queue_shows_the_old_words_and_the_likely_places_of_the_new() {
        visit(Routes.ORPHANS);
        assertThat(words()).contains("共2处", "改过的答复", "2023年，全区税收", "约310亿元", "约320亿元");
        assertThat(_find(Button.class, spec -> spec.withText("放在这里"))).isNotEmpty();
        assertThat(words()).contains("联系人：＊＊＊");
    }

    @Test
    void a_place_is_taken_and_the_next_citation_comes() {
        visit(Routes.ORPHANS);
        _click(_find(Button.class, spec -> spec.withText("放在这里")).getFirst());
        var placed = replies.citation(tax.id());
        assertThat(placed.state()).isEqualTo(Citation.State.ANCHORED);
        assertThat(placed.exact()).isEqualTo("约320亿元");
        assertThat(words()).contains("已放好：约320亿元", "共1处", "6300余家");

        _click(_find(Button.class, spec -> spec.withText("放在这里")).getFirst());
        assertThat(replies.citation(firms.id()).exact()).isEqualTo("6300余家");
        assertThat(words()).contains("没有待安放的引文。");
    }

    @Test
    void the_address_chooses_a_citation_and_keys_go_to_the_next() {
        visit(Routes.orphan(firms.id()));
        assertThat(current()).isEqualTo("6100余家");
        _get(OrphansView.class).press("j");
        assertThat(current()).isEqualTo("约310亿元");
        _get(OrphansView.class).press("k");
        assertThat(current()).isEqualTo("6100余家");
        _get(OrphansView.class).press("1");
        _get(OrphansView.class).press("5");
        assertThat(current()).isEqualTo("6100余家");
    }

    @Test
    void words_that_are_typed_lead_to_a_place() {
        visit(Routes.orphan(tax.id()));
        search("没有的字");
        assertThat(_get(TextField.class).getErrorMessage()).isEqualTo("正文里没有这几个字。请照新正文的写法输入。");
        search("同比增长12%");
        assertThat(_get(TextField.class).isInvalid()).isFalse();
        _click(_get(Button.class, spec -> spec.withText("放在这里")));
        assertThat(replies.citation(tax.id()).exact()).isEqualTo("同比增长12%");
    }

    @Test
    void an_approver_looks_and_places_nothing() {
        logIn("boss", Role.Names.APPROVER);
        visit(Routes.ORPHANS);
        assertThat(words()).contains("约310亿元", "约320亿元", "引文由统计岗安放；这里可以查看。");
        _assertNone(Button.class, spec -> spec.withText("放在这里"));
        _assertNone(Button.class, spec -> spec.withText("放在选取处"));
        _assertNone(TextField.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = {"STATISTICIAN", "APPROVER"})
    void other_roles_are_denied_and_see_no_way_here(Role role) {
        logIn("somebody", role.name());
        visit(Routes.ORPHANS);
        assertThat(words()).contains("无权查看");
        visit(Routes.REPLIES);
        _assertNone(Anchor.class, spec -> spec.withPredicate(it -> it.getHref().equals(Routes.ORPHANS)));
    }

    @Test
    void the_list_of_replies_says_how_many_wait() {
        visit(Routes.REPLIES);
        _assertOne(Anchor.class, spec -> spec.withText("待安放的引文 2"));
    }

    @Test
    void english_readers_have_the_page_in_english() {
        openTab(Locale.ENGLISH);
        visit(Routes.ORPHANS);
        assertThat(words()).contains("Citations to place", "Place here", "% alike").doesNotContain("orphan.");
    }

    private static String current() {
        return _get(NativeButton.class, spec -> spec.withPredicate(
                it -> it.getElement().hasAttribute("aria-current"))).getElement().getTextRecursively();
    }

    private static void search(String words) {
        _get(TextField.class).setValue(words);
        _click(_get(Button.class, spec -> spec.withText("查找")));
    }

    private void freeze(String text) {
        replies.freeze(reply.id(), text.getBytes(StandardCharsets.UTF_8), "text/plain", text);
    }

    private Citation cite(String words) {
        int at = OLD.indexOf(words);
        return replies.cite(reply.id(), at, at + words.length());
    }
}
