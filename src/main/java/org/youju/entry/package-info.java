/** The clerk's sheet: indicators by years of a region, written many cells at once. */
@NullMarked
package org.youju.entry;

import org.jspecify.annotations.NullMarked;
