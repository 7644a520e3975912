package org.youju.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.workflow.ToDo;

/** What makes a batch, and which items are shown: by theme, department and period, as far as there are several. */
final class ToDoBar extends Div {

    /** @param chosen told what is asked for instead */
    ToDoBar(ToDoState state, ToDo.Choices choices, Catalogue catalogue, GroupNames names, Consumer<ToDoState> chosen) {
        addClassName("yj-todo-bar");
        add(new SegmentedBar<>(getTranslation("todo.by"), state.by(), List.of(Grouping.values()),
                by -> getTranslation("todo.by." + by)).onChoice(by -> chosen.accept(state.by(by))));
        for (var kind : List.of(Grouping.THEME, Grouping.DEPARTMENT, Grouping.PERIOD)) {
            var keys = new ArrayList<Optional<String>>(List.of(Optional.empty()));
            (switch (kind) {
                case THEME -> choices.indicators().stream().flatMap(code -> catalogue.find(code).stream())
                        .map(Indicator::theme).distinct().sorted();
                case DEPARTMENT -> choices.departments().stream();
                case PERIOD -> choices.periods().stream();
                case DOCUMENT -> Stream.<String>empty();
            }).map(Optional::of).forEach(keys::add);
            var asked = Optional.ofNullable(state.only().get(kind));
            if (!keys.contains(asked)) {
                keys.add(asked);
            }
            if (keys.size() > 2 || asked.isPresent()) {
                add(select(kind, keys, asked, state, names, chosen));
            }
        }
    }

    private Select<Optional<String>> select(Grouping kind, List<Optional<String>> keys, Optional<String> asked,
            ToDoState state, GroupNames names, Consumer<ToDoState> chosen) {
        var select = new Select<Optional<String>>();
        select.setAriaLabel(getTranslation("todo.only." + kind));
        select.addClassName("yj-todo-only");
        select.setItemLabelGenerator(key -> key.map(it -> names.of(kind, it))
                .orElse(getTranslation("todo.all." + kind)));
        select.setItems(keys);
        select.setValue(asked);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(state.only(kind, Objects.requireNonNullElse(change.getValue(), Optional.empty())));
            }
        });
        return select;
    }
}
