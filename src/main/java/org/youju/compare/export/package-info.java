/** Comparisons as files, with what proves them: codes, definitions, the moment, the sources. Only public values leave. */
@NullMarked
package org.youju.compare.export;

import org.jspecify.annotations.NullMarked;
