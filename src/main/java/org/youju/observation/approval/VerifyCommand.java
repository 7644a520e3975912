package org.youju.observation.approval;

import java.sql.Connection;
import java.util.List;
import org.youju.security.audit.AuditCommand;
import org.youju.security.audit.StoreCheck;

/** {@code bin/youju audit}: the audit trail, and whether every approved row still says what was approved. */
public final class VerifyCommand {

    private VerifyCommand() {
    }

    public static void main(String[] arguments) {
        AuditCommand.main(VerifyCommand::checks);
    }

    /** What is checked beside the trail, on a connection to the store. */
    public static List<StoreCheck> checks(Connection connection) {
        return List.of(new ApprovalCheck(ApprovalRepository.on(connection)));
    }
}
