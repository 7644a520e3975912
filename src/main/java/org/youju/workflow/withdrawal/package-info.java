/** Takes off what is approved, a statement, a promise or an assumption: proposed by one with a reason, decided by another. */
@NullMarked
package org.youju.workflow.withdrawal;

import org.jspecify.annotations.NullMarked;
