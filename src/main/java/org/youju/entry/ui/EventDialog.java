package org.youju.entry.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.youju.base.Reason;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.FormDialog;
import org.youju.entry.PolicyEventForms;
import org.youju.entry.Quote;
import org.youju.indicator.Region;
import org.youju.observation.event.NewPolicyEvent;
import org.youju.observation.event.PolicyEvent;
import org.youju.observation.event.PolicyEvents;
import org.youju.reply.ReplyService;

/** An event and the words that tell of it. */
final class EventDialog extends FormDialog<EventDialog.Typed> {

    /**
     * What the fields say.
     *
     * @param seen  the version that is corrected; null for a new event
     * @param quote null to keep the words of that version
     */
    record Typed(@Nullable PolicyEvent seen, NewPolicyEvent event, @Nullable Quote quote, String reason) {
    }

    private final PolicyEventForms forms;
    private final PolicyEvents events;
    private final Select<Region> region = new Select<>();
    private final TextField happened = new TextField();
    private final TextField nameZh = new TextField();
    private final TextField nameEn = new TextField();
    private final TextField reason = new TextField();
    private final Paragraph words = new Paragraph();
    private final CitePicker picker;
    private final List<Region> regions;
    private @Nullable PolicyEvent seen;

    /**
     * @param opened  null for a new event
     * @param regions those whose events may be kept, at least one
     * @param kept    told once it is kept
     */
    EventDialog(PolicyEventForms forms, PolicyEvents events, ReplyService replies, List<Region> regions,
            @Nullable PolicyEvent opened, String title, Runnable kept) {
        super(title, kept);
        this.forms = forms;
        this.events = events;
        this.regions = regions;
        region.setItems(regions);
        region.setItemLabelGenerator(it -> it.name(getLocale()));
        region.setValue(regions.getFirst());
        field(region, "event.region");
        field(happened, "event.happened", "event.happened.illegal").setHelperText(getTranslation("event.happened.help"));
        field(nameZh, "event.name-zh", "event.name.zh").setMaxLength(NewPolicyEvent.LONGEST);
        field(nameEn, "event.name-en", "event.name.en").setMaxLength(NewPolicyEvent.LONGEST);
        picker = new CitePicker(replies, () -> { });
        words.addClassName("yj-caption");
        words.setVisible(false);
        include(words, picker);
        field(reason, "event.why", "event.reason", "reason.long").setMaxLength(Reason.LONGEST);
        reason.setVisible(false);
        happened.setAutofocus(true);
        if (opened != null) {
            show(opened);
        }
    }

    private void show(PolicyEvent event) {
        seen = event;
        regions.stream().filter(it -> it.code().equals(event.region())).findFirst().ifPresent(region::setValue);
        happened.setValue(event.happened().code());
        nameZh.setValue(event.nameZh());
        nameEn.setValue(event.nameEn());
        words.setText(getTranslation("event.cited", event.quote(), event.reply().label()));
        words.setVisible(true);
        reason.setVisible(true);
    }

    @Override
    protected Typed typed() {
        return new Typed(seen, new NewPolicyEvent(region.getValue().code(), happened.getValue(), nameZh.getValue(),
                nameEn.getValue()), picker.quote().orElse(null), reason.getValue());
    }

    @Override
    protected void keep(Typed typed) {
        picker.clear();
        if (typed.quote() == null && (typed.seen() == null || picker.document().isPresent()) && !picker.isComplete()) {
            throw new RuleViolation("event.words");
        }
        try {
            forms.keep(typed.seen(), typed.event(), typed.quote(), typed.reason());
        } catch (RuleViolation violation) {
            if (!violation.key().matches("(entry\\.cite|citation)\\..*")) {
                throw violation;
            }
            picker.refuse(violation);
            throw new RuleViolation("event.words");
        }
    }

    @Override
    protected Typed stored() {
        var now = events.one(Objects.requireNonNull(seen).number());
        return new Typed(now, of(now), null, "");
    }

    @Override
    protected Typed over(Typed typed, Typed stored) {
        return new Typed(stored.seen(), typed.event(), typed.quote(), typed.reason());
    }

    @Override
    protected void fill(Typed stored) {
        show(Objects.requireNonNull(stored.seen()));
    }

    @Override
    protected Map<String, String> told(Typed value) {
        return parts(region.getLabel(), value.event().region(), happened.getLabel(), value.event().happened(),
                nameZh.getLabel(), value.event().nameZh(), nameEn.getLabel(), value.event().nameEn());
    }

    private static NewPolicyEvent of(PolicyEvent event) {
        return new NewPolicyEvent(event.region(), event.happened().code(), event.nameZh(), event.nameEn());
    }
}
