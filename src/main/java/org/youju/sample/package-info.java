/** Loads the sample reply and published series at a first start, through the services that people use. */
@NullMarked
package org.youju.sample;

import org.jspecify.annotations.NullMarked;
