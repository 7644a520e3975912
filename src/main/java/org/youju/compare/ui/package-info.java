/** The page on which analysts compare years. */
@NullMarked
package org.youju.compare.ui;

import org.jspecify.annotations.NullMarked;
