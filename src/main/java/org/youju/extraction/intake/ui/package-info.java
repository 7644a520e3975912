/** The page where documents are handed in, and the queue of citations to place again. */
@NullMarked
package org.youju.extraction.intake.ui;

import org.jspecify.annotations.NullMarked;
