package org.youju.indicator.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.KeptTable;
import org.youju.indicator.keep.Kept;
import org.youju.indicator.keep.ListKeeper;

/**
 * One of the short lists with what can be done to its entries.
 *
 * @param <T> its entries
 */
final class ListPanel<T> extends Div {

    /** A column: the key of its name, and what it says of an entry. */
    record Column<T>(String key, Function<T, String> words) {
    }

    private final ListKeeper<T> keeper;
    private final String captionKey;
    private final List<Column<T>> columns;
    private final BiFunction<Kept<T>, Runnable, Dialog> form;
    private final WarnBox refusal = new WarnBox("alert");
    private final Div list = new Div();
    private @Nullable String emptyKey;

    /**
     * @param columns the first one names an entry
     * @param form    makes the form of an entry, which tells once it is kept
     */
    ListPanel(ListKeeper<T> keeper, String captionKey, List<Column<T>> columns,
            BiFunction<Kept<T>, Runnable, Dialog> form) {
        this.keeper = keeper;
        this.captionKey = captionKey;
        this.columns = columns;
        this.form = form;
        addClassName("yj-panel");
        add(refusal, list);
        show();
    }

    /** Says, as long as there is no entry, what one would be for. */
    ListPanel<T> whenEmpty(String key) {
        emptyKey = key;
        show();
        return this;
    }

    void show() {
        refusal.clear();
        list.removeAll();
        if (emptyKey != null && keeper.all().isEmpty()) {
            var hint = new Div(getTranslation(emptyKey));
            hint.addClassName("yj-empty");
            list.add(hint);
            return;
        }
        var heads = new ArrayList<>(columns.stream().map(Column::key).toList());
        var mine = keeper.mayKeep();
        if (mine) {
            heads.add("catalogue.verbs");
        }
        var table = new KeptTable(captionKey, heads);
        keeper.all().forEach(kept -> {
            var name = columns.getFirst().words().apply(kept.entry());
            var cells = new ArrayList<Component>(columns.stream().skip(1)
                    .map(column -> new Span(column.words().apply(kept.entry()))).toList());
            if (mine) {
                cells.add(KeptTable.verbs(table.verb("catalogue.edit", name, () -> form.apply(kept, this::show).open()),
                        table.verb("catalogue.delete", name, () -> confirm(kept, name))));
            }
            table.row(new Span(name), cells.toArray(Component[]::new));
        });
        list.add(table);
    }

    private void confirm(Kept<T> kept, String name) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("catalogue.verb-of", getTranslation("catalogue.delete"), name));
        dialog.setText(getTranslation("catalogue.delete.confirm"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setConfirmText(getTranslation("catalogue.delete"));
        dialog.addConfirmListener(confirmed -> delete(kept));
        dialog.open();
    }

    private void delete(Kept<T> kept) {
        try {
            keeper.delete(kept);
            show();
        } catch (RuleViolation violation) {
            show();
            refusal.say(getTranslation(violation.key(), violation.arguments()));
        } catch (AccessDeniedException denied) {
            refusal.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }
}
