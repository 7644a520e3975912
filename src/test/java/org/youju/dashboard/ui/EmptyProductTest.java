package org.youju.dashboard.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.TestPropertySource;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.security.Role;

/** A product that was started with {@code --empty}: no region, no indicator, no reply. */
@TestPropertySource(properties =
        "spring.datasource.url=jdbc:h2:mem:empty;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class EmptyProductTest extends UiTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_dashboard_says_what_to_do_first(Role role) {
        logIn("somebody", role.name());
        visit(Routes.DASHBOARD);
        assertThat(_get(_get(EmptyPage.class), Paragraph.class).getText())
                .isEqualTo("还没有数字。登记一份答复并录入其中的数字后，这里显示看板。");
        _assertNone(KpiPanel.class);
        assertThat(_find(_get(EmptyPage.class), Anchor.class).stream().map(Anchor::getHref).toList()).isEqualTo(
                role == Role.STATISTICIAN ? List.of(Routes.CATALOGUE, Routes.NEW_REPLY) : List.of());
    }

    @ParameterizedTest
    @CsvSource({"'', Record a reply", "replies, No document"})
    void the_sentence_is_there_in_English_too(String address, String words) {
        logIn("leader", Role.Names.VIEWER);
        openTab(Locale.ENGLISH);
        visit(address);
        assertThat(words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"indicators", "replies", "?region=310105&year=2023", "indicators/DE_TAX", "indicators/DE_TAX?region=1"})
    void no_page_breaks_where_there_is_nothing(String address) {
        logIn("leader", Role.Names.VIEWER);
        visit(address);
        assertThat(words()).doesNotContain("Exception").doesNotContain("编号");
        assertThat(words().length()).isGreaterThan(40);
    }
}
