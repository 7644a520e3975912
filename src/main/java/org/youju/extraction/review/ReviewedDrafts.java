package org.youju.extraction.review;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.workflow.Departures;

/** Tells those who approve what was accepted at the desk although it differs from its words. */
@Service
class ReviewedDrafts implements Departures {

    private final CandidateRepository repository;
    private final Access access;

    ReviewedDrafts(CandidateRepository repository, Access access) {
        this.repository = repository;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> of(Collection<Long> citationIds) {
        access.require(Permission.READ_DRAFTS);
        return repository.departures(citationIds);
    }
}
