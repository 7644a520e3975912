/** What people say to each other about a cell. */
@NullMarked
package org.youju.workflow.comment;

import org.jspecify.annotations.NullMarked;
