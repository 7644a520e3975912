package org.youju.security;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The regions and departments whose drafts an account sees and edits, by their codes. An empty set means all of them.
 */
public record Scope(Set<String> regions, Set<String> departments) implements Serializable {

    /** Every region and every department. */
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        regions = Set.copyOf(regions);
        departments = Set.copyOf(departments);
    }

    /**
     * Whether the drafts of this region and department are within the scope. What names no region or no department
     * (null) lies within a scope only where that side is not limited.
     */
    public boolean covers(@Nullable String regionCode, @Nullable String departmentCode) {
        return coversRegion(regionCode) && holds(departments, departmentCode);
    }

    /** Whether the documents of this region are within the scope, whatever departments their figures are of. */
    public boolean coversRegion(@Nullable String regionCode) {
        return holds(regions, regionCode);
    }

    private static boolean holds(Set<String> codes, @Nullable String code) {
        return codes.isEmpty() || code != null && codes.contains(code);
    }
}
