/** What other sources say of the figures that a document quotes, and what has become of them since. */
@NullMarked
package org.youju.check.quote;

import org.jspecify.annotations.NullMarked;
