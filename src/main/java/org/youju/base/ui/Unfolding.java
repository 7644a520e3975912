package org.youju.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a press on a button opens beside it, and the next press closes. Neither the popover nor what it shows exists
 * before it is first asked for, so that a page can hold hundreds of them. The button may stand in {@link Markup}.
 */
public final class Unfolding {

    /** Unless a person has gone elsewhere, such as by a press that closed the popover. */
    private static final String TAKE_FOCUS_BACK = """
            const at = document.activeElement;
            if (!at || at === document.body || at.closest('vaadin-popover')?.opened === false) {
              this.focus();
            }""";

    private final NativeButton button;
    private final String name;
    private final String className;
    private final PopoverPosition position;
    private final SerializableSupplier<? extends Component> content;
    private @Nullable Popover popover;

    /**
     * @param name      what screen readers call it, already translated
     * @param className of the popover
     * @param position  where it stands, seen from the button
     * @param content   makes what it shows, anew at each opening
     */
    public Unfolding(NativeButton button, String name, String className, PopoverPosition position,
            SerializableSupplier<? extends Component> content) {
        this.button = button;
        this.name = name;
        this.className = className;
        this.position = position;
        this.content = content;
        button.getElement().setAttribute("aria-haspopup", "dialog");
        button.addClickListener(click -> toggle());
    }

    private void toggle() {
        if (popover != null && popover.isOpened()) {
            close();
        } else {
            open();
        }
    }

    private void open() {
        var shown = popover == null ? create() : popover;
        popover = shown;
        shown.removeAll();
        shown.add(content.get());
        shown.open();
    }

    /** Closes it where it is open. */
    public void close() {
        if (popover != null) {
            popover.close();
        }
    }

    private Popover create() {
        var created = new Popover();
        created.addClassName(className);
        created.setAriaLabel(name);
        Markup.aim(created, button);
        created.setOpenOnClick(false);
        created.setAutofocus(true);
        created.setPosition(position);
        created.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                Markup.run(button, TAKE_FOCUS_BACK);
            }
        });
        return created;
    }
}
