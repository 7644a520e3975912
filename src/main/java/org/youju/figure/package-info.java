/** Numbers as government prose writes them: figures, qualifiers, intervals, units and periods. Knows nothing else. */
@NullMarked
package org.youju.figure;

import org.jspecify.annotations.NullMarked;
