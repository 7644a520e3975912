/** Reads the figures out of a text, each as a candidate for a person to accept. */
@NullMarked
package org.youju.extraction;

import org.jspecify.annotations.NullMarked;
