package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Unfolding;

/** 时点: whether a page shows the latest that is known, or what was known on a day; the latter is filled in. */
public final class AsOfPicker extends Composite<Markup> {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final Optional<LocalDate> chosen;
    private final List<Moment> moments;
    private final Consumer<Optional<LocalDate>> listener;
    private Optional<Instant> recorded = Optional.empty();
    private List<Records> records = List.of();
    private Consumer<Instant> recordsListener = at -> { };
    private final NativeButton button = new NativeButton();
    private final Unfolding menu = new Unfolding(button, getTranslation("base.as-of"), "yj-pop",
            PopoverPosition.BOTTOM_END, this::menu);

    /**
     * A day worth offering by name.
     *
     * @param day the day
     * @param name what happened then, already translated
     */
    public record Moment(LocalDate day, String name) {
    }

    /**
     * A moment of our own records that has a name.
     *
     * @param at the moment
     * @param name what people called it
     */
    public record Records(Instant at, String name) {
    }

    /**
     * @param chosen empty = the latest
     * @param moments the days offered by name, newest first
     * @param listener told what a person chooses; it navigates
     */
    public AsOfPicker(Optional<LocalDate> chosen, List<Moment> moments, Consumer<Optional<LocalDate>> listener) {
        this.chosen = chosen;
        this.moments = List.copyOf(moments);
        this.listener = listener;
    }

    /**
     * Offers moments of our own records too.
     *
     * @param at which of them is shown; empty for none
     * @param named newest first
     * @param chooses told what a person chooses; it navigates
     */
    public AsOfPicker records(Optional<Instant> at, List<Records> named, Consumer<Instant> chooses) {
        recorded = at;
        records = List.copyOf(named);
        recordsListener = chooses;
        return this;
    }

    /** What a chosen moment of our records is called; one without a name by its day. */
    private Optional<String> recordedName() {
        return recorded.map(at -> records.stream().filter(it -> it.at().equals(at)).map(Records::name).findFirst()
                .orElseGet(() -> words(this, at)));
    }

    private static String words(Component page, Instant at) {
        return page.getTranslation("base.as-of.recorded", MOMENT.format(at));
    }

    /** As of when a page shows what it shows, in the language of the page. */
    public static String words(Component page, PageState state) {
        return state.asOf().map(LocalDate::toString).or(() -> state.recorded().map(at -> words(page, at)))
                .orElseGet(() -> page.getTranslation("base.as-of.latest"));
    }

    @Override
    protected Markup initContent() {
        var label = new Span(getTranslation("base.as-of"));
        label.addClassName("yj-asof-label");
        var day = chosen.map(LocalDate::toString).or(this::recordedName)
                .orElseGet(() -> getTranslation("base.as-of.latest"));
        var name = new Span(chosen.map(it -> name(it, moments)).orElse(""));
        name.addClassName("yj-asof-name");
        button.add(Glyph.CLOCK.icon(), new Span(label, new Span(day), name), Glyph.DOWN.icon());
        button.addClassName("yj-asof");
        button.getElement().setAttribute("data-pinned", chosen.isPresent() || recorded.isPresent());
        button.setAriaLabel(getTranslation("base.as-of") + " " + day + name.getText());
        var picker = new Div(button);
        picker.addClassName("yj-asof-picker");
        return new Markup(picker);
    }

    private Component menu() {
        var menu = new Div(item(getTranslation("base.as-of.latest"), "", Optional.empty()));
        menu.addClassName("yj-menu");
        moments.forEach(moment -> menu.add(item(moment.day().toString(), moment.name(), Optional.of(moment.day()))));
        if (!records.isEmpty()) {
            var heading = new Div(getTranslation("base.as-of.releases"));
            heading.addClassName("yj-menu-label");
            menu.add(heading);
            records.forEach(it -> menu.add(item(it)));
        }
        menu.add(other());
        return menu;
    }

    private Component item(Records moment) {
        var item = new NativeButton(moment.name());
        item.addClassName("yj-menu-item");
        item.getElement().setAttribute("aria-current",
                Boolean.toString(recorded.filter(moment.at()::equals).isPresent()));
        item.addClickListener(click -> {
            menu.close();
            recordsListener.accept(moment.at());
        });
        return item;
    }

    private static String name(LocalDate day, List<Moment> moments) {
        return moments.stream().filter(it -> it.day().equals(day)).map(it -> " " + it.name()).findFirst().orElse("");
    }

    private Component item(String words, String note, Optional<LocalDate> day) {
        var caption = new Span(note);
        caption.addClassName("yj-caption");
        var item = new NativeButton();
        item.add(new Span(words), caption);
        item.addClassName("yj-menu-item");
        item.getElement().setAttribute("aria-current",
                Boolean.toString(day.equals(chosen) && recorded.isEmpty()));
        item.addClickListener(click -> {
            menu.close();
            listener.accept(day);
        });
        return item;
    }

    private Component other() {
        var picker = new DatePicker(getTranslation("base.as-of.other"));
        picker.setLocale(getLocale());
        DayWords.give(picker);
        picker.setMin(LocalDate.of(PageState.FIRST_YEAR, 1, 1));
        picker.setMax(LocalDate.of(PageState.LAST_YEAR, 12, 31));
        chosen.ifPresent(picker::setValue);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                menu.close();
                listener.accept(Optional.of(change.getValue()));
            }
        });
        return picker;
    }
}
