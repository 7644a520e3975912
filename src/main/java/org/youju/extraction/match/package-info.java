/** Finds the indicators that a figure of a text may be of. */
@NullMarked
package org.youju.extraction.match;

import org.jspecify.annotations.NullMarked;
