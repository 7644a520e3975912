/** The page of the figures that are asked for. */
@NullMarked
package org.youju.workflow.chase.ui;

import org.jspecify.annotations.NullMarked;
