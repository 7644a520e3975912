package org.youju.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.youju.BrowserTest;
import org.youju.TestServices;
import org.youju.base.ui.Routes;
import org.youju.check.rule.Condition;
import org.youju.check.rule.Importance;
import org.youju.check.rule.Rule;
import org.youju.check.rule.RuleService;
import org.youju.observation.ObservationService;
import org.youju.security.Role;

/** Where more is stated than is read unasked, what breaks a rule is looked for by keyboard; data of its own. */
@TestPropertySource(properties =
    "spring.datasource.url=jdbc:h2:mem:rules-browser;DB_CLOSE_DELAY=-1;${youju.h2.options}")
class RuleLookTest extends BrowserTest {

    @MockitoSpyBean
    private ObservationService observations;
    @Autowired
    private RuleService rules;

    @BeforeEach
    void much_is_stated() {
        doReturn(true).when(observations).isMore(any(), anyInt());
    }

    private long add(String bound) {
        return TestServices.as("zhou", Role.STATISTICIAN, () -> rules.add(Rule.of(
                new Condition.Range("PP_RESIDENT", null, new BigDecimal(bound)), Importance.MEDIUM)));
    }

    private static Locator look(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^查现有问题")));
    }

    @Test
    void what_was_found_takes_the_focus_where_nothing_is_left_to_look_at() {
        var page = visitAs("statistician", Routes.rule(add("1")));
        look(page).focus();
        page.keyboard().press("Enter");
        var found = page.getByText("已查到的问题");
        assertThat(found).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText(Pattern.compile("不在 .* 之间|大于")).first()).isVisible();
        axe(page);
        page.keyboard().press("Tab");
        assertThat(page.locator(".yj-breaches a").first()).isFocused();
    }

    @Test
    void where_nothing_is_found_the_sentence_that_says_so_takes_the_focus() {
        var page = visitAs("statistician", Routes.rule(add("100000")));
        look(page).focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText(Pattern.compile("已查 .*；0 处未说明"))).isFocused();
        assertThat(look(page)).hasCount(0);
    }
}
