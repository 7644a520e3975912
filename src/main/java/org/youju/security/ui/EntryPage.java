package org.youju.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.LanguageSwitch;

/** A page before the product's own: the wordmark, the language, and one sheet of paper with one thing to do. */
abstract class EntryPage extends Main implements HasDynamicTitle {

    private final String titleKey;
    private final Div sheet = new Div();
    private final Paragraph notice = new Paragraph();

    EntryPage(String titleKey) {
        this.titleKey = titleKey;
        addClassName("yj-entry-page");
        var chinese = new Span(getTranslation("base.wordmark"));
        chinese.addClassName("yj-entry-zh");
        var latin = new Span("YOUJU");
        latin.addClassName("yj-entry-en");
        var motto = new Paragraph(getTranslation("security.motto"));
        motto.addClassName("yj-entry-motto");
        var head = new Div(chinese, latin, motto);
        head.addClassName("yj-entry-head");
        sheet.addClassName("yj-entry-sheet");
        notice.addClassName("yj-entry-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        sheet.add(new H1(getTranslation(titleKey)), notice);
        var language = new LanguageSwitch();
        language.addClassName("yj-entry-language");
        add(language, head, sheet);
    }

    /** Puts something on the sheet. */
    void lay(Component... components) {
        sheet.add(components);
    }

    /** A sheet of its own, under the first. */
    Div secondSheet(Component... components) {
        var second = new Div(components);
        second.addClassNames("yj-entry-sheet", "yj-entry-second");
        add(second);
        return second;
    }

    /** Says in one sentence what is wrong. */
    void complain(String key, Object... arguments) {
        notice.removeClassName("yj-entry-calm");
        write(key, arguments);
    }

    /** Says in one sentence how things are, where nothing is wrong. */
    void tell(String key, Object... arguments) {
        notice.addClassName("yj-entry-calm");
        write(key, arguments);
    }

    private void write(String key, Object... arguments) {
        notice.removeAll();
        notice.add((notice.hasClassName("yj-entry-calm") ? Glyph.INFORMATION : Glyph.BEHIND).icon(),
                new Span(getTranslation(key, arguments)));
        notice.setVisible(true);
    }

    void complain(RuleViolation violation) {
        complain(violation.key(), violation.arguments());
    }

    /** Takes the sentence away. */
    void calm() {
        notice.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return getTranslation(titleKey) + " · " + getTranslation("base.wordmark");
    }
}
