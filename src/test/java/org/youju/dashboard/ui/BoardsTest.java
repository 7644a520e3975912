package org.youju.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.SampleUiTest;
import org.youju.base.NotFoundException;
import org.youju.base.ui.PageState;
import org.youju.base.ui.card.AsyncCard;
import org.youju.base.ui.card.AsyncState;
import org.youju.security.Role;

class BoardsTest extends SampleUiTest {

    private static final PageState CITY = PageState.DEFAULT.withRegion("310000");

    @Autowired
    private Boards boards;

    @BeforeEach
    void log_in() {
        logIn("leader", Role.Names.VIEWER);
    }

    @Test
    void what_was_read_while_the_window_opened_is_given_once() {
        var ahead = opened("", "region=310000");
        assertThat(boards.of(window(), CITY).context()).isSameAs(ahead.context().join());
        assertThat(boards.of(window(), CITY).context()).isNotSameAs(ahead.context().join());
    }

    @Test
    void it_is_drawn_too_with_every_card_filled_before_the_window_asks() {
        var ahead = opened("", "region=310000");
        await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.runUIQueue(false);
            assertThat(ahead.body()).hasValueMatching(Objects::nonNull);
        });
        var drawn = boards.of(window(), CITY).body();
        assertThat(cards(drawn)).hasSizeGreaterThan(3)
                .allSatisfy(card -> assertThat(card.state()).isInstanceOf(AsyncState.Loaded.class));
        window().add(drawn);
        awaitCards();
        assertThat(cards(drawn)).allSatisfy(card -> assertThat(card.state()).isInstanceOf(AsyncState.Loaded.class));
    }

    @Test
    void a_window_that_asks_earlier_gets_what_was_read_and_draws_it_itself() {
        opened("", "region=310000");
        var given = boards.of(window(), CITY);
        assertThat(given.drawn()).isNull();
        assertThat(cards(given.body()))
                .allSatisfy(card -> assertThat(card.state()).isInstanceOf(AsyncState.Loading.class));
    }

    @Test
    void who_asks_for_something_else_gets_what_was_asked() {
        var ahead = opened("", "region=310000");
        assertThat(boards.of(window(), PageState.DEFAULT.withRegion("310105")).context().board().region().code())
                .isEqualTo("310105").isNotEqualTo(ahead.context().join().board().region().code());
    }

    @Test
    void a_reading_that_failed_fails_where_it_can_be_told() {
        assertThat(opened("", "region=999999").context()).failsWithin(Duration.ofSeconds(20));
        assertThatThrownBy(() -> boards.of(window(), PageState.DEFAULT.withRegion("999999")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void nothing_is_read_ahead_for_another_page_or_for_nobody() {
        assertThat(opened("indicators/GDP", "")).isNull();
        SecurityContextHolder.clearContext();
        assertThat(opened("", "")).isNull();
    }

    private static List<? extends AsyncCard<?>> cards(Component component) {
        return LocatorJ._find(component, AsyncCard.class).stream().<AsyncCard<?>>map(it -> it).toList();
    }

    private static UI window() {
        return UI.getCurrent();
    }

    /** What is read ahead for a window that opens with a page; null for nothing. */
    private Boards.@Nullable Ahead opened(String location, String query) {
        ComponentUtil.setData(window(), Boards.Ahead.class, null);
        var servlet = (VaadinServletRequest) VaadinRequest.getCurrent();
        var request = new VaadinServletRequest(new FakeRequest(servlet.getSession()), (VaadinServletService) servlet.getService()) {
            @Override
            public String getParameter(String name) {
                return switch (name) {
                    case "location" -> location;
                    case "query" -> query;
                    default -> null;
                };
            }
        };
        boards.readAhead(window(), request);
        return ComponentUtil.getData(window(), Boards.Ahead.class);
    }
}
