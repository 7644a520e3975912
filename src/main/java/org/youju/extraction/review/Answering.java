package org.youju.extraction.review;

import java.util.Optional;
import org.youju.reply.Proposal;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;

/** Who answers for what a document promises, unless a person says otherwise. */
public final class Answering {

    private Answering() {
    }

    /**
     * The name of the department: of a reply the one that leads its proposal, else its issuer; of other documents none
     * is known.
     */
    public static Optional<String> of(Reply reply, Optional<Proposal> proposal) {
        return reply.kind() != ReplyKind.REPLY ? Optional.empty()
                : proposal.map(Proposal::leadDepartment).filter(lead -> !lead.isBlank())
                        .or(() -> Optional.of(reply.issuer()));
    }
}
