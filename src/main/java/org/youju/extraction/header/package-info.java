/** The letterhead, the address and the end of a document. */
@NullMarked
package org.youju.extraction.header;

import org.jspecify.annotations.NullMarked;
