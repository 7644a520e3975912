/** The catalogue: what is measured, in which unit, of which place, and by which definition (口径). */
@NullMarked
package org.youju.indicator;

import org.jspecify.annotations.NullMarked;
