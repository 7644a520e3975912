/** The page on which everybody finds what waits for them. */
@NullMarked
package org.youju.workflow.ui;

import org.jspecify.annotations.NullMarked;
