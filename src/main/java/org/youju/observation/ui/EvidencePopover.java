package org.youju.observation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Markup;

/**
 * Opens what a button stands for beside it. Neither the popover nor what it shows exists before it is first asked for,
 * so that a page can hold hundreds of badges.
 */
final class EvidencePopover {

    /** Unless a person has gone elsewhere, such as by a press that closed the popover. */
    private static final String TAKE_FOCUS_BACK = """
            const at = document.activeElement;
            if (!at || at === document.body || at.closest('vaadin-popover')?.opened === false) {
              this.focus();
            }""";

    private final NativeButton button;
    private final String name;
    private final SerializableSupplier<Component> content;
    private @Nullable Popover popover;

    /**
     * @param name    what screen readers call it
     * @param content makes what it shows, anew at each opening
     */
    EvidencePopover(NativeButton button, String name, SerializableSupplier<Component> content) {
        this.button = button;
        this.name = name;
        this.content = content;
        button.getElement().setAttribute("aria-haspopup", "dialog");
        button.addClickListener(click -> toggle());
    }

    private void toggle() {
        if (popover != null && popover.isOpened()) {
            popover.close();
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

    private Popover create() {
        var created = new Popover();
        created.addClassName("yj-evidence");
        created.setAriaLabel(name);
        Markup.aim(created, button);
        created.setOpenOnClick(false);
        created.setAutofocus(true);
        created.setPosition(PopoverPosition.BOTTOM_START);
        created.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                Markup.run(button, TAKE_FOCUS_BACK);
            }
        });
        return created;
    }

    /** What is open of the button, for the panel's own way to close it. */
    static void close(Component inside) {
        inside.findAncestor(Popover.class).close();
    }
}
