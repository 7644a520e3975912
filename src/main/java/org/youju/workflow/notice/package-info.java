/** What people are told within the product. */
@NullMarked
package org.youju.workflow.notice;

import org.jspecify.annotations.NullMarked;
