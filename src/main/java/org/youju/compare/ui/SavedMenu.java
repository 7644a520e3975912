package org.youju.compare.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.atomic.AtomicBoolean;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.Unfolding;
import org.youju.compare.Selection;
import org.youju.compare.SelectionAddress;
import org.youju.compare.saved.SavedAnalyses;
import org.youju.compare.saved.SavedAnalysis;
import org.youju.security.Access;
import org.youju.security.Permission;

/** The analyses that a person keeps, and those that are shared with everybody. */
final class SavedMenu extends Composite<Div> {

    private final SavedAnalyses analyses;
    private final Access access;
    private final Selection selection;
    private final Div menu = new Div();

    SavedMenu(SavedAnalyses analyses, Access access, Selection selection) {
        this.analyses = analyses;
        this.access = access;
        this.selection = selection;
        menu.addClassNames("yj-menu", "yj-compare-ways");
        var button = new NativeButton();
        button.add(new Span(getTranslation("compare.saved")), Glyph.DOWN.icon());
        button.addClassNames("yj-button", "yj-compare-export");
        button.setId("cmp-saved");
        new Unfolding(button, getTranslation("compare.saved"), "yj-pop", PopoverPosition.BOTTOM_END, this::fill);
        getContent().add(button);
    }

    private Component fill() {
        menu.removeAll();
        var who = access.current().username();
        var all = analyses.visible();
        if (all.isEmpty()) {
            menu.add(new Paragraph(getTranslation("compare.saved.none")));
        }
        all.forEach(it -> menu.add(entry(it, it.owner().equals(who))));
        if (access.may(Permission.SAVE_VIEWS) && !selection.indicators().isEmpty()) {
            form();
        }
        return menu;
    }

    private Component entry(SavedAnalysis analysis, boolean own) {
        var link = new Anchor(Routes.compare(SelectionAddress.write(analysis.selection())), analysis.name());
        link.addClassName("yj-menu-item");
        var note = new Span(analysis.shared() ? getTranslation("compare.saved.shared-by", analysis.owner())
                : getTranslation("compare.saved.private"));
        note.addClassName("yj-caption");
        var entry = new Div(link, note);
        entry.addClassName("yj-compare-kept");
        if (own) {
            var forget = new NativeButton();
            forget.add(Glyph.CLOSE.icon());
            forget.addClassName("yj-compare-close");
            forget.setAriaLabel(getTranslation("compare.saved.forget", analysis.name()));
            forget.addClickListener(click -> {
                analyses.delete(analysis.id());
                fill();
            });
            entry.add(forget);
        }
        return entry;
    }

    private void form() {
        var name = new TextField(getTranslation("compare.saved.name"));
        name.setManualValidation(true);
        var shared = new Input();
        shared.setType("checkbox");
        var asked = new AtomicBoolean();
        shared.getElement().addPropertyChangeListener("checked", "change",
                change -> asked.set(Boolean.TRUE.equals(change.getValue())));
        shared.setId("cmp-share");
        var label = new NativeLabel(getTranslation("compare.saved.share"));
        label.setFor(shared);
        var sharing = new Div(shared, label);
        sharing.addClassName("yj-compare-share");
        var keep = new Button(getTranslation("compare.saved.keep"), click -> {
            try {
                analyses.save(name.getValue(), selection, asked.get());
                fill();
            } catch (RuleViolation refused) {
                name.setErrorMessage(getTranslation(refused.key(), refused.arguments()));
                name.setInvalid(true);
            }
        });
        keep.addClassName("yj-primary");
        var form = new Div(name, sharing, keep);
        form.addClassName("yj-compare-keep");
        menu.add(form);
    }
}
