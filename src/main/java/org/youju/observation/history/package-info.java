/** How a cell has come to say what it says. */
@NullMarked
package org.youju.observation.history;

import org.jspecify.annotations.NullMarked;
