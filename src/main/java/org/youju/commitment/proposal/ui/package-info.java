/** The proposals and what has become of each, for reading. */
@NullMarked
package org.youju.commitment.proposal.ui;

import org.jspecify.annotations.NullMarked;
