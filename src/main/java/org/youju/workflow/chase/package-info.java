/** Figures that somebody was asked for by a day. */
@NullMarked
package org.youju.workflow.chase;

import org.jspecify.annotations.NullMarked;
