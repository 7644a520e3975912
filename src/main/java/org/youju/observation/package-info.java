/** The store of statements and their three times: what one source states of one cell, and since when we know it. */
@NullMarked
package org.youju.observation;

import org.jspecify.annotations.NullMarked;
