package org.youju.reply;

import java.util.List;
import java.util.Optional;

/**
 * A proposal as it is recorded.
 *
 * @param id    number of its row
 * @param joint the departments that answer together with the leading one (会办), in the printed order; empty where none
 *              is recorded
 */
public record FiledProposal(long id, Proposal proposal, List<String> joint) {

    public FiledProposal {
        joint = List.copyOf(joint);
    }

    /** How far its replies say that they do what it asks; empty where that is not recorded or not known. */
    public Optional<AnswerCategory> category() {
        return AnswerCategory.of(proposal.result(), proposal.resultCodeList());
    }

    /** The same before a reply tells its result. */
    public FiledProposal withoutResult() {
        return new FiledProposal(id, new Proposal(proposal.body(), proposal.term(), proposal.session(), proposal.number(),
                proposal.region(), proposal.title(), proposal.proposers(), null, null, proposal.leadDepartment()), joint);
    }
}
