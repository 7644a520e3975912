/** What was approved, by whom and when, so that a later change past the product is found. */
@NullMarked
package org.youju.observation.approval;

import org.jspecify.annotations.NullMarked;
