/** The controls of the top bar: region, year and as-of date. */
@NullMarked
package org.youju.base.ui.control;

import org.jspecify.annotations.NullMarked;
