package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.PageState;

/** 时点: whether a page shows the latest that is known, or what was known on a day; the latter is filled in. */
public final class AsOfPicker extends Div {

    private final Popover popover = new Popover();

    /**
     * A day worth offering by name.
     *
     * @param day the day
     * @param name what happened then, already translated
     */
    public record Moment(LocalDate day, String name) {
    }

    /**
     * @param chosen empty = the latest
     * @param moments the days offered by name, newest first
     * @param listener told what a person chooses; it navigates
     */
    public AsOfPicker(Optional<LocalDate> chosen, List<Moment> moments, Consumer<Optional<LocalDate>> listener) {
        addClassName("yj-asof-picker");
        var label = new Span(getTranslation("base.as-of"));
        label.addClassName("yj-asof-label");
        var day = chosen.map(LocalDate::toString).orElseGet(() -> getTranslation("base.as-of.latest"));
        var name = new Span(chosen.map(it -> name(it, moments)).orElse(""));
        name.addClassName("yj-asof-name");
        var words = day + name.getText();
        var button = new Button(new Markup(new Span(label, new Span(day), name)));
        button.setPrefixComponent(Glyph.CLOCK.icon());
        button.setSuffixComponent(Glyph.DOWN.icon());
        button.addClassName("yj-asof");
        button.getElement().setAttribute("data-pinned", chosen.isPresent());
        button.setAriaLabel(getTranslation("base.as-of") + " " + words);

        var menu = new Div(item(getTranslation("base.as-of.latest"), "", Optional.empty(), chosen, listener));
        menu.addClassName("yj-menu");
        moments.forEach(moment -> menu.add(
                item(moment.day().toString(), moment.name(), Optional.of(moment.day()), chosen, listener)));
        popover.add(menu);
        // a calendar is heavy: it comes when somebody opens the menu
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened() && menu.getChildren().noneMatch(DatePicker.class::isInstance)) {
                menu.add(other(chosen, listener));
            }
        });
        popover.addClassName("yj-pop");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("base.as-of"));
        add(button, popover);
    }

    private static String name(LocalDate day, List<Moment> moments) {
        return moments.stream().filter(it -> it.day().equals(day)).map(it -> " " + it.name()).findFirst().orElse("");
    }

    private Component item(String words, String note, Optional<LocalDate> day, Optional<LocalDate> chosen,
            Consumer<Optional<LocalDate>> listener) {
        var caption = new Span(note);
        caption.addClassName("yj-caption");
        var item = new NativeButton();
        item.add(new Span(words), caption);
        item.addClassName("yj-menu-item");
        item.getElement().setAttribute("aria-current", Boolean.toString(day.equals(chosen)));
        item.addClickListener(click -> {
            popover.close();
            listener.accept(day);
        });
        return item;
    }

    private Component other(Optional<LocalDate> chosen, Consumer<Optional<LocalDate>> listener) {
        var picker = new DatePicker(getTranslation("base.as-of.other"));
        picker.setLocale(getLocale());
        picker.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd")
                .setToday(getTranslation("base.as-of.today")).setCancel(getTranslation("base.cancel"))
                .setBadInputErrorMessage(getTranslation("base.as-of.bad")).setFirstDayOfWeek(1));
        picker.setMin(LocalDate.of(PageState.FIRST_YEAR, 1, 1));
        picker.setMax(LocalDate.of(PageState.LAST_YEAR, 12, 31));
        chosen.ifPresent(picker::setValue);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                popover.close();
                listener.accept(Optional.of(change.getValue()));
            }
        });
        return picker;
    }
}
