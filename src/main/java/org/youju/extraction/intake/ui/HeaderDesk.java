package org.youju.extraction.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.extraction.DocumentHeader;
import org.youju.extraction.intake.Delivery;
import org.youju.extraction.intake.Handed;
import org.youju.extraction.intake.HeaderFields;
import org.youju.extraction.intake.IntakeService;
import org.youju.extraction.intake.Origins;
import org.youju.reply.Layout;
import org.youju.reply.Reply;
import org.youju.reply.ui.MaskedNote;
import org.youju.reply.ui.PaperText;

/** A document that was read, its text at the left, what the text says of it at the right, for a person to check. */
final class HeaderDesk extends Div {

    private static final int SHORT_HASH = 12;
    private static final String ORIGIN = "yj-origin";

    private final IntakeService intake;
    private final Delivery delivery;
    private final Decisions decisions;
    private final HeaderForm form;
    private final List<String> fields;
    private final PaperText paper;
    private final WarnBox twin = new WarnBox("status");

    /** What a person may decide. A rule that is broken is thrown, and said in the form. */
    interface Decisions {

        void take(HeaderFields fields, Delivery delivery);

        void takeAsNewVersion(Reply known, Delivery delivery);

        void setAside();
    }

    HeaderDesk(IntakeService intake, Handed.Fresh file, Decisions decisions) {
        this.intake = intake;
        this.delivery = file.delivery();
        this.decisions = decisions;
        addClassNames("yj-reader", "yj-intake-split");
        var origins = Origins.of(delivery.read().text(), delivery.extraction().document(), file.proposed());
        fields = List.copyOf(origins.keySet());
        paper = new PaperText(null, Layout.of(delivery.read().text()), fields.stream()
                .map(field -> mark(field, origins.get(field))).toList(), pressed -> { });
        form = new HeaderForm(file.proposed(), intake.regions(), intake.today(), this::showOrigin);
        add(document(), header());
        form.whenNumbered(this::showTwin);
    }

    private PaperText.Mark mark(String field, DocumentHeader.Span origin) {
        return new PaperText.Mark(fields.indexOf(field), origin.start(), origin.end(), ORIGIN);
    }

    private void showOrigin(String field) {
        paper.choose(fields.indexOf(field), null);
        paper.scrollTo(fields.indexOf(field));
    }

    private Component document() {
        var facts = new Span(getTranslation("intake.read", delivery.read().text().length(),
                delivery.extraction().figures().size(), delivery.read().sha256().substring(0, SHORT_HASH)));
        facts.addClassName("yj-muted");
        var bar = bar(delivery.name().isEmpty() ? getTranslation("intake.pasted") : delivery.name(), facts);
        var scroller = new Div(paper);
        scroller.addClassName("yj-reader-scroll");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("reply.original"));
        var document = new Section(bar);
        document.addClassNames("yj-panel", "yj-reader-document");
        document.add(new MaskedNote(paper), scroller);
        return document;
    }

    private Component header() {
        var save = new Button(getTranslation("intake.save"), click -> save());
        save.addClassName("yj-primary");
        var aside = new Button(getTranslation("intake.aside"), click -> decisions.setAside());
        aside.addClassName("yj-button");
        var foot = new Div(save, aside);
        foot.addClassName("yj-intake-foot");
        var hint = new Span(getTranslation("intake.check"));
        hint.addClassName("yj-muted");
        var scroller = new Div(twin, form);
        scroller.addClassName("yj-intake-scroll");
        var panel = new Section(bar(getTranslation("intake.header"), hint), scroller, foot);
        panel.addClassNames("yj-panel", "yj-intake-header");
        return panel;
    }

    private Component bar(String name, Component note) {
        var bar = new Div(new H2(name), note);
        bar.addClassName("yj-reader-bar");
        return bar;
    }

    private void showTwin(HeaderForm.Numbered numbered) {
        twin.clear();
        Optional.ofNullable(numbered.docNo()).flatMap(docNo -> intake.numbered(docNo, numbered.issuer()))
                .ifPresent(known -> {
                    var link = new Anchor(Routes.reply(known.id()), known.title());
                    var sentence = new Paragraph(new Span(getTranslation("intake.twin", known.issuer(),
                            known.label())), link);
                    var version = new Button(getTranslation("intake.twin.version"),
                            click -> attempt(() -> decisions.takeAsNewVersion(known, delivery)));
                    version.addClassName("yj-button");
                    var mend = new Button(getTranslation("intake.twin.mend"), click -> form.mendNumber());
                    mend.addClassName("yj-button");
                    var verbs = new Div(version, mend);
                    verbs.addClassName("yj-intake-links");
                    var caption = new Span(getTranslation("intake.twin.kept"));
                    caption.addClassName("yj-caption");
                    twin.show(sentence, verbs, caption);
                });
    }

    private void save() {
        form.check().ifPresent(fields -> attempt(() -> decisions.take(fields, delivery)));
    }

    private void attempt(Runnable decision) {
        try {
            decision.run();
        } catch (RuleViolation violation) {
            form.complain(violation);
        } catch (AccessDeniedException denied) {
            form.complain(new RuleViolation(String.valueOf(denied.getMessage())));
        }
    }
}
