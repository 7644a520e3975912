package org.youju.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.SampleUiTest;

/** Whoever is not logged in is sent away to the log-in before anything of the page that was asked for is made. */
class AnonymousTest extends SampleUiTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "?region=310105&year=2023", "indicators", "indicators/DE_TAX?region=310105", "replies",
        "replies/1", "accounts"})
    void nothing_of_a_page_is_made_for_whoever_is_not_logged_in(String address) {
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.PAGE_LOAD);
        assertThat(ui.getChildren()).isEmpty();
        assertThat(words()).isEmpty();
        assertThat(ui.getInternals().dumpPendingJavaScriptInvocations())
                .extracting(it -> it.getInvocation().getExpression() + it.getInvocation().getParameters())
                .anyMatch(script -> script.contains("login"));
    }
}
