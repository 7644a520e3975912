/** Rules and what breaks them, on pages. */
@NullMarked
package org.youju.check.rule.ui;

import org.jspecify.annotations.NullMarked;
