/** Documents and the spans of them that figures rest on: replies, their proposals, frozen texts and citations. */
@NullMarked
package org.youju.reply;

import org.jspecify.annotations.NullMarked;
