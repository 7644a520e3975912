package org.youju.base.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomEvent;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.UiTest;
import tools.jackson.databind.node.JsonNodeFactory;

class MarkupTest extends UiTest {

    private final List<String> pressed = new ArrayList<>();

    @Test
    void the_page_gets_the_same_elements_in_one_node() {
        var words = new Paragraph(new Span("约310"), new Anchor("replies/1", "据"));
        words.addClassNames("yj-summary-text", "yj-figure");
        var markup = new Markup(words);
        assertThat(markup.getElement().getTag()).isEqualTo("p");
        assertThat(markup.getElement().getAttribute("class")).isEqualTo("yj-summary-text yj-figure");
        assertThat(markup.getElement().getChildCount()).isZero();
        assertThat(html(markup)).isEqualTo("<span>约310</span><a href='replies/1'>据</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "</span><script>alert(1)</script>", "'onclick='alert(1)", "a & b",
        "\"><b>", "&lt;b&gt;", "约310亿元"})
    void whatever_a_text_holds_stays_a_text(String text) {
        var inside = new Span(text);
        inside.setTitle(text);
        var body = Jsoup.parseBodyFragment(html(new Markup(new Div(inside)))).body();
        assertThat(body.getAllElements()).hasSize(2);
        assertThat(body.child(0).wholeText()).isEqualTo(text);
        assertThat(body.child(0).attributes().asList()).singleElement()
                .satisfies(it -> assertThat(it.getKey() + it.getValue()).isEqualTo("title" + text));
    }

    @Test
    void a_sign_is_drawn_and_what_is_hidden_does_not_come() {
        var hidden = new Span("草稿");
        hidden.setVisible(false);
        assertThat(html(new Markup(new Div(Glyph.MET.icon(), hidden)))).contains("<svg", "aria-hidden='true'")
                .doesNotContain("草稿");
    }

    @Test
    void a_press_reaches_the_button_that_was_pressed() {
        UI.getCurrent().add(new Markup(new Div(button("据"), button("算"))));
        press(1);
        assertThat(pressed).containsExactly("算");
    }

    @Test
    void a_test_presses_a_button_in_markup_as_any_other() {
        UI.getCurrent().add(new Markup(new Div(button("据"))));
        _click(_find(NativeButton.class).getFirst());
        assertThat(pressed).containsExactly("据");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 2, 1_000_000})
    void a_press_on_what_is_not_there_or_is_disabled_does_nothing(int at) {
        var disabled = button("算");
        disabled.setEnabled(false);
        UI.getCurrent().add(new Markup(new Div(button("据"), disabled)));
        press(at);
        assertThat(pressed).isEmpty();
    }

    @Test
    void after_a_change_it_shows_the_components_as_they_are() {
        var words = new Span("2022年");
        var content = new Div(words);
        content.getElement().setAttribute("aria-busy", "true");
        var markup = new Markup(content);
        words.setText("2023年");
        content.getElement().removeAttribute("aria-busy");
        markup.refresh();
        assertThat(html(markup)).isEqualTo("<span>2023年</span>");
        assertThat(markup.getElement().hasAttribute("aria-busy")).isFalse();
    }

    @Test
    void what_is_more_than_HTML_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> new Markup(new Div(new Button("重试"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("show it as a component");
        var own = new Span();
        own.getElement().setProperty("innerHTML", "<b>");
        assertThatThrownBy(() -> new Markup(new Div(own)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("innerHTML");
    }

    private NativeButton button(String words) {
        return new NativeButton(words, press -> pressed.add(words));
    }

    /** As the browser tells it. */
    private void press(int at) {
        var markup = _find(Markup.class).stream().filter(it -> html(it).contains("<button")).findFirst().orElseThrow();
        var data = JsonNodeFactory.instance.objectNode();
        data.put(Markup.ON_A_BUTTON, true).put(Markup.PRESSED, at);
        ElementUtilsKt._fireDomEvent(markup.getElement(), new DomEvent(markup.getElement(), "click", data));
    }

    private static String html(Markup markup) {
        return markup.getElement().getProperty("innerHTML");
    }
}
