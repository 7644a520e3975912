package org.youju.reply.file;

/** Follows a reading, and may end it. Its methods are called from the reading's own thread. */
public interface Progress {

    /** Follows nothing and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void at(int done, int all) {
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * How far the reading is.
     *
     * @param done pages, or parts of a document without pages, that are read
     * @param all  how many there are, at least 1
     */
    void at(int done, int all);

    /** Whether the person no longer wants the text. Asked often; answers at once. */
    boolean cancelled();
}
