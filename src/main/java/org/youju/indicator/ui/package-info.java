/** The page on which the catalogue is kept. */
@NullMarked
package org.youju.indicator.ui;

import org.jspecify.annotations.NullMarked;
