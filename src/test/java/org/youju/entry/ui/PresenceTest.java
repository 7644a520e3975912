package org.youju.entry.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.youju.UiTest;
import org.youju.base.grid.GridOther;
import org.youju.indicator.IndicatorChanged;
import org.youju.observation.news.CellsChanged;

class PresenceTest extends UiTest {

    private final Presence presence = new Presence();
    private final Line line = new Line();
    private final UI other = new UI();
    private final List<String> changed = new ArrayList<>();
    private List<String> seen = new ArrayList<>();

    /** A connection to a browser, which may be lost. */
    private static final class Line implements PushConnection {

        private boolean connected = true;

        @Override
        public void push() {
            // nobody reads what is pushed
        }

        @Override
        public void disconnect() {
            connected = false;
        }

        @Override
        public boolean isConnected() {
            return connected;
        }
    }

    private record Ear(@Nullable PresenceTest test) implements Presence.Listener {

        @Override
        public void others(List<GridOther> others) {
            if (test != null) {
                test.seen = others.stream().map(GridOther::toString).toList();
            }
        }

        @Override
        public void changed(CellsChanged change) {
            // no figure changes here
        }

        @Override
        public void changed(IndicatorChanged change) {
            if (test != null) {
                test.changed.add(change.code());
            }
        }
    }

    @BeforeEach
    void two_people_have_the_sheet_open() {
        other.getInternals().setSession(VaadinSession.getCurrent());
        presence.sit(UI.getCurrent(), "310105", "王", "王", new Ear(this));
        presence.sit(other, "310105", "李", "李", new Ear(null));
        presence.move(other, "DE_TAX", "2023");
        awaitSeen(1);
    }

    private void awaitSeen(int people) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(seen).hasSize(people);
        });
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            presence.look(other, line);
        }
    }

    @Test
    void whose_browser_has_ended_without_a_word_is_away_after_three_looks() {
        line.disconnect();
        look(2);
        MockVaadin.clientRoundtrip(false);
        assertThat(seen).as("it may be there again in a moment").hasSize(1);
        look(1);
        awaitSeen(0);
    }

    @Test
    void whose_connection_is_there_again_is_seen_in_the_same_cell() {
        line.disconnect();
        look(3);
        awaitSeen(0);
        line.connected = true;
        look(1);
        awaitSeen(1);
        assertThat(seen.getFirst()).contains("DE_TAX", "2023");
    }

    @Test
    void whoever_has_a_sheet_open_hears_of_a_changed_indicator_whatever_the_region() {
        presence.tell(new IndicatorChanged("EC_GDP"));
        MockVaadin.clientRoundtrip(false);
        assertThat(changed).as("it is one's own change").isEmpty();
        UI.setCurrent(other);
        presence.tell(new IndicatorChanged("EC_GDP"));
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(false);
            assertThat(changed).containsExactly("EC_GDP");
        });
    }
}
