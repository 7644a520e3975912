/** Shows that a statement is to be withdrawn, to whoever decides or has proposed it. */
@NullMarked
package org.youju.workflow.withdrawal.ui;

import org.jspecify.annotations.NullMarked;
