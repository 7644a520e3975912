/** What {@code bin/bench} measures: the product against the least that the same work takes. Never part of bin/test. */
@NullMarked
package org.youju.bench;

import org.jspecify.annotations.NullMarked;
