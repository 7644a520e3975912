/** From a proposal to its result: what was answered, what was promised, and what has become of it. */
@NullMarked
package org.youju.commitment.proposal;

import org.jspecify.annotations.NullMarked;
