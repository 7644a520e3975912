package org.youju.ledger.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.commitment.Assumptions;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.VerdictOverrides;
import org.youju.entry.PromiseForms;
import org.youju.indicator.IndicatorService;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.ui.PersonName;
import org.youju.workflow.withdrawal.Withdrawal;
import org.youju.workflow.withdrawal.Withdrawals;

/** What the panel of a promise works with. */
@Component
record LedgerDesk(CommitmentService commitments, Assumptions assumptions, VerdictOverrides overrides,
        Withdrawals withdrawals, PromiseForms forms, IndicatorService indicators, ReplyService replies,
        Access access) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

    /** A moment as it is shown. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /**
     * What a person is called.
     *
     * @param owner the component that shows it
     */
    String name(String username, com.vaadin.flow.component.Component owner) {
        return PersonName.of(username, owner::getTranslation);
    }

    /**
     * By whom, when and why something was taken off.
     *
     * @param at  when its row closed
     * @param how null where it was not proposed first
     */
    String withdrawn(Instant at, @Nullable Withdrawal how, com.vaadin.flow.component.Component owner) {
        return how == null ? owner.getTranslation("ledger.assumption.ended", moment(at))
                : owner.getTranslation("ledger.assumption.withdrawn", name(how.by(), owner),
                        name(String.valueOf(how.decidedBy()), owner), moment(at), how.reason());
    }

    /** By whom and when. */
    String by(String username, Instant at, com.vaadin.flow.component.Component owner) {
        return owner.getTranslation("ledger.recorded", name(username, owner), moment(at));
    }
}
