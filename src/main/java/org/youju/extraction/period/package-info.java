/** The words of a text that say when. */
@NullMarked
package org.youju.extraction.period;

import org.jspecify.annotations.NullMarked;
