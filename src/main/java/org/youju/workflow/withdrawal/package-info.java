/** Takes approved statements off the board: proposed by one with a reason, decided by another. */
@NullMarked
package org.youju.workflow.withdrawal;

import org.jspecify.annotations.NullMarked;
