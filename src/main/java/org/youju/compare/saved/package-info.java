/** Comparisons that people keep for themselves or for everybody. */
@NullMarked
package org.youju.compare.saved;

import org.jspecify.annotations.NullMarked;
