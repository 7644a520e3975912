package org.youju.reply;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;

/** The proposals that documents answer. */
@Service
public class Proposals {

    private final ProposalRepository repository;
    private final ReplyService replies;

    Proposals(ProposalRepository repository, ReplyService replies) {
        this.repository = repository;
        this.replies = replies;
    }

    /** @throws NotFoundException if there is none of that number */
    @Transactional(readOnly = true)
    public FiledProposal proposal(long id) {
        return repository.find(id).orElseThrow(() -> new NotFoundException("proposal.notFound", Long.toString(id)));
    }

    /** At most {@code limit} of the proposals that a query asks for, the latest session first, from {@code offset} on. */
    @Transactional(readOnly = true)
    public List<FiledProposal> search(ProposalQuery query, int offset, int limit) {
        return repository.search(query, offset, limit);
    }

    /** How many proposals a query asks for. */
    @Transactional(readOnly = true)
    public int count(ProposalQuery query) {
        return repository.number(query);
    }

    /** The documents that answer some proposals, by the number of the proposal, the latest issued first. */
    @Transactional(readOnly = true)
    public Map<Long, List<Reply>> repliesOf(Collection<Long> proposalIds) {
        if (proposalIds.isEmpty()) {
            return Map.of();
        }
        var ids = repository.repliesOf(proposalIds);
        var all = replies.replies(ids.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        var answers = new HashMap<Long, List<Reply>>();
        ids.forEach((proposal, of) -> answers.put(proposal, of.stream().map(all::get).filter(Objects::nonNull)
                .sorted(Comparator.comparing(Reply::knownOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Reply::id).reversed())
                .toList()));
        return answers;
    }

    /** The number of the proposal that a document answers; empty where it answers none. */
    @Transactional(readOnly = true)
    public Optional<Long> proposalOf(long replyId) {
        return repository.proposalOf(replyId);
    }
}
