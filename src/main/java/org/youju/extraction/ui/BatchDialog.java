package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.DoubleFunction;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;
import org.youju.extraction.review.Batch;
import org.youju.extraction.review.ReviewCandidate;

/** Accepts all open candidates of a chosen confidence, and says afterwards what was left and why. */
final class BatchDialog extends Dialog {

    private static final List<Integer> THRESHOLDS = List.of(95, 90, 85, 80, 70, 60);

    private final List<ReviewCandidate> open;
    private final Select<Integer> threshold = new Select<>();
    private final Paragraph count = new Paragraph();
    private final WarnBox notice = new WarnBox("alert");
    private final Button accept = new Button();
    private final Button cancel = new Button(getTranslation("base.cancel"), click -> close());

    /** @param accepting accepts those of at least a confidence, 0 to 1, or refuses by a {@link RuleViolation} */
    BatchDialog(List<ReviewCandidate> open, DoubleFunction<Batch> accepting) {
        this.open = open;
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation("desk.batch.title"));
        threshold.setLabel(getTranslation("desk.batch.threshold"));
        threshold.setItems(THRESHOLDS);
        threshold.setItemLabelGenerator(percent -> getTranslation("desk.batch.at-least", percent));
        threshold.setValue(90);
        threshold.addValueChangeListener(change -> count());
        count.getElement().setAttribute("role", "status");
        accept.addClassName("yj-primary");
        accept.addClickListener(click -> accept(accepting));
        cancel.addClassName("yj-button");
        var rule = new Paragraph(getTranslation("desk.batch.rule"));
        rule.addClassName("yj-muted");
        var form = new Div(threshold, count, rule, notice);
        form.addClassName("yj-entry-form");
        add(form);
        getFooter().add(cancel, accept);
        count();
    }

    private void count() {
        var enough = open.stream().filter(c -> c.confidence() * 100 >= threshold.getValue()).count();
        count.setText(getTranslation("desk.batch.count", open.size(), enough));
        accept.setText(getTranslation("desk.batch.accept"));
        accept.setEnabled(enough > 0);
    }

    private void accept(DoubleFunction<Batch> accepting) {
        notice.clear();
        try {
            show(accepting.apply(threshold.getValue() / 100d));
        } catch (RuleViolation refusal) {
            notice.say(getTranslation(refusal.key(), refusal.arguments()));
        }
    }

    private void show(Batch batch) {
        removeAll();
        var done = new Paragraph(getTranslation("desk.batch.done", batch.accepted().size(), batch.refused().size()));
        done.getElement().setAttribute("role", "status");
        add(done);
        var left = new UnorderedList();
        left.addClassName("yj-desk-left");
        for (var refused : batch.refused()) {
            var words = new Span(getTranslation("desk.batch.left", refused.candidate().number(),
                    refused.candidate().span()));
            words.addClassName("yj-cand-title");
            left.add(new ListItem(words,
                    new Span(getTranslation(refused.why().key(), refused.why().arguments()))));
        }
        add(left);
        accept.removeFromParent();
        cancel.setText(getTranslation("desk.close"));
        cancel.focus();
    }
}
