package org.youju.extraction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.check.Agreement;
import org.youju.extraction.review.Preview;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.Standing;
import org.youju.extraction.review.Terms;
import org.youju.observation.ui.FigureText;
import org.youju.reply.Contacts;

/** The current candidate: its terms to be mended, what is stored beside it, and what may be decided. */
final class CandidateCard extends Div {

    private static final List<Verb> VERBS =
            List.of(Verb.ACCEPT, Verb.EDIT, Verb.REJECT, Verb.MERGE, Verb.PROMISE, Verb.UNDO);

    private final Phrases phrases;
    private final TermsForm form;
    private final Span number = new Span();
    private final Span words = new Span();
    private final Span promise = new Span();
    private final Gauge gauge = new Gauge("yj-gauge-confidence");
    private final Span confidence = new Span();
    private final Paragraph clause = new Paragraph();
    private final Paragraph belongs = new Paragraph();
    private final Paragraph reasons = new Paragraph();
    private final Paragraph decision = new Paragraph();
    private final WarnBox returned = new WarnBox("status");
    private final WarnBox differs = new WarnBox("status");
    private final WarnBox refusal = new WarnBox("status");
    private final WarnBox clash = new WarnBox("alert");
    private final UnorderedList standings = new UnorderedList();
    private @Nullable ReviewCandidate shown;
    private final Map<Verb, VerbButton> buttons = new EnumMap<>(Verb.class);
    private final Div verbs = new Div();

    CandidateCard(TermsForm form, Phrases phrases, Consumer<Verb> act) {
        this.form = form;
        this.phrases = phrases;
        addClassName("yj-cand-card");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("tabindex", "-1");
        number.addClassName("yj-cand-badge");
        words.addClassName("yj-cand-title");
        words.getElement().setAttribute("lang", "zh-CN");
        promise.addClassName("yj-cand-tag");
        promise.setText(getTranslation("desk.promise"));
        confidence.addClassName("yj-cand-percent");
        var head = new Div(number, words, promise, gauge, confidence);
        head.addClassName("yj-cand-head");
        clause.addClassName("yj-cand-clause");
        clause.getElement().setAttribute("lang", "zh-CN");
        belongs.addClassName("yj-cand-reasons");
        reasons.addClassName("yj-cand-reasons");
        decision.addClassName("yj-cand-decision");
        standings.addClassName("yj-cand-standings");
        standings.getElement().setAttribute("aria-label", getTranslation("desk.standings"));
        verbs.addClassName("yj-cand-verbs");
        VERBS.forEach(verb -> {
            var button = new VerbButton(verb, act);
            buttons.put(verb, button);
            verbs.add(button);
        });
        buttons.get(Verb.ACCEPT).addClassName("yj-is-primary");
        add(head, clause, returned, clash, form, differs, standings, refusal, belongs, reasons, decision, verbs);
    }

    /** Shows a candidate; the form is filled by whoever knows the guesses. */
    void show(ReviewCandidate candidate, boolean editable) {
        shown = candidate;
        var open = candidate.isOpen();
        var decided = candidate.state().isDecided();
        var said = candidate.span().replaceAll("\\s+", " ");
        getElement().setAttribute("aria-label", getTranslation("desk.card", candidate.number(), said,
                phrases.state(candidate)));
        number.setText(Integer.toString(candidate.number()));
        words.setText(said);
        clause.setText(Contacts.mask(candidate.clause()).replace("**", "").strip());
        belongs.setText(candidate.belongsTo() == null ? "" : getTranslation("desk.belongs", candidate.belongsTo()));
        var percent = Phrases.percent(candidate.confidence());
        gauge.show(100, new Gauge.Part(percent, "yj-is-sure"));
        confidence.setText(percent + "%");
        reasons.setText(candidate.reasons().isEmpty() ? "" : getTranslation("desk.reasons", phrases.reasons(candidate)));
        decision.setText(decided ? phrases.decision(candidate) : "");
        decision.setVisible(decided);
        standings.removeAll();
        departs(candidate.terms());
        returned.clear();
        if (candidate.returnReason() != null) {
            returned.say(getTranslation("desk.returned", candidate.returnReason()));
        }
        refusal.clear();
        clash.clear();
        promises();
        verbs.setVisible(editable);
        buttons.forEach((verb, button) -> button.setVisible(verb == Verb.UNDO ? decided : open));
    }

