/** The page on which clerks fill the sheet. */
@NullMarked
package org.youju.entry.ui;

import org.jspecify.annotations.NullMarked;
