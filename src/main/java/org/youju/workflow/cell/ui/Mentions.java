package org.youju.workflow.cell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import org.youju.workflow.notice.Colleague;

/** A text area in which {@code @} offers the people who can be named; see {@code frontend/mentions/yj-mentions.ts}. */
@Tag("yj-mentions")
@JsModule("./mentions/yj-mentions.ts")
final class Mentions extends Component implements HasComponents {

    /** @param people in the order in which they are offered */
    Mentions(TextArea area, List<Colleague> people) {
        var offered = JacksonUtils.createArrayNode();
        people.forEach(person -> offered.addObject().put("name", person.username())
                .put("label", getTranslation("comment.person", person.displayName(), person.username(),
                        getTranslation(person.role().key()))));
        getElement().setPropertyJson("people", offered);
        getElement().setPropertyJson("words", JacksonUtils.createObjectNode()
                .put("list", getTranslation("comment.people"))
                .put("found", getTranslation("comment.people.found", "{0}"))
                .put("none", getTranslation("comment.people.none")));
        add(area);
    }
}
