/** The documents for reading: their list, and each one's text with the figures that are cited from it. */
@NullMarked
package org.youju.reply.ui;

import org.jspecify.annotations.NullMarked;
