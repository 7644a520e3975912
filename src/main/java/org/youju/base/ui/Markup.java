package org.youju.base.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plain HTML components as one node of the page: the browser gets them as markup, in which every text is escaped, and
 * tells each press on a button among them back. Server and browser keep every node of a page in step with each other;
 * where a page shows hundreds of small elements that never change, that is most of what it costs.
 *
 * <p>The page looks as if the components stood there themselves: the same elements in the same places, links, focus and
 * all. Here they are this component's children, but have no parent and never come to a page: what waits for that, such
 * as a component that is more than HTML, is refused. After a change among them, call {@link #refresh()}.
 */
public final class Markup extends Component {

    private static final String BUTTON = "data-press";
    /** What the browser tells of a press: which button it was on, or -1. */
    static final String PRESSED = "Number(event.target.closest('[" + BUTTON + "]')?.dataset.press ?? -1)";
    /** When the browser tells it. */
    static final String ON_A_BUTTON = PRESSED + " >= 0";

    private final Component content;
    private final List<NativeButton> buttons = new ArrayList<>();
    private boolean listening;

    /**
     * Stands for this component, as an element of its kind.
     *
     * @param content plain HTML with all that stands in it; stands nowhere else
     * @throws IllegalArgumentException if something in it is more than HTML
     */
    public Markup(Component content) {
        super(new Element(content.getElement().getTag()));
        this.content = content;
        ComponentUtil.setData(content, Markup.class, this);
        refresh();
    }

    /** The components that stand in the markup, in one. */
    public Component content() {
        return content;
    }

    @Override
    public Stream<Component> getChildren() {
        return Stream.of(content);
    }

    /**
     * Shows the components as they are now.
     *
     * @throws IllegalArgumentException if something among them is more than HTML
     */
    public void refresh() {
        var root = content.getElement();
        requirePlain(root);
        var here = getElement();
        here.getAttributeNames().filter(name -> !root.hasAttribute(name)).toList().forEach(here::removeAttribute);
        root.getAttributeNames().forEach(name -> here.setAttribute(name, root.getAttribute(name)));
        if (here.isVisible() != root.isVisible()) {
            here.setVisible(root.isVisible());
        }
        buttons.clear();
        var html = new StringBuilder();
        inside(root, html);
        here.setProperty("innerHTML", html.toString());
        if (!buttons.isEmpty() && !listening) {
            listening = true;
            here.addEventListener("click", this::pressed).setFilter(ON_A_BUTTON).addEventData(PRESSED);
        }
    }

    private void pressed(DomEvent event) {
        var at = event.getEventData().path(PRESSED).asInt(-1);
        if (at >= 0 && at < buttons.size() && buttons.get(at).isEnabled()) {
            ComponentUtil.fireEvent(buttons.get(at), new ClickEvent<>(buttons.get(at)));
        }
    }

    private void inside(Element element, StringBuilder html) {
        var drawing = element.getProperty("innerHTML");
        if (drawing != null) {
            html.append(drawing);
        }
        element.getChildren().forEach(child -> write(child, html));
    }

    private void write(Element element, StringBuilder html) {
        if (element.isTextNode()) {
            escape(element.getText(), html);
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        requirePlain(element);
        html.append('<').append(element.getTag());
        element.getAttributeNames().forEach(name -> attribute(name, element.getAttribute(name), html));
        element.getComponent().filter(NativeButton.class::isInstance).map(NativeButton.class::cast).ifPresent(button -> {
            attribute(BUTTON, Integer.toString(buttons.size()), html);
            buttons.add(button);
        });
        html.append('>');
        inside(element, html);
        html.append("</").append(element.getTag()).append('>');
    }

    /** Only a drawing may bring HTML of its own; anything else that has properties lives in the browser. */
    private static void requirePlain(Element element) {
        var drawn = element.getComponent().filter(Svg.class::isInstance).isPresent() ? Set.of("innerHTML") : Set.of();
        element.getPropertyNames().filter(name -> !drawn.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("<%s> has the property “%s”, which markup can't carry; show it as a component."
                    .formatted(element.getTag(), name));
        });
        if (element.getTag().indexOf('-') >= 0) {
            throw new IllegalArgumentException("<%s> is more than HTML; show it as a component."
                    .formatted(element.getTag()));
        }
    }

    private static void attribute(String name, String value, StringBuilder html) {
        html.append(' ').append(name).append("='");
        escape(value, html);
        html.append('\'');
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            switch (sign) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '\'' -> html.append("&#39;");
                case '"' -> html.append("&quot;");
                default -> html.append(sign);
            }
        }
    }

    /** Lets a popover stand beside a component, which may stand in markup. */
    public static void aim(Popover popover, Component target) {
        var around = around(target);
        popover.setTarget(around.<Component>map(it -> it).orElse(target));
        around.ifPresent(it -> popover.getElement()
                .executeJs("this.target = $0.querySelector($1)", it.getElement(), it.selector(target)));
    }

    /** Runs a script in which {@code this} is what the browser shows of a component, which may stand in markup. */
    public static void run(Component component, String script) {
        around(component).ifPresentOrElse(
                it -> it.getElement().executeJs("(function () {" + script + "}).call(this.querySelector($0))",
                        it.selector(component)),
                () -> component.getElement().executeJs(script));
    }

    private static Optional<Markup> around(Component component) {
        for (var at = Optional.of(component); at.isPresent(); at = at.get().getParent()) {
            var markup = ComponentUtil.getData(at.get(), Markup.class);
            if (markup != null) {
                return Optional.of(markup);
            }
        }
        return Optional.empty();
    }

    private String selector(Component button) {
        return "[" + BUTTON + "='" + buttons.indexOf(button) + "']";
    }
}
