/** A sheet of cells in which only what is seen is drawn; it knows nothing of what stands in them. */
@NullMarked
package org.youju.base.grid;

import org.jspecify.annotations.NullMarked;
