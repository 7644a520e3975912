package org.youju.reply.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Location;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.reply.Grade;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

class RepliesViewTest extends UiTest {

    @Autowired
    private ReplyService replies;
    @Autowired
    private Access access;

    private long id;

    @BeforeEach
    void record_a_document() {
        id = access.runAs(SystemAccount.LOADER, () -> replies.withSourceKey("LISTED").orElseGet(() -> {
            var reply = replies.record(new NewReply("LISTED", ReplyKind.WORK_REPORT, null, "列表里的政府工作报告", "区政府",
                    null, null, Publicity.PUBLIC, Grade.B, null, null));
            replies.quote(reply.id(), "370亿元");
            return reply;
        }).id());
        logIn("leader", Role.Names.VIEWER);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_sees_the_list(Role role) {
        logIn("somebody", role.name());
        go(Routes.REPLIES);
        _assertOne(RepliesView.class);
    }

    @Test
    void a_row_leads_to_its_document_and_says_what_is_known() {
        go(Routes.REPLIES + "?q=列表里的");
        assertThat(_find(Anchor.class, s -> s.withPredicate(a -> a.getHref().equals(Routes.reply(id))))).hasSize(1);
        assertThat(text()).contains("列表里的政府工作报告", "全文未存", "日期未印", "B · 转载或报刊", "共1份");
    }

    @Test
    void kind_and_grade_of_the_address_narrow_the_list() {
        go(Routes.REPLIES + "?q=列表里的&kind=WORK_REPORT&grade=B");
        assertThat(text()).contains("共1份");
        go(Routes.REPLIES + "?q=列表里的&kind=PLAN");
        assertThat(text()).contains("没有找到文件。");
    }

    @Test
    void where_nothing_is_found_one_press_shows_all() {
        go(Routes.REPLIES);
        _get(TextField.class).setValue("绝无此文件");
        assertThat(text()).contains("没有找到文件。");
        _click(_get(Button.class, s -> s.withText("显示全部")));
        assertThat(text()).contains("列表里的政府工作报告");
    }

    @Test
    void a_long_list_goes_on_where_the_address_says() {
        access.runAs(SystemAccount.LOADER, () -> {
            for (int i = 100; i < 250; i++) {
                var key = "PAGED" + i;
                if (replies.withSourceKey(key).isEmpty()) {
                    replies.record(new NewReply(key, ReplyKind.OTHER, null, "翻页的文件" + i, "区政府", null, null,
                            Publicity.PUBLIC, Grade.B, null, null));
                }
            }
            return null;
        });
        go(Routes.REPLIES + "?q=翻页的文件");
        assertThat(text()).contains("共150份", "第1–100份", "翻页的文件100", "翻页的文件199", "下一页")
                .doesNotContain("翻页的文件200", "上一页");
        go(ways().getFirst());
        assertThat(text()).contains("共150份", "第101–150份", "翻页的文件200", "翻页的文件249", "上一页")
                .doesNotContain("翻页的文件199", "下一页");
        go(Routes.REPLIES + "?q=翻页的文件&page=99");
        assertThat(text()).contains("第101–150份");
        _get(TextField.class).setValue("翻页的文件10");
        assertThat(text()).contains("共10份").doesNotContain("上一页", "下一页");
    }

    private static List<String> ways() {
        return _find(_get(Nav.class, s -> s.withClasses("yj-replies-pages")), Anchor.class).stream()
                .map(Anchor::getHref).toList();
    }

    private static String text() {
        return _get(RepliesView.class).getElement().getTextRecursively();
    }

    private static void go(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
