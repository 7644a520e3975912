package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.reply.Proposal;
import org.youju.reply.Reply;
import org.youju.reply.ReplyText;

/** What is known of a document besides its words. */
public final class ReplyFacts extends DescriptionList {

    private static final int SHORT_HASH = 12;

    private final Reply reply;
    private final Optional<Proposal> proposal;

    /** What is known of {@code reply}; without a proposal or a text, less. */
    public ReplyFacts(Reply reply, Optional<Proposal> proposal, Optional<ReplyText> text) {
        this.reply = reply;
        this.proposal = proposal;
        addClassName("yj-reply-facts");
        fact("reply.fact.docNo", reply.docNo());
        fact("reply.fact.title", reply.title());
        fact("reply.fact.kind", getTranslation("reply.kind." + reply.kind()));
        proposal.ifPresent(p -> {
            fact("reply.fact.proposal", session(p));
            fact("reply.fact.subject", p.title());
            fact("reply.fact.proposers", String.join(getTranslation("reply.fact.comma"), p.proposers()));
            fact("reply.fact.result", p.result());
            fact("reply.fact.lead", p.leadDepartment());
        });
        fact("reply.fact.issuer", reply.issuer());
        fact("reply.fact.signatory", reply.signatory());
        fact("reply.fact.date", date());
        fact("reply.fact.publicity", getTranslation("reply.publicity." + reply.publicity()));
        fact("reply.fact.grade", reply.grade() + " · " + getTranslation("reply.grade." + reply.grade()));
        if (reply.url() != null) {
            var link = new Anchor(reply.url(), reply.url(), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            fact("reply.fact.address", link);
        }
        text.ifPresentOrElse(t -> fact("reply.fact.sha256", hash(t.sha256())),
                () -> fact("reply.fact.text", getTranslation("reply.text.none")));
    }

    /** The few of them that stand beside the page's title. */
    public String inOneLine() {
        var words = new ArrayList<String>();
        proposal.ifPresent(p -> {
            words.add(session(p));
            if (p.result() != null) {
                words.add(p.result());
            }
        });
        if (proposal.isEmpty()) {
            words.add(reply.docNo() == null ? reply.issuer() : reply.title());
        }
        words.add(getTranslation("reply.publicity." + reply.publicity()));
        words.add(date());
        return String.join(" · ", words);
    }

    private String date() {
        return reply.issuedOn() == null ? getTranslation("reply.undated") : reply.issuedOn().code();
    }

    private String session(Proposal p) {
        return ProposalWords.session(p, this, getLocale());
    }

    private Component hash(String sha256) {
        var words = new Span(sha256.substring(0, SHORT_HASH) + "…");
        words.getElement().setAttribute("title", sha256);
        var copy = new CopyButton(getTranslation("reply.copy"), sha256);
        copy.setAriaLabel(getTranslation("reply.copy.sha256"));
        return new Span(words, new Text(" "), copy);
    }

    private void fact(String nameKey, @Nullable String words) {
        if (words != null) {
            fact(nameKey, new Text(words));
        }
    }

    private void fact(String nameKey, Component value) {
        var description = new Description(value);
        var pair = new Div();
        pair.getElement().appendChild(new Term(getTranslation(nameKey)).getElement(), description.getElement());
        getElement().appendChild(pair.getElement());
    }
}