    /** Says that the terms, as they stand, say something else than the words, and why where somebody has said it. */
    void departs(Terms terms) {
        differs.clear();
        var candidate = shown;
        if (candidate == null || !Phrases.isKept(candidate) || phrases.departures(candidate, terms).isEmpty()) {
            return;
        }
        var why = candidate.isOpen() ? getTranslation("desk.differs.ask")
                : candidate.note() == null ? "" : getTranslation("desk.differs.why", candidate.note());
        differs.show(new Span(phrases.departure(candidate, terms)), new Span(why));
    }

    /** Takes away what may be decided, and nothing that a person has written. */
    void close() {
        refusal.clear();
        clash.clear();
        verbs.setVisible(false);
    }

    /** Says whether the terms are those of a promise. */
    void promises() {
        promise.setVisible(form.isPromising());
        buttons.get(Verb.PROMISE).say(getTranslation(form.isPromising() ? "desk.verb.fact" : "desk.verb.PROMISE"));
    }

    /**
     * Shows at once what accepting would record and what is stored of the same cell.
     *
     * @param deciding whether this person may decide, and so is told what would keep it from being accepted
     */
    void preview(Preview preview, boolean deciding) {
        form.preview(preview);
        standings.removeAll();
        preview.standings().forEach(standing -> standings.add(item(standing)));
        var why = preview.refusal();
        refusal.clear();
        if (why != null && deciding) {
            hint(why);
        }
    }

    private void hint(RuleViolation why) {
        if (!form.refuse(why)) {
            refusal.say(getTranslation(why.key(), why.arguments()));
        }
    }


    /** Says what kept a decision from being taken, at its field where it has one. */
    void refuse(RuleViolation why) {
        refusal.clear();
        hint(why);
    }

    private ListItem item(Standing standing) {
        var stored = standing.stored();
        var source = new Span(getTranslation("desk.standing", stored.reply().label(),
                stored.reply().issuedOn() == null ? getTranslation("reply.undated") : stored.reply().issuedOn().code()));
        source.addClassName("yj-caption");
        return new ListItem(badge(standing.agreement()), new FigureText(stored.figure()), source);
    }

    private StateBadge badge(Agreement agreement) {
        var word = getTranslation("check.agreement." + agreement);
        return switch (agreement) {
            case SAME -> new StateBadge(Tone.OK, Glyph.MET, word).tinted();
            case COMPATIBLE -> new StateBadge(Tone.OK, Glyph.MET_IN_TOTAL, word).tinted();
            case REVISION -> new StateBadge(Tone.WARN, Glyph.CLOCK, word).tinted();
            case CONFLICT -> new StateBadge(Tone.BAD, Glyph.NOT_MET, word).tinted();
        };
    }

    /**
     * Shows what somebody else has made of the candidate meanwhile, beside what this person is doing, for a choice.
     *
     * @param theirs how it stands now
     * @param mine   what this person wants, in words; null where they have only begun to write
     */
    void clash(ReviewCandidate theirs, @Nullable String mine, Runnable insist, Runnable yield) {
        var other = new Paragraph(getTranslation("desk.clash.theirs", phrases.decision(theirs),
                phrases.written(theirs.terms()), phrases.about(theirs), phrases.period(theirs.terms())));
        var own = new Paragraph(mine == null ? getTranslation("desk.clash.writing")
                : getTranslation("desk.clash.mine", mine));
        var keep = new Button(getTranslation("desk.clash.insist"), click -> insist.run());
        keep.addClassNames("yj-button", "yj-small-button");
        var give = new Button(getTranslation("desk.clash.yield"), click -> yield.run());
        give.addClassNames("yj-button", "yj-small-button");
        clash.show(other, own, new Div(give, keep));
    }

    /** Takes the choice away once it is made. */
    void settle() {
        clash.clear();
    }
}
