/** What leaders read: the figures of a region in a year as cards and charts, each with what stands behind it. */
@NullMarked
package org.youju.dashboard;

import org.jspecify.annotations.NullMarked;
