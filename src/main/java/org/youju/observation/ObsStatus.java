package org.youju.observation;

/** What a value is worth (SDMX OBS_STATUS). */
public enum ObsStatus {
    /** Normal. */
    A,
    /** Time series break. */
    B,
    /** Estimate or forecast by the source. */
    E,
    /** Provisional. */
    P,
    /** Forecast. */
    F,
    /** Unvalidated: from an unofficial document. */
    V;

    /** Whether a value of this status may represent its cell when others can. */
    public boolean isFirm() {
        return this != E && this != F && this != V;
    }
}
