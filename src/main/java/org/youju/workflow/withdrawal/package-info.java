/**
 * Takes off what is approved, a statement, a promise or an assumption, and loosens the rules that hold figures back:
 * proposed by one with a reason, decided by another.
 */
@NullMarked
package org.youju.workflow.withdrawal;

import org.jspecify.annotations.NullMarked;
