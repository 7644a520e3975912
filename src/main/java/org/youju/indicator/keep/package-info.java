/** How people keep the catalogue: what may be changed, by whom, and what no longer can because figures rest on it. */
@NullMarked
package org.youju.indicator.keep;

import org.jspecify.annotations.NullMarked;
