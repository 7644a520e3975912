/** Which quoted figures still hold, on the reader of a document and on pages of their own. */
@NullMarked
package org.youju.check.quote.ui;

import org.jspecify.annotations.NullMarked;
