package org.youju.reply;

/** How much a document's word is worth; the order is that of preference. */
public enum Grade {
    /** An official page. */
    A,
    /** A reprint of an official text, or a named newspaper. */
    B,
    /** Unofficial, or a mirror: its figures stay unvalidated. */
    C
}
