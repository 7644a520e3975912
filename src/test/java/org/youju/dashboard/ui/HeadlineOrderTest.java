package org.youju.dashboard.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.SampleUiTest;
import org.youju.base.ui.Routes;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.security.Role;

/** Cards stand in the order that the catalogue gives the headlines, theme by theme. */
class HeadlineOrderTest extends SampleUiTest {

    @Autowired
    private IndicatorService indicators;

    @BeforeEach
    void openTheDashboard() {
        logIn("leader", Role.Names.VIEWER);
        visit(Routes.DASHBOARD);
        awaitCards();
    }

    private static List<String> cards() {
        return _find(KpiPanel.class).stream().map(card -> _get(card, H2.class).getText()).toList();
    }

    @Test
    void themes_stand_in_the_order_of_their_first_headline_and_cards_in_that_of_theirs() {
        var byTheme = indicators.catalogue().headlines().stream()
                .collect(Collectors.groupingBy(Indicator::theme, LinkedHashMap::new, Collectors.toList()));
        assertThat(cards()).isEqualTo(byTheme.values().stream().flatMap(List::stream).map(Indicator::nameZh).toList());
    }

    @Test
    void within_a_theme_the_order_only_rises() {
        var places = indicators.catalogue().headlines().stream()
                .collect(Collectors.toMap(Indicator::nameZh, i -> i));
        var shown = cards().stream().map(places::get).toList();
        for (int at = 1; at < shown.size(); at++) {
            var before = shown.get(at - 1);
            var after = shown.get(at);
            if (before.theme().equals(after.theme())) {
                assertThat(after.headlineOrder()).as(after.nameZh()).isGreaterThan(before.headlineOrder());
            }
        }
    }
}
