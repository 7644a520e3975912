/** Moments of the records that have a name. */
@NullMarked
package org.youju.workflow.release;

import org.jspecify.annotations.NullMarked;
