package org.youju.entry.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.entry.Quote;
import org.youju.observation.Observation;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;
import org.youju.reply.ui.PaperText;

/** What a figure rests on: what the one in its cell rests on, words of a document, or nothing, for a reason. */
final class GroundFields extends Div {

    private enum Ground {
        KEEP, QUOTE, NONE
    }

    private static final int LONGEST_EXCUSE = 400;

    private final Runnable changed;
    private final Div choice = new Div();
    private final Div kept = new Div();
    private final CitePicker picker;
    private final TextArea excuse = new TextArea();
    private Ground ground = Ground.QUOTE;
    private Optional<Observation> shown = Optional.empty();

    /**
     * @param quoted  told when other words are chosen
     * @param changed told when it rests on something else, or for another reason on nothing
     */
    GroundFields(ReplyService replies, Runnable quoted, Runnable changed) {
        this.changed = changed;
        picker = new CitePicker(replies, quoted);
        excuse.setLabel(getTranslation("entry.excuse"));
        excuse.setHelperText(getTranslation("entry.form.excuse.help"));
        excuse.setMaxLength(LONGEST_EXCUSE);
        excuse.setValueChangeMode(ValueChangeMode.LAZY);
        excuse.setManualValidation(true);
        excuse.addValueChangeListener(change -> changed.run());
        kept.addClassName("yj-obs-kept");
        add(choice, kept, picker, excuse);
        addClassName("yj-obs-source");
    }

    /** The words that are cited, and where they stand. */
    CitePicker picker() {
        return picker;
    }

    /** The field of the reason why there is no source. */
    TextArea excuse() {
        return excuse;
    }

    /** Offers what stands in the cell to rest on, which goes without saying unless something else was chosen. */
    void offer(Optional<Observation> inCell) {
        shown = inCell;
        choose(isSourced() && ground != Ground.NONE && picker.quote().isEmpty() ? Ground.KEEP
                : ground == Ground.KEEP ? Ground.QUOTE : ground);
    }

    private boolean isSourced() {
        return shown.filter(Observation::isSourced).isPresent();
    }

    /** Cites words of a document. */
    void cite() {
        choose(Ground.QUOTE);
    }

    /** Gives a reason why there is no source. */
    void excused() {
        choose(Ground.NONE);
    }

    /** What stands in the cell is to be rested on once it is offered. */
    void keep() {
        ground = Ground.KEEP;
    }

    /** Makes room for the next figure of the same document, or of none. */
    void next() {
        excuse.setValue("");
        picker.written("");
        ground = picker.document().isPresent() || ground == Ground.KEEP ? Ground.QUOTE : ground;
    }

    private void choose(Ground chosen) {
        ground = chosen;
        var offer = new ArrayList<>(List.of(Ground.QUOTE, Ground.NONE));
        if (isSourced()) {
            offer.addFirst(Ground.KEEP);
        }
        choice.removeAll();
        choice.add(new SegmentedBar<>(getTranslation("entry.form.ground"), ground, offer,
                it -> getTranslation("entry.form.ground." + it)).onChoice(it -> {
                    choose(it);
                    changed.run();
                }));
        kept.removeAll();
        if (ground == Ground.KEEP) {
            kept.add(new SourceBadge(shown.orElseThrow()));
        }
        kept.setVisible(ground == Ground.KEEP);
        picker.setVisible(ground == Ground.QUOTE);
        excuse.setVisible(ground == Ground.NONE);
    }

    /** The words that are cited, where some are. */
    Optional<Quote> quote() {
        return ground == Ground.QUOTE ? picker.quote() : Optional.empty();
    }

    /** The document whose words are cited, where one is chosen. */
    Optional<Reply> document() {
        return ground == Ground.QUOTE ? picker.document() : Optional.empty();
    }

    /** Where the cited words stand, as far as they were selected there. */
    Optional<PaperText.Span> place() {
        return ground == Ground.QUOTE ? picker.place() : Optional.empty();
    }

    /** Why there is no source; null where there is one. */
    @Nullable String reason() {
        return ground == Ground.NONE ? excuse.getValue() : null;
    }

    /** Tells at the words that are cited why they are refused; false where none are cited. */
    boolean refuseQuote(RuleViolation refusal) {
        if (ground == Ground.QUOTE) {
            picker.refuse(refusal);
        }
        return ground == Ground.QUOTE;
    }

    /** What it rests on, in a few words. */
    String words() {
        return switch (ground) {
            case KEEP -> shown.map(it -> it.reply().label()).orElse("");
            case QUOTE -> picker.document().map(Reply::label).orElse(getTranslation("entry.form.ground.none"));
            case NONE -> excuse.isEmpty() ? getTranslation("entry.form.ground.none") : excuse.getValue();
        };
    }
}
