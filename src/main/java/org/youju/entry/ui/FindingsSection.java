package org.youju.entry.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.check.rule.Importance;
import org.youju.check.rule.RuleFinding;
import org.youju.check.rule.RuleFindings;
import org.youju.check.rule.ui.FindingLine;
import org.youju.entry.CellFindings;
import org.youju.figure.FigureWriter;

/** 校核: what speaks against the figure of a cell, and why it is right all the same. */
final class FindingsSection extends Section {

    /** Keeps an explanation, or refuses it by {@link RuleViolation}. */
    interface Explain {

        void of(RuleFinding finding, String why);
    }

    private final Div findings = new Div();

    FindingsSection() {
        addClassNames("yj-cell-section", "yj-cell-findings");
        findings.getElement().setAttribute("role", "status");
        add(new H3(getTranslation("entry.findings")), findings);
        clear();
    }

    /** @param explain where to; null where nothing can be explained here and now */
    void show(CellFindings found, @Nullable Explain explain) {
        findings.removeAll();
        var lines = new UnorderedList();
        found.rules().forEach(finding -> {
            var item = new ListItem(new FindingLine(finding));
            if (explain != null && finding.explained() == null
                    && finding.breach().rule().importance() != Importance.LOW) {
                item.add(form(finding, explain));
            }
            lines.add(item);
        });
        found.farOff().ifPresent(z -> lines.add(new ListItem(new Div(getTranslation("entry.findings.far",
                BigDecimal.valueOf(z).setScale(1, RoundingMode.HALF_UP).toPlainString().replace('-', '\u2212'))))));
        found.slip().ifPresent(slip -> lines.add(new ListItem(new Div(getTranslation(
                slip.scale().apart() ? "entry.findings.scale.apart" : "entry.findings.scale",
                FigureWriter.show(slip.read(), getLocale()).text(), slip.scale().meant())))));
        findings.add(lines.getComponentCount() == 0 ? new Div(getTranslation("entry.findings.none")) : lines);
    }

    /** While nothing is typed, or what is typed can't be read. */
    void clear() {
        findings.setText(getTranslation("entry.findings.unread"));
    }

    private Div form(RuleFinding finding, Explain explain) {
        var why = new TextField(getTranslation("entry.findings.why"));
        why.setMaxLength(RuleFindings.LONGEST);
        why.addClassName("yj-cell-why");
        var keep = new Button(getTranslation("entry.findings.keep"), click -> {
            try {
                explain.of(finding, why.getValue());
            } catch (RuleViolation violation) {
                why.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
                why.setInvalid(true);
            }
        });
        keep.addClassNames("yj-button", "yj-small-button");
        keep.addClickShortcut(Key.ENTER).listenOn(why);
        var form = new Div(why, keep);
        form.addClassName("yj-finding-form");
        return form;
    }
}
