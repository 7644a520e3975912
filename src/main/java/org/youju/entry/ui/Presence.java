package org.youju.entry.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.youju.base.grid.GridOther;
import org.youju.base.ui.error.Failures;
import org.youju.indicator.IndicatorChanged;
import org.youju.observation.news.CellsChanged;

/**
 * Who has which sheet open and is in which cell; tells each of them what the others do. Lives in memory alone. Whose
 * connection is lost is away after some seconds, and back as soon as it is there again: a browser that ends without a word
 * leaves its page to the server for minutes.
 */
@Component
class Presence {

    private static final int TONES = 3;
    /** How often a seat is found without its connection until its person counts as away. */
    private static final int AWAY = 3;
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Map<UI, Seat> seats = new ConcurrentHashMap<>();

    /** Somebody's open sheet. */
    private record Seat(String region, String initials, String name, SecurityContext rights, Listener listener,
            @Nullable String row, @Nullable String period, int missed) {

        Seat in(String toRow, String toPeriod) {
            return new Seat(region, initials, name, rights, listener, toRow, toPeriod, 0);
        }

        Seat missed(int times) {
            return new Seat(region, initials, name, rights, listener, row, period, times);
        }

        boolean isShown() {
            return row != null && missed < AWAY;
        }
    }

    /** Runs with the session of the open sheet locked and with the rights of its person. */
    interface Listener {

        void others(List<GridOther> others);

        void changed(CellsChanged change);

        void changed(IndicatorChanged change);
    }

    /** Takes a seat at the sheet of a region until the registration is removed. */
    Registration sit(UI ui, String region, String initials, String name, Listener listener) {
        seats.put(ui, new Seat(region, initials, name, SecurityContextHolder.getContext(), listener, null, null,
                0));
        tellOthers(region);
        return () -> {
            seats.remove(ui);
            tellOthers(region);
        };
    }

    /** Somebody has come to a cell. */
    void move(UI ui, String row, String period) {
        var seat = seats.computeIfPresent(ui, (of, before) -> before.in(row, period));
        if (seat != null) {
            tellOthers(seat.region());
        }
    }

    @EventListener
    void tell(CellsChanged change) {
        var here = UI.getCurrent();
        at(change.region()).filter(open -> open.getKey() != here)
                .forEach(open -> tell(open.getKey(), open.getValue(), listener -> listener.changed(change)));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void tell(IndicatorChanged change) {
        var here = UI.getCurrent();
        seats.entrySet().stream().filter(open -> open.getKey() != here)
                .forEach(open -> tell(open.getKey(), open.getValue(), listener -> listener.changed(change)));
    }

    /** Looks whose connection is lost, and whose is there again. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        seats.keySet().forEach(ui -> access(ui, () -> look(ui, ui.getInternals().getPushConnection())));
    }

    void look(UI ui, @Nullable PushConnection connection) {
        var lost = connection != null && !connection.isConnected();
        var before = seats.get(ui);
        var now = seats.computeIfPresent(ui, (of, seat) -> seat.missed(lost ? Math.min(seat.missed() + 1, AWAY) : 0));
        if (before != null && now != null && before.isShown() != now.isShown()) {
            tellOthers(now.region());
        }
    }

    private void tellOthers(String region) {
        at(region).forEach(open -> {
            var others = at(region).filter(other -> other.getKey() != open.getKey())
                    .map(Map.Entry::getValue).filter(Seat::isShown)
                    .map(other -> new GridOther(other.row(), String.valueOf(other.period()), other.initials(),
                            other.name(), Math.floorMod(other.name().hashCode(), TONES))).toList();
            tell(open.getKey(), open.getValue(), listener -> listener.others(others));
        });
    }

    private Stream<Map.Entry<UI, Seat>> at(String region) {
        return seats.entrySet().stream().filter(open -> open.getValue().region().equals(region));
    }

    private static void tell(UI ui, Seat seat, Consumer<Listener> news) {
        access(ui, () -> new DelegatingSecurityContextRunnable(() -> attempt(seat, news), seat.rights()).run());
    }

    private static void access(UI ui, Command work) {
        THREADS.execute(() -> {
            try {
                ui.access(work);
            } catch (UIDetachedException e) {
                // the page is gone, and nobody waits for the news
            }
        });
    }

    private static void attempt(Seat seat, Consumer<Listener> news) {
        try {
            news.accept(seat.listener());
        } catch (RuntimeException e) {
            Failures.log(e);
        }
    }
}
