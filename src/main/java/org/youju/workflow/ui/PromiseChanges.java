package org.youju.workflow.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.youju.commitment.Commitment;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.RuleWords;
import org.youju.figure.FigureWriter;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Department;

/** What a change of a promise changes, field by field: what stands now, and what is to stand. */
final class PromiseChanges extends UnorderedList {

    private final Catalogue catalogue;
    private final List<Department> departments;

    /**
     * @param before      the approved row
     * @param departments all that there are
     */
    PromiseChanges(Commitment before, Commitment after, Catalogue catalogue, List<Department> departments) {
        this.catalogue = catalogue;
        this.departments = departments;
        addClassName("yj-todo-changes");
        field("entry.form.indicator", indicator(before), indicator(after));
        field("base.region", region(before), region(after));
        field("promise.kind", getTranslation(before.kind().key()), getTranslation(after.kind().key()));
        field("promise.target", target(before), target(after));
        field("todo.changed.window", PromiseName.window(before, this), PromiseName.window(after, this));
        field("promise.base", base(before), base(after));
        field("promise.department", department(before.department()), department(after.department()));
        field("promise.words", before.citation().exact(), after.citation().exact());
        if (getChildren().findAny().isEmpty()) {
            add(new ListItem(getTranslation("todo.changed.nothing")));
        }
    }

    private void field(String key, String before, String after) {
        if (!before.equals(after)) {
            var name = new Span(getTranslation(key));
            name.addClassName("yj-caption");
            add(new ListItem(name, new Span(getTranslation("todo.changed", before, after))));
        }
    }

    private String indicator(Commitment promise) {
        return catalogue.name(promise.indicator(), getLocale());
    }

    private String region(Commitment promise) {
        return catalogue.region(promise.region()).name(getLocale());
    }

    private String target(Commitment promise) {
        return FigureWriter.show(promise.target(), getLocale()).text();
    }

    private String base(Commitment promise) {
        var base = promise.base();
        return base == null ? "—" : base.value() == null ? Integer.toString(base.year())
                : getTranslation("commitment.name.base", RuleWords.amount(base.value(), promise.target().unit(),
                        getLocale()), Integer.toString(base.year()));
    }

    private String department(@Nullable String code) {
        return departments.stream().filter(it -> it.code().equals(code)).map(it -> it.name(getLocale())).findFirst()
                .orElse(getTranslation("ledger.department.none"));
    }
}
