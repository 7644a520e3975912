package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A caret in a paper, so that words of it are selected by keyboard as they are with a pointer. Stands beside the paper in
 * the box that takes the focus.
 */
@Tag("yj-caret")
@JsModule("./paper/yj-caret.ts")
public final class PaperCaret extends Component {

    private static final String DETAIL = "event.detail";

    /** A caret that comes when it is asked to. */
    public PaperCaret() {
        addClassName("yj-caret");
    }

    /**
     * A caret that is there as soon as the box has the focus.
     *
     * @param paper    in which it is
     * @param selected told what is selected of it, by keyboard or with a pointer, each time that is something else
     */
    public PaperCaret(PaperText paper, Consumer<PaperText.Span> selected) {
        this();
        getElement().setAttribute("always", true);
        getElement().addEventListener("yj-select", event -> {
            var detail = event.getEventData().get(DETAIL);
            paper.selected(detail.get("fromBlock").asInt(), detail.get("from").asInt(),
                    detail.get("toBlock").asInt(), detail.get("to").asInt()).ifPresent(selected);
        }).addEventData(DETAIL);
    }

    /** Puts it before an element of the paper, or to the beginning of the paper. */
    public void begin(@Nullable Element at) {
        getElement().callJsFunction("begin", at);
    }
}
