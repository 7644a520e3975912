package org.youju.workflow.cell.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellDrafts;
import org.youju.observation.ObservationService;
import org.youju.observation.Restorer;
import org.youju.observation.approval.ApprovalCheck;
import org.youju.observation.history.CellHistory;
import org.youju.observation.ruling.Rulings;
import org.youju.security.Access;
import org.youju.workflow.chase.Chases;
import org.youju.workflow.comment.Comments;
import org.youju.workflow.withdrawal.Withdrawals;

/** The services that the parts of the page share. */
@Component
record CellDesk(IndicatorService indicators, ObservationService observations, CellDrafts drafts, CellHistory history,
        Restorer restorer, Rulings rulings, ApprovalCheck approvals, Withdrawals withdrawals, Comments comments,
        Chases chases, Access access, Clock clock) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** A moment to the second, where several may lie in one minute. */
    String second(Instant at) {
        return SECOND.format(at.atZone(clock.getZone()));
    }

    /** A moment as the page writes it. */
    String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }
}
