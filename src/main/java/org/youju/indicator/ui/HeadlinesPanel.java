package org.youju.indicator.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.control.KeptTable;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.keep.IndicatorKeeper;

/** The cards of the dashboard in their order, which is changed by drag or by key; each change is in force at once. */
final class HeadlinesPanel extends Div {

    private final IndicatorKeeper keeper;
    private final IndicatorService indicators;
    private final WarnBox refusal = new WarnBox("alert");
    private final Span status = new Span();
    private final ComboBox<Indicator> further = new ComboBox<>();
    private final OrderedList list = new OrderedList();
    private List<String> shown = List.of();

    HeadlinesPanel(IndicatorKeeper keeper, IndicatorService indicators) {
        this.keeper = keeper;
        this.indicators = indicators;
        addClassName("yj-panel");
        status.getElement().setAttribute("role", "status");
        status.addClassName("yj-muted");
        list.addClassName("yj-headlines");
        add(refusal, new Div(getTranslation(keeper.mayArrange() ? "catalogue.headlines.help"
                : "catalogue.headlines.read")), status, list);
        if (keeper.mayArrange()) {
            further.setLabel(getTranslation("catalogue.headlines.further"));
            further.setItemLabelGenerator(it -> it.name(getLocale()) + " " + it.code());
            var add = new Button(getTranslation("catalogue.headlines.add"), click -> further.getOptionalValue()
                    .ifPresent(chosen -> arrange(with(shown, shown.size(), chosen.code()), chosen.code(), "")));
            add.addClassName("yj-button");
            var row = new Div(further, add);
            row.addClassNames("yj-filters", "yj-headlines-add");
            add(row);
        }
        show("", "");
    }

    /** @param focus code of the indicator whose button takes the focus, and which of its buttons; empty for none */
    private void show(String focus, String verb) {
        list.removeAll();
        var all = keeper.headlines();
        shown = all.stream().map(Indicator::code).toList();
        further.setItems(indicators.catalogue().indicators().stream().filter(it -> !it.isHeadline()).toList());
        further.clear();
        for (int i = 0; i < all.size(); i++) {
            list.add(item(all.get(i), i, focus, verb));
        }
    }

    private ListItem item(Indicator indicator, int at, String focus, String verb) {
        var theme = new Span(indicators.catalogue().theme(indicator.theme()).name(getLocale()));
        theme.addClassName("yj-caption");
        var item = new ListItem(new Span(indicator.name(getLocale())), theme);
        if (!keeper.mayArrange()) {
            return item;
        }
        var code = indicator.code();
        var verbs = KeptTable.verbs(
                verb("catalogue.headlines.up", indicator, at > 0, () -> arrange(with(without(code), at - 1, code), code,
                        "catalogue.headlines.up")),
                verb("catalogue.headlines.down", indicator, at < shown.size() - 1, () ->
                        arrange(with(without(code), at + 1, code), code, "catalogue.headlines.down")),
                verb("catalogue.headlines.remove", indicator, true, () -> arrange(without(code), "", "")));
        item.add(verbs);
        if (code.equals(focus)) {
            verbs.getChildren().map(NativeButton.class::cast).filter(NativeButton::isEnabled)
                    .filter(it -> verb.isEmpty() || it.getText().equals(getTranslation(verb))).findFirst()
                    .or(() -> verbs.getChildren().map(NativeButton.class::cast).filter(NativeButton::isEnabled)
                            .findFirst())
                    .ifPresent(NativeButton::focus);
        }
        DragSource.create(item).setDragData(code);
        DropTarget.create(item).addDropListener(drop -> drop.getDragData().map(String.class::cast)
                .filter(dragged -> !dragged.equals(code))
                .ifPresent(dragged -> arrange(with(without(dragged), at, dragged), dragged, "")));
        return item;
    }

    private NativeButton verb(String key, Indicator of, boolean possible, Runnable action) {
        var button = new NativeButton(getTranslation(key), click -> action.run());
        button.addClassName("yj-plain-verb");
        button.setEnabled(possible);
        button.getElement().setAttribute("aria-label",
                getTranslation("catalogue.verb-of", getTranslation(key), of.name(getLocale())));
        return button;
    }

    private List<String> without(String code) {
        return shown.stream().filter(it -> !it.equals(code)).toList();
    }

    private static List<String> with(List<String> codes, int at, String code) {
        var all = new ArrayList<>(codes);
        all.add(Math.min(at, all.size()), code);
        return all;
    }

    private void arrange(List<String> wanted, String moved, String verb) {
        try {
            keeper.arrange(shown, wanted);
            refusal.clear();
            show(moved, verb);
            status.setText(moved.isEmpty() ? getTranslation("catalogue.headlines.removed")
                    : getTranslation("catalogue.headlines.moved", indicators.catalogue().name(moved, getLocale()),
                            wanted.indexOf(moved) + 1, wanted.size()));
        } catch (RuleViolation violation) {
            show("", "");
            status.setText("");
            refusal.say(getTranslation(violation.key(), violation.arguments()));
        }
    }
}
