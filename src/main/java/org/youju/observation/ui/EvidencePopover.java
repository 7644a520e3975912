package org.youju.observation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableSupplier;
import org.youju.base.ui.Unfolding;

/** What stands behind a figure, beside the button that stands for it. */
final class EvidencePopover {

    private EvidencePopover() {
    }

    /**
     * Opens at a press on the button.
     *
     * @param name    what screen readers call it
     * @param content makes what it shows, anew at each opening
     */
    static void behind(NativeButton button, String name, SerializableSupplier<Component> content) {
        new Unfolding(button, name, "yj-evidence", PopoverPosition.BOTTOM_START, content);
    }

    /** What is open of the button, for the panel's own way to close it. */
    static void close(Component inside) {
        inside.findAncestor(Popover.class).close();
    }
}
