package org.youju.dashboard.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.ApplicationConstants;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.base.ui.Background;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.AsyncCard;
import org.youju.dashboard.DashboardService;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Places;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;

/**
 * Reads the dashboards. The one that a window opens with is read and drawn ahead, while its browser still starts the
 * program that will ask for it.
 */
@Component
class Boards implements VaadinServiceInitListener {

    /** A browser that needs longer than this to start gets a new reading. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DashboardService dashboard;
    private final IndicatorService indicators;
    private final ReplyService replies;
    private final Access access;

    Boards(DashboardService dashboard, IndicatorService indicators, ReplyService replies, Access access) {
        this.dashboard = dashboard;
        this.indicators = indicators;
        this.replies = replies;
        this.access = access;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            var request = VaadinRequest.getCurrent();
            if (request != null) {
                readAhead(init.getUI(), request);
            }
        });
    }

    /** Begins to read and draw what a window that opens with a dashboard is about to ask for. */
    void readAhead(UI window, VaadinRequest request) {
        if (access.may(Permission.READ_PUBLISHED)
                && Routes.DASHBOARD.equals(request.getParameter(ApplicationConstants.REQUEST_LOCATION_PARAMETER))) {
            var query = request.getParameter(ApplicationConstants.REQUEST_QUERY_PARAMETER);
            readAhead(window, PageState.read(QueryParameters.fromString(query)).state());
        }
    }

    private void readAhead(UI window, PageState asked) {
        var context = CompletableFuture.supplyAsync(() -> read(asked), Background.threads());
        var ahead = new Ahead(asked, System.nanoTime(), context, new AtomicReference<>());
        ComponentUtil.setData(window, Ahead.class, ahead);
        context.thenAccept(read -> {
            read.readAll();
            drawAhead(window, ahead, read);
        });
    }

    /** Between the requests of a window nothing else happens in it. */
    private static void drawAhead(UI window, Ahead ahead, BoardContext read) {
        try {
            window.access(() -> {
                if (ComponentUtil.getData(window, Ahead.class) == ahead) {
                    var body = new BoardBody(read);
                    AsyncCard.fill(body);
                    ahead.body().set(body);
                }
            });
        } catch (UIDetachedException e) {
            // the window is closed, and nobody waits for its dashboard
        }
    }

    /**
     * What a window asks for: as it was read and drawn ahead, or read now.
     *
     * @param asked as the address says it; the catalogue has at least one region
     * @throws org.youju.base.NotFoundException if there is no such region
     */
    Opened of(UI window, PageState asked) {
        var ahead = ComponentUtil.getData(window, Ahead.class);
        ComponentUtil.setData(window, Ahead.class, null);
        var opened = ahead == null ? null : ahead.answer(asked);
        return opened == null ? new Opened(read(asked), null) : opened;
    }

    private BoardContext read(PageState asked) {
        var catalogue = indicators.catalogue();
        var region = asked.region().orElseGet(() -> Homes.of(catalogue));
        var board = dashboard.board(region, asked.year(), asked.asOf().orElse(null), asked.recorded().orElse(null));
        return new BoardContext(board, asked.withRegion(region).withYear(board.year()), catalogue,
                BoardReadings.of(board, dashboard), new Places(replies), access.may(Permission.READ_DRAFTS));
    }

    /**
     * A dashboard that was asked for.
     *
     * @param drawn null if it wasn't drawn ahead
     */
    record Opened(BoardContext context, @Nullable BoardBody drawn) {

        BoardBody body() {
            return drawn == null ? new BoardBody(context) : drawn;
        }
    }

    /**
     * A reading that has begun.
     *
     * @param begun by {@link System#nanoTime}
     * @param body  holds what is drawn, once it is
     */
    record Ahead(PageState asked, long begun, CompletableFuture<BoardContext> context,
            AtomicReference<@Nullable BoardBody> body) {

        /** The reading, if it is of what is asked, not too old, and did not fail. */
        private @Nullable Opened answer(PageState now) {
            return now.equals(asked) && System.nanoTime() - begun < FRESH.toNanos()
                    ? context.<@Nullable Opened>handle((read, failure) -> read == null ? null : new Opened(read, body.get()))
                            .join()
                    : null;
        }
    }
}
