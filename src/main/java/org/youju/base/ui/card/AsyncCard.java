package org.youju.base.ui.card;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Background;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.error.Failures;

/**
 * A card that reads its content in the background, so that a broken card never holds its neighbours. What is read within
 * a moment comes with the page; of a slow card the page shows the frame and the name, and the content follows. A result
 * that comes after the card has left the page, or after it was asked for something newer, is thrown away.
 *
 * @param <T> the content
 */
@Tag("section")
public class AsyncCard<T> extends Component implements HasComponents, HasStyle {

    /** For how long an answer waits for its cards, all together; a page drawn twice takes longer to come to rest. */
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final long SLOW_SECONDS = 3;

    private final H2 title = new H2();
    private final Span note = new Span();
    private final Div end = new Div();
    private final Markup head = new Markup(head());
    private final Div body = new Div();
    private final Function<? super T, ? extends Component> draw;

    private AsyncState<T> state = new AsyncState.Loading<>();
    private @Nullable Supplier<? extends T> source;
    private long asked;
    private boolean counted;

    /**
     * @param name the card's name, already translated
     * @param draw makes the content's component; runs with the session locked
     */
    public AsyncCard(String name, Function<? super T, ? extends Component> draw) {
        this.draw = draw;
        addClassName("yj-card");
        body.addClassName("yj-card-body");
        title(name);
        add(head, body);
    }

    private Div head() {
        title.addClassName("yj-card-title");
        note.addClassName("yj-card-note");
        note.setVisible(false);
        end.addClassName("yj-card-end");
        var head = new Div(title, note, end);
        head.addClassName("yj-card-head");
        return head;
    }

    /** Names the card anew, for cards that know their name only once they are made. */
    public AsyncCard<T> title(String name) {
        title.setText(name);
        refreshHead();
        return this;
    }

    /** A quiet word after the name, such as the unit; there from the beginning. */
    public AsyncCard<T> note(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
        refreshHead();
        return this;
    }

    /** What stands at the right of the name, such as a state word, in plain HTML; replaces what stood there. */
    public void end(Component... components) {
        end.removeAll();
        end.add(components);
        refreshHead();
    }

    /** Before the card is on a page nobody sees the head. */
    private void refreshHead() {
        if (isAttached()) {
            head.refresh();
        }
    }

    /**
     * Reads the content in the background, with the rights of whoever asks; before the card is on a page it only notes
     * what to read.
     *
     * @param source reads the content; touches no component
     */
    public void load(Supplier<? extends T> source) {
        this.source = source;
        getUI().ifPresent(this::start);
    }

    /** How far the card has come. */
    public AsyncState<T> state() {
        return state;
    }

    /**
     * Reads and draws all cards in a component that stands on no page yet, here and now; for contents that are at hand.
     * A card that fails tries again on its page, where it can say so.
     */
    public static void fill(Component component) {
        if (component instanceof AsyncCard<?> card) {
            card.fill();
        }
        component.getChildren().forEach(AsyncCard::fill);
    }

    private void fill() {
        if (source != null) {
            try {
                var value = source.get();
                put(value);
                state = new AsyncState.Loaded<>(value);
            } catch (RuntimeException e) {
                body.removeAll();
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        head.refresh();
        if (state instanceof AsyncState.Loaded) {
            count(ui);
            ui.beforeClientResponse(this, answer -> settle(ui));
        } else if (source != null) {
            start(ui);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        asked++;
        settle(event.getUI());
    }

    private void start(UI ui) {
        var from = source;
        if (from == null) {
            return;
        }
        var mine = ++asked;
        state = new AsyncState.Loading<>();
        waiting();
        count(ui);
        var deadline = System.nanoTime() + MOMENT.toNanos();
        var reading = CompletableFuture.supplyAsync(() -> read(from), Background.threads());
        ui.beforeClientResponse(this, answer -> {
            if (mine != asked) {
                return;
            }
            await(reading, deadline);
            if (reading.isDone()) {
                finish(ui, mine, reading.join());
                return;
            }
            reading.thenAccept(result -> show(ui, () -> finish(ui, mine, result)));
            CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS, Background.threads())
                    .execute(() -> show(ui, () -> slow(mine)));
        });
    }

    private static void await(Future<?> reading, long deadline) {
        try {
            reading.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the first is slow, the second can't be: a reading tells by its state that it failed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void slow(long asker) {
        if (asker == asked && state instanceof AsyncState.Loading) {
            var slow = new Div(getTranslation("base.card.slow"));
            slow.addClassName("yj-slow");
            body.add(slow);
        }
    }

    private AsyncState<T> read(Supplier<? extends T> from) {
        try {
            return new AsyncState.Loaded<>(from.get());
        } catch (RuntimeException | Error e) {
            return new AsyncState.Failed<>(Failures.log(e));
        }
    }

    private static void show(UI ui, Command change) {
        try {
            ui.access(change);
        } catch (UIDetachedException e) {
            // the page is gone, and nobody waits for the content
        }
    }

    private void finish(UI ui, long asker, AsyncState<T> result) {
        if (asker != asked) {
            return;
        }
        state = result;
        body.removeAll();
        switch (result) {
            case AsyncState.Loading<T>() -> waiting();
            case AsyncState.Loaded<T>(var value) -> drawn(value);
            case AsyncState.Failed<T>(var failure) -> body.add(failed(failure));
        }
        body.getElement().removeAttribute("aria-busy");
        settle(ui);
    }

    /** Is called when the content stands on the card; a card that says more of it overrides this. */
    protected void loaded(T value) {
    }

    private void drawn(T value) {
        try {
            put(value);
        } catch (RuntimeException e) {
            var failure = Failures.log(e);
            state = new AsyncState.Failed<>(failure);
            body.removeAll();
            body.add(failed(failure));
        }
    }

    private void put(T value) {
        body.add(draw.apply(value));
        loaded(value);
    }

    private void waiting() {
        var bars = new Div(new Span(), new Span());
        bars.addClassName("yj-skeleton");
        bars.getElement().setAttribute("aria-hidden", "true");
        body.removeAll();
        body.add(bars);
        body.getElement().setAttribute("aria-busy", "true");
    }

    private Component failed(String failure) {
        var word = new StateBadge(StateBadge.Tone.BAD, Glyph.NOT_MET, getTranslation("base.card.failed"));
        word.getElement().setAttribute("title", getTranslation("base.card.failed.id", failure));
        var retry = new Button(getTranslation("base.card.retry"), click -> getUI().ifPresent(this::start));
        retry.addClassName("yj-verb");
        var line = new Div(word, new Span("·"), retry);
        line.addClassName("yj-failed");
        line.getElement().setAttribute("role", "status");
        return line;
    }

    private void count(UI ui) {
        if (!counted) {
            counted = true;
            ComponentUtil.setData(ui, Waiting.class, waiting(ui).plus(1));
        }
    }

    /** Counts this card as no longer waiting; the last one of the page leaves a mark that measurements read. */
    private void settle(UI ui) {
        if (counted) {
            counted = false;
            var left = waiting(ui).plus(-1);
            ComponentUtil.setData(ui, Waiting.class, left);
            if (left.cards() == 0) {
                ui.getPage().executeJs("performance.mark('yj-cards-done')");
            }
        }
    }

    private static Waiting waiting(UI ui) {
        var waiting = ComponentUtil.getData(ui, Waiting.class);
        return waiting == null ? new Waiting(0) : waiting;
    }

    /** How many cards of a page wait. */
    private record Waiting(int cards) {
        Waiting plus(int more) {
            return new Waiting(cards + more);
        }
    }
}
