package org.youju.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.SampleUiTest;
import org.youju.base.NotFoundException;
import org.youju.base.ui.PageState;
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
        assertThat(boards.of(window(), CITY)).isSameAs(ahead.join());
        assertThat(boards.of(window(), CITY)).isNotSameAs(ahead.join());
    }

    @Test
    void who_asks_for_something_else_gets_what_was_asked() {
        var ahead = opened("", "region=310000");
        assertThat(boards.of(window(), PageState.DEFAULT.withRegion("310105")).board().region().code())
                .isEqualTo("310105").isNotEqualTo(ahead.join().board().region().code());
    }

    @Test
    void a_reading_that_failed_fails_where_it_can_be_told() {
        assertThat(opened("", "region=999999")).failsWithin(Duration.ofSeconds(20));
        assertThatThrownBy(() -> boards.of(window(), PageState.DEFAULT.withRegion("999999")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void nothing_is_read_ahead_for_another_page_or_for_nobody() {
        assertThat(opened("indicators/GDP", "")).isNull();
        SecurityContextHolder.clearContext();
        assertThat(opened("", "")).isNull();
    }

    private static UI window() {
        return UI.getCurrent();
    }

    /** What is read ahead for a window that opens with a page; null for nothing. */
    private @Nullable CompletableFuture<BoardContext> opened(String location, String query) {
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
        var ahead = ComponentUtil.getData(window(), Boards.Ahead.class);
        return ahead == null ? null : ahead.context();
    }
}
