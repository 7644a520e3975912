/** The grammar of figures: numbers, units, limiting words, and what only looks like one. */
@NullMarked
package org.youju.extraction.grammar;

import org.jspecify.annotations.NullMarked;
