/** Cards that load by themselves, and the badges that stand on them. */
@NullMarked
package org.youju.base.ui.card;

import org.jspecify.annotations.NullMarked;
