/** 承诺台账: every promise of a region and of those above it, with what became of it. */
@NullMarked
package org.youju.ledger;

import org.jspecify.annotations.NullMarked;
