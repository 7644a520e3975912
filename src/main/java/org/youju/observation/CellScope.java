package org.youju.observation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.youju.base.NotFoundException;
import org.youju.indicator.IndicatorService;
import org.youju.security.Access;

/** Whose drafts a cell's are: those of its region, and of the department that answers for its indicator. */
@Component
public class CellScope {

    private final IndicatorService indicators;
    private final Access access;

    CellScope(IndicatorService indicators, Access access) {
        this.indicators = indicators;
        this.access = access;
    }

    /**
     * Code of the department that answers for a cell, null where none is known.
     *
     * @throws NotFoundException if there is no such indicator
     */
    public @Nullable String department(CellKey cell) {
        return department(cell.indicator());
    }

    private @Nullable String department(String indicator) {
        return indicators.catalogue().indicator(indicator).department();
    }

    /** Whether a cell lies within the scope of whoever acts. */
    public boolean covers(CellKey cell) {
        return covers(cell.region(), cell.indicator());
    }

    /** Whether all cells of an indicator in a region do. */
    public boolean covers(String region, String indicator) {
        return access.current().scope().covers(region, department(indicator));
    }

    /**
     * Refuses a cell outside the scope of whoever acts.
     *
     * @throws AccessDeniedException whose message is the key of the sentence
     */
    public void require(CellKey cell) {
        access.requireScope(cell.region(), department(cell));
    }
}
