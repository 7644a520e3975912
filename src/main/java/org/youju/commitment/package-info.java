/** Promises and targets: what a sentence commits to, whether it was kept, and what that judgement rests on. */
@NullMarked
package org.youju.commitment;

import org.jspecify.annotations.NullMarked;
