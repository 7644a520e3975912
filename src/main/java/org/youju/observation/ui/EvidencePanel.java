package org.youju.observation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.figure.FigureWriter;
import org.youju.reply.Citation;
import org.youju.reply.Layout;
import org.youju.reply.Quotation;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.reply.ui.CopyButton;

/** The words behind a figure: the document, the sentence with the figure marked, what is recorded, and ways on. */
final class EvidencePanel extends Div {

    private final ReplyService replies = Instantiator.get(UI.getCurrentOrThrow()).getOrCreate(ReplyService.class);

    /** @param all the first in full, the others below it in short */
    EvidencePanel(List<Evidence> all) {
        addClassName("yj-evidence-body");
        var first = all.getFirst();
        full(first);
        if (all.size() > 1) {
            var others = new Div(getTranslation("source.others", all.size() - 1));
            others.addClassName("yj-evidence-others");
            add(others);
            all.stream().skip(1).forEach(this::brief);
        }
    }

    private void full(Evidence evidence) {
        var reply = evidence.reply();
        var text = reply.textHeld() ? replies.readableTextOf(reply.id()).orElse(null) : null;
        add(head(reply, true), about(reply, evidence, text));
        quotes(evidence, text);
        add(facts(evidence));
        add(verbs(evidence, text));
    }

    private void brief(Evidence evidence) {
        var reply = evidence.reply();
        var text = reply.textHeld() ? replies.readableTextOf(reply.id()).orElse(null) : null;
        add(head(reply, false));
        quotes(evidence, text);
        var line = new Div(new Span(evidence.figure()));
        line.addClassName("yj-evidence-brief");
        place(evidence, text).ifPresent(place -> line.add(new Span(place)));
        page(evidence).ifPresent(page -> line.add(new Span(page)));
        evidence.facts().stream().filter(f -> f.nameKey().equals("source.state"))
                .forEach(f -> line.add(new Span(f.words())));
        if (evidence.reply().kind() != ReplyKind.LEDGER) {
            line.add(original(evidence));
        }
        add(line);
    }

    private Component head(Reply reply, boolean closes) {
        var sign = new Span(getTranslation("source.sign.cited"));
        sign.addClassName("yj-source-badge");
        sign.getElement().setAttribute("aria-hidden", "true");
        var name = new Element("strong");
        name.setText(reply.label());
        var date = reply.issuedOn() == null ? getTranslation("reply.undated") : reply.issuedOn().code();
        var head = new Div(sign);
        head.getElement().appendChild(name);
        head.add(new Span(getTranslation("reply.publicity." + reply.publicity()) + " · " + date));
        head.addClassName("yj-evidence-head");
        if (closes) {
            var close = new NativeButton();
            close.add(Glyph.CLOSE.icon());
            close.addClassName("yj-evidence-close");
            close.setAriaLabel(getTranslation("source.close"));
            close.addClickListener(click -> EvidencePopover.close(this));
            head.add(close);
        }
        return head;
    }

    private Component about(Reply reply, Evidence evidence, @Nullable String text) {
        var words = new StringBuilder();
        if (reply.docNo() != null) {
            words.append(reply.title()).append(" · ");
        }
        words.append(reply.issuer()).append(" · ").append(getTranslation("reply.grade." + reply.grade()));
        place(evidence, text).ifPresent(place -> words.append(" · ").append(place));
        page(evidence).ifPresent(page -> words.append(" · ").append(page));
        var about = new Div(words.toString());
        about.addClassName("yj-caption");
        return about;
    }

    private Optional<String> place(Evidence evidence, @Nullable String text) {
        if (text == null || evidence.citations().isEmpty()) {
            return Optional.empty();
        }
        var start = evidence.citations().getFirst().start();
        return start == null ? Optional.empty() : Layout.of(text).placeOf(start).map(this::words);
    }

    private Optional<String> page(Evidence evidence) {
        return evidence.citations().stream().findFirst().map(Citation::page)
                .map(page -> getTranslation("reply.citation.page", page));
    }

    private String words(Layout.Place place) {
        var section = place.section().isEmpty() ? "" : getTranslation("source.place.section",
                FigureWriter.counted(place.section(), getLocale()));
        return place.part().isEmpty() ? section + getTranslation("source.place.paragraph", place.paragraph())
                : getTranslation("source.place.part", FigureWriter.counted(place.part(), getLocale()), section,
                        place.paragraph());
    }

    private void quotes(Evidence evidence, @Nullable String text) {
        evidence.citations().forEach(citation -> add(quote(citation, text)));
        if (evidence.uncitedReason() != null) {
            var none = new Div(getTranslation("source.none.sentence", evidence.uncitedReason()));
            none.addClassName("yj-no-source");
            add(none);
        }
        if (evidence.departure() != null) {
            var differs = new Div(new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("todo.differs")).tinted(),
                    new Span(getTranslation("desk.differs.why", evidence.departure())));
            differs.addClassName("yj-evidence-differs");
            add(differs);
        }
        if (text == null && evidence.reply().kind() != ReplyKind.LEDGER) {
            add(notHeld(evidence.reply()));
        }
    }

    private static Component quote(Citation citation, @Nullable String text) {
        var sentence = citation.sentence(text);
        var quote = new Div();
        quote.addClassName("yj-quote");
        quote.getElement().setAttribute("lang", "zh-CN");
        var mark = new Element("mark").setText(sentence.exact().replace("**", ""));
        mark.getClassList().add("yj-mark");
        quote.add(new Text("“" + sentence.before()));
        quote.getElement().appendChild(mark);
        quote.add(new Text(sentence.after() + "”"));
        return quote;
    }

    private Component notHeld(Reply reply) {
        var line = new Div(new Span(getTranslation("reply.text.none")));
        line.addClassName("yj-evidence-not-held");
        if (reply.url() != null) {
            var link = new Anchor(reply.url(), getTranslation("reply.address"), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            line.add(link);
        }
        return line;
    }

    private Component facts(Evidence evidence) {
        var facts = new DescriptionList();
        facts.addClassName("yj-facts");
        evidence.facts().forEach(fact -> {
            var pair = new Div();
            pair.getElement().appendChild(new DescriptionList.Term(getTranslation(fact.nameKey())).getElement(),
                    new DescriptionList.Description(fact.words()).getElement());
            facts.getElement().appendChild(pair.getElement());
        });
        return facts;
    }

    private Component verbs(Evidence evidence, @Nullable String text) {
        var sentence = evidence.citations().isEmpty() ? new Citation.Sentence("", "", "")
                : evidence.citations().getFirst().sentence(text);
        var verbs = new Div(new CopyButton(getTranslation("source.copy"),
                Quotation.of(evidence.reply(), sentence)));
        if (evidence.reply().kind() != ReplyKind.LEDGER) {
            verbs.addComponentAsFirst(original(evidence));
        }
        if (evidence.history() != null) {
            verbs.add(new Anchor(evidence.history(), getTranslation("source.history")));
        }
        verbs.addClassName("yj-evidence-verbs");
        return verbs;
    }

    private Anchor original(Evidence evidence) {
        var id = evidence.reply().id();
        var address = evidence.citations().isEmpty() ? Routes.reply(id)
                : Routes.reply(id, evidence.citations().getFirst().id());
        return new Anchor(Routes.asOf(address, Routes.shown().asOf()), getTranslation("source.original"));
    }
}
