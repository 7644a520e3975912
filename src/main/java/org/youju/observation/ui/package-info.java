/** How a statement is set on a screen, and how its number leads back to the sentence that states it. */
@NullMarked
package org.youju.observation.ui;

import org.jspecify.annotations.NullMarked;
