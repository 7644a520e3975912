/** The desk at which people decide about the figures that were read from a reply. */
@NullMarked
package org.youju.extraction.ui;

import org.jspecify.annotations.NullMarked;
