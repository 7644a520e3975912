/** Getting the text out of a file that someone hands in, or saying in one sentence why that cannot be done. */
@NullMarked
package org.youju.reply.file;

import org.jspecify.annotations.NullMarked;
