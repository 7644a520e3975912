package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import org.youju.reply.Proposal;

/** What a proposal is called where its title does not stand beside it. */
public final class ProposalWords {

    private ProposalWords() {
    }

    /**
     * Body, term, session and number: 政协十五届三次会议第050号提案.
     *
     * @param owner the component that shows it
     */
    public static String session(Proposal proposal, Component owner, Locale locale) {
        return owner.getTranslation("reply.session." + proposal.body(), ordinal(proposal.term(), locale),
                ordinal(proposal.session(), locale), proposal.number());
    }

    /** Chinese writes 十五届三次; other languages take the digits. */
    private static Object ordinal(int number, Locale locale) {
        return "zh".equals(locale.getLanguage()) ? Proposal.inChinese(number) : number;
    }
}
