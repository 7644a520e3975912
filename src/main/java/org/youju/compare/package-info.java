/** The analyst's workbench: what is compared, how it is read from the store, and what an address says of it. */
@NullMarked
package org.youju.compare;

import org.jspecify.annotations.NullMarked;
