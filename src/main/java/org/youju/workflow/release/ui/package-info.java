/** The page of the releases. */
@NullMarked
package org.youju.workflow.release.ui;

import org.jspecify.annotations.NullMarked;
