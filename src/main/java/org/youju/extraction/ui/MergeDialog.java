package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.youju.extraction.review.CandidateState;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.Terms;

/** Asks which other candidate says the same; the one that reads most like it is proposed. */
final class MergeDialog extends Dialog {

    /** @param merged told the candidate that is kept */
    MergeDialog(ReviewCandidate candidate, List<ReviewCandidate> all, Phrases phrases,
            Consumer<ReviewCandidate> merged) {
        addClassNames("yj-dialog", "yj-desk-dialog");
        setHeaderTitle(getTranslation("desk.merge.title", candidate.number(), candidate.span()));
        var others = all.stream().filter(c -> c.id() != candidate.id() && (c.state() == CandidateState.PROPOSED
                || c.state() == CandidateState.ACCEPTED)).sorted(likeness(candidate.terms())).toList();
        var kept = new ComboBox<ReviewCandidate>(getTranslation("desk.merge.into"));
        kept.setHelperText(getTranslation("desk.merge.help"));
        kept.setItemLabelGenerator(c -> getTranslation("desk.merge.item", c.number(), c.span(), phrases.about(c),
                phrases.state(c)));
        kept.setItems(others);
        others.stream().findFirst().filter(first -> unlikeness(candidate.terms(), first.terms()) < 2)
                .ifPresent(kept::setValue);
        var keep = new Button(getTranslation("desk.verb.MERGE"), click -> {
            if (kept.getValue() != null) {
                close();
                merged.accept(kept.getValue());
            }
        });
        keep.addClassName("yj-primary");
        keep.setEnabled(kept.getValue() != null);
        kept.addValueChangeListener(change -> {
            keep.setEnabled(change.getValue() != null);
            if (change.isFromClient() && change.getValue() != null) {
                keep.focus();
            }
        });
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        add(kept);
        getFooter().add(cancel, keep);
        addOpenedChangeListener(change -> {
            if (change.isOpened() && kept.getValue() == null) {
                kept.focus();
            } else if (change.isOpened()) {
                keep.focus();
            }
        });
    }

    private static Comparator<ReviewCandidate> likeness(Terms terms) {
        return Comparator.comparingInt((ReviewCandidate c) -> unlikeness(terms, c.terms()))
                .thenComparingInt(ReviewCandidate::number);
    }

    /** 0 for the same value, unit and indicator; below 2 for the same value and unit. */
    private static int unlikeness(Terms terms, Terms other) {
        return (other.value().compareTo(terms.value()) == 0 ? 0 : 4)
                + (other.unit().equals(terms.unit()) ? 0 : 2)
                + (terms.indicator() != null && terms.indicator().equals(other.indicator()) ? 0 : 1);
    }
}
