package org.youju.indicator.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.control.FormDialog;
import org.youju.indicator.keep.Kept;
import org.youju.indicator.keep.ListKeeper;

/**
 * An entry of one of the short lists, new or not; its code is typed once.
 *
 * @param <T> the entry
 */
abstract class EntryDialog<T> extends FormDialog<Kept<T>> {

    protected final TextField code = new TextField();
    private final ListKeeper<T> keeper;
    private @Nullable Kept<T> opened;

    EntryDialog(String title, ListKeeper<T> keeper, Runnable kept, String... codeRefusals) {
        super(title, kept);
        this.keeper = keeper;
        field(code, "catalogue.code.label", codeRefusals);
    }

    /** Shows an entry as it is seen; to be called once all fields are there. */
    protected final void open(@Nullable Kept<T> entry) {
        if (entry == null) {
            code.setAutofocus(true);
        } else {
            fill(entry);
        }
    }

    @Override
    protected void fill(Kept<T> stored) {
        opened = stored;
        code.setReadOnly(true);
        code.setHelperText(getTranslation("catalogue.code.fixed"));
        show(stored.entry());
    }

    /** Puts an entry into the fields. */
    protected abstract void show(T entry);

    /** What the fields say. */
    protected abstract T entry();

    @Override
    protected Kept<T> typed() {
        return new Kept<>(entry(), opened == null ? 0 : opened.version());
    }

    @Override
    protected void keep(Kept<T> typed) {
        if (opened == null) {
            keeper.add(typed.entry());
        } else {
            keeper.change(typed);
        }
    }

    @Override
    protected Kept<T> stored() {
        return keeper.one(code.getValue());
    }

    @Override
    protected Kept<T> over(Kept<T> typed, Kept<T> stored) {
        return new Kept<>(typed.entry(), stored.version());
    }
}
