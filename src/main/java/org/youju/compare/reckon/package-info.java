/** The arithmetic of comparing years, on intervals: it computes, hedges or refuses, and never guesses. */
@NullMarked
package org.youju.compare.reckon;

import org.jspecify.annotations.NullMarked;
