/** Makes a text plain and whole, and tells its clauses, headings, tables and the stretches that hold no figure. */
@NullMarked
package org.youju.extraction.text;

import org.jspecify.annotations.NullMarked;
