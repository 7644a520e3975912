package org.youju.base.ui.card;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.youju.UiTest;

class AsyncCardTest extends UiTest {

    private final AsyncCard<String> card = new AsyncCard<>("数字经济综合税收", Paragraph::new);

    @Test
    void the_name_stands_before_the_content_is_read() {
        var ready = new CountDownLatch(1);
        card.load(() -> {
            await(ready);
            return "约310亿元";
        });
        UI.getCurrent().add(card);
        assertThat(card.state()).isEqualTo(new AsyncState.Loading<String>());
        _assertNone(Paragraph.class);
        ready.countDown();
        awaitCards();
        assertThat(_get(Paragraph.class).getText()).isEqualTo("约310亿元");
    }

    @Test
    void a_broken_card_says_so_and_can_be_tried_again_beside_a_sound_one() {
        var attempts = new AtomicInteger();
        card.load(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the first attempt fails");
            }
            return "约310亿元";
        });
        var neighbour = new AsyncCard<String>("占全区税收比重", Span::new);
        neighbour.load(() -> "约55%");
        UI.getCurrent().add(card, neighbour);
        awaitCards();
        _assertOne(Span.class, spec -> spec.withText("读取失败"));
        _assertOne(Span.class, spec -> spec.withText("约55%"));
        _click(_get(Button.class, spec -> spec.withText("重试")));
        awaitCards();
        assertThat(_get(Paragraph.class).getText()).isEqualTo("约310亿元");
    }

    @Test
    void the_reader_in_the_background_has_the_rights_of_whoever_asked() {
        logIn("张三", "ANALYST");
        card.load(() -> SecurityContextHolder.getContext().getAuthentication().getName());
        UI.getCurrent().add(card);
        awaitCards();
        assertThat(_get(Paragraph.class).getText()).isEqualTo("张三");
    }

    @Test
    void an_answer_that_comes_after_a_newer_question_is_thrown_away() {
        var old = new CountDownLatch(1);
        var given = new CountDownLatch(1);
        card.load(() -> {
            await(old);
            given.countDown();
            return "2022";
        });
        UI.getCurrent().add(card);
        card.load(() -> "2023");
        awaitCards();
        old.countDown();
        await(given);
        awaitCards();
        assertThat(_get(Paragraph.class).getText()).isEqualTo("2023");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
