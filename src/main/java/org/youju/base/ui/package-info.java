/** The frame around every page: the rail, the top bar, the addresses, the languages and the words of errors. */
@NullMarked
package org.youju.base.ui;

import org.jspecify.annotations.NullMarked;
