package org.youju.ledger.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.youju.commitment.CommitmentService;
import org.youju.commitment.PromiseWithdrawals;
import org.youju.commitment.VerdictOverrides;
import org.youju.entry.PromiseForms;
import org.youju.indicator.IndicatorService;
import org.youju.reply.ReplyService;
import org.youju.security.Access;

/** What the panel of a promise works with. */
@Component
record LedgerDesk(CommitmentService commitments, VerdictOverrides overrides,
        PromiseWithdrawals withdrawals, PromiseForms forms,
        IndicatorService indicators, ReplyService replies, Access access) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A moment as it is shown. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
