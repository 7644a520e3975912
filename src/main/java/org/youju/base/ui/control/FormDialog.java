package org.youju.base.ui.control;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.Faults;
import org.youju.base.LostRace;
import org.youju.base.NotFoundException;
import org.youju.base.PlainWords;
import org.youju.base.RuleViolation;
import org.youju.base.ui.WarnBox;

/**
 * A form in a dialog over something that others may change meanwhile. What is refused is told at the field that it
 * concerns and nothing typed is lost; whoever comes second sees both versions and chooses.
 *
 * @param <T> what the fields say, and which version of it whoever fills them saw
 */
public abstract class FormDialog<T> extends Dialog {

    private final Map<String, List<Component>> places = new LinkedHashMap<>();
    private final Div form = new Div();
    private final WarnBox notice = new WarnBox("alert");
    private final Div race = new Div();
    private final Runnable kept;

    /**
     * @param title already translated
     * @param kept  told once it is kept
     */
    protected FormDialog(String title, Runnable kept) {
        this.kept = kept;
        addClassNames("yj-dialog", "yj-form-dialog");
        setHeaderTitle(title);
        form.addClassName("yj-form");
        add(notice, race, form);
        var keep = new Button(getTranslation("base.keep"), click -> submit());
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        getFooter().add(cancel, keep);
    }

    /** What the fields say; refused by {@link RuleViolation} where they can't be read. */
    protected abstract T typed();

    /** Keeps it, or refuses it by {@link RuleViolation}; by {@link LostRace} where it has changed meanwhile. */
    protected abstract void keep(T typed);

    /** What stands there now; asked only after a lost race. */
    protected abstract T stored();

    /** What is typed, over what stands there now. */
    protected abstract T over(T typed, T stored);

    /** Puts into the fields what stands there now. */
    protected abstract void fill(T stored);

    /** What it says, part by part, by the name of the part. */
    protected abstract Map<String, String> told(T value);

    /**
     * Adds a field, one below the other.
     *
     * @param labelKey key of its label
     * @param refusals keys of the sentences that concern it; one that ends with a dot stands for all that begin so
     */
    protected final <F extends Component & HasLabel & HasValidation> F field(F field, String labelKey,
            String... refusals) {
        field.setLabel(getTranslation(labelKey));
        form.add(field);
        return at(field, refusals);
    }

    /** Says which refusals are told at a field; of several that are told one, the first that is seen tells it. */
    protected final <F extends Component & HasValidation> F at(F field, String... refusals) {
        field.setManualValidation(true);
        for (var refusal : refusals) {
            places.computeIfAbsent(refusal, key -> new ArrayList<>()).add(field);
        }
        return field;
    }

    /** Adds what is no field. */
    protected final void include(Component... parts) {
        form.add(parts);
    }

    private void submit() {
        attempt(null);
    }

    private void attempt(@Nullable T known) {
        clear();
        try {
            var value = known == null ? typed() : known;
            try {
                keep(value);
                close();
                kept.run();
            } catch (LostRace lost) {
                show(lost, value);
            }
        } catch (RuleViolation refusal) {
            Faults.of(refusal).reversed().forEach(it -> complain(it.key(), getTranslation(it.key(), it.arguments())));
        } catch (NotFoundException gone) {
            complain(gone.key(), getTranslation(gone.key(), gone.arguments()));
        } catch (AccessDeniedException denied) {
            notice.say(getTranslation(String.valueOf(denied.getMessage())));
        }
    }

    private void clear() {
        notice.clear();
        race.removeAll();
        places.values().stream().flatMap(List::stream).forEach(place -> ((HasValidation) place).setInvalid(false));
    }

    private void complain(String key, String sentence) {
        var place = places(key).filter(Component::isVisible).findFirst().orElse(null);
        if (place instanceof HasValidation field) {
            field.setErrorMessage(sentence);
            field.setInvalid(true);
            if (place instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        } else {
            notice.say(sentence);
        }
    }

    /** Code of a page is told where it stands; it needs no field to have said so. */
    private Stream<Component> places(String key) {
        return key.equals(PlainWords.REFUSED)
                ? places.values().stream().flatMap(List::stream).distinct().filter(FormDialog::holdsCode)
                : places.getOrDefault(key, places.getOrDefault(key.substring(0, key.lastIndexOf('.') + 1), List.of()))
                        .stream();
    }

    private static boolean holdsCode(Component place) {
        return place instanceof HasValue<?, ?> field && field.getValue() instanceof String words
                && PlainWords.code(words).isPresent();
    }

    private void show(LostRace lost, T mine) {
        var theirs = stored();
        notice.say(getTranslation(lost.key(), lost.arguments()));
        var table = new NativeTable();
        table.addClassNames("yj-table", "yj-race");
        table.setCaptionText(getTranslation("base.race.caption"));
        var head = table.getHead().addRow();
        for (var key : List.of("base.race.part", "base.race.theirs", "base.race.mine")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var own = told(mine);
        told(theirs).forEach((part, words) -> {
            if (!words.equals(own.get(part))) {
                var name = new NativeTableHeaderCell(part);
                name.getElement().setAttribute("scope", "row");
                var row = new NativeTableRow();
                row.add(name, new NativeTableCell(words), new NativeTableCell(own.getOrDefault(part, "")));
                table.getBody().add(row);
            }
        });
        var take = new Button(getTranslation("base.race.take"), click -> {
            clear();
            fill(theirs);
        });
        take.addClassName("yj-button");
        var insist = new Button(getTranslation("base.race.insist"), click -> attempt(over(mine, theirs)));
        insist.addClassName("yj-button");
        var verbs = new Div(take, insist);
        verbs.addClassName("yj-form-verbs");
        race.add(table.getBody().getRowCount() == 0 ? new Span(getTranslation("base.race.alike")) : table, verbs);
        insist.focus();
    }

    /** Parts of something by name, in the order given: name, words, name, words … */
    protected static Map<String, String> parts(String... namesAndWords) {
        var parts = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndWords.length; i += 2) {
            parts.put(namesAndWords[i], namesAndWords[i + 1]);
        }
        return parts;
    }
}
