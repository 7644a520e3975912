/** What every feature may say: that a rule was broken, or that a thing is not there. */
@NullMarked
package org.youju.base;

import org.jspecify.annotations.NullMarked;
