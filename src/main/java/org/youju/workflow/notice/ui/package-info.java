/** The page of what a person was told. */
@NullMarked
package org.youju.workflow.notice.ui;

import org.jspecify.annotations.NullMarked;
