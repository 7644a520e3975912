package org.youju.observation.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.observation.Cell;
import org.youju.observation.CellDrafts;
import org.youju.observation.CellKey;
import org.youju.observation.CellScope;
import org.youju.observation.ObservationService;
import org.youju.observation.StatementQuery;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Reads what a cell said through time: to those who prepare it all of it, to others what was approved. */
@Service
public class CellHistory {

    private final ObservationService observations;
    private final CellDrafts drafts;
    private final CellScope scope;
    private final Access access;

    CellHistory(ObservationService observations, CellDrafts drafts, CellScope scope, Access access) {
        this.observations = observations;
        this.drafts = drafts;
        this.scope = scope;
        this.access = access;
    }

    /** Whether whoever asks sees drafts of a cell too. */
    public boolean seesDrafts(CellKey cell) {
        return access.may(Permission.READ_DRAFTS) && scope.covers(cell);
    }

    /** Every version of a cell that whoever asks may see, newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(CellKey cell) {
        return versions(cell, Integer.MAX_VALUE);
    }

    /** The newest of them, at most so many. */
    @Transactional(readOnly = true)
    public List<Version> versions(CellKey cell, int limit) {
        access.require(Permission.READ_PUBLISHED);
        return Version.of(seesDrafts(cell) ? drafts.trail(cell) : drafts.approvedTrail(cell), limit);
    }

    /** The cell as our records showed it at a moment; empty where nothing was approved then. */
    @Transactional(readOnly = true)
    public Optional<Cell> at(CellKey cell, Instant moment) {
        access.require(Permission.READ_PUBLISHED);
        var statements = observations.statements(new StatementQuery(Set.of(cell.indicator()), Set.of(cell.region()),
                        null, null, null, moment)).stream()
                .filter(statement -> statement.cell().equals(cell)).toList();
        return Cell.of(statements).stream().findFirst();
    }
}
