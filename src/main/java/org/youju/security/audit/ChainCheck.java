package org.youju.security.audit;

/** What a check of the whole audit trail has found. */
public sealed interface ChainCheck {

    /** Is told how far a check has come; what it throws ends the check. */
    @FunctionalInterface
    interface Progress {

        /** So many rows of all are done. */
        void reached(long done, long all);
    }

    /**
     * Every row stands as it was written.
     *
     * @param events how many there are
     * @param head   the newest row's hash; whoever keeps it elsewhere can tell later that no row was cut off
     */
    record Intact(long events, String head) implements ChainCheck {
    }

    /**
     * A row was changed, put in or taken out.
     *
     * @param seq the first row that doesn't follow from the one before it
     */
    record Broken(long seq) implements ChainCheck {
    }
}
