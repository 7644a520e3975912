package org.youju.workflow.chase.ui;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.Locale;
import org.youju.indicator.Department;
import org.youju.workflow.chase.Chase;

/** Says which department a figure is asked of. */
public final class AskedOf {

    private AskedOf() {
    }

    /** @param page the component that shows it */
    public static String name(Chase chase, Collection<Department> departments, Locale locale, Component page) {
        return departments.stream().filter(it -> it.code().equals(chase.department())).findFirst()
                .map(it -> it.name(locale))
                .orElseGet(() -> page.getTranslation("chase.department.none"));
    }
}
