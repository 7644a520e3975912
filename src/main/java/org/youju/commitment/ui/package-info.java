/** How commitments and their verdicts look. */
@NullMarked
package org.youju.commitment.ui;

import org.jspecify.annotations.NullMarked;
