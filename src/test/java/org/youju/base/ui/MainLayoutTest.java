package org.youju.base.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.youju.UiTest;
import org.youju.security.Role;

class MainLayoutTest extends UiTest {

    @Test
    void an_unknown_address_is_named_inside_the_frame_with_a_way_out() {
        goTo("nowhere");
        assertThat(_get(H1.class).getText()).isEqualTo("没有这一页");
        assertThat(_get(Paragraph.class).getText()).contains("“nowhere”");
        _assertOne(MainLayout.class);
        _assertOne(Anchor.class, spec -> spec.withText("回到看板"));
    }

    @Test
    void an_address_that_cannot_be_read_as_a_page_is_shown_as_text() {
        goTo("<b>nowhere");
        assertThat(_get(Paragraph.class).getElement().getChildCount()).isLessThan(2);
        assertThat(_get(Paragraph.class).getText()).contains("<b>nowhere");
    }

    @Test
    void whoever_is_logged_in_finds_the_way_to_another_password() {
        openMenu();
        assertThat(_find(Anchor.class, spec -> spec.withText("登录"))).hasSize(1);
        assertThat(_find(Anchor.class, spec -> spec.withText("修改密码"))).isEmpty();
        logIn("leader", Role.Names.VIEWER);
        openTab(Locale.SIMPLIFIED_CHINESE);
        openMenu();
        assertThat(_get(Anchor.class, spec -> spec.withText("修改密码")).getHref()).isEqualTo(Routes.PASSWORD);
    }

    @Test
    void pages_beyond_the_bar_of_a_telephone_are_named_in_the_menu_of_the_person() {
        logIn("approver", Role.Names.APPROVER);
        openTab(Locale.SIMPLIFIED_CHINESE);
        openMenu();
        assertThat(_find(Anchor.class, spec -> spec.withClasses("yj-menu-item"))).extracting(Anchor::getText)
                .contains("待办", "日志").doesNotContain("看板", "答复");
    }

    @Test
    void the_header_of_a_page_stands_in_the_top_bar() {
        UI.getCurrent().navigate("test-page");
        _assertOne(MainLayout.class);
        assertThat(_get(H1.class).getText()).isEqualTo("样页");
    }

    @Test
    void the_same_page_speaks_english_to_whoever_reads_it() {
        openTab(Locale.ENGLISH);
        goTo("nowhere");
        assertThat(_get(H1.class).getText()).isEqualTo("No such page");
    }

    private static void openMenu() {
        goTo("test-page");
        _click(_get(NativeButton.class, spec -> spec.withClasses("yj-person")));
    }

    /** As a browser opens an address; {@code UI.navigate} leaves unknown ones to the browser. */
    private static void goTo(String address) {
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
    }

    @Route("test-page")
    @AnonymousAllowed
    static class Page extends Div implements PageHeader.Owner {

        private final PageHeader header = new PageHeader("样页");

        @Override
        public PageHeader header() {
            return header;
        }
    }
}
